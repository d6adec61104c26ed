"""Scrolling to what the keyboard is on."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

MARGIN = 24
"""pixels kept free above and below"""


def reveal(widget: QWidget, part: QRect | None = None) -> None:
    """Scroll so that `part` of a widget is seen, all of it where not told; nothing moves where it is."""
    area = _around(widget)
    inside = area.widget() if area is not None else None
    if area is None or inside is None:
        return
    place = part or widget.rect()
    if place.height() > area.viewport().height():
        return
    corner = widget.mapTo(inside, QPoint(0, 0)) + place.topLeft()
    for y in (corner.y() + place.height(), corner.y()):
        area.ensureVisible(corner.x(), y, 0, MARGIN)


def _around(widget: QWidget) -> QScrollArea | None:
    found: QWidget | None = widget.parentWidget()
    while found is not None and not isinstance(found, QScrollArea):
        found = found.parentWidget()
    return found
