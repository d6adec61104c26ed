"""The quick log: who, how the body answered, Enter. Everything else is one key away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.answers_form import AnswersForm
from connect_desktop.ui.widgets.draft_line import DraftLine
from connect_desktop.ui.widgets.kept_answers import chosen_people, plain_people
from connect_desktop.ui.widgets.letters import Letter, letter_of, letters
from connect_desktop.ui.widgets.people_match import CircleChoice, called, key_of
from connect_desktop.ui.widgets.person_field import Choice, NewName, PersonField
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.reach_keys import plain
from connect_desktop.ui.widgets.strips import Strip
from connect_desktop.ui.widgets.tab_order import put_before
from connect_desktop.ui.widgets.when_field import WhenField

if TYPE_CHECKING:
    from connect_desktop.domain import Word
    from connect_desktop.ui.widgets.offers import Offers

HINT_BESIDE = 520
"""pixels at 100 % from which what else can be said stands beside the buttons"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """What was logged or changed, as fields of the records it becomes."""

    people: tuple[Choice | NewName, ...]
    at: datetime | None
    """None: just now"""
    interaction: dict[str, Any]
    feel: tuple[dict[str, Any], ...]
    """the fields of the impression with each of `people`, in their order"""
    words: "tuple[Word, ...]" = ()
    """words of the user's own that were added while answering"""
    strips: dict[str, Any] = field(default_factory=dict)
    """what was answered in each strip, by its name"""


class LogCard(QFrame):
    """Emits `entered(LogEntry)`; the one who listens writes it, then calls `clear` or `tell`."""

    entered = Signal(object)
    changed = Signal()
    """anything typed or chosen is different now: `answers` says what there is"""
    people_changed = Signal(list)
    """who is chosen now, each a Choice or a NewName"""
    detail_toggled = Signal(bool)
    folded = Signal(tuple)
    """the names of the parts of the optional answers that are open now"""
    people_asked = Signal()
    """someone is faster than `set_people`: whoever listens calls it at once"""
    offers_asked = Signal()
    """the optional answers are being made: whoever listens calls `set_offers` at once"""
    clear_asked = Signal()
    """what was begun is not wanted; the one who listens calls `clear`"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Log a moment"))
        self._who = PersonField()
        self._when = WhenField()
        self._form = AnswersForm(attempts=True)
        self.draft_line = DraftLine()
        self._form.put_aside(self.draft_line)
        self._told = QLabel()
        self._told.setProperty("role", "error")
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.hide()
        self._hint = QLabel()
        self._hint.setProperty("role", "small")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._detail_button = QPushButton()
        self._clear = push_button(tr("Clear"), "quiet")
        self._clear.setToolTip(tr("Take back what was begun here"))
        self._save = QPushButton()
        self._save.setAccessibleName(tr("Save"))
        self._save.setProperty("role", "primary")
        self._lay_out()
        self._connect()
        self.show_detail(False)
        self._follow()

    def forget_people(self) -> None:
        """Ask for people anew when a name is next typed."""
        self._who.forget_people()

    def set_people(self, people: Sequence[Choice]) -> None:
        """Offer these people, those met last first."""
        self._who.set_people(people)

    def set_circles(self, circles: Iterable[CircleChoice]) -> None:
        """Offer these circles beside the people."""
        self._who.set_circles(circles)

    def set_offers(self, offers: "Offers") -> None:
        """Offer these of the user's own in the optional answers."""
        self._form.set_offers(offers)

    def set_opened(self, names: Iterable[str]) -> None:
        """Take these for the parts of the optional answers that the user tends to open."""
        self._form.set_opened(names)

    def asks_detail(self) -> bool:
        """Return whether the optional answers are there, so that what they offer matters."""
        return self._form.detail is not None

    def add_strip(self, name: str, strip: Strip) -> None:
        """Put a row of answers right under the body; its name keeps its answers apart from others'."""
        self._form.add_strip(name, strip)

    def people(self) -> list[Choice | NewName]:
        """Return who is chosen."""
        return self._who.people()

    def follow(self, other: QWidget) -> None:
        """Let Tab come here after something that was made later."""
        put_before(other, self._who)

    def begin(self, *who: Choice) -> bool:
        """Put the cursor where the next answer goes, with these chosen already; return whether they are.

        A moment begun with somebody else is not theirs: it stays as it is, and says so.
        """
        if any(one not in self._who.people() for one in who):
            if self.begun() and self._who.people():
                self._tell_begun()
            else:
                self._who.set_chosen(who)
        (self._form.begin if self._who.people() else self._who.focus_field)()
        return all(one in self._who.people() for one in who)

    def begin_in(self, circle: CircleChoice) -> None:
        """Put the cursor where the next answer goes, with a circle and those in it chosen already."""
        others = self.begun() and self._who.people() and not circle.members
        if self.begin(*circle.members) and not others:
            self._put_circle(circle)
        elif others:
            self._tell_begun()

    def begun(self) -> bool:
        """Return whether there is an answer that would be missed."""
        return self._form.said()

    def note(self) -> str:
        """Return the notes as typed."""
        return self._form.note()

    def clear(self) -> None:
        """Be ready for the next moment."""
        self._who.clear()
        self._when.set_value(None)
        self._form.clear()
        self._follow()
        self._who.focus_field()

    def answers(self) -> dict[str, Any]:
        """Return all that is in the card, typed or chosen, as plain data that JSON can hold."""
        at = self._when.value()
        return {
            "people": plain_people(self._who.people()),
            "typed": self._who.text(),
            "at": at.isoformat() if at else "",
            **self._form.kept(),
        }

    def restore(self, kept: dict[str, Any]) -> None:
        """Show what `answers` gave before; what no longer fits is left out."""
        self.clear()
        self._who.set_known(chosen_people(kept.get("people", ())))
        self._who.set_text(kept.get("typed", ""))
        self._when.set_value(datetime.fromisoformat(kept["at"]) if kept.get("at") else None)
        self._form.restore(kept)
        self._follow()

    def tell(self, sentence: str) -> None:
        """Say why it was not saved; everything stays as typed."""
        self._told.setText(sentence)
        self._told.show()

    def told(self) -> str:
        """Return what was said last, empty when all is well."""
        return "" if self._told.isHidden() else self._told.text()

    def detail_shown(self) -> bool:
        """Return whether the optional answers are open."""
        return self._form.detail_shown()

    def show_detail(self, shown: bool) -> None:
        """Open or close the optional answers."""
        self._form.show_detail(shown)
        self._detail_button.setText(tr("Less") if shown else tr("Add detail"))
        self._save.setText(tr("Save Ctrl ⏎") if shown else tr("Save ⏎"))
        self._say_hint()

    def value(self) -> LogEntry | None:
        """Return what was answered, or None, saying what is missing, where it cannot be saved yet."""
        people = self._who.people()
        if not people:
            self.tell(tr("Who was it with?"))
            self._who.focus_field()
            return None
        missing = self._form.missing()
        if missing is not None:
            self._ask_body(missing)
            return None
        felt = self._form.felt()
        return LogEntry(
            people=tuple(people),
            at=self._when.value(),
            interaction=self._form.contact(),
            feel=tuple(felt[key_of(one)] for one in people),
            words=self._form.words(),
            strips=self._form.strips(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside, ways = event.size().width() >= HINT_BESIDE * theme.scale(), QBoxLayout.Direction
        self._foot.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self._enter()
        elif letter_of(event) is Letter.DETAIL and plain(event) and self._form.takes_keys():
            self._toggle()
        elif not self._form.take_key(event):
            super().keyPressEvent(event)

    def _tell_begun(self) -> None:
        self.tell(tr("You had begun this moment. Save or clear it, then log the next."))

    def _enter(self) -> None:
        entry = self.value()
        if entry is not None:
            self._told.hide()
            self.entered.emit(entry)

    def _ask_body(self, key: str) -> None:
        asked = tr("How did your body answer? Keys 1 to 7, or the arrows.")
        if self._form.apart():
            self._form.turn_to(key)
            name = dict(called(self._who.people()))[key]
            asked = tr("How did your body answer with {name}? Keys 1 to 7, or the arrows.", name=name)
        self.tell(asked)
        self._form.begin()

    def _toggle(self) -> None:
        shown = not self.detail_shown()
        self.show_detail(shown)
        if shown and self._form.detail is not None:
            self._form.detail.feel.begin()
        else:
            self._form.begin()
        self.detail_toggled.emit(shown)

    def _follow(self) -> None:
        """What was missing may be there now, and something to clear."""
        self._told.hide()
        self._offer_clear()
        self._say_hint()
        self.changed.emit()

    def _offer_clear(self) -> None:
        """There is something to clear where an answer would be missed, or something is kept."""
        self._clear.setVisible(self.begun() or bool(self.draft_line.text()))

    def _follow_people(self) -> None:
        people = self._who.people()
        self._form.set_people(called(people))
        if not people:
            self._form.set_circle(None)
        self.people_changed.emit(people)
        self._follow()

    def _put_circle(self, circle: CircleChoice) -> None:
        self._form.set_circle(circle.id)
        self._follow()

    def _say_hint(self) -> None:
        answered = self._form.detail.summary() if self._form.detail is not None else ""
        known = letters()
        reaches = ", ".join(known[one] for one in (Letter.ME, Letter.THEM, Letter.BOTH, Letter.CHANCE))
        optional = tr(
            "Optional: who reached out ({reaches}) · were you met ({met}) · gifts, words, a note ({detail})",
            reaches=reaches, met=known[Letter.MET], detail=known[Letter.DETAIL],
        )  # fmt: skip
        self._hint.setText(tr("With it: {answers}", answers=answered) if answered else optional)
        self._hint.setVisible(not self.detail_shown())

    def _connect(self) -> None:
        self._who.people_asked.connect(self.people_asked)
        self._who.picked.connect(self._form.begin)
        self._who.changed.connect(self._follow_people)
        self._who.circle_picked.connect(self._put_circle)
        self._who.typed.connect(self.changed)
        self._when.changed.connect(self._follow)
        self._form.changed.connect(self._follow)
        self._form.committed.connect(self._enter)
        self._form.offers_asked.connect(self.offers_asked)
        self._form.folded.connect(self.folded)
        self._clear.clicked.connect(self.clear_asked)
        self.draft_line.said.connect(self._offer_clear)
        self._save.clicked.connect(self._enter)
        self._detail_button.clicked.connect(self._toggle)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 18, 20, 18)
        down.setSpacing(12)
        down.addLayout(self._top())
        down.addWidget(self._form)
        down.addWidget(self._told)
        down.addLayout(self._bottom())

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(12)
        label = QLabel(tr("With"))
        label.setProperty("role", "label")
        label.setBuddy(self._who)
        top.addWidget(label)
        top.addWidget(self._who, 1)
        top.addWidget(self._when)
        return top

    def _bottom(self) -> QBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        buttons.addStretch(1)
        for button in (self._clear, self._detail_button, self._save):
            buttons.addWidget(button)
        bottom = self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        bottom.setSpacing(14)
        bottom.addWidget(self._hint, 1)
        bottom.addLayout(buttons)
        return bottom
