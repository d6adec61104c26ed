"""Pages: they compose widgets and listen to the session."""
