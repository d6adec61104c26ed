"""The room that a screen has for a dialog, and what scrolls where that is not enough."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from connect_desktop.ui import theme
from connect_desktop.ui.widgets.reveal import follow_focus

FRAME = QSize(24, 64)
"""pixels that a window's frame and title take"""


def room(dialog: QWidget) -> QSize:
    """Return the most that a dialog can take of its screen."""
    return dialog.screen().availableSize() - FRAME


def wished(dialog: QWidget, width: int, height: int) -> QSize:
    """Return a size given at 100 % as large as letters are, and no larger than the screen has room for."""
    return (QSize(width, height) * theme.scale()).boundedTo(room(dialog))


def scrolled(inside: QWidget) -> QScrollArea:
    """Return an area that scrolls up and down, to whatever in it is given the focus."""
    inside.setProperty("role", "clear")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    follow_focus(area)
    return area
