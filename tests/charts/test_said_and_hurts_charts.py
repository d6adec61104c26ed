"""Said directly, hurts and returns, before and after, read from the artists."""

from datetime import date

import pytest
from matplotlib.colors import to_hex

from connect_desktop.charts import truths
from connect_desktop.charts.palette import DARK, LIGHT
from connect_desktop.insight import person as insight


def edges(band):
    """Return the heights of a band's left end and of its right one: top and bottom."""
    points = band.get_path().vertices
    return (points[0][1], points[7][1]), (points[3][1], points[4][1])


def high(end):
    return end[0] - end[1]


def said(truth, response=None, times=1):
    return [{"truth": truth, "response": response}] * times


TRUTHS = [
    *said("hurts", "opened", 2), *said("hurts", "away"), *said("miss", "away"), *said("miss", "none_yet"),
    *said("stay <here>"),
]  # fmt: skip


def test_bands_lead_from_what_was_said_to_what_came_of_it_as_wide_as_their_counts(draw, columns, parts):
    found = parts(draw("said_directly", columns(TRUTHS)))
    assert found.texts("said") == ["It hurts", "I miss you", "stay <here>"]
    assert found.texts("came") == ["opened up", "moved away", "no answer yet", "not noted"]
    assert found.texts("count") == ["3", "2", "1", "2", "2", "1", "1"]
    opened, away, missed = map(edges, found("band"))
    assert high(opened[0]) == pytest.approx(high(opened[1])) == pytest.approx(2 * high(away[0]))
    assert opened[0][1] == pytest.approx(away[0][0]), "they lie below each other where they begin"
    assert away[1][1] == pytest.approx(missed[1][0]), "and where they end"
    assert found.texts("part") == ["2", "1", "1", "1"]


@pytest.mark.parametrize("width", [4.0, 4.31, 5.77, 6.13, 7.01])
def test_words_for_which_there_is_room_are_whole(draw, columns, parts, width):
    found = parts(draw("said_directly", columns(TRUTHS), size=(width, 3)))
    assert not [text for gid in ("said", "came") for text in found.texts(gid) if text.endswith("…")]


def test_what_has_no_answer_is_hollow_whatever_the_colours(draw, columns, parts):
    for palette in (LIGHT, DARK):
        chart = draw("said_directly", columns(TRUTHS), palette)
        found = parts(chart)
        assert len(found("hollow")) == 2 and not any(part.get_facecolor()[3] for part in found("hollow"))
        assert all(part.get_linestyle() != "solid" for part in found("hollow"))
        assert found("bar-none_yet")[0].get_hatch() and not found("bar-opened")[0].get_hatch()
        assert chart.caption == "Hollow: not answered yet, or not noted"
    assert draw("said_directly", columns(said("hurts", "stayed", 5))).caption == ""


def test_at_its_tallest_it_leaves_no_room_empty(draw, columns, parts):
    data = columns(TRUTHS)
    inches = truths.tallest(insight.said_directly(data))
    drawn = [parts(draw("said_directly", data, size=(6, inches + more))) for more in (0.0, 0.4, -0.2)]
    bands = [high(edges(found("band")[0])[0]) for found in drawn]
    assert bands[0] == pytest.approx(bands[1], abs=1e-3)
    assert bands[0] > bands[2]
    lowest = [min(text.get_position()[1] for text in found("count")) for found in drawn]
    assert lowest[0] < 20 < lowest[1]


def test_said_directly_in_words_and_marks(draw, columns):
    chart = draw("said_directly", columns(TRUTHS))
    assert chart.title == "Said directly, and what came of it", "no verdict, only counts"
    assert chart.twin == (
        "You said something directly in 6 of 6 moments with Daniel. “It hurts”: opened up 2, moved away 1. "
        "“I miss you”: moved away 1, no answer yet 1. “stay <here>”: not noted 1."
    )
    assert [mark.text for mark in chart.marks] == [
        "“It hurts”: Daniel opened up, 2 times",
        "“It hurts”: Daniel moved away, 1 time",
        "“I miss you”: Daniel moved away, 1 time",
        "“I miss you”: no answer yet from Daniel, 1 time",
        "“stay <here>”: not noted what came of it, 1 time",
        "Altogether: Daniel opened up, 2 times",
        "Altogether: Daniel moved away, 2 times",
        "Altogether: no answer yet from Daniel, 1 time",
        "Altogether: not noted what came of it, 1 time",
    ]
    assert chart.marks[6].impressions == ("i2", "i3")
    assert len({(mark.x, mark.y) for mark in chart.marks}) == 9, "each can be pointed at"


def test_where_the_bond_is_not_lived_now_no_answer_is_awaited(draw, columns, parts):
    chart = draw("said_directly", columns(TRUTHS), lived=False)
    assert parts(chart).texts("came") == ["opened up", "moved away", "no answer", "not noted"]
    assert "moved away 1, no answer 1." in chart.twin
    assert chart.marks[7].text == "Altogether: no answer from Daniel, 1 time"
    assert chart.caption == "Hollow: not answered, or not noted"


def test_where_there_is_no_room_for_all_that_was_said_the_rest_shares_a_row(draw, columns, parts):
    rows = [row for i in range(12) for row in said(f"word {i:02}", ("opened", "away")[i % 2], 12 - i)]
    chart = draw("said_directly", columns(rows), size=(5, 1.3))
    found = parts(chart)
    shown = found.texts("said")
    assert 2 <= len(shown) < 8
    assert shown[-1] == f"and {12 - len(shown) + 1} more"
    assert "word 11" in chart.twin
    rest = next(mark for mark in chart.marks if mark.text.startswith("“and"))
    assert list(rest.impressions) == sorted(rest.impressions, key=lambda one: int(one[1:]))


HURTS = [
    {"at": "2026-06-01 12:00", "hurt": True, "way_back": "me", "way_back_on": date(2026, 6, 11)},
    {"at": "2026-07-01 12:00", "hurt": True, "way_back": "them", "way_back_on": date(2026, 7, 2)},
    {"at": "2026-08-01 12:00", "hurt": True, "way_back": "both", "way_back_on": date(2026, 8, 1)},
    {"at": "2026-09-01 12:00", "hurt": True, "way_back": "not_yet"},
    {"at": "2026-10-01 12:00", "hurt": True, "way_back": "them"},
    {"at": "2026-11-01 12:00", "hurt": True},
]


def test_each_hurt_has_a_line_to_the_day_of_its_return(draw, columns, parts):
    found = parts(draw("hurts_and_returns", columns(HURTS)))
    places = found("hurt")[0].get_offsets()
    assert len(places) == 6
    assert sorted(places[:, 0]) == list(places[:, 0]) and sorted(places[:, 1]) == list(places[::-1, 1])
    lines = found("way")[0].get_segments()
    first = lines[0]
    assert first[0].tolist() == pytest.approx(places[0].tolist())
    per_day = (places[1][0] - places[0][0]) / 30
    assert first[1][0] - first[0][0] == pytest.approx(10 * per_day)
    assert first[1].tolist() == pytest.approx(found("end-me")[0].get_offsets()[0].tolist())
    assert len(lines) == 3, "a return of which no day is noted has no line"
    assert found("end-them")[0].get_offsets()[1][1] == pytest.approx(places[4][1])
    assert found.texts("way-back") == [
        "you, 10 days", "Daniel, 1 day", "both of you, same day", "not yet", "Daniel", "not noted",
    ]  # fmt: skip


def test_a_hurt_still_open_stays_open_to_this_day(draw, columns, parts):
    found = parts(draw("hurts_and_returns", columns(HURTS)))
    (line,) = found("open")[0].get_segments()
    assert found("open")[0].get_linestyle()[0][1] is not None, "dashed"
    places = found("hurt")[0].get_offsets()
    assert line[1][0] > places[5][0], "beyond the last hurt, up to today"
    (end,) = found("end-not_yet")
    assert to_hex(end.get_facecolor()[0]) == LIGHT.surface.lower(), "a ring that is not filled"


def test_who_came_back_is_told_by_shape_as_well(draw, columns, parts):
    found = parts(draw("hurts_and_returns", columns(HURTS)))
    kinds = ("end-me", "end-them", "end-both", "end-not_yet", "hurt")
    assert len({found(gid)[0].get_paths()[0].vertices.tobytes() for gid in kinds}) == 5


def test_many_hurts_lose_their_words_and_get_a_key(draw, columns, parts):
    rows = [{**row, "at": 300 - i, "way_back_on": None} for i, row in enumerate(HURTS * 20)]
    chart = draw("hurts_and_returns", columns(rows))
    found = parts(chart)
    assert found.texts("way-back") == []
    assert found.texts("key") == ["you", "Daniel", "both of you", "not yet"]
    assert len(chart.marks) == 120
    low, heights = found("key")[0].get_position()[1], found("hurt")[0].get_offsets()[:, 1]
    assert low < heights.min()
    assert "The latest 20:" in chart.twin
    assert chart.twin.count("not noted") == 1 + 4
    narrow = parts(draw("hurts_and_returns", columns(rows), size=(1.2, 3)))
    assert len(narrow.texts("key")) < 4


def test_where_the_bond_is_not_lived_now_no_way_back_is_awaited(draw, columns, parts):
    chart = draw("hurts_and_returns", columns(HURTS), lived=False)
    assert parts(chart).texts("way-back")[3] == "no way back"
    assert "1 has no way back, of 1" in chart.twin and "No way back." in chart.twin
    assert not any("yet" in text for text in (chart.twin, *(mark.text for mark in chart.marks)))
    many = [{**row, "at": 300 - i, "way_back_on": None} for i, row in enumerate(HURTS * 20)]
    key = parts(draw("hurts_and_returns", columns(many), lived=False)).texts("key")
    assert key == ["you", "Daniel", "both of you", "no way back"]


def test_hurts_in_words_and_marks(draw, columns):
    chart = draw("hurts_and_returns", columns(HURTS))
    assert chart.title == "After 4 of 5 hurts one of you came back"
    assert chart.twin.startswith(
        "6 hurts in 6 moments with Daniel: one of you came back after 4, 1 has no way back yet, "
        "of 1 it is not noted. 1 June 2026: You came back after 10 days. "
        "1 July 2026: Daniel came back after 1 day. 1 August 2026: You both came back the same day."
    )
    assert [mark.text for mark in chart.marks[3:]] == [
        "Tuesday, 1 September 2026: a hurt. No way back yet.",
        "Thursday, 1 October 2026: a hurt. Daniel came back.",
        "Sunday, 1 November 2026: a hurt. The way back is not noted.",
    ]
    assert chart.marks[0].impressions == ("i0",)


@pytest.mark.parametrize(
    ("ways", "title"),
    [
        (["me", "them", "both"], "3 hurts, and each time one of you came back"),
        (["me", "them", "both", None], "3 hurts, and each time one of you came back"),
        (["me", "them", "not_yet"], "After 2 of 3 hurts one of you came back"),
        (["me", "them"], "Hurts, and the way back"),
        (["not_yet", "not_yet", "not_yet"], "Hurts, and the way back"),
    ],
)
def test_the_title_counts_returns_once_there_are_three(draw, columns, ways, title):
    rows = [
        *({"at": i, "hurt": True, "way_back": way} for i, way in enumerate(ways)),
        *({} for _ in range(3)),
    ]
    assert draw("hurts_and_returns", columns(rows)).title == title


def felt(before, after, times=1):
    return [{"before": before, "body": after}] * times


EASED = [*felt(-1, 2, 6), *felt(-1, 1, 2), *felt(2, -1), *felt(0, 0)]


def test_bands_from_before_to_after_rise_and_fall_between_the_levels(draw, columns, parts):
    found = parts(draw("before_after", columns(EASED)))
    far, near = (edges(found(gid)[0]) for gid in ("way-1+2", "way-1+1"))
    assert high(far[0]) == pytest.approx(3 * high(near[0]))
    assert far[0][1] == pytest.approx(near[0][0]), "the one that rises higher begins above"
    assert far[1][1] > far[0][0], "it rises"
    (down,), (level,) = found("way+2-1"), found("way+0+0")
    assert edges(down)[1][0] < edges(down)[0][1]
    assert edges(level)[0] == pytest.approx(edges(level)[1])
    assert len({to_hex(part.get_edgecolor()) for part in (found("way-1+2")[0], down, level)}) == 3
    assert found.texts("count") == ["8", "1", "1", "1", "1", "2", "6"]
    assert found.texts("end") == ["before", "after"]


def test_the_title_says_how_the_user_comes_away_once_it_is_clear(draw, columns):
    eased = draw("before_after", columns(EASED))
    assert eased.title == "You come away easier than you came, in 8 of 10 moments"
    tightened = draw("before_after", columns([*felt(1, -1, 8), *felt(0, 1, 2)]))
    assert tightened.title == "You come away tighter than you came, in 8 of 10 moments"
    assert draw("before_after", columns([*felt(1, -1, 5), *felt(0, 1, 5)])).title == "Before and after"


def test_before_and_after_in_words_and_marks(draw, columns):
    chart = draw("before_after", columns(EASED))
    assert chart.twin == (
        "How your body was before and after is noted in 10 of 10 moments with Daniel. "
        "You came away easier in 8, tighter in 1, as you came in 1. "
        "Before “a little tight”, after: a little easier 2, breathed easier 6. "
        "Before “neither”, after: neither 1. Before “breathed easier”, after: a little tight 1."
    )
    assert [mark.text for mark in chart.marks][
        -1
    ] == "Before: a little tight. After: a little easier. 2 times"
    assert chart.marks[0].impressions == ("i8",)


@pytest.mark.parametrize("kind", ["said_directly", "hurts_and_returns", "before_after"])
def test_where_none_is_noted_it_says_what_to_note(draw, columns, kind):
    chart = draw(kind, columns([{"body": 1} for _ in range(8)]))
    assert chart.empty
    assert chart.twin.startswith(("Once you note", "Where you note"))
    assert "Daniel" in chart.twin or kind != "said_directly"
