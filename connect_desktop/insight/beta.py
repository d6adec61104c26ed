"""The beta distribution for whole arrays, without special functions: its density is summed in log odds.

In t = log(x / (1 − x)) the density is x^α (1 − x)^β / B(α, β): smooth and with one peak even where x itself
piles up at 0 or 1. Sums over an even grid of it are exact to the fourth order once the first term of Euler
and Maclaurin is taken off (Abramowitz and Stegun 23.1.30).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_STEPS = np.linspace(-12, 12, 193)
"""the grid, in standard deviations"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shares:
    """What is known of several shares between 0 and 1; one row each."""

    mean: Floats
    log_odds: Floats
    """the grid, rows × points, evenly spaced"""
    density: Floats
    """per point of the grid"""
    below: Floats
    """how likely each share lies below each point of its grid"""

    def above(self, share: float) -> Floats:
        """Return how likely each lies above a share: a cubic between two points, density being the slope."""
        at = np.log(share / (1 - share))
        rows, right = self._after(self.log_odds < at)
        left = right - 1
        wide = self.log_odds[rows, right] - self.log_odds[rows, left]
        t = np.clip((at - self.log_odds[rows, left]) / wide, 0, 1)
        rise = self.below[rows, right] - self.below[rows, left]
        slopes = self.density[rows, left] * (1 - t) - self.density[rows, right] * t
        found = self.below[rows, left] + rise * (3 - 2 * t) * t**2 + slopes * t * (1 - t)
        return np.asarray(1 - np.clip(found, 0, 1))

    def at(self, probability: float) -> Floats:
        """Return the share below which each lies with this probability."""
        rows, right = self._after(self.below < probability)
        left = right - 1
        rise = self.below[rows, right] - self.below[rows, left]
        t = np.clip((probability - self.below[rows, left]) / np.where(rise > 0, rise, 1), 0, 1)
        odds = self.log_odds[rows, left] * (1 - t) + self.log_odds[rows, right] * t
        return 1 / (1 + np.exp(-odds))

    def _after(self, before: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Return each row and its first point of the grid that is not before."""
        return np.arange(len(before)), np.clip(before.sum(1), 1, before.shape[1] - 1)


def shares(alpha: Floats, beta: Floats) -> Shares:
    """Return beta distributions; alpha and beta above 0."""
    sd = np.sqrt(_variance(alpha) + _variance(beta))
    t = np.log(alpha / beta)[:, None] + sd[:, None] * _STEPS
    log_density = -alpha[:, None] * np.logaddexp(0, -t) - beta[:, None] * np.logaddexp(0, t)
    density = np.exp(log_density - log_density.max(1, keepdims=True))
    density /= density.sum(1, keepdims=True)
    slope = density * (alpha[:, None] / (1 + np.exp(t)) - beta[:, None] / (1 + np.exp(-t)))
    step = (t[:, 1] - t[:, 0])[:, None]
    below = np.cumsum(density, axis=1) - density / 2 - slope * step / 12
    return Shares(mean=alpha / (alpha + beta), log_odds=t, density=density, below=np.clip(below, 0, 1))


def _variance(count: Floats) -> Floats:
    """Return the variance of the logarithm of a gamma variable: the trigamma function (AS 6.4.6, 6.4.12)."""
    more = count + 1
    return 1 / count**2 + 1 / more + 1 / (2 * more**2) + 1 / (6 * more**3)
