"""Keeping other programs of this computer from looking into this one, as far as its system lets us."""

import ctypes
import sys

from PySide6.QtGui import QWindow

_SET_DUMPABLE = 4
_EXCLUDE_FROM_CAPTURE = 0x11


def keep_memory_private() -> None:
    """Let no core be dumped and no other program of this user read the memory of this one."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - start-up: not there on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "prctl"):
            libc.prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def keep_off_screenshots(window: QWindow) -> None:
    """Leave a window out of pictures and recordings of the screen, on Windows; elsewhere nothing can be done.

    Written from the documentation of SetWindowDisplayAffinity; not yet run on Windows.
    """
    if sys.platform == "win32":
        ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), _EXCLUDE_FROM_CAPTURE)
