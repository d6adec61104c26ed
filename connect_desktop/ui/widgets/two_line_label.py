"""A text that takes a second line where one does not hold it, and ends in … where two do not."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.few_lines import few_lines, paint_few_lines


class TwoLineLabel(ElidedLabel):
    """A plain-text label; `text()` is always the whole, the tooltip tells it where it is cut."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def elided(self) -> bool:
        return super().elided() and few_lines(self.text(), self.font(), self.width())[-1].endswith("…")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(few_lines(self.text(), self.font(), width)) * self.fontMetrics().lineSpacing()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        paint_few_lines(painter, QRectF(self.contentsRect()), self.text())
