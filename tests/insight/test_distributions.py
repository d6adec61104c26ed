"""The normal and the beta distribution, against the standard library and sums that can be done by hand."""

from math import comb, erfc, sqrt

import numpy as np
import pytest

from connect_desktop.insight import beta, normal


def test_the_normal_distribution_is_that_of_the_standard_library():
    z = np.linspace(-8.5, 8.5, 3001)
    by_hand = [erfc(-value / sqrt(2)) / 2 for value in z]
    assert np.abs(normal.below(z) - by_hand).max() < 1e-10


def test_far_out_nothing_is_left():
    assert normal.below(np.array([-50.0, 50.0])).tolist() == pytest.approx([0, 1], abs=1e-15)


def above(alpha, beta_, share):
    """For whole numbers: as likely as fewer than α of α + β − 1 throws succeed."""
    n = alpha + beta_ - 1
    return sum(comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(alpha))


@pytest.mark.parametrize(("alpha", "beta_"), [(1, 1), (2, 1), (3, 4), (31, 6), (5, 40), (120, 90)])
def test_a_share_lies_above_another_as_often_as_throws_of_a_coin_say(alpha, beta_):
    found = beta.shares(np.array([float(alpha)]), np.array([float(beta_)]))
    for share in (0.1, 0.4, 0.6, 0.9):
        assert found.above(share)[0] == pytest.approx(above(alpha, beta_, share), abs=2e-6)


def test_quantiles_come_back_to_their_probability():
    found = beta.shares(np.array([1.0, 3.3, 40.0]), np.array([1.0, 9.0, 2.5]))
    assert found.at(0.05)[0] == pytest.approx(0.05, abs=1e-3)
    for probability in (0.05, 0.5, 0.95):
        shares = found.at(probability)
        below = [1 - found.above(float(share))[row] for row, share in enumerate(shares)]
        assert below == pytest.approx([probability] * 3, abs=2e-3)


def test_each_row_is_the_mirror_of_its_sides_exchanged():
    one, other = beta.shares(np.array([7.5]), np.array([2.5])), beta.shares(np.array([2.5]), np.array([7.5]))
    assert one.above(0.6)[0] == pytest.approx(1 - other.above(0.4)[0])
    assert one.at(0.05)[0] == pytest.approx(1 - other.at(0.95)[0])


def test_a_share_of_which_nearly_nothing_is_believed_stays_between_0_and_1():
    found = beta.shares(np.array([0.05, 0.1, 500.0]), np.array([0.05, 6.5, 0.1]))
    for probability in (0.0, 0.05, 0.95, 1.0):
        assert ((found.at(probability) >= 0) & (found.at(probability) <= 1)).all()
    assert found.above(0.5)[0] == pytest.approx(0.5)
