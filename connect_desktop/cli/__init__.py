"""The command line: the same store, readings and documents without a window."""

from connect_desktop.cli.command_line import main

__all__ = ["main"]
