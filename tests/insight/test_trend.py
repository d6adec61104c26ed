"""The trend: its level and band by hand, where it stops, and how often the band holds the truth."""

import math

import numpy as np
import pytest

from connect_desktop.insight.trend import trend


def line(days, ratings):
    return trend(np.array(days), np.array(ratings, dtype=float), 1.3)


def test_four_ratings_make_no_line_and_five_do():
    assert line([1, 2, 3, 4], [1, 1, 1, 1]).stretches == ()
    assert len(line([1, 2, 3, 4, 5], [1, 1, 1, 1, 1]).stretches) == 1


def test_ratings_that_never_change_give_a_level_that_never_does():
    (stretch,) = line([0, 3, 4, 9, 12, 14], [2] * 6).stretches
    assert stretch.level == pytest.approx(np.full(len(stretch.days), 2.0))
    assert (stretch.days[0], stretch.days[-1]) == (0, 14)


def test_the_level_is_the_mean_weighted_by_nearness():
    days, ratings = [0, 2, 4, 6, 8], [3, 1, 0, -1, -3]
    (stretch,) = line(days, ratings).stretches
    # Spread of 0 2 4 6 8 is √8 = 2.83; 0.9 · 2.83 · 5^−0.2 = 1.84 days, less than the week that is the least.
    weights = [math.exp(-((day / 7) ** 2) / 2) for day in days]
    by_hand = sum(w * r for w, r in zip(weights, ratings, strict=True)) / sum(weights)
    assert stretch.days[0] == 0
    assert stretch.level[0] == pytest.approx(by_hand)
    assert stretch.level[4] == pytest.approx(0), "the middle of something even on both sides"


def test_the_band_is_what_the_weights_and_the_scatter_of_entries_leave_open():
    days = [0, 2, 4, 6, 8]
    found = line(days, [1, 1, 1, 1, 1])
    (stretch,) = found.stretches
    weights = [math.exp(-((day / 7) ** 2) / 2) for day in days]
    shares = [w / sum(weights) for w in weights]
    noise = sum(share**2 for share in shares) / 0.85 + 0.03
    assert stretch.sd[0] == pytest.approx(found.entry_sd * math.sqrt(noise))
    assert found.entry_sd < 1.3, "five entries alike say that entries scatter less than is usual"


def test_several_on_one_day_count_less_than_several_days():
    same = line([0, 0, 0, 0, 8], [3, 3, 3, 3, -3]).stretches[0]
    apart = line([0, 1, 2, 3, 8], [3, 3, 3, 3, -3]).stretches[0]
    # Four entries of one day weigh 4 / (1 + 3 · 0.3) = 2.105 of one.
    near, far = 4 / 1.9, math.exp(-((8 / 7) ** 2) / 2)
    assert same.level[0] == pytest.approx((3 * near - 3 * far) / (near + far))
    assert same.level[0] < apart.level[0]


def test_a_gap_of_more_than_forty_five_days_is_left_open():
    before, after = list(range(0, 30, 3)), list(range(0, 30, 3))
    bridged = line([*before, *(27 + 45 + d for d in after)], [1] * 20)
    open_ = line([*before, *(27 + 46 + d for d in after)], [1] * 20)
    assert len(bridged.stretches) == 1
    assert [(s.days[0], s.days[-1]) for s in open_.stretches] == [(0, 27), (73, 100)]


def test_a_line_ends_where_less_than_two_entries_weigh_in():
    days = [0, 1, 2, 3, 4, 44]
    (stretch,) = line(days, [1] * 6).stretches
    spread = np.std(days)
    width = max(7, 0.9 * spread * 6**-0.2)
    total = sum(math.exp(-(((stretch.days[-1] - day) / width) ** 2) / 2) for day in days)
    beyond = sum(math.exp(-(((stretch.days[-1] + 1 - day) / width) ** 2) / 2) for day in days)
    assert stretch.days[-1] < 44
    assert beyond < 2 <= total


def test_what_lies_across_a_gap_does_not_shape_the_level():
    near = [0, 2, 4, 6, 8, 10]
    alone = line(near, [1, 1, 1, 2, 2, 2]).stretches[0]
    with_far = line([*near, 200, 201, 202], [1, 1, 1, 2, 2, 2, -3, -3, -3]).stretches[0]
    assert with_far.level == pytest.approx(alone.level)


def test_time_may_run_backwards_and_entries_may_come_in_any_order():
    rng = np.random.default_rng(5)
    days, ratings = rng.integers(0, 200, 40), rng.integers(-3, 4, 40)
    forward = line(days, ratings).stretches[0]
    shuffled = rng.permutation(40)
    mixed = line(days[shuffled], ratings[shuffled]).stretches[0]
    backward = line(200 - days, ratings).stretches[0]
    assert mixed.level == pytest.approx(forward.level)
    assert backward.level[::-1] == pytest.approx(forward.level)
    assert backward.sd[::-1] == pytest.approx(forward.sd)


@pytest.mark.parametrize("kind", ["steady", "step", "drift"])
def test_the_band_holds_the_truth_about_as_often_as_it_says(kind):
    rng = np.random.default_rng(3)
    held = []
    for _ in range(200):
        span, count = int(rng.choice([90, 180, 365])), int(rng.choice([8, 15, 30, 60]))
        truth = _truth(kind, span, rng)
        days = np.sort(rng.integers(0, span, count))
        ratings = np.clip(np.round(truth[days] + 1.2 * rng.normal(size=count)), -3, 3)
        for stretch in line(days, ratings).stretches:
            there = np.interp(stretch.days, np.arange(span), truth)
            held.append(np.abs(stretch.level - there) < 1.6449 * stretch.sd)
    assert 0.85 < np.concatenate(held).mean() < 0.98


def _truth(kind, span, rng):
    start, days = rng.normal(0.6, 0.7), np.arange(span)
    if kind == "step":
        return start + rng.choice([-1, 1]) * rng.uniform(0.6, 1.4) * (days > span / 2)
    if kind == "drift":
        return start + rng.uniform(-1.5, 1.5) * days / span
    return np.full(span, start)
