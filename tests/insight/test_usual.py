"""What is usual with everyone, against sums done by hand and by brute force."""

import math

import numpy as np
import pytest

from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.pooling import own_usual
from connect_desktop.insight.usual import BODY, usual_body


def test_no_usual_without_an_everyone():
    assert usual_body([]) is None
    assert usual_body([("a", 500, 2.0)]) is None
    assert usual_body([("a", 5, 1.0), ("b", 4, 1.0)]) is None
    assert usual_body([("a", 9, 1.0), ("b", 0, 0.0), ("c", 0, 0.0)]) is None
    assert usual_body([("a", 5, 1.0), ("b", 5, 1.0)]) is not None


def test_people_who_are_all_at_the_start_value_leave_it_there():
    assert usual_body([("a", 5, 0.6), ("b", 50, 0.6), ("c", 7, 0.6)]) == pytest.approx(0.6)


def test_people_equally_far_on_both_sides_leave_it_there():
    assert usual_body([("a", 20, -0.9), ("b", 20, 2.1)]) == pytest.approx(0.6)


def test_the_more_is_known_the_nearer_it_lies_to_what_was_answered():
    few = usual_body([("a", 5, 2.0), ("b", 5, 2.0)])
    many = usual_body([(str(i), 40, 2.0) for i in range(12)])
    assert 0.6 < few < many < 2.0
    assert many == pytest.approx(2.0, abs=0.1)


def test_the_order_of_people_does_not_matter():
    people = [("a", 5, 2.0), ("b", 60, -1.0), ("c", 9, 0.3)]
    assert usual_body(people) == usual_body(people[::-1])


def test_it_is_the_mean_over_all_spreads_and_all_usuals():
    """The same integral, summed point by point over a fine grid of usuals."""
    means, variances = [-0.8, 1.9, 0.4], [0.3, 0.1, 0.6]
    total = weighted = 0.0
    for k in CONFIG.spreads:
        tau = BODY.spread * k
        for step in range(-6000, 6001):
            mu = step / 1000
            density = math.exp(-(k**2) / 8) * _normal(mu, BODY.usual, BODY.usual_sd**2)
            for mean, variance in zip(means, variances, strict=True):
                density *= _normal(mean, mu, tau**2 + variance)
            total += density
            weighted += density * mu
    found = own_usual(np.array(means), np.array(variances), BODY, CONFIG)
    assert found.expected == pytest.approx(weighted / total, abs=1e-6)


def _normal(x, mean, variance):
    return math.exp(-((x - mean) ** 2) / (2 * variance)) / math.sqrt(2 * math.pi * variance)
