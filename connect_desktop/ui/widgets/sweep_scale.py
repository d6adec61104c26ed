"""The body scale of a sweep: one key answers, and the next moment is asked about."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from connect_desktop.ui.widgets.breath import BreathScale

WALKS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}


class SweepScale(BreathScale):
    """Keys 1–7 or a click answer; Space and the arrow onwards pass, the arrow back goes back.

    Up and Down walk the steps without answering, Enter then takes one; Backspace takes an answer back. It
    shows no answer of itself: whoever listens calls `set_value`.
    """

    answered = Signal(object)
    """int | None, also where it is the value shown"""
    passed = Signal()
    backed = Signal()
    alike_asked = Signal()
    """the same as with the others in this moment: key 0"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walked = False

    def set_value(self, value: int | None) -> None:
        self._walked = False
        super().set_value(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        onwards, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if mirrored:
            onwards, back = back, onwards
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in (Qt.Key.Key_Space, onwards):
            self.passed.emit()
        elif key == back:
            self.backed.emit()
        elif key == Qt.Key.Key_0:
            self.alike_asked.emit()
        elif key in WALKS:
            self._walk(WALKS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Nobody answers "neither" by pressing Enter out of habit.
            self._choose(self._focused()) if self._walked else event.ignore()
        else:
            super().keyPressEvent(event)

    def _walk(self, steps: int) -> None:
        values = [cell.value for cell in self._cells]
        place = values.index(self._focused()) + (steps if self._walked or self._value is not None else 0)
        self._walked = True
        self._cells[min(len(values) - 1, max(0, place))].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, value: int | None) -> None:
        if value is not None or self._value is not None:
            self.answered.emit(value)
