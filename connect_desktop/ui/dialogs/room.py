"""The room that a screen has for a dialog, and what scrolls where that is not enough."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from connect_desktop.ui import theme
from connect_desktop.ui.widgets.page_scroll import scrolled
from connect_desktop.ui.widgets.reveal import follow_focus

FRAME = QSize(24, 64)
"""pixels that a window's frame and title take"""


def room(dialog: QWidget) -> QSize:
    """Return the most that a dialog can take of its screen."""
    return dialog.screen().availableSize() - FRAME


def wished(dialog: QWidget, width: int, height: int) -> QSize:
    """Return a size given at 100 % as large as letters are, and no larger than the screen has room for."""
    return (QSize(width, height) * theme.scale()).boundedTo(room(dialog))


def scrolling(inside: QWidget) -> QScrollArea:
    """Return what scrolls `inside` up and down only, to whatever in it is given the focus."""
    inside.setProperty("role", "clear")
    area = scrolled(inside)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    follow_focus(area)
    return area
