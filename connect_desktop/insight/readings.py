"""The reading of every bond: what the moments say, with their counts, and the moments behind them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import isnan

import numpy as np

from connect_desktop.domain import Feeling, Person, Status
from connect_desktop.domain.answers import Answers
from connect_desktop.insight.config import CONFIG, Config
from connect_desktop.insight.counts import MET_FROM
from connect_desktop.insight.days import number
from connect_desktop.insight.doubt import likely, would_change
from connect_desktop.insight.entries import entries
from connect_desktop.insight.lines import lines
from connect_desktop.insight.look import Look, look
from connect_desktop.insight.one import One, Sentence, one_by_one
from connect_desktop.insight.pooling import Pooled
from connect_desktop.insight.saying import said
from connect_desktop.insight.short import short
from connect_desktop.insight.states import State
from connect_desktop.insight.turning import changed, no_longer
from connect_desktop.insight.whole import Whole, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A level, and the range in which it lies with a probability of 90 %."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How often what was so, of the times it could have been."""

    me: int
    started: int
    """the user reached out first, of the times one of the two did"""
    met: int
    rated: int
    """felt met, of the moments that say how far"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the moments with one person say."""

    person: Person
    place: int
    """among the people of the look"""
    state: State
    moments: int
    one_sided: float | None
    reverse: float | None
    """how likely the bond is one-sided, or the mirror of that; None where care runs one way by nature"""
    me: int
    them: int
    """how often each reached out first, where one of the two did"""
    share: Range
    """of the reaching that is the user's, 0…1"""
    met_often: int
    met_of: int
    """felt met, of the moments that say how far"""
    met: Range
    """0…4"""
    lately: Times
    """the same counts since a change that can be said, else in the last half year"""
    body_of: int
    body: Range
    """−3…+3"""
    body_trend: float | None
    """by how much the body's answers have likely moved; None where there is too little to tell"""
    said: Sentence
    short: str
    """the same in a few words"""
    lines: tuple[Sentence, ...]
    """the counts, then the likely range and what is usual"""
    changed: Sentence | None
    no_longer: str
    likely: str
    would_change: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything that is said, in order."""
        parts = [self.said.text, *(line.text for line in self.lines)]
        parts += [self.changed.text if self.changed else "", self.no_longer, self.likely, self.would_change]
        return tuple(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """What is usual for the user with everyone."""

    share: float
    """of the reaching that is theirs"""
    met: float
    body: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Everyone whose bond is lived now, in the order they were given in."""

    today: date
    usual: Usual
    people: tuple[Reading, ...]
    whole: Whole
    look: Look = field(repr=False)
    """the figures behind it all"""

    @property
    def states(self) -> dict[str, State]:
        """The state of each person by id, to be handed to the next look."""
        return {found.person.id: found.state for found in self.people}


def readings(
    found: Answers,
    people: Iterable[Person],
    today: date,
    day_ends: int,
    feelings: Mapping[str, Feeling],
    last: Mapping[str, State] | None = None,
    config: Config = CONFIG,
) -> Readings:
    """Return what the moments up to `today` say about everyone with whom a bond is lived now.

    `last` are the states of the look before, by person: what was said stays until it clearly no longer holds.
    """
    active = [person for person in people if person.status is Status.ACTIVE]
    before = [(last or {}).get(person.id) for person in active]
    given = entries(found, [person.id for person in active], day_ends, feelings)
    one_way = np.array([person.one_way for person in active], dtype=np.bool_)
    seen = look(given, one_way, number(today), before, config)
    figures = seen.figures
    return Readings(
        today=today,
        usual=Usual(
            share=figures.reaching.usual,
            met=figures.met.usual.expected,
            body=figures.body.usual.expected,
        ),
        people=tuple(map(_reading, one_by_one(seen, active, before, today, config))),
        whole=whole(seen, config),
        look=seen,
    )


def _reading(one: One) -> Reading:
    counted, figures = one.look.counts, one.look.figures
    reaching, judged = figures.reaching, one.state is not State.ONE_WAY
    return Reading(
        person=one.person,
        place=one.place,
        state=one.state,
        moments=one.count(counted.moments),
        one_sided=one.figure(figures.likely.one_sided) if judged else None,
        reverse=one.figure(figures.likely.reverse) if judged else None,
        me=one.count(counted.me),
        them=one.count(counted.them),
        share=Range(
            mean=one.figure(reaching.share), low=one.figure(reaching.low), high=one.figure(reaching.high)
        ),
        met_often=one.count(counted.met),
        met_of=one.count(counted.met_of),
        met=_range(one, figures.met, 0, 4),
        lately=_lately(one),
        body_of=one.count(counted.body_of),
        body=_range(one, figures.body, -3, 3),
        body_trend=_trend(one),
        said=said(one),
        short=short(one),
        lines=tuple(lines(one)),
        changed=changed(one),
        no_longer=no_longer(one),
        likely=likely(one),
        would_change=would_change(one),
    )


def _lately(one: One) -> Times:
    started, rated = one.started & one.recent, one.rated & one.recent
    return Times(
        me=int((one.entries.mine[started] == 1).sum()),
        started=int(started.sum()),
        met=int((one.entries.met[rated] >= MET_FROM).sum()),
        rated=int(rated.sum()),
    )


def _range(one: One, found: Pooled, lowest: float, highest: float) -> Range:
    """Return a level within its scale."""
    mean, low, high = (
        min(max(one.figure(figures), lowest), highest) for figures in (found.mean, found.low, found.high)
    )
    return Range(mean=mean, low=low, high=high)


def _trend(one: One) -> float | None:
    """Return the step from before to after the likeliest change, times how likely there was one."""
    found = one.look.figures.chapters
    likely_changed = one.figure(found.down) + one.figure(found.up)
    step = one.figure(found.body_after) - one.figure(found.body_before)
    return likely_changed * step if likely_changed > 0 and not isnan(step) else None
