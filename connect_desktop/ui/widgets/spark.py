"""Small pictures for rows of a table: the body's answers in order, and who reaches out."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from connect_desktop.charts.palette import Palette

BODY_SPAN = 3
BAR = 9
"""height of the reaching bar"""


def paint_spark(painter: QPainter, rect: QRectF, body: Sequence[int], palette: Palette) -> None:
    """Paint body answers −3 … +3, oldest first, with a line at neither and a dot at the latest."""
    if not body:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = rect.adjusted(4, 4, -5, -4)
    middle = area.center().y()
    painter.setPen(QPen(QColor(palette.line), 1))
    painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))
    points = _points(area, body)
    painter.setPen(
        QPen(
            QColor(palette.accent),
            1.6,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(QPen(QColor(palette.surface), 1))
    painter.setBrush(QColor(palette.accent))
    painter.drawEllipse(points[-1], 3.2, 3.2)
    painter.restore()


def paint_reach_bar(painter: QPainter, rect: QRectF, me: int, them: int, palette: Palette) -> None:
    """Paint how often each reached out first: you solid, they striped, a tick at the middle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bar = QRectF(rect.left(), rect.center().y() - BAR / 2, rect.width(), BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    if me + them == 0:
        painter.setBrush(QColor(palette.sunken))
        painter.drawRoundedRect(bar, 2, 2)
    else:
        _paint_sides(painter, bar, me, them, palette)
    painter.setPen(QPen(QColor(palette.ink), 1))
    middle = round(bar.center().x()) + 0.5
    painter.drawLine(QPointF(middle, bar.top() - 4), QPointF(middle, bar.bottom() + 4))
    painter.restore()


def _paint_sides(painter: QPainter, bar: QRectF, me: int, them: int, palette: Palette) -> None:
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    gap = 2.0 if me and them else 0.0
    mine = (bar.width() - gap) * me / (me + them)
    theirs = bar.width() - gap - mine
    left = bar.left() + (theirs + gap if mirrored else 0)
    my_side = QRectF(left, bar.top(), mine, bar.height())
    left = bar.left() + (0 if mirrored else mine + gap)
    their_side = QRectF(left, bar.top(), theirs, bar.height())
    if me:
        painter.setBrush(QColor(palette.you))
        painter.drawRoundedRect(my_side, 2, 2)
    if them:
        painter.setBrush(QColor(palette.they))
        painter.drawRoundedRect(their_side, 2, 2)
        painter.setBrush(QBrush(QColor(palette.surface), Qt.BrushStyle.BDiagPattern))
        painter.setOpacity(0.55)
        painter.drawRoundedRect(their_side, 2, 2)
        painter.setOpacity(1)


def _points(area: QRectF, body: Sequence[int]) -> list[QPointF]:
    step = area.width() / (len(body) - 1) if len(body) > 1 else 0
    start = area.left() if len(body) > 1 else area.center().x()
    unit = area.height() / (2 * BODY_SPAN)
    return [QPointF(start + n * step, area.center().y() - value * unit) for n, value in enumerate(body)]
