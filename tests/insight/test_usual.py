"""What is usual with everyone: the readings' own number, and that against a sum by brute force."""

import math

import numpy as np
import pytest
from short_rows import read

from connect_desktop.domain import Person
from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.pooling import own_usual
from connect_desktop.insight.usual import usual_body

BODY = CONFIG.body


def felt(person, body, times, ago=0):
    return [{"person": person, "body": body, "at": ago + i} for i in range(times)]


def usual(rows, people=("a", "b")):
    return usual_body(read(rows, people).look)


def test_no_usual_without_an_everyone():
    assert usual([]) is None
    assert usual(felt("a", 2, 50)) is None, "one person is not everyone"
    assert usual([*felt("a", 1, 5), *felt("b", 1, 4)]) is None
    assert usual([*felt("a", 1, 9), *felt("b", None, 9)]) is None
    assert usual([*felt("a", 1, 5), *felt("b", 1, 5)]) is not None


def test_it_is_the_number_that_the_readings_use():
    rows = [*felt("a", 2, 30), *felt("a", -3, 30, 400), *felt("b", -1, 12)]
    found = read(rows, ("a", "b"))
    assert usual_body(found.look) == found.usual.body
    plain = (-0.5 - 1) / 2
    assert found.usual.body > plain + 0.5, "what was a year ago counts less"


def test_those_with_whom_care_runs_one_way_have_no_part_in_it():
    rows = [*felt("a", 1, 20), *felt("b", 1, 20), *felt("child", -3, 20)]
    child = Person(id="child", name="Child", one_way=True)
    people = [Person(id="a", name="A"), Person(id="b", name="B")]
    assert usual(rows, [*people, child]) == pytest.approx(usual(rows, people))
    assert usual(rows, [people[0], child]) is None


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
