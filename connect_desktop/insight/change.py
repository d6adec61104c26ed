"""One shift in a series of entries: whether there was one, which way, and since when.

A Bayes factor for one step at an unknown place against none (normal means, unit prior variance of the step),
averaged over the places it may have had.
"""

from dataclasses import dataclass
from math import erf, sqrt

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight.usual import KEPT

Floats = NDArray[np.float64]

LATEST = 80
"""how many of the last entries are looked at"""
SIDE_NEEDED, NEEDED = 4, 10
"""entries on each side of a shift, and in all"""
PRIOR = 0.20
"""how likely a change is before the entries are seen"""
SAID_FROM = 0.90


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What the entries say of a shift, and where it most likely was."""

    down: float
    """probability that the level fell"""
    up: float
    """probability that it rose"""
    first_after: int
    """place of the first entry after the shift"""
    earliest: int
    latest: int
    """the shift lies between these places with a probability of 80 %"""
    before: float
    """mean of the entries before it, in the units given"""
    after: float


def shift(entries: Floats) -> Shift | None:
    """Return the one shift in `entries`, oldest first, in units of the spread of single entries.

    None where there are too few to tell. Places count from the first of all entries given.
    """
    skipped = max(0, len(entries) - LATEST)
    latest = entries[skipped:]
    n = len(latest)
    if n < NEEDED:
        return None
    before = np.arange(SIDE_NEEDED, n - SIDE_NEEDED + 1)
    sums = np.concatenate([[0.0], np.cumsum(latest)])
    mean_before = sums[before] / before
    mean_after = (sums[n] - sums[before]) / (n - before)
    step = mean_after - mean_before
    noise = (1 / before + 1 / (n - before)) / KEPT
    log_factor = np.log(noise / (noise + 1)) / 2 + step**2 * (1 / noise - 1 / (noise + 1)) / 2
    largest = max(0.0, float(log_factor.max()))
    factors = np.exp(log_factor - largest)
    changed = PRIOR * factors.mean()
    changed /= changed + (1 - PRIOR) * np.exp(-largest)
    where = factors / factors.sum()
    fell = float(changed * (where * _below_zero(step, noise)).sum())
    early, middle, late = (before[np.searchsorted(np.cumsum(where), p)] for p in (0.1, 0.5, 0.9))
    return Shift(
        down=fell,
        up=float(changed) - fell,
        first_after=int(middle) + skipped,
        earliest=int(early) + skipped,
        latest=int(late) + skipped,
        before=float(mean_before[middle - SIDE_NEEDED]),
        after=float(mean_after[middle - SIDE_NEEDED]),
    )


def _below_zero(step: Floats, noise: Floats) -> Floats:
    """Return how likely the true step is below zero, given the step seen and its variance."""
    z = -step / np.sqrt(noise * (noise + 1))
    return np.array([(1 + erf(value / sqrt(2))) / 2 for value in z])
