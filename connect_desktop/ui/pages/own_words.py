"""The user's own words for afterwards, to be renamed, pointed another way, or no longer offered."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from connect_desktop.domain import WORD_FEELING, Edit, Feeling, Record, Word, labels
from connect_desktop.domain.errors import ConnectError
from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.chips import WORD_LIMIT
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.segmented import SegmentedChoice


class OwnWords(Card):
    """One row a word; every change is written at once and can be undone."""

    def __init__(self, session: Session) -> None:
        super().__init__(tr("Your words for afterwards"))
        self._session = session
        self._rows: list[_Row] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._said = QLabel()
        self._said.setProperty("role", "small")
        self._said.setWordWrap(True)
        self.column.addLayout(self._list)
        self.column.addWidget(self._said)
        session.changed.connect(self._hear)

    def refresh(self) -> None:
        """Show the words as they are in the store."""
        words = self._session.store.words.all()
        if words != [row.word for row in self._rows]:
            self._replace(words)
        kept = tr("Moments keep a word that is no longer offered.")
        self._said.setText(kept if words else tr("Words you add while logging a moment appear here."))

    def _replace(self, words: list[Word]) -> None:
        focused = [(place, part) for place, row in enumerate(self._rows) for part in row.focused()]
        for row in self._rows:
            row.blockSignals(True)  # losing the focus would rename it once more
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(word) for word in words]
        for place, part in focused if self._rows else ():
            self._rows[min(place, len(self._rows) - 1)].begin(part)

    def _row(self, word: Word) -> "_Row":
        row = _Row(word)
        row.renamed.connect(lambda text: self._rename(row, text))
        row.pointed.connect(lambda way: self._apply(Edit(word, replace(word, feeling=way))))
        row.removed.connect(lambda: self._remove(word))
        self._list.addWidget(row)
        row.show()
        return row

    def _rename(self, row: "_Row", text: str) -> None:
        others = {fold(one.word.text) for one in self._rows if one is not row}
        built_in = {fold(word) for one in WORD_FEELING for word in (one, labels.word_label(one))}
        if fold(text) in others | built_in:
            self._said.setText(tr("“{word}” is there already. Nothing was changed.", word=text))
            row.show_word()
            return
        self._apply(*renamed(self._session, row.word, text))

    def _remove(self, word: Word) -> None:
        self._apply(Edit(word, None), label=tr("Word taken out"))

    def _apply(self, *edits: Edit[Record], label: str = "") -> None:
        try:
            self._session.apply(label or tr("Word changed"), *edits)
        except ConnectError as error:
            self._said.setText(str(error))

    def _hear(self, edits: Edits) -> None:
        if any(isinstance(edit.record, Word) for edit in edits):
            self.refresh()


def renamed(session: Session, word: Word, text: str) -> Iterator[Edit[Record]]:
    """Yield the edits that call a word otherwise, in every moment it is in; `InvalidValue` as a word says."""
    after = replace(word, text=text)
    yield Edit(word, after)
    for felt in session.store.impressions.with_word(word.text):
        yield Edit(felt, replace(felt, words=felt.words - {word.text} | {after.text}))


class _Row(QWidget):
    renamed = Signal(str)
    pointed = Signal(object)
    removed = Signal()

    def __init__(self, word: Word) -> None:
        super().__init__()
        self.word = word
        self._text = QLineEdit()
        self._text.setMaxLength(WORD_LIMIT)
        self._text.setAccessibleName(tr("Word: {word}", word=word.text))
        options = [(feeling, labels.feeling_label(feeling)) for feeling in Feeling]
        self._way = SegmentedChoice(options, name=tr("Which way “{word}” points", word=word.text))
        self._remove = push_button(tr("Take out"), "quiet")
        self._remove.setAccessibleName(tr("Take “{word}” out", word=word.text))
        self._parts: tuple[QWidget, ...] = self._text, self._way, self._remove
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self._text, 1)
        across.addWidget(self._way, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self._remove)
        self.show_word()
        self._text.editingFinished.connect(self._rename)
        self._way.changed.connect(self.pointed)
        self._remove.clicked.connect(self.removed)

    def show_word(self) -> None:
        """Show the word as it is."""
        self._text.setText(self.word.text)
        self._way.set_value(self.word.feeling)

    def focused(self) -> list[int]:
        """Return on which of its parts the keyboard is, none where it is elsewhere."""
        focused = self.window().focusWidget()
        return [
            place
            for place, part in enumerate(self._parts)
            if focused is not None and (part is focused or part.isAncestorOf(focused))
        ]

    def begin(self, part: int) -> None:
        """Put the keyboard on one of its parts."""
        self._parts[part].setFocus()

    def _rename(self) -> None:
        text = " ".join(self._text.text().split())
        if not text:
            self.show_word()
        elif text != self.word.text:
            self.renamed.emit(text)
