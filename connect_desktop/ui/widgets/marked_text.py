"""Text with parts of it marked: bold, on a tinted ground."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from connect_desktop.domain.excerpt import Excerpt
from connect_desktop.ui import theme


def marked_lines(
    found: Excerpt, font: QFont, width: int, most: int, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> QTextLayout:
    """Return text laid out in at most so many lines, the last one elided."""
    layout = _laid_out(found, font, width, align)
    if layout.lineCount() > most:
        last = layout.lineAt(most - 1)
        kept = _units(found.text, last.textStart())
        rest = found.text[kept:]
        metrics = QFontMetrics(bold_of(font) if found.marks else font)
        shortened = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        layout = _laid_out(Excerpt(found.text[:kept] + shortened, found.marks), font, width, align)
    return layout


def height_of(layout: QTextLayout) -> int:
    """Return the pixels that all lines take."""
    return round(layout.boundingRect().height())


def paint_marked(painter: QPainter, layout: QTextLayout, into: QRect, ink: str) -> None:
    """Paint lines into the top of a place."""
    painter.setPen(QColor(ink))
    layout.draw(painter, QPointF(into.topLeft()))


def bold_of(font: QFont) -> QFont:
    """Return a font as what is marked is set in."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    return bold


def _laid_out(found: Excerpt, font: QFont, width: int, align: Qt.AlignmentFlag) -> QTextLayout:
    layout = QTextLayout(found.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setAlignment(align)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setFormats([*_formats(found)])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _formats(found: Excerpt) -> Iterator[QTextLayout.FormatRange]:
    """Yield the marks; Qt counts UTF-16 units, Python characters."""
    colours = theme.palette()
    for start, end in found.marks:
        if start < len(found.text):
            part = QTextLayout.FormatRange()
            part.start = _utf16(found.text[:start])
            part.length = _utf16(found.text[start:end])
            look = QTextCharFormat()
            look.setFontWeight(QFont.Weight.Bold)
            look.setBackground(QColor(colours.wash))
            look.setForeground(QColor(colours.on_wash))
            part.format = look
            yield part


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _units(text: str, units: int) -> int:
    """Return how many characters so many UTF-16 units are."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))
