"""What is told of each bond in a document: the sentences of the person's page, under the name used here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from connect_desktop.domain import Feeling, Person, Status
from connect_desktop.domain.answers import Answers
from connect_desktop.insight.days import day
from connect_desktop.insight.readings import Readings, readings
from connect_desktop.insight.said_before import SaidBefore, states
from connect_desktop.insight.telling import told
from connect_desktop.insight.told import Told, short_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What the moments with one person say."""

    said: str
    """the whole in one sentence"""
    changed: str
    """since when it has been fading or warming; empty where that is not clear"""
    since: date | None
    """the day of that change"""
    counts: str
    """what it rests on"""
    doubt: str
    """how likely it is, and what would change it"""


@dataclass(frozen=True, kw_only=True, eq=False)
class Bonds:
    """Everyone's, read once when the first is asked for: from all that was logged up to `on`."""

    answers: Answers
    people: Sequence[Person]
    on: date
    day_ends: int
    feelings: Mapping[str, Feeling]
    said: SaidBefore = field(default_factory=SaidBefore)

    def of(self, person_id: str, name: str) -> Bond:
        """Return what is told of a person who is called `name` here."""
        found = self._told[person_id]

        def named(*sentences: str) -> str:
            return " ".join(filter(None, sentences)).replace(person_id, short_name(name))

        return Bond(
            said=named(found.said),
            changed=named(found.changed.text) if found.changed else "",
            since=self._since(person_id) if found.changed else None,
            counts=named(*(line.text for line in found.lines)),
            doubt=named(found.no_longer, found.wider, found.likely, found.would_change),
        )

    def moments(self, person_id: str) -> int:
        """Return how many moments with a person there are in all."""
        return sum(one == person_id for one in self.answers.person)

    @cached_property
    def _called(self) -> list[Person]:
        """People called by their ids, in whose place any name can be put."""
        return [replace(person, name=person.id) for person in self.people]

    @cached_property
    def _found(self) -> Readings:
        last = states(self.said.earlier(self.on))
        return readings(self.answers, self._called, self.on, self.day_ends, self.feelings, last)

    @cached_property
    def _told(self) -> Mapping[str, Told]:
        kept = frozenset(one.id for one in self.people if one.status is not Status.ACTIVE)
        return told(self._called, self._found, self.said.renewed(self._found.states, kept, self.on))

    def _since(self, person_id: str) -> date:
        place = next(one.place for one in self._found.people if one.person.id == person_id)
        return day(int(self._found.look.figures.chapters.since[place]))
