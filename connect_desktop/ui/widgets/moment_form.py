"""The optional answers about a moment: those about one person, and those about the contact itself."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.domain import (
    EASY_WORDS,
    TIGHT_WORDS,
    Channel,
    Reach,
    Word,
    labels,
)
from connect_desktop.domain.interaction import MINUTES_HIGH
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.chips import Chip, ChipChoice
from connect_desktop.ui.widgets.gifts import GiftGrid
from connect_desktop.ui.widgets.segmented import SegmentedChoice

SIDE_BY_SIDE = 820
"""pixels at 100 % from which the forms stand side by side"""


class FeelForm(QWidget):
    """What is asked about one person: reach, met, openness, what each gave, words."""

    changed = Signal()

    def __init__(self, words: Iterable[Word] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reach = SegmentedChoice(_reaches(""), name=tr("Who reached out?"), clearable=True)
        self._met = SegmentedChoice(
            [(value, labels.met_label(value)) for value in range(5)], name=tr("Were you met?"), clearable=True
        )
        self._openness = SegmentedChoice(
            [(value, labels.openness_label(value)) for value in range(5)],
            name=tr("You were…"),
            clearable=True,
        )
        self._gifts = GiftGrid(tr("They"))
        self._words = ChipChoice(_word_chips(words), name=tr("Afterwards"))
        self._lay_out()
        self._reach.changed.connect(self._allow_met)
        for field in (self._reach, self._met, self._openness, self._gifts, self._words):
            field.changed.connect(self.changed)

    def begin(self) -> None:
        """Put the focus on the first question."""
        self._reach.setFocus()

    def set_name(self, name: str) -> None:
        """Say the person's name where the answers are about them."""
        chosen = self._reach.value()
        self._reach.set_options(_reaches(name))
        self._reach.set_value(chosen)
        self._gifts.set_name(name or tr("They"))

    def values(self) -> dict[str, Any]:
        """Return the fields of an impression as answered; None where nothing was."""
        gave, received = self._gifts.value()
        return {
            "reach": self._reach.value(),
            "met": self._met.value(),
            "openness": self._openness.value(),
            "gave": gave,
            "received": received,
            "words": self._words.value(),
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these fields of an impression; those that are not there have no answer."""
        self._reach.set_value(values.get("reach"))
        self._met.set_value(values.get("met"))
        self._openness.set_value(values.get("openness"))
        self._gifts.set_value((values.get("gave", frozenset()), values.get("received", frozenset())))
        self._words.set_value(values.get("words", frozenset()))
        self._allow_met()

    def _allow_met(self, *_: object) -> None:
        """Where nobody answered there was nobody to be met by."""
        reach = self._reach.value()
        alone = isinstance(reach, Reach) and reach.unanswered
        if alone:
            self._met.set_value(None)
        self._met.setEnabled(not alone)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QWidget]] = [
            (tr("Who reached out?"), self._reach),
            (tr("Were you met?"), self._met),
            (tr("You were…"), self._openness),
            (tr("What each gave"), self._gifts),
            (tr("Afterwards"), self._words),
        ]
        for number, (text, field) in enumerate(rows):
            label = QLabel(text)
            label.setProperty("role", "label")
            label.setMinimumHeight(label.fontMetrics().height() + 14)
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, number, 1)


class ContactForm(QWidget):
    """What is asked about the contact itself: a note, how it happened, how long it was."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = QPlainTextEdit()
        self._note.setPlaceholderText(tr("A note, if you like"))
        self._note.setAccessibleName(tr("A note"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(self._note.fontMetrics().lineSpacing() * 8 + 24)
        options = [(channel, labels.channel_label(channel)) for channel in Channel]
        self._channel = SegmentedChoice(options, name=tr("How you met"), clearable=True)
        self._minutes = QSpinBox()
        self._minutes.setRange(0, MINUTES_HIGH)
        self._minutes.setSingleStep(5)
        self._minutes.setSpecialValueText(tr("not noted"))
        self._minutes.setSuffix(tr(" min"))
        self._minutes.setAccessibleName(tr("How long"))
        self._minutes.setMaximumWidth(self._minutes.fontMetrics().averageCharWidth() * 24)
        self._lay_out()
        self._note.textChanged.connect(self.changed)
        self._channel.changed.connect(self.changed)
        self._minutes.valueChanged.connect(self.changed)

    def values(self) -> dict[str, Any]:
        """Return the fields of an interaction as answered."""
        return {
            "note": self._note.toPlainText(),
            "channel": self._channel.value(),
            "minutes": self._minutes.value() or None,
        }

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these fields of an interaction; those that are not there have no answer."""
        self._note.setPlainText(values.get("note", ""))
        self._channel.set_value(values.get("channel"))
        self._minutes.setValue(values.get("minutes") or 0)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("A note"), self._note),
            (tr("How it happened"), self._channel),
            (tr("How long"), self._minutes),
        )
        for text, field in rows:
            label = QLabel(text)
            label.setProperty("role", "label")
            label.setBuddy(field)
            if down.count():
                down.addSpacing(8)
            down.addWidget(label)
            down.addWidget(field)
        down.addStretch(1)


class MomentDetail(QWidget):
    """Both forms side by side, or below each other where there is little room."""

    def __init__(self, words: Iterable[Word] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.feel = FeelForm(words)
        self.contact = ContactForm()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 8, 0, 0)
        self._across.setSpacing(28)
        self._across.addWidget(self.feel, 2)
        self._across.addWidget(self.contact, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE * theme.scale()
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.LeftToRight if wide else directions.TopToBottom)


def _reaches(name: str) -> list[tuple[Reach, str]]:
    return [(reach, labels.reach_label(reach, name or tr("They"))) for reach in Reach]


def _word_chips(own: Iterable[Word]) -> list[Chip]:
    built_in = [Chip(word, labels.word_label(word), "easy") for word in EASY_WORDS]
    built_in += [Chip(word, labels.word_label(word), "tight") for word in TIGHT_WORDS]
    return built_in + [Chip(word.text, word.text, word.feeling.value) for word in own]
