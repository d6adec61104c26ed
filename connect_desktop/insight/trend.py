"""The level of a rating through time: a Gaussian kernel mean with the band in which it likely lies."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight.config import CONFIG

Floats = NDArray[np.float64]

POINTS_NEEDED = 5
LONGEST_GAP = 45
"""days without a rating after which the line stops and starts anew"""
LEAST_WEIGHT = 2.0
"""entries' worth of weight below which there is no line"""
ALIKE = 0.30
"""how far several entries on one day say the same"""
NARROWEST, WIDEST = 7.0, 60.0
"""days: the bandwidth stays between a week and two months"""
WANDER = 0.03
"""what a level moves within one bandwidth, in entry variances; from lives with steps, drifts and wandering"""
PRIOR_ENTRIES = 6
"""entries' worth of belief in the entry spread known from diaries"""
_GRID = 160


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stretch:
    """One unbroken piece of the line; three arrays of the same length, at least two."""

    days: Floats
    """ascending, in days since 1970-01-01"""
    level: Floats
    sd: Floats
    """standard deviation of the level: about half of the time it lies within ± .674 of these, in nine of ten
    cases within ± 1.645"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A line with its gaps, and how widely single entries scatter around it."""

    stretches: tuple[Stretch, ...]
    entry_sd: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Piece:
    """Ratings between two gaps gathered by day, and the line through them."""

    days: Floats
    means: Floats
    weights: Floats
    """of each day, in entries"""
    at: Floats
    """the days the line is known on"""
    level: Floats
    total: Floats
    """weight of all entries there"""
    noise: Floats
    """variance of the level there, in entry variances"""


def trend(days: NDArray[np.int64], ratings: Floats, entry_sd: float) -> Trend:
    """Return the level of `ratings` on `days` (any order); no stretches under five ratings.

    `entry_sd` is how widely single entries usually scatter, before these are known.
    """
    if len(ratings) < POINTS_NEEDED:
        return Trend(stretches=(), entry_sd=entry_sd)
    unique, means, counts = by_day(days, ratings)
    cuts = np.flatnonzero(np.diff(unique) > LONGEST_GAP) + 1
    pieces = [
        _piece(unique[part].astype(np.float64), means[part], counts[part])
        for part in np.split(np.arange(len(unique)), cuts)
    ]
    variance = _entry_variance(pieces, _within_days(days, ratings), len(ratings) - len(unique), entry_sd)
    stretches = tuple(stretch for piece in pieces for stretch in _stretches(piece, variance))
    return Trend(stretches=stretches, entry_sd=float(np.sqrt(variance)))


def by_day(days: NDArray[np.int64], ratings: Floats) -> tuple[NDArray[np.int64], Floats, NDArray[np.int64]]:
    """Return each day once, ascending, with the mean and the number of its ratings."""
    unique, where, counts = np.unique(days, return_inverse=True, return_counts=True)
    return unique, np.bincount(where, weights=ratings) / counts, counts


def _piece(days: Floats, means: Floats, counts: NDArray[np.int64]) -> _Piece:
    weights = counts / (1 + (counts - 1) * ALIKE)
    at = np.linspace(days[0], days[-1], int(min(_GRID, days[-1] - days[0] + 1)))
    near = np.exp(-(((at[:, None] - days) / _bandwidth(days, weights)) ** 2) / 2) * weights
    total = near.sum(1)
    share = near / total[:, None]
    noise = (share**2 / weights).sum(1) / CONFIG.kept + WANDER
    return _Piece(
        days=days, means=means, weights=weights, at=at, level=share @ means, total=total, noise=noise
    )


def _bandwidth(days: Floats, weights: Floats) -> float:
    """Return Silverman's rule of thumb in days: narrower the more entries there are."""
    spread = np.sqrt(np.average((days - np.average(days, weights=weights)) ** 2, weights=weights))
    return float(np.clip(0.9 * spread * weights.sum() ** -0.2, NARROWEST, WIDEST))


def _entry_variance(pieces: list[_Piece], within: float, freedom_within: int, entry_sd: float) -> float:
    """Return the variance of single entries around the line, drawn towards what is usual for entries."""
    squares, freedom = zip(*(_scatter(piece) for piece in pieces), strict=True)
    known = PRIOR_ENTRIES + sum(freedom) + freedom_within
    return float((PRIOR_ENTRIES * entry_sd**2 + sum(squares) + within) / known)


def _within_days(days: NDArray[np.int64], ratings: Floats) -> float:
    """Return the sum of squares of the ratings around the mean of their day."""
    unique, means, _ = by_day(days, ratings)
    return float(((ratings - means[np.searchsorted(unique, days)]) ** 2).sum())


def _scatter(piece: _Piece) -> tuple[float, float]:
    """Return the sum of squares of the days around the line, in entry variances, and its freedom.

    Where entries lie evenly, a Gaussian kernel takes 2 − 1/√2 times the trace of its matrix.
    """
    residuals = piece.means - np.interp(piece.days, piece.at, piece.level)
    trace = (piece.weights / np.interp(piece.days, piece.at, piece.total)).sum()
    freedom = len(piece.days) - (2 - 0.5**0.5) * trace
    return float((piece.weights * residuals**2).sum()), max(0.0, float(freedom))


def _stretches(piece: _Piece, variance: float) -> Iterator[Stretch]:
    """Yield the parts of the line where enough entries weigh in."""
    sd = np.sqrt(variance * piece.noise)
    enough = np.flatnonzero(piece.total >= LEAST_WEIGHT)
    for run in np.split(enough, np.flatnonzero(np.diff(enough) > 1) + 1):
        if len(run) > 1:
            yield Stretch(days=piece.at[run], level=piece.level[run], sd=sd[run])
