"""From the readings of a session to what is shown of each person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from connect_desktop.domain import Person, Status
from connect_desktop.insight.days import day
from connect_desktop.insight.readings import Reading, Readings, readings
from connect_desktop.insight.said_before import SaidBefore, states
from connect_desktop.insight.states import State
from connect_desktop.insight.telling import told
from connect_desktop.insight.told import Told, short_name
from connect_desktop.ui.observation import Observation
from connect_desktop.ui.session import Session
from connect_desktop.ui.working import Working

_GOOD = (State.MET, State.YOU_START_THEY_MEET, State.HARD_AND_REAL, State.THEY_REACH)
_HARD = (State.ONE_SIDED, State.MIXED)
"""what is worth mentioning unasked; nothing else is"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Everyone in the store, and what their moments say where the bond is lived now."""

    people: Sequence[Person]
    """with names as long as a sentence can carry"""
    found: Readings
    said: SaidBefore

    def told(self) -> dict[str, Told]:
        """Return what is told of everyone, by person."""
        return told(self.people, self.found, self.said)

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


def seen(session: Session, said: SaidBefore) -> Seen:
    """Return what the moments in the store say today, and what is said from now on."""
    store, today = session.store, session.today()
    people = [replace(person, name=short_name(person.name)) for person in store.people.all()]
    found = readings(
        store.impressions.answers(),
        people,
        today,
        session.settings.day_ends,
        store.words.feelings(),
        states(said.earlier(today)),
    )
    frozen = frozenset(person.id for person in people if person.status is not Status.ACTIVE)
    return Seen(people=people, found=found, said=said.renewed(found.states, frozen, today))
