"""How close: everyone on four rings around the user, today and as it was, month by month."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from connect_desktop.domain import Closeness, Person, Status, labels
from connect_desktop.domain.errors import ConnectError
from connect_desktop.domain.rings import month_ends, rings_on
from connect_desktop.i18n import month_of, tr, tr_n
from connect_desktop.ui import closeness
from connect_desktop.ui.pages.closeness_board import ClosenessBoard
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.pages.people_head import PeopleHead
from connect_desktop.ui.person_actions import PersonActions
from connect_desktop.ui.person_choice import told_apart
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.closeness_card import ClosenessShown
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.ring_face import OFF, RingPerson


class ClosenessPage(Page):
    """Notes of how close someone is are dated: what is changed today leaves earlier days as they were."""

    person_asked = Signal(str)
    view_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._actions = PersonActions(session, self)
        self._notes: Sequence[Closeness] = ()
        self._people: Sequence[Person] = ()
        self._called: Mapping[str, str] = {}
        self._ends: Sequence[date] = ()
        self._chosen = ""
        self.head = PeopleHead("closeness", tr("How close"))
        self.board = ClosenessBoard()
        self._nobody = EmptyState(
            tr("Nobody here yet"),
            tr(
                "Put the people in your life on four rings around you, as close as they feel today. Put them "
                "elsewhere when that changes: what was stays, and you can look back at it."
            ),
            tr("Add a person"),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        super().arrive()
        if not (self.board.rings.focus_near(0) or self.board.unplaced.focus_near(0)):
            self._nobody.setFocus()

    def concerns(self, edits: Edits) -> bool:
        return any(isinstance(edit.record, Closeness | Person) for edit in edits)

    def refresh(self) -> None:
        store, today = self.session.store, self.session.today()
        self._notes = store.closeness.all()
        self._people = store.people.all()
        self._called = told_apart(self.session, self._people)
        self._ends = month_ends(self._notes, today)
        self.board.months.set_months([*map(month_of, self._ends[:-1]), tr("Today")])
        self._stack.setCurrentIndex(0 if self._people else 1)
        self._show()

    def choose(self, person_id: str) -> None:
        """Show someone's history and circles, and bring the keyboard to them."""
        self._choose(person_id)
        self.board.focus_on(person_id)

    # What is shown

    def _show(self) -> None:
        end, past = self._end(), self._past()
        held = rings_on(self._notes, end)
        people = self._shown(held)
        self.board.show_people(people, closeness.in_words(people, held), past=past)
        self.head.say(self._below(held, past=past))
        self._show_chosen()

    def _below(self, held: dict[str, Closeness], *, past: bool) -> str:
        if not self._people:
            return ""
        if past:
            return tr(
                "As it was at the end of {month}. Only today can be changed.", month=month_of(self._end())
            )
        if not held:
            return tr("Drag someone onto a ring, or choose them and press 1 to 4.")
        return tr_n("{n} person on the rings", "{n} people on the rings", len(held))

    def _shown(self, held: dict[str, Closeness]) -> list[RingPerson]:
        """Return everyone by name, those whose bond is not lived now after the others."""
        found = [
            RingPerson(
                id=one.id,
                name=self._called[one.id],
                colour=one.colour,
                ring=held[one.id].ring if one.id in held else OFF,
                status="" if one.status is Status.ACTIVE else labels.status_label(one.status),
            )
            for one in self._people
        ]
        return sorted(found, key=lambda one: (one.ring, bool(one.status)))

    def _show_chosen(self) -> None:
        end = self._end()
        held = rings_on(self._notes, end)
        person = next((one for one in self._shown(held) if one.id == self._chosen), None)
        self.board.choose(self._chosen)
        if person is None:
            self.board.card.show_nobody()
            return
        today = self.session.today()
        self.board.card.show_closeness(
            ClosenessShown(
                person=person,
                overlap=held[person.id].overlap if person.id in held else None,
                history=closeness.history(self._notes, person.id, today),
                back=bool(closeness.taken_back(self._notes, person.id, today)),
                past=self._past(),
            )
        )

    def _end(self) -> date:
        month = self.board.months.month()
        return self._ends[month] if self._ends else self.session.today()

    def _past(self) -> bool:
        return self.board.months.month() < len(self._ends) - 1

    # What is changed

    def _choose(self, person_id: str) -> None:
        if person_id != self._chosen:
            self._chosen = person_id
            self._show_chosen()

    def _put(self, person_id: str, ring: int) -> None:
        """Put someone on a ring from today on, or off all of them."""
        walked = self.board.is_walked()
        self._chosen = person_id
        if ring == OFF:
            self._take_off(person_id)
        else:
            edits = closeness.placed(self._notes, person_id, ring, self.session.today())
            if self._write(tr("How close: noted for today"), edits):
                self._say(person_id, labels.ring_label(ring))
        if walked and not self.board.is_walked():
            self.board.focus_on(person_id)

    def _take_off(self, person_id: str) -> None:
        edits = closeness.taken_off(self._notes, person_id)
        earlier = len(edits) - 1
        label = tr("Taken off the rings")
        if earlier > 0:
            label = tr_n(
                "Taken off the rings, with {n} earlier date",
                "Taken off the rings, with {n} earlier dates",
                earlier,
            )
        if self._write(label, edits):
            self._say(person_id, tr("taken off the rings"))

    def _draw(self, overlap: int | None) -> None:
        edits = closeness.drawn(self._notes, self._chosen, overlap, self.session.today())
        self._write(tr("How close: noted for today"), edits)

    def _take_back(self) -> None:
        edits = closeness.taken_back(self._notes, self._chosen, self.session.today())
        self._write(tr("Today’s note taken back"), edits)

    def _write(self, label: str, edits: Edits) -> bool:
        try:
            self.session.apply(label, *edits)
        except ConnectError as error:
            self.session.not_saved.emit(str(error))
            self._show()
            return False
        return bool(edits)

    def _say(self, person_id: str, what: str) -> None:
        person = next((one for one in self._people if one.id == person_id), None)
        if person is not None:
            self.board.rings.say(tr("{name}: {what}", name=person.name, what=what))

    def _refuse(self) -> None:
        self.board.rings.say(tr("Only today can be changed."))

    def _to_today(self) -> None:
        self.board.months.stop()
        self.board.months.set_month(len(self._ends) - 1)

    def _connect(self) -> None:
        self.head.views.changed.connect(lambda view: self.view_asked.emit(str(view)))
        self.board.months.changed.connect(lambda _month: self._show())
        self.board.placed.connect(self._put)
        self.board.chosen.connect(self._choose)
        self.board.opened.connect(self.person_asked)
        self.board.refused.connect(self._refuse)
        self.board.today_asked.connect(self._to_today)
        self.board.card.placed.connect(lambda ring: self._put(self._chosen, ring))
        self.board.card.drawn.connect(self._draw)
        self.board.card.back_asked.connect(self._take_back)
        self.board.card.opened.connect(lambda: self.person_asked.emit(self._chosen))
        self._nobody.acted.connect(self._actions.add)

    def _lay_out(self) -> None:
        for one in (self.board, self._nobody.on_card()):
            self._stack.addWidget(one)
        down = QVBoxLayout(self)
        down.setContentsMargins(32, 24, 32, 20)
        down.setSpacing(16)
        down.addWidget(self.head)
        down.addWidget(self._stack, 1)
