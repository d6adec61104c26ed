"""What the answers with each person say by themselves: their weighted mean, and how well it is known."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight.config import Config, Rating
from connect_desktop.insight.entries import totals
from connect_desktop.insight.weights import Weights

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

_NOTHING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Levels:
    """Arrays run along the people."""

    pull: Floats
    """sum of the weights"""
    known: Floats
    """how much is known, in entries"""
    mean: Floats
    usual_variance: float
    """of single answers around the mean of their person, with everyone"""
    entry_variance: Floats
    """the same with each person, drawn towards that"""
    variance: Floats
    """of the mean; endless where nothing was answered"""


def levels(
    person: Ints, rating: Rating, answers: Floats, weights: Weights, shaping: Flags, config: Config
) -> Levels:
    """Return the levels of `answers` (NaN: none) with each `person`; `shaping`: who shapes what is usual.

    Answers in a row are alike, so that each is only part of one: σ² / n becomes σ² / (.85 n). And a level
    wanders: .06 σ² is added, as if it could never be known from more than 17 answers.
    """
    people, given = len(shaping), ~np.isnan(answers)
    pull = np.where(given, config.kept * weights.pull, 0)
    answers = np.where(given, answers, 0)
    total = totals(person, pull, people)
    some = np.where(total > 0, total, 1)
    mean = totals(person, pull * answers, people) / some
    scatter = totals(person, pull * (answers - mean[person]) ** 2, people)
    freedom = np.maximum(total - totals(person, pull**2, people) / some, 0)
    belief = config.entry_sd_known
    squares = belief * rating.entry_sd**2 + scatter[shaping].sum()
    usual_variance = float(squares / (belief + freedom[shaping].sum()))
    entry_variance = (belief * usual_variance + scatter) / (belief + freedom)
    known = totals(person, np.where(given, config.kept * weights.worth, 0), people)
    return Levels(
        pull=total,
        known=known,
        mean=mean,
        usual_variance=usual_variance,
        entry_variance=entry_variance,
        variance=entry_variance * (1 / np.maximum(known, _NOTHING) + config.wander),
    )
