"""People and the groups they form."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from connect_desktop.domain import checks
from connect_desktop.domain.clock import now
from connect_desktop.domain.record import Record

COLOURS = 12


class Tie(StrEnum):
    """What someone is to the user."""

    PARTNER = "partner"
    FAMILY = "family"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


class Status(StrEnum):
    """Whether a bond is lived now; every status but active freezes readings and reminders."""

    ACTIVE = "active"
    RESTING = "resting"
    ENDED = "ended"
    DIED = "died"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Someone in the user's life."""

    CHECKS: ClassVar = {
        "name": checks.line,
        "ties": lambda f, v: checks.many_of(f, v, Tie),
        "since": checks.maybe_day,
        "status": lambda f, v: checks.one_of(f, v, Status),
        "one_way": checks.flag,
        "aliases": checks.lines,
        "colour": lambda f, v: checks.number(f, v, 0, COLOURS - 1),
        "note": checks.text,
        "created": checks.moment,
    }

    name: str
    ties: frozenset[Tie] = frozenset()
    since: date | None = None
    status: Status = Status.ACTIVE
    one_way: bool = False
    """care runs one way by its nature (a small child, an ill parent): no one-sidedness is read"""
    aliases: tuple[str, ...] = ()
    colour: int = 0
    note: str = ""
    created: datetime = field(default_factory=now)


def free_colours(people: Iterable[Person]) -> Iterator[int]:
    """Yield colours without end for those who come to these people, each the one that fewest have so far."""
    had = Counter(person.colour for person in people)
    while True:
        colour = min(range(COLOURS), key=lambda one: had[one])
        had[colour] += 1
        yield colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle(Record):
    """A named group of people."""

    CHECKS: ClassVar = {"name": checks.line, "members": checks.idents, "note": checks.text}

    name: str
    members: frozenset[str] = frozenset()
    note: str = ""
