"""One shift in a series: found where it is, not where it is not, and as likely as worked out by hand."""

import math

import numpy as np
import pytest

from connect_desktop.insight.change import shift


def normal(x, variance):
    return math.exp(-(x**2) / (2 * variance)) / math.sqrt(2 * math.pi * variance)


def test_nine_entries_are_too_few_to_tell():
    assert shift(np.array([3.0] * 4 + [-3.0] * 5)) is None
    assert shift(np.array([3.0] * 4 + [-3.0] * 6)) is not None


def test_a_clear_fall_is_found_where_it_was():
    found = shift(np.array([1.0] * 12 + [-1.5] * 9))
    assert found.down > 0.99
    assert found.up < 0.01
    assert found.first_after == 12
    assert found.earliest <= 12 <= found.latest
    assert (found.before, found.after) == (1.0, -1.5)


def test_a_rise_is_the_mirror_of_a_fall():
    entries = np.random.default_rng(2).normal(size=30) + np.repeat([0, 1.5], 15)
    rise, fall = shift(entries), shift(-entries)
    assert (rise.up, rise.down, rise.first_after) == pytest.approx((fall.down, fall.up, fall.first_after))


def test_no_change_lowers_the_belief_in_one():
    found = shift(np.zeros(40))
    assert found.down + found.up < 0.20
    assert found.down == pytest.approx(found.up)


def test_the_probability_is_that_of_the_places_it_may_have_had():
    """Ten entries have three places: after the 4th, 5th and 6th. The step is a normal of variance 1."""
    entries = [0.5, 1.0, -0.2, 0.9, 0.1, -0.8, -1.1, -0.3, -1.6, -0.4]
    changed = fell = 0.0
    for k in (4, 5, 6):
        step = sum(entries[k:]) / (10 - k) - sum(entries[:k]) / k
        noise = (1 / k + 1 / (10 - k)) / 0.85
        factor = normal(step, noise + 1) / normal(step, noise)
        mean, variance = step / (1 + noise), noise / (1 + noise)
        changed += factor / 3
        fell += factor / 3 * 0.5 * (1 + math.erf(-mean / math.sqrt(2 * variance)))
    p_change = 0.2 * changed / (0.2 * changed + 0.8)
    found = shift(np.array(entries))
    assert found.down + found.up == pytest.approx(p_change)
    assert found.down == pytest.approx(p_change * fell / changed)


def test_only_the_last_eighty_entries_are_looked_at():
    found = shift(np.array([-2.0] * 50 + [1.0] * 80))
    assert found.up < 0.5
    late = shift(np.array([1.0] * 100 + [-2.0] * 20))
    assert late.first_after == 100


def test_lives_in_which_nothing_changes_are_left_in_peace():
    rng = np.random.default_rng(8)
    said = [shift(rng.normal(size=60)) for _ in range(300)]
    assert sum(max(found.down, found.up) >= 0.90 for found in said) <= 3
