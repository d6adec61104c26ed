"""One moment, to be looked at again and changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.domain import Direction, Hope, Impression, Moment, Record
from connect_desktop.domain.errors import InvalidValue
from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.room import scrolling, wished
from connect_desktop.ui.widgets.answers_by import ALIKE
from connect_desktop.ui.widgets.answers_form import AnswersForm
from connect_desktop.ui.widgets.draft_line import DraftLine
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.hope_strip import HopeStrip
from connect_desktop.ui.widgets.kept_answers import chosen_people, plain_people
from connect_desktop.ui.widgets.log_card import LogEntry
from connect_desktop.ui.widgets.offers import Offers
from connect_desktop.ui.widgets.people_match import Choice, called, key_of
from connect_desktop.ui.widgets.person_field import PersonField
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.scroll_gap import keep_edge
from connect_desktop.ui.widgets.when_field import WhenField

SIDE = 24
"""pixels beside what it holds"""
WIDTH, HEIGHT = 940, 640
"""pixels at 100 %"""
HOPES = "hopes"


class MomentDialog(QDialog):
    """A moment in, what it became out: `save_asked`, `delete_asked`; never writes."""

    changed = Signal()
    """something typed or chosen is different now: `answers` says what there is"""
    save_asked = Signal()
    delete_asked = Signal()
    erase_asked = Signal()
    folded = Signal(tuple)
    """the names of the parts that are open now, when the user opened or folded one"""

    def __init__(
        self,
        moment: Moment,
        people: Sequence[Choice],
        offers: Offers,
        now: datetime,
        person_id: str | None = None,
        parent: QWidget | None = None,
        *,
        opened: Iterable[str] = (),
    ) -> None:
        """`people` are all who can be in it; `opened` the parts that the user tends to open."""
        super().__init__(parent)
        self.setWindowTitle("Connect")
        self._moment = moment
        self._who = PersonField()
        self._who.set_people(people)
        self._who.set_circles(offers.circles)
        self._form = AnswersForm()
        self._form.set_opened(opened)
        self._form.set_offers(offers)
        self._strip = HopeStrip()
        self._form.add_strip(HOPES, self._strip)
        self._hopes: Mapping[str, Sequence[Hope]] = {}
        self._said: dict[str, dict[str, Direction]] = {}
        self._said_before: dict[str, dict[str, Direction]] = {}
        self._when = WhenField()
        self._when.set_now(now)
        self._when.set_value(moment.at)
        self.draft_line = DraftLine()
        self._told = QLabel()
        self._told.setProperty("role", "error")
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.hide()
        self._form.set_day(now.date())
        self._lay_out()
        self._fill(people, person_id)
        self._who.changed.connect(self._follow_people)
        self._who.circle_picked.connect(lambda circle: self._form.set_circle(circle.id))
        self._who.picked.connect(self._form.begin)
        self._form.committed.connect(self.save_asked)
        self._form.changed.connect(self._told.hide)
        self._form.folded.connect(self.folded)
        self._form.turned.connect(self._show_hopes)
        self._strip.changed.connect(self._keep_hopes)
        for part in (self._who, self._when, self._form):
            part.changed.connect(self.changed)
        self._form.begin()

    def ask_hopes(
        self, hopes: Mapping[str, Sequence[Hope]], answers: Mapping[str, Mapping[str, Direction]]
    ) -> None:
        """Ask about these hopes, by person; `answers` by impression and hope were given before."""
        self._hopes = hopes
        self._said = {one.id: dict(answers.get(one.id, {})) for one in self._moment.impressions}
        self._said_before = dict(self._said)
        self._show_hopes()

    def hopes(self) -> dict[str, dict[str, Direction]]:
        """Return which way each impression points from each hope, by their ids."""
        return self._said

    def value(self) -> LogEntry:
        """Return what the moment is now; a person in it before may be missing."""
        people, felt = self._who.people(), self._form.felt()
        return LogEntry(
            people=tuple(people),
            at=self._when.value() or self._moment.at,
            interaction=self._form.contact(),
            feel=tuple(felt[key_of(one)] for one in people),
            words=self._form.words(),
        )

    def answers(self) -> dict[str, Any]:
        """Return all that is in the dialog as plain data, nothing where nothing differs from the moment."""
        if not self.differs():
            return {}
        return {
            **self._form.kept(),
            "at": (self._when.value() or self._moment.at).isoformat(),
            "people": plain_people(self._who.people()),
            "strips": {},
            "hopes": {own: dict(said) for own, said in self._said.items()},
            "edited": self._moment.interaction.edited.isoformat(),
        }

    def restore(self, kept: dict[str, Any]) -> None:
        """Show what `answers` gave before; what no longer fits is left out."""
        self._when.set_value(datetime.fromisoformat(kept["at"]))
        self._who.set_known(chosen_people(kept["people"]))
        self._form.restore(kept)
        known = {hope.id for hopes in self._hopes.values() for hope in hopes}
        for own, said in kept["hopes"].items():
            if own in self._said:
                self._said[own] = {hope: Direction(way) for hope, way in said.items() if hope in known}
        self._show_hopes()
        if kept["edited"] != self._moment.interaction.edited.isoformat():
            self.tell(
                tr("This moment was changed since you typed this. Saving keeps what is shown here instead.")
            )

    def differs(self) -> bool:
        """Return whether something differs from the moment as it came."""
        entry, before = self.value(), {one.person: one for one in self._moment.impressions}
        if {key_of(one) for one in entry.people} != set(before) or self._said != self._said_before:
            return True
        try:
            at = entry.at or self._moment.at
            contact = replace(self._moment.interaction, at=at, **entry.interaction)
            felt = {key_of(one): fields for one, fields in zip(entry.people, entry.feel, strict=True)}
            return contact != self._moment.interaction or any(
                replace(one, **felt[key]) != one for key, one in before.items()
            )
        except InvalidValue:
            return True

    def reject(self) -> None:
        """Close without saving; ask first where something would be lost."""
        if not self.differs() or Confirm.ask(
            self,
            tr("Leave without saving?"),
            tr("What you changed in this moment would be lost."),
            tr("Leave"),
            tr("Stay"),
        ):
            super().reject()

    def tell(self, sentence: str) -> None:
        """Say why it was not saved; everything stays as typed."""
        self._told.setText(sentence)
        self._told.show()

    def told(self) -> str:
        """Return what was said last, empty when all is well."""
        return "" if self._told.isHidden() else self._told.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._form.take_key(event):
            super().keyPressEvent(event)

    def _fill(self, people: Sequence[Choice], person_id: str | None) -> None:
        known = {one.id: one for one in people}
        felt = {one.person: one for one in self._moment.impressions}
        chosen = [known[key] for key in felt if key in known]
        self._who.set_chosen(chosen)
        self._chosen = self._who.people()
        self._form.set_people(called(chosen))
        self._form.fill(
            {key: _fields(one) for key, one in felt.items()}, _fields(self._moment.interaction), apart=True
        )
        if person_id is not None:
            self._form.turn_to(person_id)
        self._form.show_detail(True)
        self._title_it()

    def _meant(self) -> list[Impression]:
        """Return the impressions the answers shown are about."""
        shown = self._form.shown()
        return [one for one in self._moment.impressions if shown in (ALIKE, one.person)]

    def _show_hopes(self) -> None:
        names, meant = dict(called(self._who.people())), self._meant()
        self._strip.set_value({hope: way for one in meant for hope, way in self._said_of(one).items()})
        asked = [hope for one in meant for hope in self._hopes.get(one.person, ())]
        self._strip.set_hopes(asked, names if len(meant) > 1 else {})

    def _keep_hopes(self) -> None:
        """Take what is said about hopes; those not asked about stay as they were."""
        value = self._strip.value()
        for one in self._meant():
            asked = {hope.id for hope in self._hopes.get(one.person, ())}
            stays = {hope: way for hope, way in self._said[one.id].items() if hope not in asked}
            self._said[one.id] = stays | {hope: way for hope, way in value.items() if hope in asked}

    def _said_of(self, one: Impression) -> dict[str, Direction]:
        asked = {hope.id for hope in self._hopes.get(one.person, ())}
        return {hope: way for hope, way in self._said.get(one.id, {}).items() if hope in asked}

    def _follow_people(self) -> None:
        if not self._who.people():
            self.tell(tr("Somebody stays in a moment. To take it back whole, delete it."))
            self._who.set_chosen(self._chosen)
            return
        self._chosen = self._who.people()
        self._form.set_people(called(self._chosen))
        self._title_it()

    def _title_it(self) -> None:
        names = ", ".join(name for _, name in called(self._chosen))
        self._title.setText(tr("A moment with {names}", names=names))

    def _lay_out(self) -> None:
        head, foot, down = QVBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        for part in (head, foot):
            part.setContentsMargins(0, 0, SIDE, 0)
            part.setSpacing(14)
        head.addLayout(self._top())
        head.addLayout(self._with())
        foot.addWidget(self._told)
        foot.addLayout(self._bottom())
        down.setContentsMargins(SIDE, 20, 0, 18)
        down.setSpacing(14)
        down.addLayout(head)
        down.addWidget(self._scrolled(), 1)
        down.addLayout(foot)
        self.resize(wished(self, WIDTH, HEIGHT))

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        self._title = ElidedLabel()
        self._title.setProperty("role", "title")
        top.addWidget(self._title, 1)
        top.addWidget(self._when)
        return top

    def _with(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(12)
        label = QLabel(tr("With"))
        label.setProperty("role", "label")
        across.addWidget(label)
        across.addWidget(self._who, 1)
        return across

    def _scrolled(self) -> QScrollArea:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 18, 20, 18)
        inside.addWidget(self._form)
        around = QWidget()
        edge = QVBoxLayout(around)
        edge.setContentsMargins(0, 0, SIDE, 0)
        edge.addWidget(card)
        area = scrolling(around)
        keep_edge(area, edge, SIDE)
        return area

    def _bottom(self) -> QHBoxLayout:
        delete, cancel, save = (
            QPushButton(tr("Delete")),
            QPushButton(tr("Cancel")),
            QPushButton(tr("Save Ctrl ⏎")),
        )
        delete.setProperty("role", "danger")
        save.setProperty("role", "primary")
        save.setAccessibleName(tr("Save"))
        save.setDefault(True)
        delete.clicked.connect(self.delete_asked)
        erase = push_button(tr("Erase for good…"), "quiet")
        erase.clicked.connect(self.erase_asked)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self.save_asked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save_asked)
        bottom = QHBoxLayout()
        bottom.setSpacing(12)
        bottom.addWidget(delete)
        bottom.addWidget(erase)
        bottom.addStretch(1)
        bottom.addWidget(self.draft_line)
        bottom.addWidget(cancel)
        bottom.addWidget(save)
        return bottom


def _fields(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.CHECKS}
