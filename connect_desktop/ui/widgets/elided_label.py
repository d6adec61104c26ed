"""One line of text that ends in … where it does not fit, and tells the rest in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from connect_desktop.ui.widgets.tip import show_whole


class ElidedLabel(QLabel):
    """A plain-text label that may be made narrower than its text; `text()` is always the whole."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, most: int = 0) -> None:
        """`most` is the widest it asks for, in average characters; 0 is all of the text."""
        super().__init__(parent)
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split()))
        self._tell()

    def elided(self) -> bool:
        """Return whether some of the text is not shown."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wanted = metrics.horizontalAdvance(self.text()) + 1
        if self._most:
            wanted = min(wanted, metrics.averageCharWidth() * self._most)
        return QSize(wanted, metrics.height()).grownBy(self.contentsMargins())

    def minimumSizeHint(self) -> QSize:
        return QSize(
            min(self.sizeHint().width(), self.fontMetrics().averageCharWidth() * 4), self.sizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        area = self.contentsRect()
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        align = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        self.style().drawItemText(
            painter, area, int(align), option.palette, self.isEnabled(), shown, self.foregroundRole()
        )

    def _tell(self) -> None:
        show_whole(self, self.text(), cut=self.elided())


class SpareLabel(ElidedLabel):
    """Of no use in part: left out where there is no room for all of it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.elided():
            super().paintEvent(event)
