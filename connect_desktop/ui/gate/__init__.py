"""What stands before the store: the first run, the lock, and calm words when it cannot be opened."""

from connect_desktop.ui.gate.gate import Gate

__all__ = ["Gate"]
