"""A chosen person in a field, with the way to take them out again."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.colours import blend
from connect_desktop.ui.widgets.people_match import Choice, NewName
from connect_desktop.ui.widgets.tip import tip

PAD, CROSS = 11, 22
"""space beside the name, and the width that takes the click on the cross"""
LONGEST = 24
"""average characters before a name is cut"""


class PersonChip(QPushButton):
    """Delete, Backspace, Space or its cross ask to take the person out."""

    remove_asked = Signal()

    def __init__(self, person: Choice | NewName, *, with_detail: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.person, self.with_detail = person, with_detail
        detail = person.detail if isinstance(person, Choice) and with_detail else ""
        # Not as button text, where & would make a shortcut of a name.
        self.label = f"{person.name} · {detail}" if detail else person.name
        self.setAccessibleName(
            self.label if isinstance(person, Choice) else tr("{name}, new", name=person.name)
        )
        self.setAccessibleDescription(tr("Delete takes them out"))
        self.setToolTip(tip(self.label))
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        metrics = _metrics()
        width = min(metrics.horizontalAdvance(self.label), metrics.averageCharWidth() * LONGEST)
        return QSize(PAD + width + CROSS, metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        metrics = _metrics()
        return QSize(
            min(self.sizeHint().width(), metrics.averageCharWidth() * 8 + CROSS), self.sizeHint().height()
        )

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
        painter.setBrush(QColor(self._ground()))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = self.rect().adjusted(CROSS if mirrored else PAD, 0, -PAD if mirrored else -CROSS, 0)
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
        for x in (-3, 3):
            painter.drawLine(middle + QPointF(x, -3), middle + QPointF(-x, 3))

    def _cross(self) -> QRectF:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRectF(0 if mirrored else self.width() - CROSS, 0, CROSS, self.height())

    def _ground(self) -> str:
        colours = theme.palette()
        if isinstance(self.person, NewName):
            return colours.wash
        return blend(colours.surface, colours.people[self.person.colour % len(colours.people)], 0.2)


def _metrics() -> QFontMetrics:
    return QFontMetrics(theme.font("small", strong=True))
