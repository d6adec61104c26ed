"""How it shows where the keyboard or the pointer is."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from connect_desktop.ui import theme


def paint_frame(painter: QPainter, rect: QRect, corner: float) -> None:
    """Draw a frame just inside a widget."""
    painter.setPen(QPen(QColor(theme.palette().accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), corner, corner)


def paint_ring(painter: QPainter, at: QPointF, radius: float) -> None:
    """Draw a ring around a mark, kept apart from what lies around it."""
    colours = theme.palette()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, thickness in ((colours.surface, 5.0), (colours.accent, 2.0)):
        painter.setPen(QPen(QColor(colour), thickness))
        painter.drawEllipse(at, radius, radius)
