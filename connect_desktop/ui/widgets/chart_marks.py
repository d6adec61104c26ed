"""Which mark of a chart is meant, the nearest one or the next in a direction, and how it is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from connect_desktop.charts.chart import Mark
from connect_desktop.charts.palette import Palette
from connect_desktop.ui import theme

Area = tuple[float, float, float, float]

NEAR = 18.0
"""pixels within which a mark is pointed at"""
_SAME_HEIGHT = 0.5
"""pixels"""


def place(mark: Mark, size: QSizeF) -> QPointF:
    """Return the middle of a mark in a picture of `size` pixels, from the upper left."""
    return QPointF(mark.x * size.width(), (1 - mark.y) * size.height())


def nearest(marks: Sequence[Mark], size: QSizeF, at: QPointF) -> int | None:
    """Return the mark within reach that lies nearest to a point; None where there is none."""
    best, best_apart = None, NEAR**2
    for number, mark in enumerate(marks):
        across = mark.x * size.width() - at.x()
        down = (1 - mark.y) * size.height() - at.y()
        apart = across * across + down * down
        if apart <= best_apart:
            best, best_apart = number, apart
    return best


def vertical(marks: Sequence[Mark], size: QSizeF, start: int, way: int) -> int:
    """Return the nearest mark above (`way` −1) or below (1) the mark `start`; that one where there is none.

    What lies straight above or below is nearer than what lies aside.
    """
    here = place(marks[start], size)
    best, best_apart = start, float("inf")
    for number, mark in enumerate(marks):
        there = place(mark, size)
        down = (there.y() - here.y()) * way
        apart = down + 2 * abs(there.x() - here.x())
        if down > _SAME_HEIGHT and apart < best_apart:
            best, best_apart = number, apart
    return best


def toward(marks: Sequence[Mark], size: QSizeF, start: int, across: int, down: int) -> int | None:
    """Return the nearest mark to the right (`across` 1), left (−1), below (`down` 1) or above (−1); or None.

    What lies aside is further: walking one way and then the other comes back to most places.
    """
    here = place(marks[start], size)
    best, best_apart = None, float("inf")
    for number, mark in enumerate(marks):
        there = place(mark, size) - here
        ahead = there.x() * across + there.y() * down
        aside = abs(there.x() * down) + abs(there.y() * across)
        apart = ahead + 2 * aside
        if ahead > _SAME_HEIGHT and apart < best_apart:
            best, best_apart = number, apart
    return best


def paint_halo(painter: QPainter, mark: Mark, area: Area, size: QSizeF, palette: Palette) -> None:
    """Paint the regions in which a mark may lie, the likeliest strongest, as far as they are in `area`."""
    left, bottom, right, top = area
    middle, tone = place(mark, size), QColor(palette.accent)
    painter.save()
    painter.setClipRect(
        QRectF(QPointF(left * size.width(), (1 - top) * size.height()),
               QPointF(right * size.width(), (1 - bottom) * size.height()))
    )  # fmt: skip
    painter.setPen(QPen(tone, 1, Qt.PenStyle.DotLine))
    tone.setAlphaF(0.08)
    painter.setBrush(tone)
    wide, high = size.width(), size.height()
    for west, east, below, above in mark.halo:
        painter.drawPath(_egg(middle, west * wide, east * wide, below * high, above * high))
    painter.restore()


def _egg(middle: QPointF, left: float, right: float, below: float, above: float) -> QPainterPath:
    """Return four quarters of ellipses that reach so far from a middle."""
    path = QPainterPath()
    path.moveTo(middle.x() + right, middle.y())
    for start, across, up in ((0, right, above), (90, left, above), (180, left, below), (270, right, below)):
        path.arcTo(QRectF(middle.x() - across, middle.y() - up, 2 * across, 2 * up), start, 90)
    path.closeSubpath()
    return path


def paint_name(painter: QPainter, mark: Mark, area: QRectF, away: float, palette: Palette) -> None:
    """Write the name of a mark that has none in the picture, below it and inside `area`."""
    if not mark.name:
        return
    font = theme.font("small", strong=True)
    metrics = QFontMetricsF(font)
    name = metrics.elidedText(mark.name, Qt.TextElideMode.ElideRight, area.width() / 2)
    box = QRectF(0, 0, metrics.horizontalAdvance(name) + 14, metrics.height() + 6)
    at = place(mark, area.size())
    below = at.y() + away + 4
    top = below if below + box.height() <= area.bottom() else at.y() - away - 4 - box.height()
    box.moveTo(min(max(at.x() - box.width() / 2, area.left()), area.right() - box.width()), top)
    painter.setPen(QPen(QColor(palette.line), 1))
    painter.setBrush(QColor(palette.surface))
    painter.drawRoundedRect(box, 6, 6)
    painter.setFont(font)
    painter.setPen(QColor(palette.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
