"""What was said directly, hurts and returns, before and after: counted by hand."""

from datetime import date

import pytest

from connect_desktop.domain import WayBack
from connect_desktop.insight import person as insight
from connect_desktop.insight.truths import CAME_OF_IT


def came(said):
    return {kind: found for kind, found in zip(CAME_OF_IT, said.came, strict=True) if found}


def test_what_came_of_each_thing_said_is_counted_apart(columns):
    found = insight.said_directly(
        columns(
            [
                {"at": 1, "truth": "hurts", "response": "away"},
                {"at": 2, "truth": "hurts", "response": "away"},
                {"at": 3, "truth": "hurts", "response": "opened"},
                {"at": 4, "truth": "miss"},
                {"at": 5, "truth": "miss", "response": "none_yet"},
                {"at": 6},
            ]
        )
    )
    hurts, miss = found.truths
    assert (hurts.truth, hurts.times) == ("hurts", 3)
    assert came(hurts) == {"opened": ("i2",), "away": ("i1", "i0")}, "oldest first"
    assert came(miss) == {"none_yet": ("i4",), "not_noted": ("i3",)}, "not noted is not without an answer"
    assert found.moments == 6
    assert found.impressions == ("i4", "i3", "i2", "i1", "i0")


def test_own_wording_comes_after_the_built_in_ones_and_the_most_frequent_first(columns):
    said = ["zebra", "stay a while", "stay a while", "angry", "hurts", "apple"]
    found = insight.said_directly(columns([{"truth": truth} for truth in said]))
    assert [one.truth for one in found.truths] == ["hurts", "angry", "stay a while", "apple", "zebra"]


def test_nothing_said_hurt_or_noted_before_is_nothing_to_show(columns):
    bare = columns([{"body": 1}, {"before": 1}])
    today = date(2026, 11, 22)
    assert not insight.said_directly(bare).noted
    assert not insight.hurts_and_returns(bare, today, 240).noted
    assert not insight.before_after(bare).noted
    assert not insight.what_each_gave(bare).noted
    assert not insight.words_afterwards(bare, {}).noted
    assert not insight.reach_by_month(bare, today, 240).noted
    assert insight.body_over_time(bare, None, today, 240).noted
    assert insight.half_a_year(bare, today, 240).noted


def test_a_hurt_knows_who_came_back_and_after_how_many_days(columns, today):
    rows = [
        {"at": "2026-11-01 12:00", "hurt": True, "way_back": "me", "way_back_on": date(2026, 11, 4)},
        {"at": "2026-11-06 02:00", "hurt": True, "way_back": "both", "way_back_on": date(2026, 11, 5)},
        {"at": "2026-11-08 12:00", "hurt": True, "way_back": "not_yet"},
        {"at": "2026-11-09 12:00", "hurt": True, "way_back": "them"},
        {"at": "2026-11-10 12:00", "hurt": True},
        {"at": "2026-11-11 12:00", "way_back": "me"},
    ]
    found = insight.hurts_and_returns(columns(rows), today, 240)
    assert [hurt.impression for hurt in found.hurts] == ["i0", "i1", "i2", "i3", "i4"]
    assert [hurt.days for hurt in found.hurts] == [3, 0, None, None, None], "the day ends at four"
    assert [hurt.way_back for hurt in found.hurts] == [
        WayBack.ME, WayBack.BOTH, WayBack.NOT_YET, WayBack.THEM, None,
    ]  # fmt: skip
    assert (found.returns, found.still_open, found.moments) == (3, 1, 6)


@pytest.mark.parametrize("way_back", ["me", "not_yet", None])
def test_a_day_of_return_that_cannot_be_is_unknown(columns, today, way_back):
    before = {"at": "2026-11-08 12:00", "hurt": True, "way_back": way_back, "way_back_on": date(2026, 11, 7)}
    (hurt,) = insight.hurts_and_returns(columns([before]), today, 240).hurts
    assert hurt.back_on is None
    later = {**before, "way_back_on": date(2026, 11, 9)}
    (hurt,) = insight.hurts_and_returns(columns([later]), today, 240).hurts
    assert (hurt.days == 1) is (way_back == "me"), "nobody came back, so there is no day of it"


def felt(before, after, times=1):
    return [{"before": before, "body": after}] * times


def test_ways_from_before_to_after_are_counted_and_half_answers_left_out(columns):
    rows = [*felt(-1, 2, 3), *felt(2, -1), *felt(0, 0, 2), *felt(None, 1), *felt(1, None)]
    found = insight.before_after(columns(rows))
    assert [(p.before, p.after, len(p.impressions)) for p in found.pairs] == [
        (-1, 2, 3),
        (0, 0, 2),
        (2, -1, 1),
    ]
    assert (found.easier, found.tighter, found.of, found.moments) == (3, 1, 6, 8)


@pytest.mark.parametrize(
    ("easier", "tighter", "same", "said"),
    [
        (14, 4, 2, 1),
        (4, 14, 2, -1),
        (6, 0, 0, 1),
        (5, 0, 0, 0),
        (8, 2, 20, 0),
        (11, 9, 0, 0),
        (0, 0, 12, 0),
    ],
)
def test_a_way_is_called_usual_only_where_most_moments_went_it(columns, easier, tighter, same, said):
    rows = [*felt(0, 1, easier), *felt(0, -2, tighter), *felt(1, 1, same)]
    assert insight.before_after(columns(rows)).said == said
    assert insight.before_after(columns(rows), lived=False).said == 0
