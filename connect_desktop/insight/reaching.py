"""Who reaches out: the share that is the user's, near what is usual for them while entries are few.

Beta-binomial partial pooling (Gelman et al., Bayesian Data Analysis, 5.3): each bond's share is drawn from
beta(k·u, k·(1 − u)), u being the user's own usual share and k known from who starts contact between pairs.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight import beta
from connect_desktop.insight.config import Config
from connect_desktop.insight.entries import totals
from connect_desktop.insight.weights import Weights

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reaching:
    """The share of reaching that is the user's; arrays run along the people."""

    usual: float
    known: Floats
    """sum of the weights of the starts"""
    alone: Floats
    """the share they have by themselves"""
    mine: Floats
    theirs: Floats
    """parameters of the beta distribution of each share: what is known and what is believed, in starts"""
    share: Floats
    low: Floats
    high: Floats
    """the share drawn towards the usual, and the range in which it lies with a probability of 90 %"""
    mostly_mine: Floats
    mostly_theirs: Floats
    """how likely clearly more than half is on one side"""
    mostly_mine_before: float
    mostly_theirs_before: float
    """the same of somebody about whom nothing is known"""


def reaching(person: Ints, mine: Floats, weights: Weights, shaping: Flags, config: Config) -> Reaching:
    """Return who reaches out, from entries that say so (`mine`: 1 the user, 0 they, NaN unknown).

    On whose side most of it is, is asked of the present chapter as a whole: starts are worth what they are in
    a mean of it. The range is that of the share now, which may have wandered since: there each start counts
    as its own weight. `shaping`: who has a part in the user's usual.
    """
    people, started = len(shaping), ~np.isnan(mine)
    known, worth = totals(person, weights.pull, people), totals(person, weights.worth, people)
    by_me = totals(person, np.where(started, mine, 0) * weights.pull, people)
    alone = by_me / np.where(known > 0, known, 1)
    usual = _usual(alone[shaping], known[shaping], config)
    now = _sides(known, alone, usual, config)
    shares = beta.shares(*now)
    # The last row is somebody about whom nothing is known.
    chapter = beta.shares(*_sides(np.append(worth, 0), np.append(alone, 0), usual, config))
    above, below = chapter.above(config.mostly_mine), 1 - chapter.above(config.mostly_theirs)
    return Reaching(
        usual=usual, known=known, alone=alone, mine=now[0], theirs=now[1],
        share=shares.mean, low=shares.at(0.05), high=shares.at(0.95),
        mostly_mine=above[:-1], mostly_theirs=below[:-1],
        mostly_mine_before=float(above[-1]), mostly_theirs_before=float(below[-1]),
    )  # fmt: skip


def _sides(known: Floats, alone: Floats, usual: float, config: Config) -> tuple[Floats, Floats]:
    """Return the parameters of beta distributions: what is believed of anybody, and what is known."""
    belief = config.reach_known
    return belief * usual + known * alone, belief * (1 - usual) + known * (1 - alone)


def _usual(shares: Floats, known: Floats, config: Config) -> float:
    """Return the mean of the people's shares, each counting as far as it is known."""
    counts, belief = known / (known + config.reach_known), config.reach_usual_known
    return float(((counts * shares).sum() + belief * config.reach_usual) / (counts.sum() + belief))
