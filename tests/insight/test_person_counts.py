"""What each gave, words, months of reaching and days of half a year: counted by hand."""

from datetime import date

from connect_desktop.domain import Feeling
from connect_desktop.insight import person as insight


def given(found, kind):
    row = next(row for row in found.rows if row.kind == kind)
    return len(row.you), len(row.they)


def test_reaching_out_counts_on_the_side_that_did_also_without_an_echo(columns):
    reaches = ["me", "me", "me_unanswered", "them", "them_unanswered", "both", "chance", None]
    found = insight.what_each_gave(columns([{"reach": reach} for reach in reaches]))
    assert given(found, "reached") == (3, 2)
    assert found.moments == 8


def test_what_was_given_and_who_came_back_is_counted_on_its_side(columns):
    found = insight.what_each_gave(
        columns(
            [
                {"gave": ("listened", "helped"), "received": ("listened",), "way_back": "me"},
                {"gave": ("listened",), "received": ("appreciated",), "way_back": "both"},
                {"hurt": True, "way_back": "not_yet"},
                {"way_back": "them"},
            ]
        )
    )
    assert given(found, "listened") == (2, 1)
    assert given(found, "helped") == (1, 0)
    assert given(found, "appreciated") == (0, 1)
    assert given(found, "came_back") == (2, 2)
    assert given(found, "shared") == given(found, "remembered") == (0, 0)


def test_every_kind_of_giving_has_its_row_in_the_same_order(columns):
    kinds = [row.kind for row in insight.what_each_gave(columns([])).rows]
    assert kinds == ["reached", "listened", "shared", "helped", "remembered", "appreciated", "came_back"]


def test_behind_a_count_are_its_impressions_oldest_first(columns):
    found = insight.what_each_gave(columns([{"at": 1, "reach": "me"}, {"at": 9, "reach": "me"}]))
    assert found.rows[0].you == ("i1", "i0")


def test_words_come_by_how_often_they_were_chosen_then_by_spelling(columns):
    rows = [
        {"words": ("tense", "seen")},
        {"words": ("tense", "alive")},
        {"words": ()},
        {"words": ("my own",)},
    ]
    found = insight.words_afterwards(columns(rows), {"tense": Feeling.TIGHT, "seen": Feeling.EASY})
    assert [(w.word, w.feeling, len(w.impressions)) for w in found.words] == [
        ("tense", Feeling.TIGHT, 2),
        ("alive", Feeling.NEITHER, 1),
        ("my own", Feeling.NEITHER, 1),
        ("seen", Feeling.EASY, 1),
    ]
    assert (found.moments, found.with_words) == (4, 3)


def test_months_run_from_the_first_noted_to_this_one_without_a_hole(columns, today):
    rows = [
        {"at": "2026-01-05 12:00", "reach": "me"},
        {"at": "2026-01-06 12:00", "reach": "me_unanswered"},
        {"at": "2026-09-01 02:00", "reach": "them"},
        {"at": "2026-11-01 12:00", "reach": "chance"},
    ]
    found = insight.reach_by_month(columns(rows), today, 240)
    assert [month.month.month for month in found.months] == list(range(1, 12))
    january, august, november = found.months[0], found.months[7], found.months[10]
    assert (january.you, january.you_unanswered) == (("i0",), ("i1",))
    assert august.they == ("i2",), "before the day ends it is still August"
    assert november.neither == ("i3",)


def test_months_are_at_least_six_and_at_most_twelve(columns, today):
    short = insight.reach_by_month(columns([{"at": 1, "reach": "me"}]), today, 240)
    long = insight.reach_by_month(
        columns([{"at": 1, "reach": "me"}, {"at": 900, "reach": "them"}]), today, 240
    )
    assert short.months[0].month == date(2026, 6, 1)
    assert long.months[0].month == date(2026, 6, 1), "what is older than a year is left out"
    assert insight.reach_by_month(columns([{"at": 900, "reach": "me"}]), today, 240).months == ()


def test_a_year_back_goes_to_the_same_month_plus_one(columns, today):
    rows = [
        {"at": "2025-12-03 12:00", "reach": "me"},
        {"at": "2025-11-30 12:00", "reach": "me"},
    ]
    found = insight.reach_by_month(columns(rows), today, 240)
    assert found.months[0].month == date(2025, 12, 1)
    assert len(found.months) == 12
    assert sum(len(month.you) for month in found.months) == 1


def test_half_a_year_is_twenty_six_weeks_with_the_means_of_their_days(columns, today):
    rows = [
        {"at": "2026-11-20 09:00", "body": 1},
        {"at": "2026-11-20 23:00", "body": -2},
        {"at": "2026-11-21 03:59", "body": -2},
        {"at": "2026-11-21 04:00", "body": None},
        {"at": "2026-05-25 12:00", "body": 3},
        {"at": "2026-05-24 12:00", "body": 3},
    ]
    found = insight.half_a_year(columns(rows), today, 240)
    assert found.start == date(2026, 5, 25)
    assert [(d.on, d.mean, d.answers) for d in found.days] == [
        (date(2026, 5, 25), 3.0, 1),
        (date(2026, 11, 20), -1.0, 3),
        (date(2026, 11, 21), None, 0),
    ]
    assert found.days[1].impressions == ("i0", "i1", "i2")
    assert found.moments == 6
