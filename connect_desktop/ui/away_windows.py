"""What Windows tells a window: its session was locked or left for another user, the computer goes to sleep.

Written from the documentation of WTSRegisterSessionNotification and WM_POWERBROADCAST; not run yet.
"""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

_SESSION_CHANGE, _POWER = 0x02B1, 0x0218
_LEFT = {0x2, 0x4, 0x7}
"""console disconnected, remote disconnected, session locked"""
_SUSPENDS = 0x4


class SessionEvents(QObject):
    """Calls `left` on each of these events."""

    def __init__(self, parent: QObject, left: Callable[[], object]) -> None:
        super().__init__(parent)
        self._filter = _Filter(left)
        app = QCoreApplication.instance()
        assert app is not None
        app.installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            for window in QGuiApplication.topLevelWindows():
                ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window.winId()), 0)
        self.destroyed.connect(lambda: app.removeNativeEventFilter(self._filter))


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
