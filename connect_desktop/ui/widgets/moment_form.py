"""The optional answers about a moment: those about one person, and those about the contact itself.

They stand in parts that fold to one line each; folded, a part says what was answered in it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from connect_desktop.domain import ROLES, Gift, labels
from connect_desktop.domain.checks import WORDING_LIMIT
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.body_figure import BodyFigure
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.chips import Chip, ChipChoice
from connect_desktop.ui.widgets.contact_fields import ContactFields
from connect_desktop.ui.widgets.gifts import GiftGrid
from connect_desktop.ui.widgets.hurt_field import HurtField
from connect_desktop.ui.widgets.offers import Offers
from connect_desktop.ui.widgets.reach_fields import ReachFields
from connect_desktop.ui.widgets.section import Section
from connect_desktop.ui.widgets.truth_field import TruthField
from connect_desktop.ui.widgets.words_field import WordsField

SIDE_BY_SIDE = 760
"""pixels at 100 % from which the parts stand in two columns"""
BEFORE_WIDEST = 460
"""pixels at 100 % that the body before takes at most"""
LEFT = ("reach", "gave", "words", "role", "how")
"""the parts of the left column, in order; the others stand at the right"""


class FeelForm:
    """What is asked about one person: the fields of an impression but the body afterwards."""

    def __init__(self, offers: Offers) -> None:
        self.before = BreathScale(name=tr("Before, your body"), small=True)
        self.before.setMaximumWidth(round(BEFORE_WIDEST * max(1.0, theme.scale())))
        self.reach = ReachFields()
        self._gifts = GiftGrid(tr("They"))
        self._words = WordsField(offers.words)
        self._role = ChipChoice(
            _roles(offers.roles),
            name=tr("The role you played"),
            own_words=True,
            single=True,
            limit=WORDING_LIMIT,
        )
        self._truth = TruthField(offers.truths)
        self._places = BodyFigure()
        self._hurt = HurtField()
        self._note = note_field(tr("How it felt with them"), lines=3)
        self.sections = self._made_sections()
        self.before_section = Section("before", tr("Before"), self.before, self._before)

    def begin(self) -> None:
        """Put the focus on the first question."""
        self.reach.begin()

    def set_offers(self, offers: Offers) -> None:
        """Offer these words and wordings; what is chosen stays chosen."""
        self._words.set_own(offers.words)
        self._role.set_chips(_roles(offers.roles))
        self._truth.set_own(offers.truths)

    def set_name(self, name: str) -> None:
        """Say the person's name where the answers are about them."""
        self.reach.set_name(name)
        self._gifts.set_name(name or tr("They"))
        self._truth.set_name(name)
        self._hurt.set_name(name)
        self._note_section().set_title(
            tr("How it felt with {name}", name=name) if name else tr("How it felt")
        )
        self._note.setAccessibleName(tr("How it felt with {name}", name=name) if name else tr("How it felt"))

    def set_day(self, day: date) -> None:
        """Take this for today, on which somebody may have come back."""
        self._hurt.set_day(day)

    def show_note(self, asked: bool) -> None:
        """Ask how it felt with this person in words; what is there shows, asked or not."""
        self._note_section().setVisible(asked or bool(self._note.toPlainText()))

    def values(self) -> dict[str, Any]:
        """Return the fields of an impression as answered; None where nothing was."""
        gave, received = self._gifts.value()
        truth, response = self._truth.value()
        return {
            "before": self.before.value(), **self.reach.values(),
            "gave": gave, "received": received, "words": self._words.value(), "places": self._places.value(),
            "role": self._role.one(), "truth": truth, "response": response, **self._hurt.values(),
            "note": self._note.toPlainText(),
        }  # fmt: skip

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these fields of an impression; those that are not there have no answer."""
        role = values.get("role")
        self.before.set_value(values.get("before"))
        self.reach.set_values(values)
        self._gifts.set_value((values.get("gave", frozenset()), values.get("received", frozenset())))
        self._words.set_value(values.get("words", frozenset()))
        self._places.set_value(values.get("places", {}))
        self._role.set_value([role] if role else [])
        self._truth.set_value(values.get("truth"), values.get("response"))
        self._hurt.set_values(values)
        self._note.setPlainText(values.get("note", ""))

    @property
    def words(self) -> WordsField:
        """The words for afterwards, which know those that were added here."""
        return self._words

    def changes(self) -> Iterable[Any]:
        """Return the signals that tell of an answer."""
        fields = (
            self.before, self.reach, self._gifts, self._words, self._role, self._truth, self._places,
            self._hurt,
        )  # fmt: skip
        return (*(field.changed for field in fields), self._note.textChanged)

    def _made_sections(self) -> list[Section]:
        return [
            Section("reach", tr("Who reached out, were you met?"), self.reach, self.reach.summary),
            Section("gave", tr("What each gave"), self._gifts, self._given),
            Section("words", tr("Afterwards"), self._words, self._words.summary),
            Section("role", tr("You were playing a role"), self._role, self._played),
            Section("truth", tr("Said directly"), self._truth, self._truth.summary),
            Section("places", tr("Where in the body"), self._places, self._felt),
            Section("hurt", tr("A hurt, and the way back"), self._hurt, self._hurt.summary),
            Section("felt", tr("How it felt"), self._note, lambda: first_line(self._note)),
        ]

    def _note_section(self) -> Section:
        return self.sections[-1]

    def _before(self) -> str:
        value = self.before.value()
        return "" if value is None else labels.body_label(value)

    def _given(self) -> str:
        mine, theirs = self._gifts.value()
        parts = [tr("you: {gifts}", gifts=_gifts(mine))] if mine else []
        parts += [tr("they: {gifts}", gifts=_gifts(theirs))] if theirs else []
        return labels.BETWEEN.join(parts)

    def _played(self) -> str:
        role = self._role.one()
        return labels.role_label(role) if role else ""

    def _felt(self) -> str:
        found = self._places.value().items()
        return ", ".join(f"{labels.place_label(place)} {labels.hold_label(hold)}" for place, hold in found)


class ContactForm:
    """What is asked about the contact itself: a note, how it happened, how long it was, for which circle."""

    def __init__(self, offers: Offers) -> None:
        self._note = note_field(tr("A note"), lines=8)
        self._fields = ContactFields(offers.circles)
        self.sections = [
            Section("note", tr("A note"), self._note, lambda: first_line(self._note)),
            Section("how", tr("How it happened"), self._fields, self._fields.summary),
        ]

    def set_offers(self, offers: Offers) -> None:
        """Offer these circles; the chosen one stays chosen."""
        self._fields.set_circles(offers.circles)

    def set_circle(self, circle: str | None) -> None:
        """Let the moment belong to this circle."""
        self._fields.set_values({**self._fields.values(), "circle": circle})

    def values(self) -> dict[str, Any]:
        """Return the fields of an interaction as answered."""
        return {"note": self._note.toPlainText(), **self._fields.values()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these fields of an interaction; those that are not there have no answer."""
        self._note.setPlainText(values.get("note", ""))
        self._fields.set_values(values)

    def changes(self) -> Iterable[Any]:
        """Return the signals that tell of an answer."""
        return (self._note.textChanged, self._fields.changed)


class MomentDetail(QWidget):
    """Both forms in two columns, or below each other where there is little room.

    `changed` tells what the user answered, `folded` that they opened or folded a part: the names of those
    that are open now.
    """

    changed = Signal()
    folded = Signal(tuple)

    def __init__(self, offers: Offers | None = None, opened: Iterable[str] = ()) -> None:
        """`opened` are the names of the parts that are not folded to begin with."""
        super().__init__()
        self.feel = FeelForm(offers or Offers())
        self.contact = ContactForm(offers or Offers())
        self.before = self.feel.before_section
        """the part about the body before: stands beside the body, where whoever made this puts it"""
        self._asks_note = False
        self._opened = set(opened)
        sections = (self.before, *self.feel.sections, *self.contact.sections)
        self._sections = {one.name: one for one in sections}
        self._columns = QVBoxLayout(), QVBoxLayout()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self.unfold()
        for signal in (*self.feel.changes(), *self.contact.changes()):
            signal.connect(self._hear)
        for section in self._sections.values():
            section.toggled.connect(self._fold)

    def set_offers(self, offers: Offers) -> None:
        """Offer these of the user's own; what is chosen stays chosen."""
        self.feel.set_offers(offers)
        self.contact.set_offers(offers)

    def unfold(self) -> None:
        """Show the parts the user opens, and those that hold an answer; fold the others."""
        for section in self._sections.values():
            section.open(section.name in self._opened or bool(section.summary()))

    def reveal(self, name: str) -> None:
        """Open one part, this time."""
        self._sections[name].open(True)

    def ask_note(self, asked: bool) -> None:
        """Ask how it felt with this person in words, where several are told apart."""
        self._asks_note = asked
        self.feel.show_note(asked)

    def show_only(self, *names: str) -> None:
        """Show no other parts than these; all of them where none is named."""
        for section in (*self.feel.sections, *self.contact.sections):
            section.setVisible(not names or section.name in names)
        if not names:
            self.feel.show_note(self._asks_note)

    def summary(self) -> str:
        """Return all that was answered, in a few words."""
        return labels.BETWEEN.join(filter(None, (one.summary() for one in self._sections.values())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE * theme.scale()
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _hear(self, *_: object) -> None:
        for section in self._sections.values():
            section.tell()
        self.changed.emit()

    def _fold(self, name: str, shown: bool) -> None:
        (self._opened.add if shown else self._opened.discard)(name)
        self.folded.emit(tuple(sorted(self._opened)))

    def _lay_out(self) -> None:
        self._across.setContentsMargins(0, 4, 0, 0)
        self._across.setSpacing(28)
        for column, stretch in zip(self._columns, (8, 5), strict=True):
            column.setSpacing(14)
            self._across.addLayout(column, stretch)
        sections = (*self.feel.sections, *self.contact.sections)
        for section in sorted(sections, key=lambda one: one.name not in LEFT):  # Tab goes down each column
            self._columns[section.name not in LEFT].addWidget(section)
        for column in self._columns:
            column.addStretch(1)


def note_field(name: str, *, lines: int) -> QPlainTextEdit:
    """Return a field for free text, some lines high."""
    field = QPlainTextEdit()
    field.setPlaceholderText(tr("A note, if you like"))
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + 24)
    return field


def first_line(field: QPlainTextEdit) -> str:
    """Return how a text begins."""
    return field.document().firstBlock().text()[:80]


def _gifts(gifts: Iterable[Gift]) -> str:
    found = set(gifts)
    return ", ".join(labels.gift_label(gift).lower() for gift in Gift if gift in found)


def _roles(own: Iterable[str]) -> list[Chip]:
    return [Chip(role, labels.role_label(role)) for role in (*ROLES, *own)]
