"""What each gave, words, reaching by month and half a year, read from the artists."""

from datetime import date

import numpy as np
import pytest
from matplotlib.colors import to_hex

from connect_desktop.charts import reach
from connect_desktop.charts.palette import DARK, LIGHT
from connect_desktop.insight import person as insight


def box(part):
    corners = part.get_path().vertices
    return corners[:, 0].min(), corners[:, 1].min(), corners[:, 0].max(), corners[:, 1].max()


def long(part):
    x0, _, x1, _ = box(part)
    return x1 - x0


def high(part):
    _, y0, _, y1 = box(part)
    return y1 - y0


GAVE = [
    *({"reach": "me", "gave": ("listened",)} for _ in range(6)),
    *({"reach": "them_unanswered", "received": ("helped",)} for _ in range(3)),
    {"way_back": "both"},
]


def test_bars_are_as_long_as_their_counts_on_the_side_they_belong_to(draw, columns, parts):
    chart = draw("what_each_gave", columns(GAVE))
    found = parts(chart)
    (mine,), (theirs,) = found("you-reached"), found("they-reached")
    assert long(mine) == pytest.approx(2 * long(theirs))
    axis = found("axis")[0].get_segments()[0][0][0]
    assert box(mine)[2] == pytest.approx(axis) == pytest.approx(box(theirs)[0])
    assert long(found("you-listened")[0]) == pytest.approx(long(mine))
    assert not found("they-listened"), "nothing given, no bar"
    assert found.texts("count") == ["6", "3", "6", "0", "0", "0", "0", "3", "0", "0", "0", "0", "1", "1"]
    assert to_hex(mine.get_facecolor()) == LIGHT.you.lower()
    assert to_hex(theirs.get_facecolor()) == LIGHT.they.lower()
    assert found.texts("you") == ["you"] and found.texts("they") == ["Daniel"]


def test_what_each_gave_in_words_and_marks(draw, columns):
    chart = draw("what_each_gave", columns(GAVE))
    assert chart.title == "What each of you gave"
    assert chart.twin.startswith(
        "What each of you gave, in 10 moments with Daniel. Reached out: you 6, Daniel 3. "
        "Asked, listened: you 6, Daniel 0."
    )
    assert [mark.text for mark in chart.marks[:2]] == ["Reached out: you 6", "Reached out: Daniel 3"]
    assert chart.marks[0].impressions == tuple(f"i{i}" for i in range(6))
    assert len(chart.marks) == 14


def test_a_few_times_look_like_a_few(draw, columns, parts):
    few = parts(draw("what_each_gave", columns([{"reach": "me"}, *[{} for _ in range(5)]])))
    assert long(few("you-reached")[0]) <= 20


@pytest.mark.parametrize("kind", ["what_each_gave", "words_afterwards", "reach_by_month"])
def test_where_nothing_was_noted_it_says_what_to_note(draw, columns, kind):
    chart = draw(kind, columns([{"body": 1} for _ in range(8)]))
    assert chart.empty
    assert chart.twin.startswith("Once you ")


def test_words_are_grouped_easy_before_tight_with_colour_shape_and_heading(draw, columns, parts):
    rows = [{"words": ("tense", "seen")}, {"words": ("tense",)}, {"words": ("tense", "own")}, {}, {}]
    chart = draw("words_afterwards", columns(rows))
    found = parts(chart)
    assert found.texts("feeling") == ["easier", "tighter", "neither"]
    assert found.texts("word") == ["seen", "tense", "own"]
    assert found.texts("count") == ["1", "3", "1"]
    (easy,), (tight,) = found("bar-easy"), found("bar-tight")
    assert long(tight) == pytest.approx(3 * long(easy))
    assert easy.get_facecolor() != tight.get_facecolor()
    shapes = [found(f"shape-{feeling}")[0].get_paths()[0] for feeling in ("easy", "tight")]
    assert len(shapes[0].vertices) != len(shapes[1].vertices)
    assert not found("more")
    assert chart.twin == (
        "Words chosen after 3 of 5 moments with Daniel. Easier: seen 1. Tighter: tense 3. Neither: own 1."
    )
    assert chart.marks[1].text == "tense (tighter): 3 times"


def test_at_most_ten_words_are_shown_and_the_rest_is_counted(draw, columns, parts):
    words = [f"word {i:02}" for i in range(14)]
    rows = [{"words": tuple(words[: 14 - i])} for i in range(14)]
    chart = draw("words_afterwards", columns(rows), size=(6, 5))
    found = parts(chart)
    assert found.texts("word") == words[:10]
    assert found.texts("more") == ["and 4 more words"]
    assert "word 13 1" in chart.twin, "the twin has them all"
    low = parts(draw("words_afterwards", columns(rows), size=(6, 1.3)))
    assert 2 <= len(low.texts("word")) < 8
    assert low.texts("more") == [f"and {14 - len(low.texts('word'))} more words"]


def test_built_in_words_are_written_out_and_long_ones_shortened(draw, columns, parts):
    own = "an ache that goes on and on and is gone in the morning"[:40]
    found = parts(draw("words_afterwards", columns([{"words": ("hungry", own)}] * 5), size=(3.75, 2.5)))
    shown = found.texts("word")
    assert shown[0] == "hungry for a response"
    assert shown[1].endswith("…") and own.startswith(shown[1][:-1])


REACHED = [
    *({"at": "2026-10-05 12:00", "reach": "me"} for _ in range(3)),
    {"at": "2026-10-06 12:00", "reach": "me_unanswered"},
    *({"at": "2026-10-07 12:00", "reach": "them"} for _ in range(2)),
    {"at": "2026-11-03 12:00", "reach": "them_unanswered"},
    {"at": "2026-11-04 12:00", "reach": "both"},
]


def test_months_of_reaching_go_up_and_down_with_the_unanswered_striped(draw, columns, parts):
    chart = draw("reach_by_month", columns(REACHED))
    found = parts(chart)
    ground = found("axis")[0].get_segments()[0][0][1]
    (mine,), (lost,), (theirs,), (unmet,) = (
        [part for part in found(gid) if hasattr(part, "get_path")]
        for gid in ("you", "you-unanswered", "they", "they-unanswered")
    )
    assert box(mine)[1] == pytest.approx(ground) and box(theirs)[3] == pytest.approx(ground)
    assert high(mine) == pytest.approx(3 * high(lost)) == pytest.approx(1.5 * high(theirs))
    assert box(lost)[1] == pytest.approx(box(mine)[3])
    assert lost.get_hatch() and unmet.get_hatch() and not mine.get_hatch() and not theirs.get_hatch()
    assert box(unmet)[0] > box(mine)[2], "November lies right of October"
    assert found.texts("month") == ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
    assert found.texts("count") == ["4", "2", "1"]
    assert chart.caption.startswith("Striped: there was no answer")


EACH = [
    {"at": "2026-10-05 12:00", "reach": "me", "met": 4},
    {"at": "2026-10-15 12:00", "reach": "me", "met": 1},
    {"at": "2026-10-16 12:00", "reach": "me_unanswered"},
    {"at": "2026-10-25 12:00", "reach": "them", "met": 3},
    {"at": "2026-11-03 12:00", "reach": "both"},
    {"at": "2026-11-04 12:00", "reach": "chance", "met": 0},
    {"at": "2026-11-05 12:00"},
]


def test_each_contact_is_a_tick_on_its_side_filled_where_the_user_felt_met(draw, columns, parts):
    chart = draw("reach_by_month", columns(EACH))
    found = parts(chart)
    (line,) = found("each")[0].get_segments()
    ups, downs = found("tick-you")[0].get_segments(), found("tick-they")[0].get_segments()
    assert len(ups) == 4 and len(downs) == 2, "both count on both sides, chance on none"
    assert all(tick[1][1] > line[0][1] == tick[0][1] for tick in ups)
    assert all(tick[1][1] < line[0][1] == tick[0][1] for tick in downs)
    met, unmet = found("met-you")[0], found("unmet-you")[0]
    assert met.get_offsets()[:, 0].tolist() == [ups[0][0][0]]
    assert unmet.get_offsets()[:, 0].tolist() == [ups[1][0][0], ups[2][0][0]], "nobody there: not met"
    assert to_hex(met.get_facecolor()[0]) == LIGHT.you.lower()
    assert to_hex(unmet.get_facecolor()[0]) == LIGHT.surface.lower()
    assert len(found("met-they")[0].get_offsets()) == 1
    assert chart.caption.endswith("Below, each time: filled where you felt met")
    assert "You felt met in 2 of the 4 times that say so." in chart.twin


def test_each_contact_can_be_walked_to(draw, columns):
    marks = draw("reach_by_month", columns(EACH)).marks[-6:]
    assert [mark.text for mark in marks] == [
        "Monday, 5 October 2026: you reached out, truly met",
        "Thursday, 15 October 2026: you reached out, barely met",
        "Friday, 16 October 2026: you reached out, no answer",
        "Sunday, 25 October 2026: Daniel reached out, mostly met",
        "Tuesday, 3 November 2026: you both reached out",
        "Wednesday, 4 November 2026: by chance, not met",
    ]
    assert [mark.impressions for mark in marks] == [(f"i{i}",) for i in range(6)]


def test_low_charts_show_months_only(draw, columns, parts):
    chart = draw("reach_by_month", columns(REACHED), size=(6, 1.8))
    assert not parts(chart)("each")
    assert chart.caption == "Striped: there was no answer"
    assert len(chart.marks) == 3


def test_at_its_tallest_it_leaves_no_room_empty(draw, columns, parts):
    data = columns([*REACHED[:1], *REACHED[4:5], *({} for _ in range(3))])
    inches = reach.tallest(insight.reach_by_month(data, date(2026, 11, 22), 240))
    drawn = [parts(draw("reach_by_month", data, size=(6, inches + more))) for more in (0.0, 0.4, -0.2)]
    bars = [high(next(part for part in found("you") if hasattr(part, "get_path"))) for found in drawn]
    assert bars[0] == pytest.approx(bars[1])
    assert bars[0] > bars[2]
    lowest = [found("month")[0].get_position()[1] for found in drawn]
    assert lowest[0] == pytest.approx(lowest[2])
    assert lowest[0] < 10 < lowest[1]


def test_months_of_reaching_in_words(draw, columns):
    chart = draw("reach_by_month", columns(REACHED))
    assert chart.twin == (
        "Who reached out, from June 2026 to November 2026. "
        "October 2026: you reached out 4 times, 1 without an answer. "
        "October 2026: Daniel reached out 2 times. "
        "November 2026: Daniel reached out 1 time, 1 without an answer. "
        "1 time it was both of you, or chance."
    )
    assert chart.marks[0].impressions == ("i0", "i1", "i2", "i3")
    assert len(chart.marks) == 3 + len(REACHED)
    assert "chance" not in draw("reach_by_month", columns(REACHED[:-1])).twin


DAYS = [
    {"at": "2026-11-22 12:00", "body": -3},
    {"at": "2026-11-16 12:00", "body": 3},
    {"at": "2026-11-16 13:00", "body": 2},
    {"at": "2026-11-09 12:00", "body": 3},
    {"at": "2026-11-10 12:00", "body": None},
    {"at": "2025-11-10 12:00", "body": 1},
]


def test_half_a_year_has_a_cell_for_every_day_up_to_today(draw, columns, parts):
    found = parts(draw("half_a_year", columns(DAYS)))
    cells = {gid: found(gid)[0].get_offsets() for gid in ("cell-empty", "cell-unrated")}
    # 26 weeks that end on a Sunday are 182 days; four of them have moments.
    assert len(cells["cell-empty"]) == 178
    assert len(cells["cell-unrated"]) == 1
    felt = {value: sum(len(part.get_offsets()) for part in found(f"cell{value}")) for value in range(-3, 4)}
    assert felt == {-3: 2, -2: 1, -1: 1, 0: 1, 1: 1, 2: 2, 3: 2}, (
        "the day and the key; 3 and 2 are shown as 2"
    )


def test_cells_stand_in_the_column_of_their_week_and_the_row_of_their_weekday(draw, columns, parts):
    found = parts(draw("half_a_year", columns(DAYS)))
    sunday = found("cell-3")[0].get_offsets()[0]
    monday = found("cell2")[0].get_offsets()[0]
    earlier = found("cell3")[0].get_offsets()[0]
    tuesday = found("cell-unrated")[0].get_offsets()[0]
    pitch = monday[0] - earlier[0]
    assert sunday[0] == pytest.approx(monday[0]), "the same week"
    assert monday[1] - sunday[1] == pytest.approx(6 * pitch), "Monday on top, Sunday below"
    assert earlier[1] - tuesday[1] == pytest.approx(pitch)
    assert found.texts("weekday") == ["M", "W", "F", "S"]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_days_have_colour_and_shape_and_the_key_shows_all_seven(draw, columns, parts, palette):
    found = parts(draw("half_a_year", columns(DAYS), palette))
    for value in range(-3, 4):
        cells, shapes = (
            np.vstack([p.get_offsets() for p in found(f"{g}{value}")]) for g in ("cell", "shape")
        )
        assert cells.tolist() == shapes.tolist()
        assert to_hex(found(f"cell{value}")[0].get_facecolor()[0]) == palette.for_body(value).lower()
    outlines = {found(f"shape{value}")[0].get_paths()[0].vertices.tobytes() for value in range(-3, 4)}
    assert len(outlines) == 7
    assert found.texts("key") == ["tighter", "easier", "not felt yet"]
    felt = parts(draw("half_a_year", columns([day for day in DAYS if day["body"] is not None]), palette))
    assert felt.texts("key") == ["tighter", "easier"]
    assert to_hex(found("cell-empty")[0].get_facecolor()[0]) == palette.sunken.lower()


def test_half_a_year_in_words(draw, columns):
    chart = draw("half_a_year", columns(DAYS))
    assert chart.twin == (
        "Moments with Daniel on 4 days from 25 May 2026 to 22 November 2026. "
        "By the day’s average: tighter on 1 day, easier on 2 days, not felt yet on 1 day. "
        "November 2026: tighter on 1 day, easier on 2 days, not felt yet on 1 day."
    )
    texts = [mark.text for mark in chart.marks]
    assert texts == [
        "Monday, 9 November 2026: breathed freely, 1 moment",
        "Tuesday, 10 November 2026: not felt yet, 1 moment",
        "Monday, 16 November 2026: breathed easier on average, 2 moments",
        "Sunday, 22 November 2026: tightened a lot, 1 moment",
    ]
    assert chart.marks[2].impressions == ("i1", "i2")


def test_half_a_year_without_a_moment_is_an_empty_calendar(draw, columns, parts):
    chart = draw("half_a_year", columns([{"at": 400 + i, "body": 1} for i in range(6)]))
    assert not chart.empty
    assert chart.twin == "No moments with Daniel from 25 May 2026 to 22 November 2026."
    assert len(parts(chart)("cell-empty")[0].get_offsets()) == 182


def test_months_are_named_above_the_week_they_begin_in(draw, columns, parts):
    days = [{"at": 0, "body": 1}] * 6
    found = parts(draw("half_a_year", columns(days)))
    assert found.texts("month") == ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
    winter = parts(draw("half_a_year", columns(days), today=date(2026, 2, 20)))
    assert winter.texts("month") == ["Sep", "Oct", "Nov", "Dec", "Jan 2026", "Feb"]
