"""Nothing is said before six whole moments on four days over two weeks."""

import pytest
from short_rows import entries_of

from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.enough import enough


def missing(rows, people=("p",)):
    found = enough(entries_of(rows, people), len(people), CONFIG)
    return found.moments[0], found.days[0], found.span[0]


def whole(*days):
    return [{"at": days_ago, "reach": "me", "met": 2} for days_ago in days]


def test_six_moments_on_four_days_over_two_weeks_are_enough():
    assert missing(whole(0, 0, 0, 5, 9, 14)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("days", "lacking"),
    [
        ((0, 5, 9, 12, 14), (1, 0, 0)),
        ((0, 0, 0, 0, 5, 14), (0, 1, 0)),
        ((0, 1, 2, 3, 8, 13), (0, 0, 1)),
        ((3,), (5, 3, 14)),
        ((), (6, 4, 14)),
    ],
)
def test_what_is_lacking_is_counted(days, lacking):
    assert missing(whole(*days)) == lacking


@pytest.mark.parametrize(
    "row",
    [{"reach": "me"}, {"met": 3}, {"reach": "chance", "met": 3}, {"reach": "them_unanswered"}, {"body": 2}],
    ids=str,
)
def test_moments_that_do_not_tell_both_do_not_count(row):
    rows = whole(0, 5, 9, 12, 14)
    assert missing([*rows, {"at": 3, **row}]) == (1, 0, 0)


def test_reaching_out_in_vain_tells_both():
    assert missing([*whole(0, 5, 9, 12, 14), {"at": 3, "reach": "me_unanswered"}]) == (0, 0, 0)


def test_each_person_for_themselves():
    rows = [*whole(0, 5, 9, 12, 13, 14), {"at": 0, "person": "q", "reach": "me", "met": 1}]
    found = enough(entries_of(rows, "opqr"), 4, CONFIG)
    assert found.moments.tolist() == [6, 0, 5, 6]
    assert found.reached.tolist() == [False, True, False, False]
