"""What was begun in a dialog and not saved: offered again when the store is opened, one after the other."""

from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from connect_desktop.domain import HopeState
from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr
from connect_desktop.insight.told import short_name
from connect_desktop.ui.circle_actions import CircleActions
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.drafts import PREFIX, Kept, kept_before, let_go, names
from connect_desktop.ui.hope_actions import HopeActions
from connect_desktop.ui.moment_editor import MomentEditor
from connect_desktop.ui.person_actions import PersonActions
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.hope_row import Ask
from connect_desktop.ui.widgets.notice import Notice

Offer: TypeAlias = tuple[str, Callable[[], object]]
"""a sentence about what was begun, and what goes on with it: False where it cannot yet"""


class Resuming(QObject):
    """Shows one offer at a time in its `notice`; what is neither taken nor let go of is offered next time."""

    log_asked = Signal(str, object)
    """a draft by name whose moment is gone, and its answers as those of a new one"""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self.notice = Notice()
        self._session = session
        self._window = window
        self._left: list[str] = []
        self.notice.acted.connect(self._go_on)
        self.notice.closed.connect(self._let_go)
        session.draft_gone.connect(self._drop)

    def offer(self, first: str = "") -> None:
        """Offer what is kept; the draft named `first` is gone on with at once."""
        self._left = [name for name in names(self._session) if self._found(name) is not None]
        if first in self._left:
            self._resume(first)
        self._show()

    def _found(self, name: str) -> Offer | None:
        """Return what can be offered of a draft; None where it has another place, or cannot be read."""
        kind, _, about = name.removeprefix(PREFIX).partition(" ")
        found = kept_before(self._session, name)
        kinds = {
            "moment": self._moment, "person": self._person, "circle": self._circle, "hope": self._hope,
            "closing": self._closing,
        }  # fmt: skip
        look = kinds.get(kind)
        return None if found is None or look is None else look(name, about, found)

    def _moment(self, name: str, about: str, kept: Kept) -> Offer:
        moment = self._session.store.moments.get(about)
        people = self._names(one.get("id", "") for one in kept.answers.get("people", ()))
        if moment is None:
            log = _as_new(kept.answers, self._session)
            sentence = tr("You were changing a moment that is gone now. What you typed is still here.")
            return sentence, lambda: self._log(name, log)
        with_whom = self._names(one.person for one in moment.impressions) or people
        sentence = tr("You were changing a moment with {names}.", names=", ".join(with_whom))
        return sentence, lambda: MomentEditor(self._session, self._window).edit(moment)

    def _person(self, name: str, about: str, kept: Kept) -> Offer:
        actions = PersonActions(self._session, self._window)
        person = self._session.store.people.get(about) if about else None
        typed = str(kept.answers.get("name", ""))
        if person is not None:
            sentence = tr("You were changing what you wrote about {name}.", name=short_name(person.name))
            return sentence, lambda: actions.edit(person)
        sentence = (
            tr("You were adding {name}.", name=short_name(typed))
            if typed
            else tr("You were adding a person.")
        )
        return sentence, lambda: actions.add(draft=name.removeprefix(PREFIX))

    def _circle(self, name: str, about: str, kept: Kept) -> Offer:
        actions = CircleActions(self._session, self._window)
        circle = self._session.store.circles.get(about) if about else None
        typed = str(kept.answers.get("name", ""))
        if circle is not None:
            sentence = tr("You were changing the circle {name}.", name=short_name(circle.name))
            return sentence, lambda: actions.edit(circle)
        sentence = (
            tr("You were making the circle {name}.", name=short_name(typed))
            if typed
            else tr("You were making a circle.")
        )
        return sentence, lambda: actions.make(draft=name.removeprefix(PREFIX))

    def _hope(self, name: str, about: str, _kept: Kept) -> Offer:
        actions = HopeActions(self._session, self._window)
        hope = self._session.store.hopes.get(about)
        if hope is not None and hope.state is HopeState.WAITING:
            sentence = tr("You were changing a hope about {name}.", name=self._name(hope.person))
            return sentence, lambda: actions.act(Ask.CHANGE, hope)
        person = self._session.store.people.get(about.removeprefix("of "))
        if person is not None:
            sentence = tr("You were naming a hope about {name}.", name=short_name(person.name))
            return sentence, lambda: actions.name(person.id)
        return tr("You were writing a hope."), lambda: actions.name(draft=name.removeprefix(PREFIX))

    def _closing(self, name: str, about: str, kept: Kept) -> Offer:
        actions = HopeActions(self._session, self._window)
        hope = self._session.store.hopes.get(about)
        if hope is None:
            return tr("You were writing a hope."), lambda: actions.name(draft=name.removeprefix(PREFIX))
        sentence = tr("You were writing how a hope about {name} ended.", name=self._name(hope.person))
        if hope.state is not HopeState.WAITING:
            return sentence, lambda: actions.act(Ask.CHANGE, hope)
        return sentence, lambda: actions.close(hope, HopeState(kept.answers["state"]))

    def _name(self, person_id: str) -> str:
        return ", ".join(self._names([person_id]))

    def _names(self, people: Any) -> list[str]:
        found = (self._session.store.people.get(str(one)) for one in people)
        return sorted((short_name(person.name) for person in found if person is not None), key=fold)

    def _show(self) -> None:
        offer = self._found(self._left[0]) if self._left else None
        if offer is None:
            self.notice.hide()
        else:
            self.notice.show_notice(offer[0], tr("Go on"), tr("Let it go"))

    def _go_on(self) -> None:
        self._resume(self._left[0])
        self._show()

    def _resume(self, name: str) -> None:
        offer = self._found(name)
        taken = offer is None or offer[1]()
        if taken is not False and name in self._left:
            self._left.remove(name)

    def _log(self, name: str, answers: dict[str, Any]) -> bool:
        """Go on in the quick log; it stays offered until it is there."""
        self.log_asked.emit(name, answers)
        return False

    def _let_go(self) -> None:
        if Confirm.ask(
            self._window,
            tr("Let it go?"),
            tr("What you typed there goes with it. What was saved stays as it is."),
            tr("Let it go"),
            tr("Keep it"),
        ):
            let_go(self._session, self._left[0])
        else:
            self._show()

    def _drop(self, name: str) -> None:
        if name in self._left:
            self._left.remove(name)
            self._show()


def _as_new(answers: dict[str, Any], session: Session) -> dict[str, Any]:
    """Return the answers of a moment that is gone as those of one not logged yet."""
    people = answers.get("people", ())
    return {**answers, "people": [one for one in people if _is_there(one, session)]}


def _is_there(person: dict[str, Any], session: Session) -> bool:
    """Return whether a person of a draft is new or still known."""
    return "id" not in person or session.store.people.get(person["id"]) is not None
