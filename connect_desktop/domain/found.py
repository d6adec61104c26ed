"""What a search finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from connect_desktop.domain.excerpt import Excerpt

FIRST = 50
"""how many of a kind are shown at first"""


class Kind(IntEnum):
    """What can be found, in the order it is shown."""

    PERSON = 0
    CIRCLE = 1
    MOMENT = 2
    REFLECTION = 3
    HOPE = 4
    STEP = 5
    CHECKIN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One record in which everything sought was found."""

    kind: Kind
    id: str
    title: Excerpt
    """its name or title, with what was found marked; empty where it has none"""
    excerpt: Excerpt
    """the part of its other texts that holds what was found"""
    on: date | None
    """a datetime for a moment; of a person when they were last met"""
    people: tuple[str, ...] = ()
    """the ids of those it is about"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The first hits of each kind, the best first, and how many there are in all."""

    hits: tuple[Hit, ...] = ()
    counts: Mapping[Kind, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many there are, of every kind."""
        return sum(self.counts.values())

    def of(self, kind: Kind) -> tuple[Hit, ...]:
        """Return the first hits of a kind."""
        return tuple(hit for hit in self.hits if hit.kind is kind)
