"""What Windows tells a window: its session was locked or left for another user, the computer goes to sleep.

Written from the documentation of WTSRegisterSessionNotification, WM_WTSSESSION_CHANGE and WM_POWERBROADCAST;
on Windows itself not run yet.
"""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtGui import QWindow

_SESSION_CHANGE, _POWER = 0x02B1, 0x0218
_LEFT = {0x2, 0x4, 0x7}
"""console disconnected, remote disconnected, session locked"""
_SUSPENDS = 0x4
_THIS_SESSION = 0


class SessionEvents(QObject):
    """Calls `left` on each of these events, which are told to `window`; it outlives this."""

    def __init__(self, parent: QObject, left: Callable[[], object], window: QWindow) -> None:
        super().__init__(parent)
        self._filter = told = _Filter(left)
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(told)
        handle = int(window.winId())
        _register(handle, on=True)

        def end() -> None:
            app.removeNativeEventFilter(told)
            _register(handle, on=False)

        self.destroyed.connect(end)


def _register(handle: int, *, on: bool) -> None:
    """Have the session's events told to a window or not; the one has to follow the other."""
    if sys.platform == "win32":
        library = ctypes.WinDLL("wtsapi32")
        if on:
            library.WTSRegisterSessionNotification.argtypes = (wintypes.HWND, wintypes.DWORD)
            library.WTSRegisterSessionNotification(handle, _THIS_SESSION)
        else:
            library.WTSUnRegisterSessionNotification.argtypes = (wintypes.HWND,)
            library.WTSUnRegisterSessionNotification(handle)


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, left: Callable[[], object]) -> None:
        super().__init__()
        self._left = left

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        if kind == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if (told.message == _SESSION_CHANGE and told.wParam in _LEFT) or (
                told.message == _POWER and told.wParam == _SUSPENDS
            ):
                self._left()
        return False, 0
