"""Who reaches out, worked out by hand."""

import numpy as np
import pytest
from short_rows import entries_of

from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.reaching import reaching
from connect_desktop.insight.weights import Weights


def read(rows, people=("p",), shaping=None):
    """Every entry weighs 1, whatever its age."""
    found = entries_of(rows, people)
    each = (~np.isnan(found.mine)).astype(float)
    flags = np.ones(len(people), dtype=bool) if shaping is None else np.array(shaping)
    return reaching(found.person, found.mine, Weights(pull=each, worth=each), flags, CONFIG)


def rows(person="p", **reaches):
    return [{"person": person, "reach": reach} for reach, count in reaches.items() for _ in range(count)]


def test_with_nothing_logged_the_share_is_even_and_hardly_known():
    found = read([])
    assert found.usual == 0.5
    assert found.share[0] == 0.5
    assert found.low[0] < 0.22
    assert found.high[0] > 0.78
    assert found.mostly_mine[0] == pytest.approx(found.mostly_mine_before)
    assert found.mostly_mine_before == pytest.approx(found.mostly_theirs_before)


def test_ten_starts_of_one_person_by_hand():
    found = read(rows(me=6, me_unanswered=2, them=1, both=1, chance=4))
    # a = 8.5, b = 1.5. They count 10 / 16.6 = 0.602 of a person: u = (0.602 · 0.85 + 4 · 0.5) / 4.602.
    counts = 10 / 16.6
    usual = (counts * 0.85 + 2) / (counts + 4)
    assert found.usual == pytest.approx(usual)
    assert found.share[0] == pytest.approx((6.6 * usual + 8.5) / 16.6)
    assert (found.known[0], found.alone[0]) == (10, 0.85)


def test_the_usual_is_the_mean_of_people_and_the_better_known_count_more():
    found = read(rows("p", me=60) + rows("q", them=3), ("p", "q"))
    one, other = 60 / 66.6, 3 / 9.6
    assert found.usual == pytest.approx((one + 2) / (one + other + 4))


def test_few_starts_stay_near_the_usual_and_many_near_themselves():
    few, many = read(rows(me=3)), read(rows(me=60))
    assert 0.5 < few.share[0] < 0.72
    assert many.share[0] > 0.9
    assert few.mostly_mine[0] < 0.75
    assert many.mostly_mine[0] > 0.99


def test_me_and_them_exchanged_is_the_mirror():
    one = read(rows("p", me=9, them=2, both=1) + rows("q", them=4), ("p", "q"))
    other = read(rows("p", them=9, me=2, both=1) + rows("q", me=4), ("p", "q"))
    assert other.usual == pytest.approx(1 - one.usual)
    assert other.share == pytest.approx(1 - one.share)
    assert other.low == pytest.approx(1 - one.high, abs=1e-9)
    assert other.mostly_mine == pytest.approx(one.mostly_theirs)


def test_who_does_not_shape_the_usual_is_read_all_the_same():
    alone = read(rows("p", me=5, them=5), ("p",))
    beside = read(rows("p", me=5, them=5) + rows("q", me=40), ("p", "q"), shaping=[True, False])
    assert beside.usual == alone.usual
    assert beside.share[1] > 0.9
