"""Noticing that the user went away: nothing was touched for a while, the computer slept, its session locked.

The idle timer is the net under everything else; it runs on a clock that goes on while the computer sleeps.
"""

import os
import sys
import time
from collections.abc import Callable
from platform import system as platform

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from connect_desktop.ui import secrecy

TICK = 5.0
"""seconds between two looks at the clock"""
GAP = 30.0
"""seconds by which a look may be late before the computer must have slept"""

_TOUCHED = {
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletMove, QEvent.Type.TabletPress,
}  # fmt: skip
_HIDES = Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def seconds() -> float:
    """Return seconds since some moment, those included in which the computer slept."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    if clock is None and sys.platform == "darwin":
        clock = time.CLOCK_MONOTONIC  # which goes on there, other than time.monotonic()
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


class Away(QObject):
    """Tells when to lock. It looks at what reaches each window of the app, dialogs included."""

    left = Signal()
    """nobody is here: lock"""
    hide_asked = Signal()
    """hide at once, then lock"""

    def __init__(self, parent: QObject, clock: Callable[[], float] = seconds) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit: float | None = None
        self._touched = self._looked = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(round(TICK * 1000))
        self._timer.timeout.connect(self.look)
        self._system: QObject | None = None

    def begin(self, minutes: int, *, system: bool = True) -> None:
        """Watch from now on; after so many minutes without a touch, 0 for never, it is time to lock."""
        self._limit = 60.0 * minutes if minutes else None
        self._touched = self._looked = self._clock()
        self._timer.start()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch, Qt.ConnectionType.UniqueConnection)
        for window in app.topLevelWindows():
            self._watch(window)
        if system and self._system is None:
            self._system = _of_system(self)

    def end(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        if self._system is not None:
            self._system.deleteLater()
            self._system = None

    def look(self) -> None:
        """Look at the clock."""
        now = self._clock()
        late, idle = now - self._looked - TICK, now - self._touched
        self._looked = now
        if late > GAP or (self._limit is not None and idle >= self._limit):
            self.left.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _TOUCHED:
            return False
        self._touched = self._clock()
        # Here, since a dialog would keep the key from the window below.
        hides = isinstance(event, QKeyEvent) and (event.key(), event.modifiers()) == _HIDES
        if kind == QEvent.Type.KeyPress and hides:
            self.hide_asked.emit()
            return True
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            secrecy.keep_off_screenshots(window)
            window.installEventFilter(self)  # a second time changes nothing


def _of_system(away: Away) -> QObject | None:
    """Return what hears this system lock its session, sleep, or turn to another user; else None."""
    match os.name, platform():
        case "nt", _:
            from connect_desktop.ui import away_windows  # noqa: PLC0415 - start-up: of this system only

            window = next((one for one in QGuiApplication.topLevelWindows() if one.isVisible()), None)
            return away_windows.SessionEvents(away, away.left.emit, window) if window is not None else None
        case _, "Darwin":
            from connect_desktop.ui import away_mac  # noqa: PLC0415 - start-up: of this system only

            return away_mac.SessionEvents(away, away.left.emit)
        case _:
            from connect_desktop.ui.away_bus import Bus  # noqa: PLC0415 - start-up: after the first window

            return Bus.of_system(away, away.left.emit)
