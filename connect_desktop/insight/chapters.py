"""The present chapter of each bond: since when something clearly changed, and which entries belong to it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight.change import shifts
from connect_desktop.insight.config import Config, Rating
from connect_desktop.insight.entries import Entries, totals
from connect_desktop.insight.levels import levels
from connect_desktop.insight.weights import Weights, same_day

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chapters:
    """What changed with each person, and how far each entry belongs to what is now."""

    down: Floats
    up: Floats
    """how likely "met" and the body together went down, or up"""
    since: Ints
    """the day of the first entry after it; meant only where a change is likely"""
    earliest: Ints
    latest: Ints
    """it lies between these days with a probability of 80 %"""
    met_before: Floats
    met_after: Floats
    body_before: Floats
    body_after: Floats
    """plain means on both sides of it; NaN where nothing was answered"""
    belongs: Floats
    """for each entry, how likely it belongs to the present chapter"""
    belongs_since_fall: Floats
    """the same where only a fall begins a new one: being met more unsays nothing about who reached out"""


def chapters(found: Entries, shaping: Flags, config: Config) -> Chapters:
    """Return the one change of each person and what it makes of the entries.

    `shaping` runs along the people: who shapes what is usual.
    """
    moved = _moved(found, shaping, config)
    rated = np.flatnonzero(~np.isnan(moved))
    weights = same_day(found, ~np.isnan(moved), config)[rated]
    shift = shifts(found.person[rated], found.day[rated], moved[rated], weights, len(shaping), config)
    days = np.append(found.day[rated], 0)
    since, earliest, latest = (
        days[np.minimum(at, len(rated))] for at in (shift.first_after, shift.earliest, shift.latest)
    )
    before, after = found.day < since[found.person], found.day >= since[found.person]
    passed = _passed(found, rated, shift.happened)
    return Chapters(
        down=shift.down,
        up=shift.up,
        since=since,
        earliest=earliest,
        latest=latest,
        met_before=_mean(found, found.met, before, len(shaping)),
        met_after=_mean(found, found.met, after, len(shaping)),
        body_before=_mean(found, found.body, before, len(shaping)),
        body_after=_mean(found, found.body, after, len(shaping)),
        belongs=1 - shift.changed[found.person] * passed,
        belongs_since_fall=1 - shift.down[found.person] * passed,
    )


def _moved(found: Entries, shaping: Flags, config: Config) -> Floats:
    """Return how far each entry lies from what it mostly was with this person, in spreads of single entries.

    Where "met" and the body both answer, their sum is divided by √3: they go together by about ½.
    """
    met = _residuals(found, config.met, found.met, shaping, config)
    body = _residuals(found, config.body, found.body, shaping, config)
    one = np.where(np.isnan(met), body, met)
    return np.where(np.isnan(met + body), one, (met + body) / np.sqrt(3))


def _residuals(found: Entries, rating: Rating, answers: Floats, shaping: Flags, config: Config) -> Floats:
    each = np.full(len(found), 1 / config.kept)
    plain = levels(found.person, rating, answers, Weights(pull=each, worth=each), shaping, config)
    return np.asarray((answers - plain.mean[found.person]) / np.sqrt(plain.usual_variance))


def _passed(found: Entries, rated: Ints, happened: Floats) -> Floats:
    """Return how likely each entry lies before the change, if there was one.

    An entry that isn't rated lies where the last rated one before it does.
    """
    last = np.searchsorted(rated, np.arange(len(found)), side="right") - 1
    same = (last >= 0) & (np.append(found.person[rated], -1)[last] == found.person)
    return np.where(same, 1 - np.append(happened, 0)[last], 1)


def _mean(found: Entries, answers: Floats, part: Flags, people: int) -> Floats:
    part = part & ~np.isnan(answers)
    count = totals(found.person, part, people)
    total = totals(found.person, np.where(part, answers, 0), people)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)
