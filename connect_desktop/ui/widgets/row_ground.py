"""What the rows of a list lie on, their headings, and from which side they are read."""

from PySide6.QtCore import QRect, QRectF, Qt
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


def paint_heading(painter: QPainter, option: QStyleOptionViewItem, place: QRect, text: str) -> None:
    """Write what stands above the rows that follow."""
    painter.setFont(theme.font("small", strong=True))
    painter.setPen(QColor(theme.palette().soft))
    painter.drawText(place, leading(option) | Qt.AlignmentFlag.AlignVCenter, text)


def placed(option: QStyleOptionViewItem, area: QRect, part: QRect) -> QRect:
    """Return where a part of a row lies, `part` counted from where the row's `area` begins."""
    return QStyle.visualRect(option.direction, area, part.translated(area.topLeft()))


def mirrored(option: QStyleOptionViewItem) -> bool:
    """Return whether a row is read from the right."""
    return option.direction == Qt.LayoutDirection.RightToLeft


def leading(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    """Return the side on which a row begins."""
    side = Qt.AlignmentFlag.AlignRight if mirrored(option) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute  # a painter that is mirrored itself would turn it round


def trailing(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    """Return the side on which a row ends."""
    side = Qt.AlignmentFlag.AlignLeft if mirrored(option) else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignAbsolute
