"""What the rows of a list lie on, and from which side they are read."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from connect_desktop.ui import theme


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, focused: bool) -> None:
    """Frame the row the keyboard is on; shade the one under the pointer."""
    colours = theme.palette()
    if focused:
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(QColor(colours.surface))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.sunken))
    else:
        return
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 9, 9)


def mirrored(option: QStyleOptionViewItem) -> bool:
    """Return whether a row is read from the right."""
    return option.direction == Qt.LayoutDirection.RightToLeft


def leading(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    """Return the side on which a row begins."""
    return Qt.AlignmentFlag.AlignRight if mirrored(option) else Qt.AlignmentFlag.AlignLeft


def trailing(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    """Return the side on which a row ends."""
    return Qt.AlignmentFlag.AlignLeft if mirrored(option) else Qt.AlignmentFlag.AlignRight
