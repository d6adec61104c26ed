"""What an entry weighs, worked out by hand; and what is left out weighs nothing."""

import numpy as np
import pytest
from short_rows import TODAY, entries_of

from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.days import number
from connect_desktop.insight.weights import same_day, weights


def weighed(rows, belongs=1.0):
    found = entries_of(rows)
    return weights(found, ~np.isnan(found.met), np.full(len(found), belongs), number(TODAY), CONFIG)


def test_after_half_a_year_an_entry_pulls_half_and_is_worth_three_quarters():
    found = weighed([{"at": 0, "met": 2}, {"at": 180, "met": 2}, {"at": 360, "met": 2}])
    assert found.pull.tolist() == pytest.approx([0.25, 0.5, 1])
    assert found.worth.tolist() == pytest.approx([0.25 * 1.75, 0.5 * 1.5, 1])


def test_the_worth_is_never_more_than_that_of_so_many_equal_entries():
    found = weighed([{"at": days, "met": 2} for days in (0, 3, 40, 41, 200, 700, 1500)])
    a = found.pull
    assert found.worth.sum() <= a.sum() ** 2 / (a**2).sum() + 1e-12


def test_three_on_one_day_count_as_less_than_two():
    rows = [{"at": f"2026-11-22 {hour}:00", "met": 2} for hour in (10, 12, 20)]
    # 1 / (1 + 2 · 0.3) = 0.625 each
    assert weighed(rows).pull.tolist() == pytest.approx([0.625] * 3)


def test_the_day_ends_when_the_user_says():
    rows = [{"at": "2026-11-21 23:00", "met": 2}, {"at": "2026-11-22 03:00", "met": 2}]
    assert weighed(rows).pull == pytest.approx(np.full(2, 2 ** (-1 / 180) / 1.3))


def test_what_does_not_answer_weighs_nothing_and_takes_nothing_from_others():
    rows = [{"at": 0, "met": 2}, {"at": 0, "body": 1}, {"at": 0, "reach": "them_unanswered"}]
    assert sorted(weighed(rows).pull.tolist()) == [0, 0, 1]


def test_what_belongs_to_a_past_chapter_counts_less():
    assert weighed([{"at": 0, "met": 2}], belongs=0.25).pull.tolist() == [0.25]


def test_two_people_on_one_day_do_not_share_it():
    found = entries_of([{"at": 0, "met": 2}, {"at": 0, "met": 2, "person": "q"}], ("p", "q"))
    assert same_day(found, ~np.isnan(found.met), CONFIG).tolist() == [1, 1]


def test_no_entries_have_no_weights():
    assert weighed([]).pull.tolist() == []
