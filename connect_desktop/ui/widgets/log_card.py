"""The quick log: who, how the body answered, Enter. Everything else is one key away."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.draft_line import DraftLine
from connect_desktop.ui.widgets.person_field import Choice, NewName, PersonField
from connect_desktop.ui.widgets.when_field import WhenField

if TYPE_CHECKING:
    from connect_desktop.domain import Word
    from connect_desktop.ui.widgets.moment_form import MomentDetail


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """What was logged, as fields of the records it becomes."""

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


class Strip(Protocol):
    """A row of answers right under the body, that somebody else knows how to keep."""

    changed: Any
    """a signal: the user answered in it"""
    committed: Any
    """a signal: Enter was pressed in it"""

    def last_stop(self) -> QWidget:
        """Return what Tab comes to last in it."""
        ...

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by a key that was pressed anywhere in the card; False where it stands for no answer."""
        ...

    def values(self) -> Any:
        """Return what was answered, as plain data that JSON can hold; None, empty or "" for nothing."""

    def set_values(self, values: Any) -> None:
        """Show what `values` gave before, None for nothing; tells nobody."""


class LogCard(QFrame):
    """Emits `entered(LogEntry)`; the one who listens writes it, then calls `clear` or `tell`."""

    entered = Signal(object)
    changed = Signal()
    """anything typed or chosen is different now: `answers` says what there is"""
    people_changed = Signal(list)
    """who is chosen now, each a Choice or a NewName"""
    detail_toggled = Signal(bool)
    offers_asked = Signal()
    """someone is faster than `set_people` and `set_words`: whoever listens calls both at once"""
    clear_asked = Signal()
    """what was begun is not wanted; the one who listens calls `clear`"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Log a moment"))
        self._who = PersonField()
        self._when = WhenField()
        self._body = BreathScale()
        self._strips: dict[str, Strip] = {}
        self._words: tuple[Word, ...] | None = None
        self._detail: MomentDetail | None = None
        self.draft_line = DraftLine()
        self._told = QLabel()
        self._told.setProperty("role", "error")
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.hide()
        self._hint = QLabel(tr("Optional: who reached out · were you met · what each gave · words · a note"))
        self._hint.setProperty("role", "small")
        self._hint.setWordWrap(True)
        self._detail_button = QPushButton()
        self._clear = QPushButton(tr("Clear"))
        self._clear.setProperty("role", "quiet")
        self._clear.setToolTip(tr("Take back what was begun here"))
        self._save = QPushButton()
        self._save.setAccessibleName(tr("Save"))
        self._save.setProperty("role", "primary")
        self._lay_out()
        self._connect()
        self.show_detail(False)
        self._follow()

    def set_people(self, people: Sequence[Choice]) -> None:
        """Offer these people, those met last first."""
        self._who.set_people(people)

    def set_words(self, words: "Iterable[Word]") -> None:
        """Offer these words of the user's own in the optional answers, when they are next made."""
        self._words = tuple(words)

    def begin(self, who: Choice | None = None) -> None:
        """Put the cursor where the next answer goes, with someone chosen already where given.

        A moment begun with somebody else is not theirs: it stays as it is, and says so.
        """
        if who is not None and who not in self._who.people():
            if self.begun() and self._who.people():
                self.tell(tr("You had begun this moment. Save or clear it, then log the next."))
            else:
                self._who.set_chosen([who])
        (self._body.setFocus if self._who.people() else self._who.focus_field)()

    def begun(self) -> bool:
        """Return whether there is an answer that would be missed."""
        answers: list[object] = [self._body.value()]
        if self._detail is not None:
            answers += [*self._detail.feel.values().values(), *self._detail.contact.values().values()]
        answers += self._said_in_strips().values()
        return any(answer or (answer == 0 and answer is not False) for answer in answers)

    def add_strip(self, name: str, strip: Strip) -> None:
        """Put a row of answers right under the body; its name keeps its answers apart from others'."""
        assert isinstance(strip, QWidget)
        self._strips[name] = strip
        self._below.addWidget(strip)
        strip.changed.connect(self._follow)
        strip.committed.connect(self._enter)
        QWidget.setTabOrder(self._body.last_stop(), strip.last_stop())

    def people(self) -> list[Choice | NewName]:
        """Return who is chosen."""
        return self._who.people()

    def answers(self) -> dict[str, Any]:
        """Return all that is in the card, typed or chosen, as plain data that JSON can hold."""
        from connect_desktop.ui.widgets.kept_answers import plain  # noqa: PLC0415 - start-up

        at = self._when.value()
        found: dict[str, Any] = {
            "people": [_plain_person(one) for one in self._who.people()],
            "typed": self._who.text(),
            "at": at.isoformat() if at else "",
            "felt": [plain({"body": self._body.value(), **self._felt()})],
            "contact": plain(self._detail.contact.values() if self._detail else {}),
            "strips": self._said_in_strips(),
        }
        return found

    def restore(self, kept: dict[str, Any]) -> None:
        """Show what `answers` gave before; what no longer fits is left out."""
        from connect_desktop.domain import Impression, Interaction  # noqa: PLC0415 - start-up
        from connect_desktop.ui.widgets.kept_answers import answered  # noqa: PLC0415 - start-up

        self.clear()
        self._who.set_known(_person(one) for one in kept.get("people", ()))
        self._who.set_text(kept.get("typed", ""))
        self._when.set_value(datetime.fromisoformat(kept["at"]) if kept.get("at") else None)
        felt = answered(Impression, next(iter(kept.get("felt", ())), {}))
        self._body.set_value(felt.pop("body", None))
        contact = answered(Interaction, kept.get("contact"))
        if felt or contact:
            self.show_detail(True)
        if self._detail is not None:
            self._detail.feel.set_values(felt)
            self._detail.contact.set_values(contact)
        for name, strip in self._strips.items():
            strip.set_values(kept.get("strips", {}).get(name))
        self._rename()
        self._follow()
        self._clear.show()

    def note(self) -> str:
        """Return the note as typed."""
        return str(self._detail.contact.values()["note"]) if self._detail is not None else ""

    def clear(self) -> None:
        """Be ready for the next moment."""
        self._who.clear()
        self._when.set_value(None)
        self._body.set_value(None)
        if self._detail is not None:
            self._detail.feel.set_values({})
            self._detail.contact.set_values({})
        for strip in self._strips.values():
            strip.set_values(None)
        self._rename()
        self._follow()
        self._who.focus_field()

    def tell(self, sentence: str) -> None:
        """Say why it was not saved; everything stays as typed."""
        self._told.setText(sentence)
        self._told.show()

    def told(self) -> str:
        """Return what was said last, empty when all is well."""
        return "" if self._told.isHidden() else self._told.text()

    def detail_shown(self) -> bool:
        """Return whether the optional answers are open."""
        return self._detail is not None and not self._detail.isHidden()

    def show_detail(self, shown: bool) -> None:
        """Open or close the optional answers."""
        if shown and self._detail is None:
            self._detail = self._made_detail()
        if self._detail is not None:
            self._detail.setVisible(shown)
        self._hint.setVisible(not shown)
        self._detail_button.setText(tr("Less") if shown else tr("Add detail"))
        self._save.setText(tr("Save Ctrl ⏎") if shown else tr("Save ⏎"))

    def value(self) -> LogEntry | None:
        """Return what was answered, or None, saying what is missing, where it cannot be saved yet."""
        people = self._who.people()
        if not people:
            self.tell(tr("Who was it with?"))
            self._who.focus_field()
        elif self._body.value() is None:
            self.tell(tr("How did your body answer? Keys 1 to 7, or the arrows."))
            self._body.setFocus()
        else:
            return LogEntry(
                people=tuple(people),
                at=self._when.value(),
                interaction=self._detail.contact.values() if self._detail else {},
                feel=tuple({"body": self._body.value(), **self._felt()} for _ in people),
                strips=self._said_in_strips(),
            )
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self._enter()
        elif not any(strip.take_key(event) for strip in self._strips.values()):
            super().keyPressEvent(event)

    def _enter(self) -> None:
        entry = self.value()
        if entry is not None:
            self._told.hide()
            self.entered.emit(entry)

    def _toggle(self) -> None:
        shown = not self.detail_shown()
        self.show_detail(shown)
        if shown and self._detail is not None:
            self._detail.feel.begin()
        self.detail_toggled.emit(shown)

    def _felt(self) -> dict[str, Any]:
        return self._detail.feel.values() if self._detail is not None else {}

    def _said_in_strips(self) -> dict[str, Any]:
        return {name: said for name, strip in self._strips.items() if (said := strip.values())}

    def _follow(self) -> None:
        """What was missing may be there now, and something to clear."""
        self._told.hide()
        self._clear.setVisible(self.begun())
        self.changed.emit()

    def _rename(self) -> None:
        people = self._who.people()
        if self._detail is not None:
            self._detail.feel.set_name(people[0].name if len(people) == 1 else "")

    def _made_detail(self) -> "MomentDetail":
        """Return the optional answers, made when they are first asked for."""
        from connect_desktop.ui.widgets.moment_form import MomentDetail  # noqa: PLC0415 - start-up

        if self._words is None:
            self.offers_asked.emit()
        detail = MomentDetail(self._words or ())
        stops = [widget for widget in _chain(detail) if widget.focusPolicy() and not widget.focusProxy()]
        self._column.insertWidget(self._column.indexOf(self._told), detail)
        above = [self._body.last_stop(), *(strip.last_stop() for strip in self._strips.values())]
        for before, after in pairwise([above[-1], *stops]):
            QWidget.setTabOrder(before, after)
        people = self._who.people()
        detail.feel.set_name(people[0].name if len(people) == 1 else "")
        for form in (detail.feel, detail.contact):
            form.changed.connect(self._follow)
        return detail

    def _connect(self) -> None:
        self._who.people_asked.connect(self.offers_asked)
        self._who.picked.connect(self._body.setFocus)
        self._who.changed.connect(self._rename)
        self._who.changed.connect(lambda: self.people_changed.emit(self._who.people()))
        self._who.changed.connect(self._follow)
        self._who.typed.connect(self.changed)
        self._when.changed.connect(self.changed)
        self._body.changed.connect(self._follow)
        self._body.committed.connect(self._enter)
        self._clear.clicked.connect(self.clear_asked)
        self._save.clicked.connect(self._enter)
        self._detail_button.clicked.connect(self._toggle)

    def _lay_out(self) -> None:
        down = self._column = QVBoxLayout(self)
        down.setContentsMargins(20, 18, 20, 18)
        down.setSpacing(12)
        down.addLayout(self._top())
        asked = QLabel(tr("Afterwards, your body…"))
        asked.setProperty("role", "label")
        above = QHBoxLayout()
        above.addWidget(asked, 1)
        above.addWidget(self.draft_line)
        down.addLayout(above)
        down.addWidget(self._body)
        self._below = QVBoxLayout()
        self._below.setSpacing(12)
        down.addLayout(self._below)
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

    def _bottom(self) -> QHBoxLayout:
        bottom = QHBoxLayout()
        bottom.setSpacing(14)
        bottom.addWidget(self._hint, 1)
        bottom.addStretch(0)
        bottom.addWidget(self._clear)
        bottom.addWidget(self._detail_button)
        bottom.addWidget(self._save)
        return bottom


def _plain_person(person: Choice | NewName) -> dict[str, Any]:
    return {name: getattr(person, name) for name in person.__slots__}


def _person(kept: dict[str, Any]) -> Choice | NewName:
    return Choice(**kept) if "id" in kept else NewName(**kept)


def _chain(top: QWidget) -> Iterator[QWidget]:
    """Return what Tab walks through inside a widget that stands alone, in order."""
    widget = top.nextInFocusChain()
    while widget is not None and widget is not top:
        yield widget
        widget = widget.nextInFocusChain()
