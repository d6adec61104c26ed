"""Signs judged together: by hand, by a plain loop, and learned from bonds that show it."""

from itertools import product

import numpy as np
import pytest

from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.signs import Sign, both


def sign(likely, before, counts=1.0):
    return Sign(likely=np.array(likely, dtype=float), before=before, counts=counts)


def everyone(n):
    return np.ones(n, dtype=bool)


def test_where_nothing_is_known_the_signs_are_independent():
    found = both((sign([0.3], 0.3), sign([0.2], 0.2), sign([0.4], 0.4)), everyone(1), CONFIG)
    assert found[0] == pytest.approx(0.06)


def test_nobody_at_all():
    nobody = np.zeros(0)
    assert both((sign(nobody, 0.3), sign(nobody, 0.2)), everyone(0), CONFIG).shape == (0,)


def test_one_bond_by_a_plain_loop():
    likely, before = (0.9, 0.8), (0.3, 0.25)
    start = {cell: chance(cell, before) for cell in product((0, 1), repeat=2)}
    fits = {cell: chance(cell, likely) / start[cell] for cell in start}
    table = dict(start)
    for _ in range(40):
        share = {cell: table[cell] * fits[cell] for cell in table}
        whole = sum(share.values())
        table = {cell: (4 * start[cell] + share[cell] / whole) / 5 for cell in table}
    by_hand = table[1, 1] * fits[1, 1] / sum(table[cell] * fits[cell] for cell in table)
    found = both((sign([0.9], 0.3), sign([0.8], 0.25)), everyone(1), CONFIG)
    assert found[0] == pytest.approx(by_hand)


def chance(cell, likely):
    return np.prod([p if held else 1 - p for held, p in zip(cell, likely, strict=True)])


def test_signs_that_go_together_in_other_bonds_make_each_other_likelier():
    apart = [(0.97, 0.03), (0.03, 0.97)] * 6
    together = [(0.97, 0.97), (0.03, 0.03)] * 6
    found = []
    for others in (apart, together):
        mine, unmet = zip((0.7, 0.7), *others, strict=True)
        found.append(both((sign(mine, 0.3), sign(unmet, 0.3)), everyone(13), CONFIG)[0])
    assert found[0] < 0.4
    assert found[1] > 0.7


def test_bonds_that_shape_nothing_teach_nothing():
    mine, unmet = [0.7, *[0.97] * 8], [0.7, *[0.97] * 8]
    only = np.array([True, *[False] * 8])
    alone = both((sign([0.7], 0.3), sign([0.7], 0.3)), everyone(1), CONFIG)[0]
    assert both((sign(mine, 0.3), sign(unmet, 0.3)), only, CONFIG)[0] == pytest.approx(alone)


def test_a_third_sign_counts_less_than_one_of_its_own_would():
    def with_body(likely, counts):
        signs = (sign([0.7], 0.3), sign([0.7], 0.3), sign([likely], 0.3, counts))
        return both(signs, everyone(1), CONFIG)[0]

    assert with_body(0.3, 1.0) == pytest.approx(
        both((sign([0.7], 0.3), sign([0.7], 0.3)), everyone(1), CONFIG)[0]
    )
    table = [[with_body(0.95, counts) for counts in (0.0, 0.4, 1.0)]]
    assert table[0] == sorted(table[0])


def test_what_is_as_good_as_sure_stays_a_probability():
    found = both((sign([1.0, 0.0], 0.3), sign([1.0, 0.0], 0.3)), everyone(2), CONFIG)
    assert found[0] == pytest.approx(1, abs=1e-6)
    assert found[1] == pytest.approx(0, abs=1e-6)
