"""A calm place to write: plain text, lines of a readable length, room between them."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

LINE_HEIGHT = 150
"""percent"""
LINE_LENGTH = 75
"""characters"""
_SAMPLE = "you were quiet today, and that was all right with both of us"


class Prose(QTextEdit):
    """Holds plain text; what is pasted loses its looks, never its words. Undo inside it is its own."""

    def __init__(self, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(font)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def text(self) -> str:
        """Return what is written, every character as typed."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def set_text(self, text: str) -> None:
        """Show `text`, with nothing to undo."""
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._space_lines()
        self.document().setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _space_lines(self) -> None:
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(spaced)

    def comfortable_width(self) -> int:
        """Return how wide a line of LINE_LENGTH characters is."""
        width = self.fontMetrics().horizontalAdvance(_SAMPLE)
        return round(width / len(_SAMPLE) * LINE_LENGTH) + self.verticalScrollBar().sizeHint().width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() or not event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            super().keyPressEvent(event)
            return
        # In an empty line Qt would take the room between lines away instead.
        cursor = self.textCursor()
        cursor.insertBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.document().isEmpty():
            return
        # Of the words in an empty text Qt shows only what goes into its first line.
        painter, area = QPainter(self.viewport()), self.viewport().rect()
        painter.setFont(self.font())
        painter.setPen(self.palette().placeholderText().color())
        painter.setClipRect(area.adjusted(0, round(self.document().size().height()), 0, 0))
        painter.drawText(area, Qt.TextFlag.TextWordWrap.value, self.placeholderText())

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(source.text())
            self.ensureCursorVisible()
