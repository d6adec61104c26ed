"""What there is to look back on in one week, and what a sentence about it is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from connect_desktop.domain import Columns, WayBack
from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr, tr_n, weekday_name

NAMED = 3
"""people named in one sentence; of more, two and a number"""


Chosen = Sequence[int]
"""places of impressions"""


class Part(Enum):
    """Where in the look back a sentence belongs, in this order."""

    GOOD = "good"
    OWN = "own"
    """what the user owed others, as plainly as what others owed the user"""
    HEAVY = "heavy"
    KEEP = "keep"
    """something the user can hold"""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """A sentence, and the moments it counts, by the ids of their interactions; or the steps it tells of."""

    part: Part
    text: str
    moments: tuple[str, ...] = ()
    steps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A hurt of an earlier week to which somebody came back in this one."""

    interaction: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Landed:
    """A small step of the week: with whom, and how it landed where that was told."""

    person: str | None
    landed: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What there is to look back on."""

    felt: Columns
    """the impressions of the week"""
    names: Mapping[str, str]
    """of everyone, by person"""
    day_ends: int
    """minutes after midnight"""
    returned: Sequence[Returned] = ()
    steps: Sequence[Landed] = ()
    returned_later: frozenset[str] = frozenset()
    """hurts of the week, by impression, to which somebody came back only after it"""
    at_rest: frozenset[str] = frozenset()
    """people whose bond is not lived now: what stayed open with them is not told of"""

    def where(self, holds: Callable[[int], bool]) -> Chosen:
        """Return the places of the impressions for which something holds, by their place."""
        return [place for place in range(len(self.felt)) if holds(place)]

    def left_open(self, holds: Callable[[int], bool]) -> Chosen:
        """Return the places of what holds, with those whose bond is lived now."""
        return self.where(lambda place: self.felt.person[place] not in self.at_rest and holds(place))

    def moments(self, chosen: Chosen) -> tuple[str, ...]:
        """Return the moments of impressions, each once."""
        return tuple(dict.fromkeys(self.felt.interaction[place] for place in chosen))

    def people(self, chosen: Chosen) -> str:
        """Return the names of those the impressions are about."""
        return self.named([self.felt.person[place] for place in chosen])

    def named(self, people: Iterable[str]) -> str:
        """Return the names of people in one line, in the order of names."""
        names = sorted((self.names.get(person, "") for person in set(people)), key=fold)
        if len(names) > NAMED:
            return tr_n("{names} and {n} other", "{names} and {n} others",
                        len(names) - 2, names=", ".join(names[:2]))  # fmt: skip
        if len(names) < 2:
            return "".join(names)
        return tr("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])

    def line(self, part: Part, chosen: Chosen, text: str) -> WeekLine:
        """Return a sentence about the moments of some impressions."""
        return WeekLine(part=part, text=text, moments=self.moments(chosen))

    def came_back(self, place: int) -> bool:
        """Return whether somebody came back to a hurt within the week."""
        return (
            self.felt.way_back[place] not in (None, WayBack.NOT_YET.value)
            and self.felt.impression[place] not in self.returned_later
        )

    def weekday(self, place: int) -> str:
        """Return the user's day of an impression."""
        seconds = self.felt.wall[place] - 60 * self.day_ends
        return weekday_name(date(1970, 1, 1) + timedelta(days=seconds // 86_400))


def monday_of(on: date) -> date:
    """Return the Monday of a day's week."""
    return on - timedelta(days=on.weekday())
