"""One person in a look at everyone, as sentences need them: numbers, and the impressions behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from connect_desktop.domain import Person
from connect_desktop.insight.config import Config
from connect_desktop.insight.counts import MET_FROM
from connect_desktop.insight.days import number
from connect_desktop.insight.entries import Entries
from connect_desktop.insight.look import Look
from connect_desktop.insight.states import State

Flags = NDArray[np.bool_]

HALF_A_YEAR = 182
"""days: what is recent where nothing has changed"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What is said, and the impressions it rests on, oldest first."""

    text: str
    impressions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class One:
    """One person on one day."""

    look: Look
    place: int
    """of the person, among those looked at"""
    person: Person
    state: State
    last: State | None
    """what was said at the look before"""
    today: date
    day: int
    """today as a number"""
    changed: bool
    """whether a change is clear enough to be said"""
    since: int
    """the day from which on something is recent: since the change, else in the last half year"""
    entries: Entries
    """with this person; the flags below run along them"""
    started: Flags
    """one of the two reached out first"""
    rated: Flags
    """it says how far the user was met"""
    recent: Flags
    config: Config

    @property
    def name(self) -> str:
        """What the user calls them."""
        return self.person.name

    def figure(self, figures: NDArray[np.float64]) -> float:
        """Return this person's figure among everyone's."""
        return float(figures[self.place])

    def count(self, counts: NDArray[np.int64]) -> int:
        """Return this person's count among everyone's."""
        return int(counts[self.place])

    @property
    def rarely_met(self) -> bool:
        """Whether the user felt met in less than one of three of the recent moments that say so."""
        recent = self.rated & self.recent
        met = self.entries.met[recent if recent.any() else self.rated]
        return 3 * int((met >= MET_FROM).sum()) < len(met)

    def behind(self, chosen: Flags) -> tuple[str, ...]:
        """Return the ids of the chosen impressions, oldest first."""
        return tuple(self.entries.ids[chosen].tolist())


def one_by_one(
    look: Look, people: Sequence[Person], last: Sequence[State | None], today: date, config: Config
) -> list[One]:
    """Return the people of a look one by one."""
    found, chapters, day = look.entries, look.figures.chapters, number(today)
    changed = np.maximum(chapters.down, chapters.up) >= config.change_said_from
    since = np.where(changed, chapters.since, day - HALF_A_YEAR + 1)
    started = ~np.isnan(found.mine) & (found.mine != 0.5)
    rated = ~np.isnan(found.met) & ~found.in_vain
    recent = found.day >= since[found.person]
    edges = np.searchsorted(found.person, np.arange(len(people) + 1)).tolist()
    parts = [slice(edges[place], edges[place + 1]) for place in range(len(people))]
    return [
        One(
            look=look, place=place, person=person, state=look.states[place], last=last[place],
            today=today, day=day, changed=bool(changed[place]), since=int(since[place]),
            entries=found.where(part), started=started[part], rated=rated[part], recent=recent[part],
            config=config,
        )
        for place, (person, part) in enumerate(zip(people, parts, strict=True))
    ]  # fmt: skip
