"""What the answers say: columns in, frozen results out; `today` is always passed in."""
