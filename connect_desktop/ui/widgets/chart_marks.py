"""Which mark of a chart is meant: the nearest one, or the next one in a direction."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSizeF

from connect_desktop.charts.chart import Mark

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
