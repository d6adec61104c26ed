"""The box that leads to the search page with what is typed into it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.key_hint import KeyHint

NARROWEST, WIDEST = 110, 240
"""pixels at 100 %"""


class SearchBox(QLineEdit):
    """Empty but for its keys: the first letter typed is told through `typed` and goes with the user."""

    typed = Signal(str)

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search"))
        self.setAccessibleName(tr("Search everything you wrote"))
        self._hint = KeyHint(keys, self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._pass_on)
        self.returnPressed.connect(lambda: self.typed.emit(""))

    def sizeHint(self) -> QSize:
        return QSize(round(WIDEST * theme.scale()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place()

    def _pass_on(self, text: str) -> None:
        self.clear()
        self.typed.emit(text)

    def _place(self) -> None:
        """Put the keys at the end of the line, where they leave room for the word before them."""
        self._hint.adjustSize()
        word = self.fontMetrics().horizontalAdvance(self.placeholderText())
        self._hint.setVisible(self.width() > word + self._hint.width() + 40)
        size, gap = self._hint.size(), (self.height() - self._hint.height()) // 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._hint.move(gap if mirrored else self.width() - size.width() - gap, gap)
        if self._hint.isHidden():
            size.setWidth(0)
        left, right = (size.width() + 2 * gap, 0) if mirrored else (0, size.width() + 2 * gap)
        self.setTextMargins(left, 0, right, 0)
