"""Keeping other programs of this computer from looking into this one, as far as its system lets us.

What is for Windows and macOS is written from their documentation and was not run there yet: WerSetFlags and
SetWindowDisplayAffinity, PT_DENY_ATTACH and NSWindow's sharingType.
"""

import ctypes
import sys

from PySide6.QtGui import QWindow

_SET_DUMPABLE = 4
_DENY_ATTACH = 31
_NO_HEAP = 1
_EXCLUDE_FROM_CAPTURE = 0x11
"""before Windows 10 of 2004 it is shown empty instead"""
_NOT_SHARED = 0


def keep_memory_private() -> None:
    """Let no core be dumped and no other program of this user read the memory of this one.

    On Windows that cannot be refused; there the heap stays out of error reports.
    """
    if sys.platform == "win32":
        from ctypes import wintypes  # noqa: PLC0415 - start-up: of this system only

        keep = ctypes.WinDLL("kernel32").WerSetFlags
        keep.argtypes, keep.restype = (wintypes.DWORD,), ctypes.c_long
        keep(_NO_HEAP)
    else:
        _keep_private_as_posix_does()


def _keep_private_as_posix_does() -> None:
    import resource  # noqa: PLC0415 - start-up: not there on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    libc = ctypes.CDLL(None)
    if sys.platform == "darwin":
        libc.ptrace.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
        libc.ptrace(_DENY_ATTACH, 0, None, 0)
    elif hasattr(libc, "prctl"):
        libc.prctl.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)
        libc.prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def keep_off_screenshots(window: QWindow) -> None:
    """Leave a window out of pictures and recordings of the screen, on Windows; on macOS of some of them.

    Elsewhere nothing can be done.
    """
    if sys.platform == "win32":
        from ctypes import wintypes  # noqa: PLC0415 - start-up: of this system only

        keep = ctypes.WinDLL("user32").SetWindowDisplayAffinity
        keep.argtypes, keep.restype = (wintypes.HWND, wintypes.DWORD), wintypes.BOOL
        keep(int(window.winId()), _EXCLUDE_FROM_CAPTURE)
    elif sys.platform == "darwin":
        from connect_desktop.ui import cocoa  # noqa: PLC0415 - start-up: of this system only

        its_window = cocoa.send(int(window.winId()), "window")  # what Qt gives is a view of it
        cocoa.send(its_window, "setSharingType:", _NOT_SHARED, types=(cocoa.Whole,))
