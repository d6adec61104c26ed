"""Connect: people, moments, and how each one felt in the body."""

__version__ = "0.1.0"
