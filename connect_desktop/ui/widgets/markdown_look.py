"""Markdown that shows what it means while it stays the text: each line is dressed when it changes."""

from collections.abc import Iterator
from itertools import groupby, islice

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QTextEdit

from connect_desktop.domain import markdown
from connect_desktop.domain.markdown import BOLD, ITALIC, Line
from connect_desktop.ui import theme

HEADINGS = (1.5, 1.25, 1.1)
"""sizes of headings over that of the text; deeper ones are as large as the last"""

AT_ONCE = 40
"""lines dressed anew together when the colours change"""
LONG = 10_000
"""characters of a line from which on its emphasis stays as typed: Qt would set each piece anew at each key"""


class MarkdownLook(QSyntaxHighlighter):
    """Dresses the lines of a document; the text, what is copied and what can be undone stay as typed."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit.document())
        self._edit = edit
        self.waiting = False
        """whether to leave lines as they are, for they are all about to change once more"""
        self._points = 0.0
        self._left: Iterator[QTextBlock] = iter(())
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._dress_more)
        self._plain, self._mark, self._quote, self._rule = (QTextCharFormat() for _ in range(4))

    def dress(self, font: QFont) -> None:
        """Take the colours in force and the sizes that go with a font."""
        colours = theme.palette()
        self._points = font.pointSizeF()
        self._mark.setForeground(QColor(colours.faint))
        self._quote.setForeground(QColor(colours.soft))
        self._rule.setForeground(QColor(colours.accent))
        self._rule.setFontWeight(QFont.Weight.DemiBold)
        if not self.document().isEmpty():
            self._left = _blocks(self.document())
            self._dress_more()

    def _dress_more(self) -> None:
        """Dress the next lines anew: each takes Qt a while, so that many are done between other things."""
        some = list(islice(self._left, AT_ONCE))
        # To Qt that is a change of the document; nothing was written.
        was = self._edit.blockSignals(True)
        for block in some:
            self.rehighlightBlock(block)
        self._edit.blockSignals(was)
        if some:
            self._later.start()

    def highlightBlock(self, text: str) -> None:
        if self.waiting:
            return
        text = markdown.in_units(text)
        line = markdown.line(text)
        ground = self._ground(line)
        if ground is not self._plain:
            self.setFormat(0, len(text), ground)
        if line.rule:
            self.setFormat(0, len(text), self._mark)
            return
        self._show_emphasis(text, line.start, ground)
        self._show_start(line)

    def _ground(self, line: Line) -> QTextCharFormat:
        if not line.level:
            return self._quote if line.quote else self._plain
        ground = QTextCharFormat(self._quote if line.quote else self._plain)
        ground.setFontPointSize(self._points * HEADINGS[min(line.level, len(HEADINGS)) - 1])
        ground.setFontWeight(QFont.Weight.DemiBold)
        return ground

    def _show_start(self, line: Line) -> None:
        at = len(line.quote)
        self.setFormat(0, at, self._rule)
        at += len(line.indent)
        heading = QTextCharFormat(self._ground(line))
        heading.setForeground(self._mark.foreground())
        self.setFormat(at, len(line.heading), heading)
        self.setFormat(at, len(line.bullet) + len(line.number), self._rule)

    def _show_emphasis(self, text: str, start: int, ground: QTextCharFormat) -> None:
        if len(text) > LONG:
            return
        found = markdown.spans(text, start)
        if found:
            self._show_spans(found, ground)
        for at in markdown.escapes(text, start):
            self.setFormat(at, 1, self._mark)

    def _show_spans(self, found: list[markdown.Span], ground: QTextCharFormat) -> None:
        turns = [turn for span in found for turn in _turns(span)]
        depth, at = {BOLD: 0, ITALIC: 0}, 0
        for here, steps in groupby(sorted(turns), key=lambda turn: turn[0]):
            if any(depth.values()):
                self.setFormat(at, here - at, _emphasis(ground, bool(depth[BOLD]), bool(depth[ITALIC])))
            for _, step, signs in steps:
                depth[signs] += step
            at = here
        mark = QTextCharFormat(ground)
        mark.setForeground(self._mark.foreground())
        for span in found:
            self.setFormat(span.start - span.signs, span.signs, mark)
            self.setFormat(span.end, span.signs, mark)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _turns(span: markdown.Span) -> tuple[tuple[int, int, int], ...]:
    return (span.start, 1, span.signs), (span.end, -1, span.signs)


def _emphasis(ground: QTextCharFormat, bold: bool, italic: bool) -> QTextCharFormat:
    found = QTextCharFormat(ground)
    if bold:
        found.setFontWeight(QFont.Weight.Bold)
    found.setFontItalic(italic)
    return found
