"""A sentence in at most two lines, the rest of it left out with an ellipsis."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout


def paint_two_lines(painter: QPainter, area: QRectF, text: str) -> None:
    """Paint `text` with the painter's font and pen, centred in the height of `area`."""
    metrics = QFontMetricsF(painter.font())
    lines = two_lines(text, painter.font(), area.width())
    height = metrics.lineSpacing()
    top = area.center().y() - height * len(lines) / 2
    for number, line in enumerate(lines):
        place = QRectF(area.left(), top + number * height, area.width(), height)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, line)


def two_lines(text: str, font: QFont, width: float) -> list[str]:
    """Return the one or two lines of `text` that are `width` pixels wide at most."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 1))
    length = line.textLength()
    layout.endLayout()
    rest = text[length:].strip()
    if not rest:
        return [text]
    return [text[:length].rstrip(), QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
