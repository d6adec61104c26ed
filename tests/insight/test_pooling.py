"""Levels by themselves and read against the usual: by hand, and by summing the same integral."""

import math

import numpy as np
import pytest
from short_rows import entries_of

from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.levels import Levels, levels
from connect_desktop.insight.pooling import pooled
from connect_desktop.insight.weights import Weights

MET = CONFIG.met


def level(values, people=("p",), weights=None, shaping=None):
    found = entries_of([{"person": person, "met": met} for person, met in values], people)
    each = np.array(weights if weights is not None else np.ones(len(found)), dtype=float)
    flags = np.ones(len(people), dtype=bool) if shaping is None else np.array(shaping)
    return levels(found.person, MET, found.met, Weights(pull=each, worth=each), flags, CONFIG)


def test_four_answers_by_hand():
    found = level([("p", 1), ("p", 3), ("p", 2), ("p", 2), ("p", None)])
    # Each counts .85: known 3.4, sum of squares .85 · 2 = 1.7, freedom 3.4 − 4 · .85² / 3.4 = 2.55.
    usual_variance = (6 * 0.85**2 + 1.7) / (6 + 2.55)
    entry_variance = (6 * usual_variance + 1.7) / (6 + 2.55)
    assert found.mean[0] == 2
    assert found.known[0] == pytest.approx(3.4)
    assert found.usual_variance == pytest.approx(usual_variance)
    assert found.entry_variance[0] == pytest.approx(entry_variance)
    assert found.variance[0] == pytest.approx(entry_variance * (1 / 3.4 + 0.06))


def test_the_mean_is_pulled_by_weight():
    assert level([("p", 0), ("p", 4)], weights=[1, 3]).mean[0] == pytest.approx(3)


def test_nobody_is_known_better_than_from_seventeen_answers():
    found = level([("p", 2 + i % 2) for i in range(3000)])
    assert found.variance[0] > 0.06 * found.entry_variance[0]


def test_without_answers_nothing_is_known():
    found = level([("q", 1)], ("p", "q"))
    assert found.known[0] == 0
    assert found.variance[0] > 1e6


def test_scatter_of_who_shapes_nothing_is_their_own():
    steady = [("p", 2)] * 10
    wild = [("q", 4 * (i % 2)) for i in range(30)]
    assert level(steady + wild, ("p", "q"), shaping=[True, False]).usual_variance == pytest.approx(
        level(steady).usual_variance
    )


def test_with_no_answers_the_level_is_the_usual_and_as_unknown_as_anybody_s():
    found = pooled(level([("q", 1)] * 9, ("p", "q")), MET, np.array([True, True]), CONFIG)
    assert found.mean[0] == pytest.approx(found.usual.expected, abs=1e-6)
    for at in (1.5, 2.0, 2.5):
        assert found.below(at)[0] == pytest.approx(found.below_before(at), abs=1e-6)


def test_more_answers_draw_less_towards_the_usual():
    means = []
    for n in (1, 4, 16, 64):
        others = [(person, 1 + i % 4) for person in "qrs" for i in range(24)]
        found = pooled(level([("p", 0)] * n + others, "pqrs"), MET, np.array([True] * 4), CONFIG)
        means.append(found.mean[0])
    assert means == sorted(means, reverse=True)
    assert means[0] > 1.5
    assert means[-1] < 0.6


def test_the_posterior_is_that_of_the_whole_model_summed_point_by_point():
    """Two people with means 1.2 and 3.1: sum over spread, usual and the first person's level."""
    means, variances = np.array([1.2, 3.1]), np.array([0.15, 0.08])
    alone = Levels(
        pull=np.ones(2), known=np.ones(2), mean=means, usual_variance=1.0, entry_variance=np.ones(2),
        variance=variances,
    )  # fmt: skip
    found = pooled(alone, MET, np.array([True, True]), CONFIG)
    usual = np.linspace(-1, 6, 1401)[:, None]
    at = np.linspace(-2, 6, 1601)[None, :]
    total = mean = below = 0.0
    for k in CONFIG.spreads:
        spread = (MET.spread * k) ** 2
        density = (
            math.exp(-(k**2) / 8)
            * normal(usual, MET.usual, MET.usual_sd**2)
            * normal(means[1], usual, spread + variances[1])
            * normal(at, usual, spread)
            * normal(means[0], at, variances[0])
        )
        total += density.sum()
        mean += (density * at).sum()
        below += density[:, at[0] < 1.75].sum()
    assert found.mean[0] == pytest.approx(mean / total, abs=2e-3)
    assert found.below(1.75)[0] == pytest.approx(below / total, abs=5e-3)


def normal(x, mean, variance):
    return np.exp(-((x - mean) ** 2) / (2 * variance)) / np.sqrt(2 * math.pi * variance)


def test_nine_tenths_lie_between_the_ends():
    found = pooled(level([("p", 1), ("p", 2)]), MET, np.array([True]), CONFIG)
    inside = found.below(float(found.high[0]))[0] - found.below(float(found.low[0]))[0]
    assert inside == pytest.approx(0.9, abs=0.02)
