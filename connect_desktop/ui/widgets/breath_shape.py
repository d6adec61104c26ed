"""The shapes of the body scale: a knotted star that becomes a disc and then breathes."""

from functools import lru_cache
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from connect_desktop.charts.palette import Palette
from connect_desktop.ui.widgets.colours import blend, edge

LOW, HIGH = -3, 3
SPIKES = 11
STEPS = 24
"""points of the outline a spike"""
STILL = -pi / 2
"""the first spike points up"""

# By body value −3 … +3, in parts of the half side of the square a shape is drawn in.
_RADIUS = (0.42, 0.45, 0.47, 0.48, 0.55, 0.61, 0.68)
_WAIST = (0.18, 0.44, 0.80, 1.0, 1.0, 1.0, 1.0)
_THINNESS = (3.2, 1.5, 1.0, 1.0, 1.0, 1.0, 1.0)
_RINGS = ((0.10, 0.55), (0.21, 0.34), (0.32, 0.20))
"""how far each ring lies outside the disc, and how solid it is at +3"""


@lru_cache(maxsize=256)
def shape(value: float) -> QPainterPath:
    """Return the outline of a body value −3 … +3, any value between, inside the square −1 … 1."""
    radius, waist, thinness = (_at(table, value) for table in (_RADIUS, _WAIST, _THINNESS))
    path = QPainterPath()
    if waist >= 1:
        path.addEllipse(QPointF(0, 0), radius, radius)
        return path
    count = SPIKES * STEPS
    swells = [(0.5 + 0.5 * cos(2 * pi * step / STEPS)) ** thinness for step in range(STEPS)]
    points = []
    for step in range(count):
        reach = radius * (waist + (1 - waist) * swells[step % STEPS]) * _unevenness(step, value)
        turn = STILL + 2 * pi * step / count
        points.append(QPointF(reach * cos(turn), reach * sin(turn)))
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


def rings(value: float) -> list[tuple[float, float]]:
    """Return (radius, opacity) of the rings around the disc, outermost first; none up to 0."""
    radius = _at(_RADIUS, value)
    found = []
    for number, (out, solid) in enumerate(_RINGS):
        grown = min(1.0, max(0.0, value - number))
        if grown > 0:
            found.append((radius + out * grown, solid * grown))
    return found[::-1]


def paint_breath(painter: QPainter, rect: QRectF, value: float | None, palette: Palette) -> None:
    """Paint a body value into the largest square of `rect`; None is a hollow ring, to be felt."""
    half = min(rect.width(), rect.height()) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(half, half)
    if value is None:
        _paint_hollow(painter, palette)
    else:
        _paint_felt(painter, min(HIGH, max(LOW, value)), palette)
    painter.restore()


def body_colour(value: float, palette: Palette) -> str:
    """Return the colour of a body value −3 … +3, any value between."""
    low = min(HIGH - 1, max(LOW, int(value // 1)))
    return blend(palette.for_body(low), palette.for_body(low + 1), min(1.0, max(0.0, value - low)))


def _paint_hollow(painter: QPainter, palette: Palette) -> None:
    pen = QPen(QColor(palette.faint), 0)
    pen.setStyle(Qt.PenStyle.DashLine)
    pen.setCosmetic(True)
    pen.setWidthF(1.4)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(0, 0), _RADIUS[3], _RADIUS[3])


def _paint_felt(painter: QPainter, value: float, palette: Palette) -> None:
    colour = body_colour(value, palette)
    painter.setPen(Qt.PenStyle.NoPen)
    for radius, solid in rings(value):
        glow = QColor(colour)
        glow.setAlphaF(solid)
        painter.setBrush(glow)
        painter.drawEllipse(QPointF(0, 0), radius, radius)
    line = QPen(QColor(edge(colour, palette)), 1)
    line.setCosmetic(True)
    line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(line)
    painter.setBrush(QColor(colour))
    painter.drawPath(shape(round(value, 2)))


def _unevenness(step: int, value: float) -> float:
    """Every other spike of a knot is shorter; the unevenness is gone when the knot has loosened."""
    knotted = min(1.0, max(0.0, -value - 2))
    spike = round(step / STEPS) % SPIKES
    return 1 - 0.14 * knotted * (spike % 2)


def _at(table: tuple[float, ...], value: float) -> float:
    place = min(float(HIGH), max(float(LOW), value)) - LOW
    low = min(len(table) - 2, int(place))
    return table[low] + (table[low + 1] - table[low]) * (place - low)
