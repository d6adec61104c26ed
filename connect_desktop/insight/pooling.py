"""Each person's level read against the user's own usual, and drawn towards it while little is known.

Partial pooling with the spread between people integrated over a grid (Gelman et al., Bayesian Data Analysis,
5.4): at each spread τ the usual μ and the people's levels have normal posteriors; these are mixed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight import normal
from connect_desktop.insight.config import Config, Rating
from connect_desktop.insight.levels import Levels

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_NINETY = 1.6448536269514722
"""standard deviations around a normal mean that hold 90 %"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Usual:
    """What is usual for the user at each spread of the grid, and how likely that spread is."""

    weight: Floats
    spread: Floats
    means: Floats
    variances: Floats

    @property
    def expected(self) -> float:
        """The usual itself."""
        return float(self.weight @ self.means)

    @property
    def spread_variance(self) -> float:
        """The expected variance between people."""
        return float(self.weight @ self.spread**2)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pooled:
    """The level of each person; arrays run along the people, matrices are spreads × people."""

    usual: Usual
    alone: Levels
    """what the answers with each person say by themselves"""
    means: Floats
    sds: Floats
    mean: Floats
    """the expected level of each person"""
    sd: Floats
    """how well it is known"""
    low: Floats
    high: Floats
    """the range in which each level lies with a probability of 90 %"""

    def below(self, level: float) -> Floats:
        """Return how likely each person's level lies below one."""
        return self.usual.weight @ normal.below((level - self.means) / self.sds)

    def below_before(self, level: float) -> float:
        """Return the same of somebody about whom nothing is known."""
        sd = np.sqrt(self.usual.spread**2 + self.usual.variances)
        return float(self.usual.weight @ normal.below((level - self.usual.means) / sd))


def pooled(alone: Levels, rating: Rating, shaping: Flags, config: Config) -> Pooled:
    """Return the levels drawn towards the user's usual; `shaping`: who has a part in that.

    At spread τ, with V the variance of a person's own mean, B = V / (τ² + V) of it is given to the usual.
    """
    usual = own_usual(alone.mean[shaping], alone.variance[shaping], rating, config)
    spread = usual.spread[:, None] ** 2
    given = alone.variance / (spread + alone.variance)
    means = (1 - given) * alone.mean + given * usual.means[:, None]
    variances = spread * given + given**2 * usual.variances[:, None]
    mean = usual.weight @ means
    sd = np.sqrt(usual.weight @ (variances + (means - mean) ** 2))
    return Pooled(
        usual=usual, alone=alone, means=means, sds=np.sqrt(variances), mean=mean, sd=sd,
        low=mean - _NINETY * sd, high=mean + _NINETY * sd,
    )  # fmt: skip


def own_usual(means: Floats, variances: Floats, rating: Rating, config: Config) -> Usual:
    """Return the usual of someone whose people have these means, each known up to its variance."""
    grid = np.array(config.spreads)
    spread = rating.spread * grid
    around = spread[:, None] ** 2 + variances
    variance = 1 / ((1 / around).sum(1) + rating.usual_sd**-2)
    mean = variance * ((means / around).sum(1) + rating.usual / rating.usual_sd**2)
    log_weight = (
        -(grid**2) / 8
        - np.log(around).sum(1) / 2
        - ((means - mean[:, None]) ** 2 / around).sum(1) / 2
        + np.log(variance) / 2
        - ((mean - rating.usual) / rating.usual_sd) ** 2 / 2
    )
    weight = np.exp(log_weight - log_weight.max())
    return Usual(weight=weight / weight.sum(), spread=spread, means=mean, variances=variance)
