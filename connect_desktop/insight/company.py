"""With whom a small step may be tried, as far as the moments say; nobody who is not safe is among them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from connect_desktop.domain import Circle, Person
from connect_desktop.insight.days import day, number
from connect_desktop.insight.entries import Entries
from connect_desktop.insight.readings import Reading, Readings
from connect_desktop.insight.states import State

UNSAFE = (State.ONE_SIDED, State.MIXED, State.LEANING, State.THIN)
GOOD = (State.MET, State.YOU_START_THEY_MEET, State.HARD_AND_REAL)
LATELY = 60
"""days in which a moment is still near, and a hurt without a way back is recent"""
RAW = 2
"""days in which a hurt is left alone"""
ANSWERS = 12
"""body answers looked back on"""
FEW = 3
"""body answers that say anything"""
CALLED = 30
"""days in which an attempt of theirs can still be answered"""
QUIET, LONG_GONE = 21, 400
"""days without a moment: from when, and until when, someone is quiet rather than gone"""
GAPS = 3
"""times their usual gap"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A person with whom a step may be tried, and what for."""

    person: Person
    exhales: bool = False
    easier: int = 0
    answers: int = 0
    """breathed easier after so many of the last so many moments"""
    met: int = 0
    rated: int = 0
    """felt met in so many of so many moments"""
    last: date | None = None
    quiet: bool = False
    hurt: date | None = None
    """a hurt without a way back, where they came back before"""
    called: date | None = None
    """they reached out last, and found no answer"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Everyone with whom a step may be tried, and the circles in which the user mostly exhales."""

    people: tuple[Someone, ...] = ()
    circles: tuple[Circle, ...] = ()


def company(found: Readings, circles: Iterable[Circle] = ()) -> Company:
    """Return who may be offered on the day of these readings."""
    edges = np.searchsorted(found.look.entries.person, np.arange(len(found.people) + 1)).tolist()
    read = {
        one.person.id: _someone(one, found, slice(edges[one.place], edges[one.place + 1]))
        for one in found.people
    }
    safe = {person: one for person, one in read.items() if one is not None}
    exhaling = {person for person, one in safe.items() if one.exhales}
    unsafe = {one.person.id for one in found.people if one.moments} - safe.keys()
    kept = tuple(
        one
        for one in circles
        if 2 * len(one.members & exhaling) > len(one.members) and not one.members & unsafe
    )
    return Company(people=tuple(safe.values()), circles=kept)


def _someone(one: Reading, found: Readings, part: slice) -> Someone | None:
    """Return what may be tried with one person; None where nothing may, or nothing is known."""
    mine = found.look.entries.where(part)
    if not len(mine) or not _safe(one, mine, found):
        return None
    today = number(found.today)
    hurts = [*_open_hurts(mine, today)]
    if hurts:
        return _after_a_hurt(one, mine, hurts, today)
    if _left_after_a_hurt(mine):
        return None
    return _at_ease(one, mine, today)


def _safe(one: Reading, mine: Entries, found: Readings) -> bool:
    """Return whether nothing speaks against it: the reading, a fall, or a body that answers low."""
    chapters = found.look.figures.chapters
    falling = one.changed is not None and chapters.down[one.place] > chapters.up[one.place]
    uneasy = one.body_of >= FEW and found.look.figures.likely.uneasy[one.place] > 0.5
    felt = mine.body[~np.isnan(mine.body)]
    tight = len(felt) > 0 and bool(felt[-FEW:].mean() < 0 or felt[-ANSWERS:].mean() < 0)
    return one.state not in UNSAFE and not (falling or uneasy or tight)


def _open_hurts(mine: Entries, today: int) -> Iterator[int]:
    """Yield the days of recent hurts to which nobody came back."""
    for place in np.flatnonzero(mine.hurt & ~mine.came_back):
        if today - int(mine.day[place]) <= LATELY:
            yield int(mine.day[place])


def _left_after_a_hurt(mine: Entries) -> bool:
    """Return whether hardly a moment was easy since a hurt, however long ago, to which nobody came back."""
    open_ = np.flatnonzero(mine.hurt & ~mine.came_back)
    return len(open_) > 0 and int((mine.body[open_[-1] + 1 :] > 0).sum()) < FEW


def _after_a_hurt(one: Reading, mine: Entries, hurts: list[int], today: int) -> Someone | None:
    """Return them for a way back only: one hurt, not raw any more, with somebody who has come back before."""
    came_back = bool((mine.hurt & mine.they_came_back).any())
    if len(hurts) > 1 or today - hurts[0] <= RAW or not came_back:
        return None
    return Someone(person=one.person, hurt=day(hurts[0]))


def _at_ease(one: Reading, mine: Entries, today: int) -> Someone:
    felt = mine.body[~np.isnan(mine.body)][-ANSWERS:]
    easier, ago = int((felt > 0).sum()), today - int(mine.day[-1])
    at_ease = len(felt) >= FEW and 3 * easier >= 2 * len(felt)
    good = at_ease or one.state in GOOD
    called = ago <= CALLED and bool(mine.they_in_vain[-1])
    return Someone(
        person=one.person,
        exhales=good and ago <= LATELY and not called,
        easier=easier,
        answers=len(felt),
        met=one.met_often,
        rated=one.met_of,
        last=day(int(mine.day[-1])),
        quiet=good and not called and _is_quiet(mine, ago),
        called=day(int(mine.day[-1])) if called else None,
    )


def _is_quiet(mine: Entries, ago: int) -> bool:
    """Return whether it has been quiet for much longer than it mostly is."""
    gaps = np.diff(np.unique(mine.day))[-ANSWERS:]
    usual = float(np.median(gaps)) if len(gaps) else 0.0
    return max(QUIET, GAPS * usual) < ago <= LONG_GONE
