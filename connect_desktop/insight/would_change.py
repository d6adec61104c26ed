"""How little would change a reading: how many moments, had they been forgotten, would turn it.

With k more moments of value v and weight 1 each, the mean of what is known moves from ȳ to
(W ȳ + k v) / (W + k), its worth from G to G + k, and the level read from it is that mean and the usual,
weighed by worth and belief. Set equal to the level from which nothing is said, this is quadratic in k.
"""

from math import ceil, sqrt

from connect_desktop.insight.config import Config
from connect_desktop.insight.look import Look

FELT_MET = 3
"""what a forgotten moment in which the user was met is taken to be"""


def met_moments(seen: Look, place: int, config: Config) -> int:
    """Return how many forgotten moments of being met would lift the level to where it counts as usual."""
    met = seen.figures.met
    alone = met.alone
    return forgotten(
        value=FELT_MET,
        level=seen.figures.likely.unmet_below,
        mean=float(alone.mean[place]),
        pull=float(alone.pull[place]) / config.kept,
        worth=float(alone.known[place]) / config.kept,
        usual=met.usual.expected,
        belief=float(alone.variance[place] * alone.known[place]) / met.usual.spread_variance / config.kept,
    )


def their_starts(seen: Look, place: int, config: Config) -> int:
    """Return after how many forgotten starts of theirs most of the reaching would not be the user's."""
    reaching = seen.figures.reaching
    return forgotten(
        value=0,
        level=config.mostly_mine,
        mean=float(reaching.alone[place]),
        pull=float(reaching.known[place]),
        worth=float(reaching.known[place]),
        usual=reaching.usual,
        belief=config.reach_known,
    )


def forgotten(
    *, value: float, level: float, mean: float, pull: float, worth: float, usual: float, belief: float
) -> int:
    """Return the least k; 0 where the level already lies on the side of the value."""
    away = worth * (mean - level) + belief * (usual - level)
    if away * (value - level) >= 0:
        return 0
    a = value - level
    b = worth * (value - level) + pull * (mean - level) + belief * (usual - level)
    c = pull * away
    root = sqrt(max(b * b - 4 * a * c, 0))
    return ceil(max((-b + root) / (2 * a), (-b - root) / (2 * a)) - 1e-9)
