"""A sentence in at most so many lines, the rest of it left out with an ellipsis."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

_ANYWHERE = QTextOption()
_ANYWHERE.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


def paint_few_lines(painter: QPainter, area: QRectF, text: str, most: int = 2) -> None:
    """Paint `text` with the painter's font and pen, centred in the height of `area`."""
    height = QFontMetricsF(painter.font()).lineSpacing()
    lines = few_lines(text, painter.font(), area.width(), most)
    top = area.center().y() - height * len(lines) / 2
    for number, line in enumerate(lines):
        place = QRectF(area.left(), top + number * height, area.width(), height)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, line)


def few_lines(text: str, font: QFont, width: float, most: int = 2) -> list[str]:
    """Return the lines of `text`, at most `most`, that are `width` pixels wide at most."""
    lines: list[str] = []
    while len(lines) < most - 1 and (length := _fitting(text, font, width)) < len(text):
        lines.append(text[:length].rstrip())
        text = text[length:].lstrip()
    return [*lines, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(width, 1))]


def _fitting(text: str, font: QFont, width: float) -> int:
    """Return how many characters of `text` go into the first line."""
    layout = QTextLayout(text, font)
    layout.setTextOption(_ANYWHERE)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 1))
    units = line.textLength()
    layout.endLayout()
    # Qt counts UTF-16 code units, Python code points.
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
