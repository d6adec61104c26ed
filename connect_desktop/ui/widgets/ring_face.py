"""A person as a disc that can be picked up by mouse."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from connect_desktop.domain.labels import ring_label
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.avatar import first_letter, paint_avatar
from connect_desktop.ui.widgets.colours import edge

OFF = 0
"""no ring"""
_DISC, _PAD, _GAP = 28, 6, 10
_UPRIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


@dataclass(frozen=True, slots=True, kw_only=True)
class RingPerson:
    """Someone as the rings show them."""

    id: str
    name: str
    colour: int
    ring: int = OFF
    status: str = ""
    """resting, ended or died, in words; empty where the bond is lived now"""

    @property
    def said(self) -> str:
        """Who it is and where they stand."""
        place = ring_label(self.ring) if self.ring else tr("not placed")
        return ", ".join(filter(None, (self.name, self.status, place)))


class RingFace(QAbstractButton):
    """One person; leaves keys to the group it stands in."""

    dragged = Signal(QPoint)
    """where it is held over, on the screen"""
    dropped = Signal(QPoint)
    let_go = Signal()
    """it is not dragged any more, and dropped nowhere"""
    opened = Signal()
    came = Signal()
    """the keyboard came here"""
    pointed = Signal(bool)
    """the pointer came, or left"""

    def __init__(self, person: RingPerson, parent: QWidget, *, named: bool) -> None:
        """With the name beside the disc where `named`."""
        super().__init__(parent)
        self._named = named
        self._held: QPointF | None = None
        self._dragging = False
        self.movable = True
        self.chosen = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_person(person)

    def show_person(self, person: RingPerson) -> None:
        """Show someone, or the same one somewhere else."""
        self.person = person
        self.setAccessibleName(person.said)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font())
        lines = metrics.height() + (QFontMetrics(theme.font("small")).height() if self.person.status else 0)
        return QSize(160, max(_DISC, lines) + 2 * _PAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._dragging:
            self._dragging, self._held = False, None
            self.let_go.emit()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None or not self.movable:
            return
        far = (event.position() - self._held).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or far:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging, self._dragging, self._held = self._dragging, False, None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if dragging:
            self.setDown(False)
            self.dropped.emit(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.came.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = self._disc()
        paint_person(painter, disc, self.person)
        if self._named:
            self._paint_words(painter)
        if self.hasFocus() or self.chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else colours.soft), 2))
            if self._named:
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
            else:
                painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _disc(self) -> QRectF:
        if not self._named:
            return QRectF(self.rect()).adjusted(3, 3, -3, -3)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - _PAD - _DISC if mirrored else _PAD
        return QRectF(left, (self.height() - _DISC) / 2, _DISC, _DISC)

    def _paint_words(self, painter: QPainter) -> None:
        colours, person = theme.palette(), self.person
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lead = _PAD + _DISC + _GAP
        room = self.rect().adjusted(_PAD if mirrored else lead, _PAD, -lead if mirrored else -_PAD, -_PAD)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        lines = [(person.name, theme.font(), colours.ink)]
        if person.status:
            lines.append((person.status, theme.font("small"), colours.soft))
        top = room.top() + (room.height() - sum(QFontMetrics(font).height() for _, font, _ in lines)) // 2
        for text, font, colour in lines:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            area = QRectF(room.left(), top, room.width(), metrics.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(area, align | _UPRIGHT, shown)
            top += metrics.height()


def paint_person(painter: QPainter, disc: QRectF, person: RingPerson) -> None:
    """Paint someone's disc: filled, or a ring alone where the bond is not lived now."""
    colours = theme.palette()
    if not person.status:
        paint_avatar(painter, disc, person.name, person.colour, colours)
        return
    colour = edge(colours.people[person.colour % len(colours.people)], colours)
    painter.setBrush(QColor(colours.surface))
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(disc.height() * 0.42)))
    painter.setFont(font)
    painter.setPen(QColor(colours.soft))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, first_letter(person.name))
