"""A shortcut of the window that a line of text would keep to itself: Ctrl+E on Linux, to go to its end."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


class ShortcutFirst(QObject):
    """Lets `keys` reach the shortcuts of `window` from every line of text in it; End still ends the line."""

    def __init__(self, keys: str, window: QWidget) -> None:
        super().__init__(window)
        self._keys, self._window = QKeySequence(keys), window
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, _line: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            typed = QKeySequence(event.keyCombination())
            if typed == self._keys:
                event.ignore()
                return True
        return False

    def _follow(self, left: QWidget | None, entered: QWidget | None) -> None:
        if isinstance(left, QLineEdit):
            left.removeEventFilter(self)
        if isinstance(entered, QLineEdit) and self._window.isAncestorOf(entered):
            entered.installEventFilter(self)
