"""How the body felt over time: every moment kept, changes said only when they are clear and still hold."""

import random
from datetime import date

import numpy as np
import pytest

from connect_desktop.insight.person import body_over_time


def rows(values, start=100, apart=2):
    return [{"at": start - apart * i, "body": value} for i, value in enumerate(values)]


def test_every_moment_is_there_oldest_first_rated_or_not(columns, today):
    found = body_over_time(
        columns(
            [
                {"at": "2026-11-03 01:00", "body": 2, "imported": True},
                {"at": "2026-11-01 12:00", "body": None},
                {"at": "2026-11-02 12:00", "body": -3},
            ]
        ),
        0.4,
        today,
        240,
    )
    assert found.impressions == ("i1", "i2", "i0")
    epoch = date(1970, 1, 1)
    assert [int(d) for d in found.days] == [(date(2026, 11, d) - epoch).days for d in (1, 2, 2)]
    assert np.isnan(found.body[0])
    assert found.body[1:].tolist() == [-3, 2]
    assert found.imported.tolist() == [False, False, True]
    assert found.usual == 0.4


def test_unrated_moments_do_not_count_towards_a_line(columns, today):
    found = body_over_time(columns(rows([1, 1, 1, 1, None, None, None])), None, today, 240)
    assert found.trend.stretches == ()


def test_no_moments_at_all_are_no_trouble(columns, today):
    found = body_over_time(columns([]), None, today, 240)
    assert found.impressions == ()
    assert found.trend.stretches == ()
    assert found.change is None


def test_a_clear_change_is_dated_by_its_first_moment(columns, today):
    found = body_over_time(
        columns(rows([2, 1, 2, 1, 2, 1, 2, 1, -2, -1, -2, -1, -2, -1, -2], 30)), None, today, 240
    )
    # The ninth moment lies 30 − 2 · 8 = 14 days before 22 November.
    assert found.change.since == date(2026, 11, 8)
    assert not found.change.eased
    assert found.change.before == pytest.approx(1.5)
    assert found.change.after == pytest.approx(-11 / 7)


def test_the_other_way_round_it_has_eased(columns, today):
    found = body_over_time(columns(rows([-2, -1] * 5 + [1, 2] * 5, 40)), None, today, 240)
    assert found.change.eased


def test_of_a_bond_that_is_not_lived_now_no_change_is_said(columns, today):
    found = columns(rows([-2, -1] * 5 + [1, 2] * 5, 40))
    assert body_over_time(found, None, today, 240, lived=False).change is None


def test_what_only_wavers_is_no_change(columns, today):
    values = [1, -1, 0, 2, -2, 1, 0, -1, 2, 0, 1, -1, 0, 1, -2, 1]
    assert body_over_time(columns(rows(values, 40)), None, today, 240).change is None


def test_a_change_is_not_said_when_the_last_moment_is_long_ago(columns, today):
    values = [2, 1] * 6 + [-2, -1] * 6
    near = body_over_time(columns(rows(values, 45 + 46)), None, today, 240)
    far = body_over_time(columns(rows(values, 46 + 46)), None, today, 240)
    assert near.change is not None
    assert far.change is None


def test_one_bad_day_written_down_ten_times_is_no_change(columns, today):
    steady = rows([1, 2, 0, 1, 2, 1, 1, 2, 0, 1], 40)
    bad_day = [{"at": f"2026-11-20 {8 + i:02}:00", "body": -3} for i in range(10)]
    assert body_over_time(columns(steady + bad_day), None, today, 240).change is None


def test_the_order_in_which_entries_come_does_not_matter(columns, today):
    made = columns(rows([2, 1, 0, None, -1, 2, 1, -2, -3, -1, -2, -2, -1, -3], 60))
    order = list(range(len(made)))
    random.Random(4).shuffle(order)
    mixed = type(made)(
        **{name: [getattr(made, name)[i] for i in order] for name in type(made).__dataclass_fields__}
    )
    one, other = (body_over_time(c, None, today, 240) for c in (made, mixed))
    assert one.impressions == other.impressions
    assert one.trend.stretches[0].level.tolist() == other.trend.stretches[0].level.tolist()
    assert one.change == other.change
