"""When something has clearly changed: one shift in a series of entries, which way, since when, how likely.

A Bayes factor for one step at an unknown place against none (normal means, normal prior for the step),
averaged over the places it may have had (Smith, Biometrika 62, 1975).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight import normal
from connect_desktop.insight.config import CONFIG, Config

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SAID_FROM = CONFIG.change_said_from
_ROUNDING = 1e-9


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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shifts:
    """The shifts of several series, along which the arrays run; all 0 where there is too little to tell."""

    down: Floats
    up: Floats
    first_after: Ints
    earliest: Ints
    latest: Ints
    """places among all entries given"""
    before: Floats
    after: Floats
    happened: Floats
    """for each entry: how likely a shift, if there was one, lies at or before it"""

    @property
    def changed(self) -> Floats:
        """How likely there was a shift at all."""
        return self.down + self.up


def shift(entries: Floats) -> Shift | None:
    """Return the one shift in `entries`, oldest first, in units of the spread of single entries.

    None where there are too few to tell. Places count from the first of all entries given.
    """
    n = len(entries)
    found = shifts(np.zeros(n, np.int64), np.arange(n), entries, np.ones(n), 1)
    if found.changed[0] == 0:
        return None
    return Shift(
        down=float(found.down[0]),
        up=float(found.up[0]),
        first_after=int(found.first_after[0]),
        earliest=int(found.earliest[0]),
        latest=int(found.latest[0]),
        before=float(found.before[0]),
        after=float(found.after[0]),
    )


def shifts(
    series: Ints, day: Ints, entries: Floats, weights: Floats, count: int, config: Config = CONFIG
) -> Shifts:
    """Return the shift of each of `count` series; `entries` lie by series and within each oldest first.

    Only the last entries of each series are looked at, and a shift lies between two days.
    """
    places, there = _latest(series, count, config.change_looks_back)
    entries, weights, day = (np.append(column, 0) for column in (entries, weights, day))
    splits = _splits(entries[places], np.where(there, weights[places], 0), config)
    splits.may &= (np.diff(day[places], axis=1) != 0) & there[:, 1:]
    step = splits.after - splits.before
    changed, where = _weighed(step, splits, config)
    z = step / np.sqrt(splits.noise * (splits.noise + config.change_spread))
    fell = (where * normal.below(-z)).sum(1)
    passed = np.cumsum(where, axis=1)
    early, middle, late = (np.minimum((passed < p).sum(1), passed.shape[1] - 1) for p in (0.1, 0.5, 0.9))
    happened = np.zeros(len(series))
    happened[places[:, 1:][there[:, 1:]]] = passed[there[:, 1:]]
    rows = np.arange(count)
    return Shifts(
        down=changed * fell,
        up=changed * (where.sum(1) - fell),
        first_after=places[rows, middle + 1],
        earliest=places[rows, early + 1],
        latest=places[rows, late + 1],
        before=splits.before[rows, middle],
        after=splits.after[rows, middle],
        happened=happened,
    )


def _latest(series: Ints, count: int, most: int) -> tuple[Ints, NDArray[np.bool_]]:
    """Return the places of the last entries of each series, one row each, and which of them are there."""
    ends = np.searchsorted(series, np.arange(count), side="right")
    starts = np.maximum(np.searchsorted(series, np.arange(count)), ends - most)
    places = starts[:, None] + np.arange(max(2, (ends - starts).max(initial=0)))
    there = places < ends[:, None]
    return np.where(there, places, starts[:, None]), there


@dataclass(slots=True, kw_only=True, eq=False)
class _Splits:
    """Each series parted after its first entry, its second …; rows are series."""

    may: NDArray[np.bool_]
    """where there is enough on both sides"""
    before: Floats
    after: Floats
    """weighted means of the two sides"""
    noise: Floats
    """variance of their difference, in variances of single entries"""


def _splits(entries: Floats, weights: Floats, config: Config) -> _Splits:
    known, sums = np.cumsum(weights, axis=1), np.cumsum(weights * entries, axis=1)
    first, second = known[:, :-1], known[:, -1:] - known[:, :-1]
    may = np.minimum(first, second) > config.change_side - _ROUNDING
    may &= known[:, -1:] > config.change_entries - _ROUNDING
    first, second = np.where(may, first, 1), np.where(may, second, 1)
    return _Splits(
        may=may,
        before=sums[:, :-1] / first,
        after=(sums[:, -1:] - sums[:, :-1]) / second,
        noise=(1 / first + 1 / second) / config.kept,
    )


def _weighed(step: Floats, splits: _Splits, config: Config) -> tuple[Floats, Floats]:
    """Return how likely there was a shift, and how likely each place is if there was."""
    spread, noise = config.change_spread, splits.noise
    log_factor = np.log(noise / (noise + spread)) / 2 + step**2 * (1 / noise - 1 / (noise + spread)) / 2
    log_factor = np.where(splits.may, log_factor, -np.inf)
    largest = log_factor.max(1, keepdims=True, initial=0.0)
    factors = np.exp(log_factor - largest)
    places = np.maximum(splits.may.sum(1), 1)
    changed = config.change_prior * factors.sum(1) / places
    changed /= changed + (1 - config.change_prior) * np.exp(-largest[:, 0])
    return changed, factors / np.maximum(factors.sum(1, keepdims=True), _ROUNDING)
