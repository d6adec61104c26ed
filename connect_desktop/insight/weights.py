"""How much an entry counts: old ones less, several on one day less, and those of a past chapter less."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight.config import Config
from connect_desktop.insight.entries import Entries

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """What each entry weighs; 0 where it doesn't answer."""

    pull: Floats
    """its part in a mean"""
    worth: Floats
    """how much more is known through it, in entries

    A mean of values with weights a is as good as one of (Σa)² / Σa² equal ones (Kish, Survey Sampling, 1965).
    That is never less than Σ a (2 − a), since (Σa − Σa²)² ≥ 0; and in this sum no entry takes from another.
    """


def weights(found: Entries, answered: Flags, belongs: Floats, today: int, config: Config) -> Weights:
    """Return the weights of the entries that answer a question.

    `belongs` is how likely each one belongs to the present chapter.
    """
    age = np.exp2((found.day - today) / config.half_life)
    part = same_day(found, answered, config) * belongs
    return Weights(pull=part * age, worth=part * age * (2 - age))


def same_day(found: Entries, answered: Flags, config: Config) -> Floats:
    """Return 1 / (1 + (m − 1) · ρ) for the m entries of one day with one person that answer a question.

    m values that correlate by ρ are worth that part of m independent ones (Kish's design effect). What does
    not answer takes nothing from what does.
    """
    if not len(found):
        return np.zeros(0)
    new = np.concatenate([[True], (np.diff(found.day) != 0) | (np.diff(found.person) != 0)])
    day = np.cumsum(new) - 1
    same: Floats = np.bincount(day, weights=answered)[day]
    return np.where(answered, 1 / (1 + np.maximum(same - 1, 0) * config.alike), 0.0)
