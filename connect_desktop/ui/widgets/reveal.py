"""Scrolling to what the keyboard is on."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

MARGIN = 24
"""pixels kept free above and below"""
_FOLLOWS = "followsFocus"
"""property of what scrolls to the focus inside, and of the application once it tells of it"""


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


def follow_focus(owner: QWidget) -> None:
    """Scroll from now on to what is given the focus inside, as Qt does for Tab alone.

    A window that is come back to stays as it was left.
    """
    owner.setProperty(_FOLLOWS, True)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    # One for all, and for good: the focus moves while areas go, and nothing that goes may be told of it.
    if not application.property(_FOLLOWS):
        application.setProperty(_FOLLOWS, True)
        application.focusChanged.connect(_follow)


def _follow(before: QWidget | None, now: QWidget | None) -> None:
    # Nothing moves away from under a mouse that is just pressing it.
    pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    if before is None or now is None or pressed or isinstance(now, QAbstractItemView):
        return  # a list shows the row it is on by itself
    if any(owner.property(_FOLLOWS) for owner in _owners(now)):
        reveal_soon(now)


def _around(widget: QWidget) -> QScrollArea | None:
    return next((owner for owner in _owners(widget) if isinstance(owner, QScrollArea)), None)


def _owners(widget: QWidget) -> Iterator[QWidget]:
    """Yield all that a widget is inside of, the nearest first."""
    found = widget.parentWidget()
    while found is not None:
        yield found
        found = found.parentWidget()
