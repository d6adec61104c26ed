"""Scrolling to what the keyboard is on."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

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


def reveal_soon(*widgets: QWidget) -> None:
    """Scroll to widgets one after the other, once what has just changed has its place."""
    for widget in widgets:
        QTimer.singleShot(0, widget, lambda widget=widget: reveal(widget))


def follow_focus(area: QScrollArea) -> None:
    """Scroll from now on to what is given the focus inside, as Qt does for Tab alone."""
    _Follower(area)


class _Follower(QObject):
    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Nothing moves away from under a mouse that is just pressing it.
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not pressed and self._area.isAncestorOf(now):
            reveal_soon(now)


def _around(widget: QWidget) -> QScrollArea | None:
    found: QWidget | None = widget.parentWidget()
    while found is not None and not isinstance(found, QScrollArea):
        found = found.parentWidget()
    return found
