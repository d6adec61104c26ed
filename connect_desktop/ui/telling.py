"""From the readings of a session to what is shown of each person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from connect_desktop.domain import WORD_FEELING, Person, Status
from connect_desktop.i18n import tr
from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.days import day
from connect_desktop.insight.one import Sentence, one_by_one
from connect_desktop.insight.readings import Reading, Readings, readings
from connect_desktop.insight.said_before import Said, SaidBefore, states
from connect_desktop.insight.states import State
from connect_desktop.insight.turning import no_longer
from connect_desktop.ui.observation import Observation
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.told import Line, Told, short_name
from connect_desktop.ui.working import Working

_GOOD = (State.MET, State.YOU_START_THEY_MEET, State.HARD_AND_REAL, State.THEY_REACH)
_HARD = (State.ONE_SIDED, State.MIXED)
"""what is worth mentioning unasked; nothing else is"""
_UNMET = (State.ONE_SIDED, State.MIXED, State.THIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Everyone in the store, and what their moments say where the bond is lived now."""

    people: Sequence[Person]
    """with names as long as a sentence can carry"""
    found: Readings
    said: SaidBefore

    def told(self) -> dict[str, Told]:
        """Return what is told of everyone, by person."""
        ended = self._no_longer()
        read = {one.person.id: self._told(one, ended.get(one.person.id, "")) for one in self.found.people}
        frozen = {
            person.id: at_rest(person, self.said.now.get(person.id))
            for person in self.people
            if person.id not in read
        }
        return read | frozen

    def workings(self) -> dict[str, Working]:
        """Return how each reading was worked out, by person."""
        return {
            one.person.id: Working(
                look=self.found.look, place=one.place, name=one.person.name, said=one.said.text
            )
            for one in self.found.people
        }

    def observations(self) -> list[Observation]:
        """Return what could be mentioned unasked: what is good, and what is hard, and what has changed."""
        return [one for reading in self.found.people for one in self._observations(reading)]

    def _observations(self, one: Reading) -> Iterator[Observation]:
        hard_too = not self.found.whole.mostly_unmet
        since = self.said.now[one.person.id].since.isoformat()
        if one.changed is not None:
            warming = self._warming(one)
            if warming or hard_too:
                kind = "warming" if warming else "fading"
                yield Observation(
                    person=one.person.id, kind=kind, since=self._half_year(one), hard=not warming
                )
        elif one.state in _GOOD or (hard_too and one.state in _HARD):
            hard = one.state in _HARD
            yield Observation(person=one.person.id, kind=one.state.value, since=since, hard=hard)

    def _warming(self, one: Reading) -> bool:
        changes = self.found.look.figures.chapters
        return float(changes.up[one.place]) > float(changes.down[one.place])

    def _half_year(self, one: Reading) -> str:
        """Return the half year of a change: its day moves a little as moments are added, and is no news."""
        on = day(int(self.found.look.figures.chapters.since[one.place]))
        return date(on.year, 1 if on.month <= 6 else 7, 1).isoformat()

    def _no_longer(self) -> dict[str, str]:
        """Return what was said lately and no longer holds, by person."""
        today, active = self.found.today, [one.person for one in self.found.people]
        was = [self.said.now[person.id].no_longer(today) for person in active]
        if not any(was):
            return {}
        each = one_by_one(self.found.look, active, was, today, CONFIG)
        return {one.person.id: no_longer(one) for one in each if one.last is not None}

    def _told(self, one: Reading, ended: str) -> Told:
        like_most = self.found.whole.mostly_unmet and one.state in _UNMET
        return Told(
            state=one.state,
            said=one.said.text,
            short=tr("Met less, as with most people here.") if like_most else one.short,
            listed=State.OPEN if like_most else one.state,
            behind=one.said.impressions,
            lines=tuple(map(_line, one.lines)),
            changed=_line(one.changed) if one.changed else None,
            no_longer=ended,
            likely=one.likely,
            would_change=one.would_change,
            wider=self.found.whole.picture if like_most else "",
            one_way=one.person.one_way,
        )


def seen(session: Session, said: SaidBefore) -> Seen:
    """Return what the moments in the store say today, and what is said from now on."""
    store, today = session.store, session.today()
    people = [replace(person, name=short_name(person.name)) for person in store.people.all()]
    found = readings(
        store.impressions.answers(),
        people,
        today,
        session.settings.day_ends,
        {**WORD_FEELING, **{word.text: word.feeling for word in store.words.all()}},
        states(said.earlier(today)),
    )
    frozen = frozenset(person.id for person in people if person.status is not Status.ACTIVE)
    return Seen(people=people, found=found, said=said.renewed(found.states, frozen, today))


def _line(found: Sentence) -> Line:
    return Line(text=found.text, impressions=found.impressions)


def at_rest(person: Person, said: Said | None) -> Told:
    """Return that nothing is read any more, and what was said last; of the dead nothing is repeated."""
    now, short = _rest(person)
    last = _last_said(said.state) if said and person.status is not Status.DIED else ""
    return Told(state=None, said=now, short=short, lines=(Line(text=last),) if last else ())


def _rest(person: Person) -> tuple[str, str]:
    if person.status is Status.RESTING:
        return tr("This bond is resting, and so is its reading."), tr("Resting.")
    if person.status is Status.ENDED:
        return tr("This bond has ended. Nothing is read from it any more."), tr("Ended.")
    return tr("What you lived with {name} stays here, as it was.", name=person.name), ""


def _last_said(state: State) -> str:
    match state:
        case State.ONE_SIDED | State.MIXED:
            return tr("Until then it read as likely one-sided.")
        case State.LEANING:
            return tr("Until then it leaned towards one-sided; it was not clear.")
        case State.THEY_REACH:
            return tr("Until then most of the reaching was theirs.")
        case State.THIN:
            return tr("Until then you were met less than is usual for you.")
        case State.HARD_AND_REAL:
            return tr("Until then it read as hard, and real.")
        case State.MET | State.YOU_START_THEY_MEET:
            return tr("Until then you were met here.")
        case _:
            return ""
