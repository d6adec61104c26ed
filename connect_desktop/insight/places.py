"""Where each bond lies on the map: the user's share of the reaching, and how far they are met."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from connect_desktop.domain import Person
from connect_desktop.insight import beta, days
from connect_desktop.insight.config import CONFIG, Config
from connect_desktop.insight.counts import counts
from connect_desktop.insight.look import Look
from connect_desktop.insight.states import State
from connect_desktop.insight.whole import Whole, whole

Floats = NDArray[np.float64]

REGIONS = (0.95, 0.80, 0.50)
"""how likely a bond lies inside each part of its halo, the widest first"""
MET_HIGHEST = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """An egg around a place: how far it reaches on each side of it."""

    left: float
    right: float
    """in shares"""
    below: float
    above: float
    """in steps of "met" """


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One person's place, with the counts behind it."""

    person: str
    name: str
    colour: int
    share: float
    """how much of the reaching is the user's, 0…1"""
    met: float
    """0…4"""
    halo: tuple[Region, ...]
    """along REGIONS"""
    state: State
    one_sided: float
    """how likely it is"""
    moments: int
    me: int
    them: int
    met_often: int
    met_of: int
    since: date | None
    """of a clear change; then "met" since then counts"""
    lately_met: int
    lately_of: int
    hurts: int
    came_back: int
    missing: tuple[int, int, int]
    """moments, days and days of span until there is enough; zeros where there is"""
    placed: bool
    """False where no entry says anything about either axis: there is nowhere to draw them"""

    @property
    def enough(self) -> bool:
        """Whether anything may be said."""
        return not any(self.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Everyone who was logged with in a time, by name, and what is usual for the user."""

    people: tuple[Place, ...]
    usual: float
    """how far they are met, with everyone"""
    unmet_below: float
    met_above: float
    """levels of "met" that count as less than usual, and as met"""
    mine_above: float
    theirs_below: float
    """shares from which one side mostly reaches out"""
    whole: Whole
    """what is to be said of all together"""


def places(seen: Look, people: Sequence[Person], since: int, config: Config = CONFIG) -> Places:
    """Return where those lie with whom something was logged on the day `since` or later.

    `people` are those whom the look was at, in its order.
    """
    lately = np.bincount(seen.entries.person[seen.entries.day >= since], minlength=len(people)) > 0
    rows = _rows(seen, people, config)
    found = [rows[number] for number in np.flatnonzero(lately)]
    return Places(
        people=tuple(sorted(found, key=lambda place: (place.name.casefold(), place.person))),
        usual=seen.figures.met.usual.expected,
        unmet_below=seen.figures.likely.unmet_below,
        met_above=seen.figures.likely.well_met_above,
        mine_above=config.mostly_mine,
        theirs_below=config.mostly_theirs,
        whole=whole(seen, config),
    )


def _rows(seen: Look, people: Sequence[Person], config: Config) -> list[Place]:
    figures, counted, entries = seen.figures, seen.counts, seen.entries
    says = ~np.isnan(entries.mine) | ~np.isnan(entries.met)
    placed = np.bincount(entries.person[says], minlength=len(people)) > 0
    halos = _halos(seen, config)
    chapters = figures.chapters
    changed = np.maximum(chapters.down, chapters.up) >= config.change_said_from
    since = np.where(changed, chapters.since, entries.day.min(initial=0))
    lately = counts(entries.where(entries.day >= since[entries.person]), len(people))
    met = np.clip(figures.met.mean, 0, MET_HIGHEST)
    missing = zip(figures.enough.moments, figures.enough.days, figures.enough.span, strict=True)
    return [
        Place(
            person=person.id, name=person.name, colour=person.colour,
            share=float(figures.reaching.share[i]), met=float(met[i]), halo=halos[i],
            state=seen.states[i], one_sided=float(figures.likely.one_sided[i]),
            moments=int(counted.moments[i]), me=int(counted.me[i]), them=int(counted.them[i]),
            met_often=int(counted.met[i]), met_of=int(counted.met_of[i]),
            since=days.day(since[i]) if changed[i] else None,
            lately_met=int(lately.met[i]), lately_of=int(lately.met_of[i]),
            hurts=int(counted.hurts[i]), came_back=int(counted.came_back[i]),
            missing=(int(lacking[0]), int(lacking[1]), int(lacking[2])), placed=bool(placed[i]),
        )
        for i, (person, lacking) in enumerate(zip(people, missing, strict=True))
    ]  # fmt: skip


def _halos(seen: Look, config: Config) -> list[tuple[Region, ...]]:
    """Return regions that hold both levels together: √χ²₂ of a probability is how many SDs they reach.

    Shares keep their own skewed quantiles, so that no region leaves 0…1.
    """
    reaching, pooled = seen.figures.reaching, seen.figures.met
    starts = config.reach_known + reaching.known
    shares = beta.shares(starts * reaching.share, starts * (1 - reaching.share))
    met = np.clip(pooled.mean, 0, MET_HIGHEST)
    parts = []
    for probability in REGIONS:
        away = float(np.sqrt(-2 * np.log(1 - probability)))
        tail = NormalDist().cdf(-away)
        parts.append(np.stack([
            reaching.share - shares.at(tail), shares.at(1 - tail) - reaching.share,
            np.minimum(away * pooled.sd, met), np.minimum(away * pooled.sd, MET_HIGHEST - met),
        ], axis=1))  # fmt: skip
    sides = np.maximum(np.stack(parts, axis=1), 0)
    return [
        tuple(Region(left=a, right=b, below=c, above=d) for a, b, c, d in person) for person in sides.tolist()
    ]
