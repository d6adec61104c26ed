"""Where in the body: a small drawn figure whose places can be tight or loose."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from connect_desktop.domain import Hold, Place, labels
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.breath_shape import paint_breath
from connect_desktop.ui.widgets.group import STEPS, Group, keep_one_stop

FIGURE = QSize(112, 208)
"""pixels of the figure at 100 %, the words beside it not counted"""
SPOT = 26
"""side of the shape at a place"""
ROW = 30
"""height of a place that takes a click"""
NEXT = {None: Hold.TIGHT, Hold.TIGHT: Hold.LOOSE, Hold.LOOSE: None}


@dataclass(frozen=True, slots=True)
class _At:
    """A place on the figure in parts of its width and height, and on which side its word stands."""

    x: float
    y: float
    left: bool


_WHERE = {
    Place.JAW: _At(0.5, 0.17, left=False),
    Place.THROAT: _At(0.5, 0.265, left=True),
    Place.SHOULDERS: _At(0.74, 0.335, left=False),
    Place.CHEST: _At(0.42, 0.43, left=True),
    Place.STOMACH: _At(0.5, 0.59, left=False),
    Place.HANDS: _At(0.11, 0.74, left=True),
}


class BodyFigure(Group):
    """Each place is nothing, tight or loose: a click, Space or Enter goes round; arrows walk the places.

    Tight is a small knot and loose an open disc, as on the body scale. `changed` tells what the user did;
    `set_value` is silent.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Where in the body"), parent)
        self._places = [_Spot(place, self) for place in Place]
        for spot in self._places:
            spot.clicked.connect(lambda _checked=False, spot=spot: self._turn(spot))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        keep_one_stop(self, self._places, self._places[0])

    def value(self) -> dict[Place, Hold]:
        """Return the places that were tight or loose."""
        return {spot.place: spot.hold for spot in self._places if spot.hold is not None}

    def set_value(self, value: Mapping[Place, Hold]) -> None:
        """Show these places."""
        for spot in self._places:
            spot.show_hold(value.get(spot.place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, spot = Qt.Key(event.key()), next((one for one in self._places if one.hasFocus()), None)
        if spot is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in STEPS:
            self._walk(spot, self._step(key))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._turn(spot)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._put(spot, None)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        figure = _figure()
        return QSize(figure.width() + 2 * self._beside(), figure.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for spot in self._places:
            spot.setGeometry(self._room(spot.place))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line), 1.2))
        painter.setBrush(QColor(colours.sunken))
        area = self._area()
        painter.translate(area.topLeft())
        painter.scale(area.width() / 100, area.height() / 200)
        pen = QPen(QColor(colours.faint), 1.2)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPath(_outline())

    def _turn(self, spot: "_Spot") -> None:
        self._put(spot, NEXT[spot.hold])
        spot.setFocus()
        keep_one_stop(self, self._places, spot)

    def _put(self, spot: "_Spot", hold: Hold | None) -> None:
        if hold != spot.hold:
            spot.show_hold(hold)
            spot.speak()
            self.changed.emit()

    def _walk(self, spot: "_Spot", step: int) -> None:
        place = min(len(self._places) - 1, max(0, self._places.index(spot) + step))
        keep_one_stop(self, self._places, self._places[place])
        self._places[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, key: Qt.Key) -> int:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return -STEPS[key] if mirrored and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) else STEPS[key]

    def _area(self) -> QRectF:
        figure = _figure()
        return QRectF(self._beside(), 0, figure.width(), figure.height())

    def _room(self, place: Place) -> QRect:
        """Return what of the figure and the word beside it takes the click."""
        at, area, tall = _WHERE[place], self._area(), round(ROW * _scale())
        y = round(area.top() + at.y * area.height() - tall / 2)
        middle, half = area.left() + at.x * area.width(), SPOT * _scale() / 2 + 2
        if at.left:
            return QRect(0, y, round(middle + half), tall)
        start = round(middle - half)
        return QRect(start, y, round(area.right() + self._beside()) - start, tall)

    def _beside(self) -> int:
        return max(spot.width_wanted() for spot in self._places)


class _Spot(QAbstractButton):
    """One place: its shape on the figure, and its word at the outer end of a thin line."""

    def __init__(self, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self.hold: Hold | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(tr("Space goes from nothing to tight to loose"))
        self.show_hold(None)

    def show_hold(self, hold: Hold | None) -> None:
        self.hold = hold
        self.setAccessibleName(f"{labels.place_label(self.place)}: {self._state()}")
        self.setToolTip(self.accessibleName())
        self.update()

    def speak(self) -> None:
        """Let a screen reader say what it is now."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def width_wanted(self) -> int:
        metrics = QFontMetrics(theme.font("small", strong=True))
        words = [f"{labels.place_label(self.place)} · {labels.hold_label(hold)}" for hold in Hold]
        return max(metrics.horizontalAdvance(word) for word in words) + 10

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if self.hasFocus() else QColor(colours.sunken))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        side = SPOT * _scale()
        left = _WHERE[self.place].left
        shape = QRectF(self.width() - side - 2 if left else 2, (self.height() - side) / 2, side, side)
        self._paint_line(painter, shape, left)
        self._paint_shape(painter, shape)
        self._paint_word(painter, left)

    def _state(self) -> str:
        return labels.hold_label(self.hold) if self.hold else tr("nothing")

    def _paint_line(self, painter: QPainter, shape: QRectF, left: bool) -> None:
        word = self._word_room(left)
        painter.setPen(QPen(QColor(theme.palette().line), 1))
        y = self.height() / 2
        start, end = (word.right() + 3, shape.left()) if left else (shape.right(), word.left() - 3)
        if end > start:
            painter.drawLine(QPointF(start, y), QPointF(end, y))

    def _paint_shape(self, painter: QPainter, shape: QRectF) -> None:
        if self.hold is not None:
            paint_breath(painter, shape, -2 if self.hold is Hold.TIGHT else 2, theme.palette())
            return
        painter.setPen(QPen(QColor(theme.palette().faint), 1.4))
        painter.setBrush(QColor(theme.palette().surface))
        radius = 4.5 * _scale()
        painter.drawEllipse(shape.center(), radius, radius)

    def _paint_word(self, painter: QPainter, left: bool) -> None:
        colours, text = theme.palette(), labels.place_label(self.place)
        if self.hold is not None:
            text = f"{text} · {self._state()}"
        painter.setFont(theme.font("small", strong=self.hold is not None))
        painter.setPen(QColor(colours.ink if self.hold is not None else colours.soft))
        side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            self._word_room(left), side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, text
        )

    def _word_room(self, left: bool) -> QRect:
        wide = self.width_wanted() - 6
        return QRect(4 if left else self.width() - wide - 2, 0, wide, self.height())


def _outline() -> QPainterPath:
    """Return a standing figure in a box 100 wide and 200 high."""
    path = QPainterPath()
    path.addEllipse(QRectF(37, 4, 26, 34))
    body = QPainterPath(QPointF(45, 34))
    body.lineTo(45, 48)
    body.cubicTo(36, 55, 22, 54, 18, 66)
    body.cubicTo(13, 90, 10, 115, 7, 146)
    body.cubicTo(6, 154, 15, 155, 17, 147)
    body.cubicTo(21, 122, 25, 102, 29, 84)
    body.cubicTo(32, 104, 31, 122, 29, 140)
    body.lineTo(32, 196)
    body.lineTo(47, 196)
    body.lineTo(50, 148)
    body.lineTo(53, 196)
    body.lineTo(68, 196)
    body.lineTo(71, 140)
    body.cubicTo(69, 122, 68, 104, 71, 84)
    body.cubicTo(75, 102, 79, 122, 83, 147)
    body.cubicTo(85, 155, 94, 154, 93, 146)
    body.cubicTo(90, 115, 87, 90, 82, 66)
    body.cubicTo(78, 54, 64, 55, 55, 48)
    body.lineTo(55, 34)
    body.closeSubpath()
    return path.united(body)


def _figure() -> QSize:
    return FIGURE * _scale()


def _scale() -> float:
    return max(1.0, theme.scale())
