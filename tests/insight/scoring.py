"""How right a year of looks was: the figures of the table, from what was said and what was true."""

import numpy as np
from lives import HEALTHY, STEADY
from numpy.typing import NDArray
from watching import Year

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

NOT_ONE_SIDED = ("mutual", "shy", "stormy", "mirrored", "thin")
MANY = 20
"""full entries with which a change is there to be found"""


def first_with(year: Year, entries: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the first week with so many full entries, and the bonds that had them."""
    there = (year.full >= entries) & np.isin(year.kind, (*NOT_ONE_SIDED, "one_sided"))
    bonds = np.flatnonzero(there.any(0))
    return there[:, bonds].argmax(0), bonds


def area(year: Year, scores: Floats, entries: int) -> float:
    """Return how often a one-sided bond scores higher than one of another kind (AUC)."""
    weeks, bonds = first_with(year, entries)
    found, true = scores[weeks, bonds], year.kind[bonds] == "one_sided"
    others = np.sort(found[~true])
    ranks = np.searchsorted(others, found[true]) + np.searchsorted(others, found[true], side="right")
    return float(ranks.mean() / 2 / len(others))


def precision_and_recall(year: Year, verdicts: Flags, entries: int) -> tuple[float, float]:
    """Return how many of those called one-sided with so many entries are, and how many that are were."""
    weeks, bonds = first_with(year, entries)
    called, true = verdicts[weeks, bonds], year.kind[bonds] == "one_sided"
    return float(true[called].mean()) if called.any() else np.nan, float(called[true].mean())


def recall_by(year: Year, verdicts: Flags, entries: int) -> float:
    """Return how many one-sided bonds were called so at any look up to the one with so many entries."""
    weeks, bonds = first_with(year, entries)
    true = year.kind[bonds] == "one_sided"
    called = np.logical_or.accumulate(verdicts, axis=0)[weeks, bonds]
    return float(called[true].mean())


def false_alarms(year: Year, verdicts: Flags) -> tuple[float, float, int]:
    """Return the share of healthy bonds, and of users, ever called one-sided; and how many bonds."""
    healthy = np.isin(year.kind, HEALTHY)
    called = verdicts.any(0) & healthy
    users = np.unique(year.user)
    return float(called[healthy].mean()), len(np.unique(year.user[called])) / len(users), int(healthy.sum())


def stated(year: Year) -> tuple[Floats, Flags]:
    """Return probabilities stated of steady bonds, every eighth week, and whether they were one-sided."""
    said = (year.enough & np.isin(year.kind, STEADY))[7::8]
    return year.likely[7::8][said], np.broadcast_to(year.kind == "one_sided", said.shape)[said]


def calibration(year: Year) -> tuple[float, float, float]:
    """Return Brier score, calibration error over tenths, and how often what is said from .90 on is so."""
    p, true = stated(year)
    tenth = np.minimum((10 * p).astype(int), 9)
    sums, counts = np.bincount(tenth, p - true, 10), np.bincount(tenth, minlength=10)
    error = np.abs(sums).sum() / counts.sum()
    return float(((p - true) ** 2).mean()), float(error), float(true[p >= 0.9].mean())


def near(year: Year, low: float, high: float) -> tuple[float, float]:
    """Return the mean of the probabilities stated between two, and how often it was so."""
    p, true = stated(year)
    some = (p >= low) & (p < high)
    return float(p[some].mean()), float(true[some].mean())


def changes(year: Year) -> dict[str, float]:
    """Return how often a fall or rise was said where none was, and found where there was one."""
    steady, many = np.isin(year.kind, STEADY), year.full[-1] >= MANY
    fading, improving = (many & (year.kind == kind) for kind in ("fading", "improving"))
    return {
        "falls in steady bonds": float(year.fell.any(0)[steady].mean()),
        "rises in steady bonds": float(year.rose.any(0)[steady].mean()),
        "fading found": float(year.fell.any(0)[fading].mean()),
        "improving found": float(year.rose.any(0)[improving].mean()),
    }
