"""What users log of their lives: some of it, some of the fields, and bad days more, or good ones."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from lives import Bond, Habits, bonds, habits
from numpy.typing import NDArray

from connect_desktop.domain import answers
from connect_desktop.domain.answers import Answers
from connect_desktop.insight.days import number

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

TODAY = date(2026, 11, 22)
LAST = number(TODAY)
REACH = {spelling: place for place, spelling in enumerate(answers.REACHES) if spelling}
BOTH, BY_CHANCE = 0.15, 0.05


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Logged:
    """What was logged of one bond, oldest first."""

    day: Ints
    packed: Ints
    """as in `Answers`"""
    full: NDArray[np.bool_]
    """says who reached out, whether the user was met, and what the body said"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Diary:
    """What one user logged up to TODAY."""

    habits: Habits
    bonds: tuple[Bond, ...]
    logged: tuple[Logged, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(bond.kind for bond in self.bonds)

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(f"p{place}" for place in range(len(self.bonds)))

    @property
    def one_way(self) -> NDArray[np.bool_]:
        return np.array([kind == "one_way" for kind in self.kinds])

    def answers(self) -> Answers:
        """Return everything logged."""
        total = sum(len(one.packed) for one in self.logged)
        return Answers(
            impression=[f"i{place}" for place in range(total)],
            person=[name for name, one in zip(self.people, self.logged, strict=True) for _ in one.packed],
            packed=np.concatenate([one.packed for one in self.logged]).tolist(),
            words=[()] * total,
        )

    def long_run(self, place: int, moments: int = 4000) -> tuple[float, float]:
        """Return what a bond that stays as it is comes to when this user logs it for very long.

        The mean of "met", 0 where they reached out in vain, and their share of the reaching.
        """
        steady = replace(self.bonds[place], pace=(7.0, 7.0))
        packed = logged(steady, self.habits, moments, np.random.default_rng(place)).packed
        reach, met = packed >> answers.REACH & 7, packed >> answers.MET & 7
        vain = reach == REACH["me_unanswered"]
        met = np.where(vain, 0, met - answers.MET_FROM)[vain | (met > 0)]
        mine = np.isin(reach, [REACH["me"], REACH["me_unanswered"]]) + 0.5 * (reach == REACH["both"])
        return float(met.mean()), float(mine[(reach > 0) & (reach != REACH["chance"])].mean())


def diary(seed: int, days: int = 365) -> Diary:
    """Return the diary with this seed, kept for so many days."""
    rng = np.random.default_rng(seed)
    own = habits(rng)
    made = bonds(own, days, rng)
    mood = _wandering(days, 0.25, 4, rng)
    return Diary(
        habits=own, bonds=made, logged=tuple(logged(bond, own, days, rng, mood) for bond in made)
    )  # fmt: skip


def logged(
    bond: Bond, own: Habits, days: int, rng: np.random.Generator, mood: Floats | float = 0.0
) -> Logged:
    """Return what is logged of a bond; `mood` runs along the days."""
    ago = np.arange(days, -1, -1)
    turned = np.clip(0.5 + (bond.turns - ago) / bond.takes, 0, 1)
    at = np.repeat(np.arange(days + 1), rng.poisson(_between(bond.pace, turned) / 7))
    good = rng.normal(size=len(at))
    level = (_wandering(days, 0.3, 60, rng) + mood)[at]
    reach = _reach(bond, turned[at], _wandering(days, 0.5, 60, rng)[at], rng)
    vain = reach == REACH["me_unanswered"]
    packed = _reach_and_gifts(bond, own, reach, turned[at], rng) | _felt(
        bond, own, vain, good, level, turned[at], rng
    )
    packed |= (((LAST - days + at) * 24 + 12) * 3600 + rng.integers(0, 30_000, len(at))) << answers.WALL
    kept = rng.random(len(at)) < 0.7 * np.exp(-own.tilt * np.where(vain, -1, good))
    packed = np.sort(packed[kept])
    return Logged(day=(packed >> answers.WALL) // 86_400, packed=packed, full=_full(packed))


def _reach(bond: Bond, turned: Floats, wander: Floats, rng: np.random.Generator) -> Ints:
    """Return who reached out, by number."""
    share = _between(bond.mine, turned)
    mine = rng.random(len(turned)) < 1 / (1 + (1 - share) / share * np.exp(-wander))
    vain = rng.random(len(turned)) < np.where(mine, _between(bond.unanswered, turned), 0.03)
    by_me = np.where(vain, REACH["me_unanswered"], REACH["me"])
    by_them = np.where(vain, REACH["them_unanswered"], REACH["them"])
    luck = rng.random(len(turned))
    one = np.where(mine, by_me, by_them)
    return np.where(luck < BOTH, REACH["both"], np.where(luck < BOTH + BY_CHANCE, REACH["chance"], one))


def _reach_and_gifts(bond: Bond, own: Habits, reach: Ints, turned: Floats, rng: np.random.Generator) -> Ints:
    alone = np.isin(reach, [REACH["me_unanswered"], REACH["them_unanswered"]])
    noted = (rng.random(len(reach)) < own.known_gifts) & ~alone
    gave, received = (rng.binomial(5, _between(some, turned) / 5) for some in (bond.gave, bond.received))
    known = rng.random(len(reach)) < own.known_reach
    return (
        np.where(known, reach, 0) << answers.REACH
        | np.where(noted, gave, 0) << answers.GAVE
        | np.where(noted, received, 0) << answers.RECEIVED
    )


def _felt(
    bond: Bond, own: Habits, vain: NDArray[np.bool_], good: Floats, level: Floats, turned: Floats,
    rng: np.random.Generator,
) -> Ints:  # fmt: skip
    """Return "met", the body and hurts; the first two go together by about ½."""
    n = len(good)
    scatter = bond.spread * np.sqrt(0.5) * (good + rng.normal(size=(2, n)))
    met = _between(bond.met, turned) + own.met + 0.85 * scatter[0] + level
    body = _between(bond.body, turned) + own.body + 1.3 * (scatter[1] + level) - 0.8 * vain
    met = np.clip(np.rint(2 + (met - 2) * own.stretch), 0, 4).astype(np.int64)
    body = np.clip(np.rint(body * own.stretch), -3, 3).astype(np.int64)
    hurt = rng.random(n) < bond.hurts * np.where(body < 1, 2, 0.3)
    known_met, known_body = rng.random(n) < own.known_met, rng.random(n) < own.known_body
    return (
        np.where(known_body, body + answers.BODY_FROM, 0) << answers.BODY
        | np.where(known_met & ~vain, met + answers.MET_FROM, 0) << answers.MET
        | np.where(hurt, rng.choice([1, 2, 3, 4, 4], size=n), 0) << answers.WAY_BACK
        | hurt << answers.HURT
    )


def _full(packed: Ints) -> NDArray[np.bool_]:
    reach = packed >> answers.REACH & 7
    met = (packed >> answers.MET & 7 > 0) | (reach == REACH["me_unanswered"])
    return (reach > 0) & (reach != REACH["chance"]) & met & (packed >> answers.BODY & 7 > 0)


def _wandering(days: int, spread: float, lasts: float, rng: np.random.Generator) -> Floats:
    """Return a level for each day that wanders around 0 and forgets itself in so many days."""
    kept = np.exp(-1 / lasts)
    steps = rng.normal(0, spread * np.sqrt(1 - kept**2), days + 1)
    level, found = rng.normal(0, spread), []
    for step in steps:
        level = kept * level + step
        found.append(level)
    return np.array(found)


def _between(ends: tuple[float, float], turned: Floats) -> Floats:
    return ends[0] + (ends[1] - ends[0]) * turned
