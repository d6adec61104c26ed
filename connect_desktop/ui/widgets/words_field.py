"""Words for afterwards: the app's, and the user's own with which way each points."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from connect_desktop.domain import EASY_WORDS, TIGHT_WORDS, Feeling, Word, labels
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.chips import Chip, ChipChoice
from connect_desktop.ui.widgets.segmented import SegmentedChoice


class WordsField(QWidget):
    """A word that is added here asks once whether it is easy, tight or neither.

    `changed` tells what the user did; `set_value` is silent.
    """

    changed = Signal()

    def __init__(self, own: Iterable[Word] = ()) -> None:
        super().__init__()
        self._new: dict[str, Feeling] = {}
        self._asking = ""
        self._chips = ChipChoice(_chips(own), name=tr("Afterwards"), own_words=True)
        self._asked = QLabel()
        self._asked.setProperty("role", "label")
        self._asked.setWordWrap(True)
        options = [(feeling, labels.feeling_label(feeling)) for feeling in Feeling]
        self._feeling = SegmentedChoice(options, name=tr("Which way the new word points"))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        for part in (self._chips, self._asked, self._feeling):
            down.addWidget(part)
        self._ask("")
        self._chips.added.connect(self._add)
        self._chips.changed.connect(self.changed)
        self._feeling.changed.connect(self._point)

    def set_own(self, own: Iterable[Word]) -> None:
        """Offer these words of the user's own; those just added stay as long as they are not among them."""
        own = tuple(own)
        known = {word.text for word in own}
        self._new = {text: feeling for text, feeling in self._new.items() if text not in known}
        added = [Word(text=text, feeling=feeling) for text, feeling in self._new.items()]
        self._chips.set_chips(_chips([*own, *added]))
        if self._asking in known:
            self._ask("")

    def value(self) -> frozenset[str]:
        """Return the chosen words."""
        return self._chips.value()

    def set_value(self, words: Iterable[str]) -> None:
        """Show these words."""
        self._chips.set_value(words)
        self._ask("")

    def added(self) -> dict[str, Feeling]:
        """Return the words that were added here and are nowhere else yet, with the way each points."""
        return dict(self._new)

    def set_added(self, words: Mapping[str, Feeling]) -> None:
        """Take these for words that were added here."""
        for text, feeling in words.items():
            if text not in self._new:
                self._chips.set_value(self._chips.value() | {text})
            self._new[text] = feeling
            self._chips.tint(text, feeling)

    def summary(self) -> str:
        """Return the chosen words."""
        return ", ".join(sorted(map(labels.word_label, self.value())))

    def _add(self, text: str) -> None:
        self._new[text] = Feeling.NEITHER
        self._ask(text)
        if self._chips.typing():
            self._feeling.setFocus()

    def _point(self, feeling: object) -> None:
        if isinstance(feeling, Feeling) and self._asking:
            self._new[self._asking] = feeling
            self._chips.tint(self._asking, feeling)
            self.changed.emit()

    def _ask(self, text: str) -> None:
        self._asking = text
        self._asked.setText(tr("“{word}” is", word=text))
        self._feeling.set_value(self._new.get(text))
        self._asked.setVisible(bool(text))
        self._feeling.setVisible(bool(text))


def _chips(own: Iterable[Word]) -> list[Chip]:
    built_in = [Chip(word, labels.word_label(word), "easy") for word in EASY_WORDS]
    built_in += [Chip(word, labels.word_label(word), "tight") for word in TIGHT_WORDS]
    return built_in + [Chip(word.text, word.text, word.feeling.value) for word in own]
