"""The mark beside what the moments say: every state has a shape of its own, so that colour is never alone."""

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from connect_desktop.charts.palette import Palette
from connect_desktop.insight.states import State
from connect_desktop.ui import theme

SIDE = 14
TIGHT, EASY = -2, 2
"""body values whose colours the marks borrow"""

Shape = Callable[[QRectF], QPainterPath]


class StateMark(QWidget):
    """Shows the mark of a state, or of a reading at rest; the words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: State | None) -> None:
        """Show this state; None is a reading at rest."""
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:
        side = round(SIDE * theme.scale())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_state(painter, QRectF(self.rect()), self._state, theme.palette())


def colour(state: State | None, palette: Palette) -> str:
    """Return the colour of a state, at least 3 : 1 on a card."""
    if state in (State.ONE_SIDED, State.MIXED, State.LEANING, State.THIN):
        return palette.for_body(TIGHT)
    if state in (State.MET, State.YOU_START_THEY_MEET, State.HARD_AND_REAL):
        return palette.for_body(EASY)
    return palette.they if state is State.THEY_REACH else palette.faint


def paint_state(painter: QPainter, rect: QRectF, state: State | None, palette: Palette) -> None:
    """Paint the mark of a state into the largest square of `rect`."""
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    square.adjust(1, 1, -1, -1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(colour(state, palette))
    pen = QPen(ink, max(1.5, side / 9))
    if state is State.NOT_ENOUGH:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    shape = _SHAPES[state](square)
    if state not in _HOLLOW:
        painter.setBrush(ink)
    painter.drawPath(shape)
    if state is State.MET:
        painter.fillPath(_core(square), ink)
    if state is State.MIXED:
        painter.fillPath(shape.intersected(_half(square)), ink)
    painter.restore()


def _disc(square: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(square.adjusted(1, 1, -1, -1))
    return path


def _core(square: QRectF) -> QPainterPath:
    """Return what lies inside a ring: together they breathe."""
    path, inwards = QPainterPath(), square.width() * 0.28
    path.addEllipse(square.adjusted(inwards, inwards, -inwards, -inwards))
    return path


def _diamond(square: QRectF) -> QPainterPath:
    return _corners(square, 4, 1.0)


def _star(square: QRectF) -> QPainterPath:
    """Return a knot with open arms: hard, and real."""
    return _corners(square, 12, 0.5)


def _down(square: QRectF) -> QPainterPath:
    return _polygon([square.topLeft(), square.topRight(), QPointF(square.center().x(), square.bottom())])


def _towards_you(square: QRectF) -> QPainterPath:
    return _polygon([square.topRight(), square.bottomRight(), QPointF(square.left(), square.center().y())])


def _block(square: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(square.adjusted(1, 1, -1, -1), 3, 3)
    return path


def _pause(square: QRectF) -> QPainterPath:
    path, third = QPainterPath(), square.width() / 3
    path.addRect(QRectF(square.left() + 1, square.top() + 1, third - 1, square.height() - 2))
    path.addRect(QRectF(square.right() - third, square.top() + 1, third - 1, square.height() - 2))
    return path


def _half(square: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(square.left(), square.top(), square.width() / 2, square.height()))
    return path


def _corners(square: QRectF, count: int, waist: float) -> QPainterPath:
    """Return a figure whose every second corner lies nearer to the middle."""
    half, middle = square.width() / 2, square.center()
    turns = [2 * pi * number / count - pi / 2 for number in range(count)]
    reach = [half * (waist if number % 2 else 1.0) for number in range(count)]
    return _polygon(
        [
            QPointF(middle.x() + far * cos(turn), middle.y() + far * sin(turn))
            for turn, far in zip(turns, reach, strict=True)
        ]
    )


def _polygon(corners: list[QPointF]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF(corners))
    path.closeSubpath()
    return path


_HOLLOW = (State.MET, State.LEANING, State.MIXED, State.OPEN, State.NOT_ENOUGH, State.ONE_WAY)
_SHAPES: dict[State | None, Shape] = {
    State.ONE_SIDED: _diamond,
    State.MIXED: _diamond,
    State.LEANING: _diamond,
    State.THIN: _down,
    State.THEY_REACH: _towards_you,
    State.MET: _disc,
    State.YOU_START_THEY_MEET: _disc,
    State.HARD_AND_REAL: _star,
    State.OPEN: _disc,
    State.NOT_ENOUGH: _disc,
    State.ONE_WAY: _block,
    None: _pause,
}
