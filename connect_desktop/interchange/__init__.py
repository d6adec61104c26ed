"""Files in and out: connect.json, and the made-up life."""
