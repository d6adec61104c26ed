"""Lives to try readings on: users with habits of their own, and bonds of ten kinds.

What is true of a bond is set here, apart from the constants of the readings, which are not tuned to it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nature:
    """What a kind of bond is like, in the middle; each bond of the kind lies around it."""

    mine: float
    """share of reaching that is the user's, where one of the two began"""
    met: float
    body: float
    gave: float
    received: float
    """how many of five things, mostly"""
    unanswered: float = 0.03
    """of the user's starts"""
    unsettled: float = 1.0
    """how widely moments scatter, against the usual"""
    hurts: float = 0.01
    pace: float = 1.0
    """against the user's usual"""
    mine_within: tuple[float, float] = (0.35, 0.60)
    met_within: tuple[float, float] = (2.2, 4.0)
    """beyond these it would be another kind"""


MUTUAL = Nature(mine=0.5, met=3.0, body=1.1, gave=1.6, received=1.6)
ONE_SIDED = Nature(
    mine=0.82, met=1.4, body=-0.3, gave=2.2, received=1.0, unanswered=0.15,
    mine_within=(0.68, 0.99), met_within=(0.3, 2.0),
)  # fmt: skip
MIRRORED = Nature(
    mine=0.2, met=2.4, body=0.4, gave=0.8, received=2.3, mine_within=(0.02, 0.35), met_within=(1.5, 3.5)
)
SHY = Nature(mine=0.82, met=3.1, body=1.2, gave=1.6, received=1.5, mine_within=(0.64, 0.99))
STORMY = Nature(mine=0.5, met=2.7, body=0.6, gave=1.6, received=1.6, unsettled=1.45, hurts=0.22)
THIN = Nature(mine=0.48, met=1.4, body=0.0, gave=0.9, received=0.9, met_within=(0.3, 2.0))
FADED = Nature(
    mine=0.66, met=1.4, body=-0.4, gave=1.3, received=0.8, unanswered=0.1, pace=0.6,
    mine_within=(0.02, 0.99), met_within=(0.3, 2.0),
)  # fmt: skip
SPARSE = Nature(mine=0.5, met=2.9, body=1.0, gave=1.4, received=1.4, pace=0.25)
ONE_WAY = Nature(
    mine=0.93, met=1.7, body=0.2, gave=2.6, received=0.5, mine_within=(0.7, 1.0), met_within=(0.0, 4.0)
)
NATURES = {
    "mutual": (MUTUAL, MUTUAL),
    "one_sided": (ONE_SIDED, ONE_SIDED),
    "mirrored": (MIRRORED, MIRRORED),
    "shy": (SHY, SHY),
    "stormy": (STORMY, STORMY),
    "thin": (THIN, THIN),
    "fading": (MUTUAL, FADED),
    "improving": (THIN, MUTUAL),
    "sparse": (SPARSE, SPARSE),
    "one_way": (ONE_WAY, ONE_WAY),
}
"""what each kind is at first, and at last"""
COMMON = {
    "mutual": 0.48, "one_sided": 0.10, "mirrored": 0.06, "shy": 0.09, "stormy": 0.06, "thin": 0.06,
    "fading": 0.05, "improving": 0.04, "sparse": 0.03, "one_way": 0.03,
}  # fmt: skip
STEADY = ("mutual", "one_sided", "mirrored", "shy", "stormy", "thin", "sparse")
"""kinds that stay what they are"""
HEALTHY = ("mutual", "shy", "stormy", "mirrored", "sparse")


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How one user answers and logs."""

    met: float
    body: float
    """how much higher than others they answer"""
    stretch: float
    """how much of the scale they use"""
    mine: float
    """how much more they reach out than others, in log odds"""
    tilt: float
    """how much likelier bad moments are logged (good ones where below 0), for each spread of a moment"""
    known_reach: float
    known_met: float
    known_body: float
    known_gifts: float
    """how often each is filled in"""
    pace: float
    """moments a week with one person"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What is true of one bond; pairs are at first and at last."""

    kind: str
    mine: tuple[float, float]
    met: tuple[float, float]
    body: tuple[float, float]
    gave: tuple[float, float]
    received: tuple[float, float]
    unanswered: tuple[float, float]
    pace: tuple[float, float]
    """moments a week"""
    spread: float
    hurts: float
    turns: float
    """days before the end in the middle of the turn from first to last"""
    takes: float
    """days the turn takes"""


def habits(rng: np.random.Generator) -> Habits:
    """Return a user."""
    return Habits(
        met=rng.normal(0, 0.3),
        body=rng.normal(0, 0.45),
        stretch=np.exp(rng.normal(0, 0.12)),
        mine=rng.normal(0, 0.45),
        tilt=rng.normal(0.2, 0.3),
        known_reach=rng.uniform(0.7, 1),
        known_met=rng.uniform(0.6, 1),
        known_body=rng.uniform(0.9, 1),
        known_gifts=rng.uniform(0.2, 0.9),
        pace=1.5 * np.exp(rng.normal(0, 0.4)),
    )


def bonds(own: Habits, days: int, rng: np.random.Generator) -> tuple[Bond, ...]:
    """Return the bonds of a user, 4 to 20."""
    kinds = rng.choice(list(COMMON), size=int(rng.integers(4, 21)), p=list(COMMON.values()))
    return tuple(bond(str(kind), own, days, rng) for kind in kinds)


def bond(kind: str, own: Habits, days: int, rng: np.random.Generator) -> Bond:
    """Return a bond of one kind that a user with these habits lived for so many days."""
    first, last = NATURES[kind]
    odds, met = _apart(first, last, own, rng)
    body = 0.8 * met + rng.normal(0, 0.4)
    gave, received = rng.normal(0, 0.35, 2)
    pace = own.pace * np.exp(rng.normal(0, 0.7))
    return Bond(
        kind=kind,
        mine=(share(log_odds(first.mine) + odds), share(log_odds(last.mine) + odds)),
        met=(first.met + met, last.met + met),
        body=(first.body + body, last.body + body),
        gave=(_gifts(first.gave + gave), _gifts(last.gave + gave)),
        received=(_gifts(first.received + received), _gifts(last.received + received)),
        unanswered=(first.unanswered, last.unanswered),
        pace=(first.pace * pace, last.pace * pace),
        spread=first.unsettled * np.exp(rng.normal(0, 0.15)),
        hurts=first.hurts,
        turns=days * rng.uniform(0.3, 0.75),
        takes=rng.uniform(30, 120),
    )


def _apart(first: Nature, last: Nature, own: Habits, rng: np.random.Generator) -> tuple[float, float]:
    """Return how far a bond lies from the middle of its kind, in log odds of reaching and in "met".

    Nothing is drawn that would be another kind. One who reaches out more than others does so in every bond.
    """
    while True:
        odds, met = own.mine + rng.normal(0, 0.45), rng.normal(0, 0.35)
        if all(
            end.mine_within[0] <= share(log_odds(end.mine) + odds) <= end.mine_within[1]
            and end.met_within[0] <= end.met + met <= end.met_within[1]
            for end in (first, last)
        ):
            return odds, met


def _gifts(count: float) -> float:
    return float(np.clip(count, 0.05, 4.9))


def log_odds(p: float) -> float:
    return float(np.log(p / (1 - p)))


def share(odds: float) -> float:
    return float(1 / (1 + np.exp(-odds)))
