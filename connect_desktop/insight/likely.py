"""How likely each thing that may be said of a bond is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight.config import Config
from connect_desktop.insight.pooling import Pooled
from connect_desktop.insight.reaching import Reaching
from connect_desktop.insight.signs import Sign, both

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Likely:
    """Probabilities, one for each person, and the levels they are about."""

    unmet: Floats
    unmet_below: float
    """met less than is usual for the user, that is below this level"""
    well_met: Floats
    well_met_above: float
    uneasy: Floats
    uneasy_below: float
    """the body answers with less ease than is usual"""
    given_more: Floats
    """they give this much more than they are given"""
    one_sided: Floats
    """the user mostly reaches out, and is met less than is usual"""
    reverse: Floats
    """they mostly reach out, and give more than they are given"""


def likely(
    reaching: Reaching, met: Pooled, body: Pooled, balance: Pooled, shaping: Flags, config: Config
) -> Likely:
    """Return the probabilities; `shaping` says whose bonds the signs' going together is learned from.

    Giving has its part in the mirror only: tallying favours is not how close bonds live.
    """
    unmet_below = _near(met.usual.expected, config.unmet)
    well_met_above = _near(met.usual.expected, config.well_met)
    uneasy_below = _near(body.usual.expected, config.uneasy)
    given_above = balance.usual.expected + config.given_more
    mine = Sign(likely=reaching.mostly_mine, before=reaching.mostly_mine_before)
    theirs = Sign(likely=reaching.mostly_theirs, before=reaching.mostly_theirs_before)
    unmet = Sign(likely=met.below(unmet_below), before=met.below_before(unmet_below))
    uneasy = Sign(
        likely=body.below(uneasy_below), before=body.below_before(uneasy_below), counts=config.body_counts
    )
    given = Sign(likely=1 - balance.below(given_above), before=1 - balance.below_before(given_above))
    return Likely(
        unmet=unmet.likely,
        unmet_below=unmet_below,
        well_met=1 - met.below(well_met_above),
        well_met_above=well_met_above,
        uneasy=uneasy.likely,
        uneasy_below=uneasy_below,
        given_more=given.likely,
        one_sided=both((mine, unmet, uneasy), shaping, config),
        reverse=both((theirs, given), shaping, config),
    )


def _near(usual: float, bounds: tuple[float, float, float]) -> float:
    """Return the level so far from the usual, kept between the lowest and the highest."""
    away, lowest, highest = bounds
    return min(max(usual + away, lowest), highest)
