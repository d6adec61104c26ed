"""The signs of one user's bonds go together, as much as that user's bonds show: judged in one table.

A table of yes/no signs learned by EM (Dempster, Laird and Rubin, 1977) with a Dirichlet prior that takes the
signs for independent. Each sign comes as a probability; what the entries added to it is its odds
against the prior.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight.config import Config

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_SURE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sign:
    """Something that holds of a bond or not."""

    likely: Floats
    """how likely it holds, for each person"""
    before: float
    """how likely it holds where nothing is known"""
    counts: float = 1.0
    """how much of its evidence is its own"""

    def evidence(self) -> Floats:
        """Return the log evidence against and for it, people × 2."""
        p, before = np.clip(self.likely, _SURE, 1 - _SURE), np.clip(self.before, _SURE, 1 - _SURE)
        return np.asarray(self.counts * np.log(np.stack([(1 - p) / (1 - before), p / before], axis=1)))

    def prior(self) -> Floats:
        """Return how likely it doesn't hold and holds, before anything is known."""
        return np.array([1 - self.before, self.before])


def both(signs: tuple[Sign, ...], shaping: Flags, config: Config) -> Floats:
    """Return how likely the first two of these signs hold together, for each person.

    `shaping`: whose bonds the table is learned from.
    """
    evidence = np.zeros((len(shaping), *(2 for _ in signs)))
    start = np.ones([2 for _ in signs])
    for axis, sign in enumerate(signs):
        shape = [2 if place == axis else 1 for place in range(len(signs))]
        evidence = evidence + sign.evidence().reshape(-1, *shape)
        start = start * sign.prior().reshape(shape)
    likelihood, start = np.exp(evidence).reshape(len(shaping), start.size), start.ravel()
    cells = _posterior(_learned(likelihood[shaping], start, config), likelihood)
    found: Floats = cells.reshape(len(shaping), 2, 2, start.size // 4)[:, 1, 1].sum(1)
    return found


def _learned(likelihood: Floats, start: Floats, config: Config) -> Floats:
    table, belief = start, config.together_known
    for _ in range(config.together_steps):
        table = (belief * start + _posterior(table, likelihood).sum(0)) / (belief + len(likelihood))
    return table


def _posterior(table: Floats, likelihood: Floats) -> Floats:
    joined = table * likelihood
    return np.asarray(joined / joined.sum(1, keepdims=True))
