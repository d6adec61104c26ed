"""What is usual for one user with everyone: means of people drawn together, few entries counting for less.

Partial pooling with the spread between people integrated over a grid (Gelman et al., Bayesian Data Analysis,
5.4). The constants are those of ratings in diaries.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SPREADS = np.array([0.15, 0.3, 0.45, 0.6, 0.8, 1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3])
"""the grid of spreads between people, in units of a rating's own"""
KEPT = 0.85
"""how much of an entry is news: ratings that follow each other are alike ((1−r)/(1+r), r = .08)"""
WANDER = 0.06
"""a level wanders: it is never known better than from about 17 entries"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What is known of a kind of rating before anything is logged."""

    usual: float
    usual_sd: float
    entry_sd: float
    spread: float
    """standard deviation between people"""


BODY = Rating(usual=0.60, usual_sd=0.80, entry_sd=1.30, spread=0.70)
PEOPLE_NEEDED = 2
ANSWERS_NEEDED = 10


def own_usual(means: Floats, variances: Floats, rating: Rating) -> float:
    """Return the usual of someone whose people have these means, each known up to its variance."""
    spreads = rating.spread * SPREADS
    around = spreads[:, None] ** 2 + variances
    precision = (1 / around).sum(1) + rating.usual_sd**-2
    usual = ((means / around).sum(1) + rating.usual / rating.usual_sd**2) / precision
    log_weight = (
        -(SPREADS**2) / 8
        - np.log(around).sum(1) / 2
        - ((means - usual[:, None]) ** 2 / around).sum(1) / 2
        - np.log(precision) / 2
        - ((usual - rating.usual) / rating.usual_sd) ** 2 / 2
    )
    weight = np.exp(log_weight - log_weight.max())
    return float((weight * usual).sum() / weight.sum())


def usual_body(body_means: Sequence[tuple[str, int, float]]) -> float | None:
    """Return the usual body answer of the user from (person, answers, mean) of everyone, −3…+3.

    None while there is no "everyone" to speak of: fewer than 2 people or 10 answers.
    """
    answered = [(n, mean) for _, n, mean in body_means if n > 0]
    if len(answered) < PEOPLE_NEEDED or sum(n for n, _ in answered) < ANSWERS_NEEDED:
        return None
    counts, means = (np.array(column, dtype=np.float64) for column in zip(*answered, strict=True))
    return own_usual(means, BODY.entry_sd**2 * (1 / (KEPT * counts) + WANDER), BODY)
