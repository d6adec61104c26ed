"""All answers about a moment: the body at once, everything else when it is asked for.

With several people the answers are for all of them, or each has their own.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.answers_by import AnswersBy
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.letters import Letter, letter_of
from connect_desktop.ui.widgets.people_match import short
from connect_desktop.ui.widgets.reach_keys import MINE, THEIRS, UNANSWERED, plain, reach_of, spoken_keys
from connect_desktop.ui.widgets.strips import Strip, Strips
from connect_desktop.ui.widgets.tab_order import in_order, put_before

if TYPE_CHECKING:
    from connect_desktop.domain import Word
    from connect_desktop.ui.widgets.attempts import Attempts
    from connect_desktop.ui.widgets.moment_form import MomentDetail
    from connect_desktop.ui.widgets.offers import Offers
    from connect_desktop.ui.widgets.several import Several

BESIDE = 860
"""pixels at 100 % from which the body before stands beside the body after"""


class AnswersForm(QWidget):
    """The body scale, a place for strips, and the optional answers, made when they are first asked for."""

    changed = Signal()
    committed = Signal()
    """Enter, where it means that all is said"""
    offers_asked = Signal()
    """the optional answers are being made: whoever listens calls `set_offers` at once"""
    folded = Signal(tuple)
    """the names of the parts that are open now, when the user opened or folded one"""

    turned = Signal()
    """the answers shown are about somebody else"""

    def __init__(self, parent: QWidget | None = None, *, attempts: bool = False) -> None:
        """`attempts` offers the two ways nobody answered under the body while the rest is closed."""
        super().__init__(parent)
        self.body = BreathScale()
        self.body.setAccessibleDescription(spoken_keys())
        self.detail: MomentDetail | None = None
        self._offers: Offers | None = None
        self._opened: tuple[str, ...] = ()
        self._full = False
        self._by = AnswersBy()
        self._circle: str | None = None
        self._strips = Strips()
        self._several: Several | None = None
        self._attempts = self._made_attempts() if attempts else None
        self._lay_out()
        self.body.changed.connect(self.changed)
        self.body.committed.connect(self.committed)
        self._strips.changed.connect(self.changed)
        self._strips.committed.connect(self.committed)

    def set_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Ask about these people, pairs of a lasting key and a name."""
        self._keep()
        before = self._by.shown
        self._by.set_people(people)
        if self._by.shown != before:
            self._put()
        self._show_people()

    def part(self, apart: bool) -> None:
        """Ask about each on their own, or about all at once."""
        if apart == self._by.apart or len(self._by.people) < 2:
            return
        self._keep()
        (self._by.part if apart else self._by.join)()
        self._put()
        self._show_people()

    def turn_to(self, key: str) -> None:
        """Show the answers about one of several people."""
        if self._by.apart:
            self._keep()
            self._by.shown = key
            self._put()
            self._show_people()

    def apart(self) -> bool:
        """Return whether each has their own answers."""
        return self._by.apart

    def shown(self) -> str:
        """Return the key of the person whose answers are shown, ALIKE where they are for all."""
        return self._by.shown

    def felt(self) -> dict[str, dict[str, Any]]:
        """Return the fields of an impression by the key of each person."""
        self._keep()
        return self._by.each()

    def contact(self) -> dict[str, Any]:
        """Return the fields of an interaction that are asked here."""
        return self.detail.contact.values() if self.detail is not None else {"circle": self._circle}

    def strips(self) -> dict[str, Any]:
        """Return what was answered in each strip, by its name."""
        return self._strips.values()

    def words(self) -> "tuple[Word, ...]":
        """Return the words of the user's own that were added here and are chosen for anyone."""
        from connect_desktop.domain import Word  # noqa: PLC0415 - start-up

        chosen = {word for fields in self.felt().values() for word in fields.get("words", ())}
        added = self.detail.feel.words.added() if self.detail is not None else {}
        return tuple(Word(text=text, feeling=way) for text, way in added.items() if text in chosen)

    def missing(self) -> str | None:
        """Return the key of the first person without a body answer, where nobody's silence explains it."""
        self._keep()
        return self._by.unfelt(UNANSWERED)

    def said(self) -> bool:
        """Return whether anything was answered."""
        strips = self._strips.values()
        if self.detail is None and not strips:
            return self.body.value() is not None
        from connect_desktop.ui.widgets import kept_answers  # noqa: PLC0415 - start-up

        self._keep()
        answers = [kept_answers.plain(fields) for fields in self._by.counted()]
        contact = {name: value for name, value in self.contact().items() if name != "circle"}
        return any(answers) or bool(kept_answers.plain(contact)) or any(strips.values())

    def note(self) -> str:
        """Return the notes as typed."""
        self._keep()
        notes = [fields.get("note", "") for fields in self._by.fields.values()]
        return "".join([str(self.contact().get("note", "")), *notes])

    def fill(self, felt: Mapping[str, Mapping[str, Any]], contact: Mapping[str, Any], *, apart: bool) -> None:
        """Show these answers, by the key of each person; under ALIKE those for all."""
        self._by.fill(felt, apart=apart)
        self._put()
        self._circle = contact.get("circle")
        if self.detail is not None:
            self.detail.contact.set_values(contact)
            self.detail.unfold()
        self._show_people()

    def clear(self) -> None:
        """Hold no answer."""
        self.fill({}, {}, apart=False)
        self._strips.set_values({})
        if not self._full:
            self.show_detail(False)

    def kept(self) -> dict[str, Any]:
        """Return everything as plain data that JSON can hold."""
        from connect_desktop.ui.widgets import kept_answers  # noqa: PLC0415 - start-up

        self._keep()
        added = self.detail.feel.words.added() if self.detail is not None else {}
        return {
            "apart": self._by.apart,
            "felt": kept_answers.plain_each(self._by.fields),
            "contact": kept_answers.plain(self.contact()),
            "own": {text: str(way) for text, way in added.items()},
            "strips": self.strips(),
        }

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Show what `kept` gave before; what no longer fits is left out."""
        from connect_desktop.domain import Feeling, Impression, Interaction  # noqa: PLC0415 - start-up
        from connect_desktop.ui.widgets.kept_answers import answered  # noqa: PLC0415 - start-up

        felt = {key: answered(Impression, fields) for key, fields in kept.get("felt", {}).items()}
        contact = answered(Interaction, kept.get("contact"))
        if contact or any(fields.keys() - {"body"} for fields in felt.values()):
            detail = self._made()
            detail.feel.words.set_added({text: Feeling(way) for text, way in kept.get("own", {}).items()})
        self.fill(felt, contact, apart=bool(kept.get("apart")))
        self._strips.set_values(kept.get("strips", {}))

    def add_strip(self, name: str, strip: Strip) -> None:
        """Put a row of answers right under the body; its name keeps its answers apart from others'."""
        self._strips.add(name, strip)
        self._order()

    def put_aside(self, line: QWidget) -> None:
        """Put a quiet line beside the question about the body."""
        self._above.addWidget(line)

    def take_key(self, event: QKeyEvent) -> bool:
        """Let a strip answer by a key that nothing else wanted; False where it stands for no answer."""
        return self._strips.take_key(event)

    def set_offers(self, offers: "Offers") -> None:
        """Offer these of the user's own."""
        self._offers = offers
        if self.detail is not None:
            self.detail.set_offers(offers)

    def set_opened(self, names: Iterable[str]) -> None:
        """Take these for the parts that the user tends to open."""
        self._opened = tuple(names)

    def set_circle(self, circle: str | None) -> None:
        """Let the moment belong to this circle."""
        self._circle = circle
        if self.detail is not None:
            self.detail.contact.set_circle(circle)

    def set_day(self, day: date) -> None:
        """Take this for today."""
        self._made().feel.set_day(day)

    def begin(self) -> None:
        """Put the focus on the body."""
        self.body.setFocus()

    def detail_shown(self) -> bool:
        """Return whether the optional answers are open."""
        return self._full

    def show_detail(self, shown: bool) -> None:
        """Open or close the optional answers."""
        self._full = shown
        if shown:
            self._made().show_only()
        if self.detail is not None:
            self.detail.setVisible(shown)
            self.detail.before.setVisible(shown)
        self._show_attempts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, reach = event.key(), reach_of(event)
        if event.isAutoRepeat() or not self.takes_keys():
            event.ignore()
        elif reach is not None:
            self._answer_reach(reach)
        elif letter_of(event) is Letter.MET and plain(event):
            self._ask_met()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain(event):
            self.committed.emit()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= BESIDE * theme.scale()
        directions = QBoxLayout.Direction
        self._bodies.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def takes_keys(self) -> bool:
        """Return whether letters answer here: on the body and the questions right under it, never in text."""
        focused = self.focusWidget()
        parts: list[QWidget | None] = [self.body, self._attempts, self._strips]
        if self.detail is not None:
            parts += [self.detail.before, self.detail.feel.reach]
        return focused is not None and any(part is not None and part.isAncestorOf(focused) for part in parts)

    def _answer_reach(self, spelling: str) -> None:
        from connect_desktop.domain import Reach  # noqa: PLC0415 - start-up

        reach = Reach(spelling)
        self._made().feel.reach.choose_reach(reach)
        if not (self._attempts and not self._full and reach.unanswered):
            self._show_reach()

    def _ask_met(self) -> None:
        self._show_reach()
        self._made().feel.reach.met.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_reach(self) -> None:
        detail = self._made()
        detail.reveal("reach")
        if not self._full:
            detail.show_only("reach")
            detail.show()

    def _keep(self) -> None:
        shown = self._by.fields.get(self._by.shown, {})
        found = self.detail.feel.values() if self.detail is not None else shown
        self._by.fields[self._by.shown] = {**found, "body": self.body.value()}

    def _put(self) -> None:
        fields = self._by.fields.get(self._by.shown, {})
        self.body.set_value(fields.get("body"))
        if self.detail is not None:
            self.detail.feel.set_values(fields)
            self.detail.unfold()
        self._show_attempts()
        self.turned.emit()

    def _show_people(self) -> None:
        apart, name = self._by.apart, short(self._by.name())
        several = len(self._by.people) > 1
        if several and self._several is None:
            self._several = self._made_several()
        if self._several is not None:
            self._several.setVisible(several)
            self._several.show_choice(self._by.people, apart=apart, shown=self._by.shown)
        if self._attempts is not None:
            self._attempts.set_name(name)
        if self.detail is not None:
            self.detail.feel.set_name(name)
            self.detail.ask_note(apart)
        asked = (
            tr("Afterwards, with {name}, your body…", name=name) if apart else tr("Afterwards, your body…")
        )
        self._asked.setText(asked)

    def _show_attempts(self) -> None:
        if self._attempts is None:
            return
        reach = self.detail.feel.reach.values()["reach"] if self.detail is not None else None
        self._attempts.show_choice(reach == MINE if reach in UNANSWERED else None)
        self._attempts.setVisible(not self._full)

    def _hear(self) -> None:
        self._show_attempts()
        self.changed.emit()

    def _made(self) -> "MomentDetail":
        if self.detail is None:
            self.detail = self._made_detail()
            self.detail.feel.set_values(self._by.fields.get(self._by.shown, {}))
            self.detail.contact.set_values({"circle": self._circle})
            self.detail.unfold()
            self._show_people()
            self.detail.changed.connect(self._hear)
            self.detail.folded.connect(self.folded)
            self.detail.feel.before.committed.connect(self.committed)
            self._order()
        return self.detail

    def _made_detail(self) -> "MomentDetail":
        from connect_desktop.ui.widgets.moment_form import MomentDetail  # noqa: PLC0415 - start-up

        self.offers_asked.emit()
        detail = MomentDetail(self._offers, self._opened)
        self._bodies.addWidget(detail.before, 0, Qt.AlignmentFlag.AlignTop)
        self._down.addWidget(detail)
        for part in (detail, detail.before):  # not before they are inside: each would be a window of its own
            part.setVisible(self._full)
        return detail

    def _made_several(self) -> "Several":
        from connect_desktop.ui.widgets.several import Several  # noqa: PLC0415 - start-up

        several = Several()
        several.parted.connect(self.part)
        several.parted.connect(lambda _apart: self.changed.emit())
        several.turned.connect(self.turn_to)
        self._down.insertWidget(0, several)
        put_before(several, self.body)
        return several

    def _made_attempts(self) -> "Attempts":
        from connect_desktop.ui.widgets.attempts import Attempts  # noqa: PLC0415 - start-up: not in a dialog

        attempts = Attempts()
        attempts.asked.connect(lambda mine: self._answer_reach(MINE if mine else THEIRS))
        return attempts

    def _order(self) -> None:
        """Let Tab go through everything from the top to the bottom, whatever was made first."""
        before = self.detail.before if self.detail is not None else None
        parts = (self.body, self._strips, before, self._attempts, self.detail)
        in_order([part for part in parts if part is not None])

    def _lay_out(self) -> None:
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(12)
        self._asked = QLabel(tr("Afterwards, your body…"))
        self._asked.setProperty("role", "label")
        self._asked.setTextFormat(Qt.TextFormat.PlainText)
        self._asked.setWordWrap(True)
        after = QVBoxLayout()
        after.setSpacing(12)
        self._above = QHBoxLayout()
        self._above.addWidget(self._asked, 1)
        after.addLayout(self._above)
        after.addWidget(self.body)
        self._bodies = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bodies.setSpacing(24)
        self._bodies.addLayout(after, 5)
        self._down.addLayout(self._bodies)
        self._down.addWidget(self._strips)
        if self._attempts is not None:
            self._down.addWidget(self._attempts)
