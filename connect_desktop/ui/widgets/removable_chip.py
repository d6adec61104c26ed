"""Something chosen, in a field or above a list, with the way to take it out again."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from connect_desktop.ui import theme
from connect_desktop.ui.widgets.tip import tip

PAD, CROSS = 11, 22
"""space beside the words, and at 100 % the width that takes the click on the cross"""
LONGEST = 24
"""average characters before words are cut"""


class RemovableChip(QPushButton):
    """Delete, Backspace, Space or its cross ask to take it out."""

    remove_asked = Signal()

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        # Not as button text, where & would make a shortcut of a name.
        self.label = label
        self.setAccessibleName(label)
        self.setToolTip(tip(label))
        self.setAutoDefault(False)

    def ground(self) -> str:
        """Return the colour it is painted on."""
        return theme.palette().wash

    def sizeHint(self) -> QSize:
        metrics = _metrics()
        width = min(metrics.horizontalAdvance(self.label), metrics.averageCharWidth() * LONGEST)
        return QSize(PAD + width + _cross_width(), metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        wanted, least = self.sizeHint(), _metrics().averageCharWidth() * 8 + _cross_width()
        return QSize(min(wanted.width(), least), wanted.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space):
            self.remove_asked.emit()
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._cross().contains(event.position()) and event.button() == Qt.MouseButton.LeftButton:
            self.remove_asked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.ground()))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        mirrored, cross = self.layoutDirection() == Qt.LayoutDirection.RightToLeft, _cross_width()
        room = self.rect().adjusted(cross if mirrored else PAD, 0, -PAD if mirrored else -cross, 0)
        painter.setFont(theme.font("small", strong=True))
        painter.setPen(QColor(colours.ink))
        text = _metrics().elidedText(self.label, Qt.TextElideMode.ElideRight, room.width() + 1)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, text)
        self._paint_cross(painter)

    def _paint_cross(self, painter: QPainter) -> None:
        middle = self._cross().center()
        painter.setPen(
            QPen(QColor(theme.palette().soft), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        arm = 3 * theme.scale()
        for x in (-arm, arm):
            painter.drawLine(middle + QPointF(x, -arm), middle + QPointF(-x, arm))

    def _cross(self) -> QRectF:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRectF(0 if mirrored else self.width() - _cross_width(), 0, _cross_width(), self.height())


def _cross_width() -> int:
    return round(CROSS * theme.scale())


def _metrics() -> QFontMetrics:
    return QFontMetrics(theme.font("small", strong=True))
