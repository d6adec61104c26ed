"""A group of answers: one name for a screen reader, one stop for Tab where only one can be chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGroupBox, QRadioButton, QWidget

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}


class Group(QGroupBox):
    """Paints nothing of its own: native group boxes tell assistive technology what belongs together.

    Given the focus, it passes it on to `stop`, the option that Tab stops at. A focus proxy would be a second
    stop, wherever in the order of Tab the group itself comes.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stop: QWidget | None = None
        self.setFlat(True)
        self.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Not the group box's own, which makes room for a frame that is not drawn.
        QWidget.resizeEvent(self, event)

    def changeEvent(self, event: QEvent) -> None:
        QWidget.changeEvent(self, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.stop is not None:
            self.stop.setFocus(event.reason())


class Option(QRadioButton):
    """One of several answers; leaves all keys to its group, which knows the others."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_label(label)
        self.toggled.connect(self._answer)

    def set_label(self, label: str) -> None:
        """Say what it stands for. Not as button text, where & would make a shortcut of a name."""
        self.label = label
        self.setAccessibleName(label)
        self.update()

    def mark(self, chosen: bool) -> None:
        """Show whether it is the chosen one, and tell nobody."""
        # Qt lets the last of an exclusive group not be unchecked; but one that is not exclusive is read out
        # as a check box.
        self.setAutoExclusive(False)
        check_quietly(self, chosen)
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def nextCheckState(self) -> None:
        """Leave it to the group what is checked."""

    def _answer(self, checked: bool) -> None:
        """Take what a screen reader or a voice checks for a click."""
        if checked:
            self.click()


def check_quietly(button: QAbstractButton, checked: bool) -> None:
    """Show whether a button is checked, and tell nobody: it is told where somebody checked it."""
    with QSignalBlocker(button):
        button.setChecked(checked)


def keep_one_stop(group: Group, options: Sequence[QAbstractButton], current: QAbstractButton) -> None:
    """Make `current` the one option that Tab stops at, and that has the focus when the group has it."""
    had_focus = group.window().focusWidget() in options
    for option in options:
        stops = option is current
        option.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)
    group.stop = current
    if had_focus:
        current.setFocus()
