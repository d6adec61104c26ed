"""How your body felt afterwards: dots, line, band, gaps and words, read from the artists."""

import numpy as np
import pytest

from connect_desktop.charts.palette import DARK, LIGHT

ALL = (-3, -2, -1, 0, 1, 2, 3)


def rows(values, start=60, apart=2, **also):
    return [{"at": start - apart * i, "body": value, **also} for i, value in enumerate(values)]


def offsets(found, gid):
    return np.vstack([part.get_offsets() for part in found(gid)]) if found(gid) else np.empty((0, 2))


def test_every_rated_moment_is_a_dot_in_the_colour_and_shape_of_its_value(draw, columns, parts):
    values = [-3, -3, -1, 0, 2, 2, 2, 3]
    found = parts(draw("body_over_time", columns(rows(values))))
    counts = {value: len(offsets(found, f"dots{value}")) for value in ALL}
    assert counts == {-3: 2, -2: 0, -1: 1, 0: 1, 1: 0, 2: 3, 3: 1}
    face = found("dots-3")[0].get_facecolor()[0]
    assert tuple(round(255 * part) for part in face[:3]) == (0x8C, 0x51, 0x0A)
    outlines = {len(found(f"dots{value}")[0].get_paths()[0].vertices) for value in (-3, 2)}
    assert len(outlines) == 2, "a star and a circle"


def test_tighter_lies_below_easier_and_time_runs_to_the_right_evenly(draw, columns, parts):
    found = parts(draw("body_over_time", columns(rows([-3, 3, 0, 3, -3]))))
    low, middle, high = (offsets(found, f"dots{value}") for value in (-3, 0, 3))
    assert low[0][1] == low[1][1] < middle[0][1] < high[0][1]
    assert high[0][1] - middle[0][1] == pytest.approx(middle[0][1] - low[0][1])
    x = sorted([*low[:, 0], *middle[:, 0], *high[:, 0]])
    assert np.diff(x) == pytest.approx([x[1] - x[0]] * 4)


def test_imported_moments_are_hollow(draw, columns, parts):
    found = parts(draw("body_over_time", columns([*rows([1] * 5), *rows([1, -2], 40, imported=True)])))
    assert len(offsets(found, "dots1")) == 5
    assert len(offsets(found, "hollow1")) == len(offsets(found, "hollow-2")) == 1
    assert tuple(found("hollow1")[0].get_facecolor()[0][:3]) == (1, 1, 1)


def test_moments_not_felt_yet_are_hollow_in_a_lane_of_their_own(draw, columns, parts):
    chart = draw("body_over_time", columns(rows([-3, -3, 1, 1, 1, None, None])))
    found = parts(chart)
    lane = offsets(found, "unrated")
    assert len(lane) == 2
    assert lane[:, 1].max() < offsets(found, "dots-3")[:, 1].min()
    assert "2 moments are not felt yet." in chart.twin
    assert [mark.text.endswith("not felt yet") for mark in chart.marks] == [False] * 5 + [True] * 2
    assert not parts(draw("body_over_time", columns(rows([1] * 5))))("unrated")


def test_dots_of_one_day_and_value_do_not_hide_each_other(draw, columns, parts):
    found = parts(draw("body_over_time", columns([*rows([1] * 5), *rows([2] * 9, 30, 0)])))
    stack = offsets(found, "dots2")
    assert len(set(stack[:, 0])) == 1
    assert len({round(y, 3) for y in stack[:, 1]}) == 9
    per_level = found("dots1")[0].get_offsets()[0][1] - stack[0][1]
    assert np.abs(stack[:, 1] - stack[0][1]).max() < 0.45 * abs(per_level)


def test_no_line_under_five_rated_moments(draw, columns, parts):
    chart = draw("body_over_time", columns(rows([1, 1, 1, 1, None, None])))
    found = parts(chart)
    assert not found("trend") and not found("band-50") and not found("band-90")
    assert "There is no trend line yet" in chart.twin
    assert chart.caption == "Each dot is a moment"
    assert len(parts(draw("body_over_time", columns(rows([1] * 5))))("trend")) == 1


def test_the_line_stops_at_a_gap_of_more_than_forty_five_days(draw, columns, parts):
    early, late = rows([1] * 8, 120), rows([-1] * 8, 120 - 14 - 46)
    found = parts(draw("body_over_time", columns([*early, *late])))
    first, second = sorted((line.get_xdata() for line in found("trend")), key=min)
    dots = offsets(found, "dots1"), offsets(found, "dots-1")
    assert (min(first), max(first)) == pytest.approx((dots[0][:, 0].min(), dots[0][:, 0].max()))
    assert (min(second), max(second)) == pytest.approx((dots[1][:, 0].min(), dots[1][:, 0].max()))
    assert len(found("band-90")) == len(found("band-50")) == 2


def test_the_narrow_band_lies_in_the_wide_one_around_the_line(draw, columns, parts):
    found = parts(draw("body_over_time", columns(rows([1, 0, -1, 1, 0, 1, -1, 0]))))
    (half,), (most,), (line,) = found("band-50"), found("band-90"), found("trend")
    x, y = line.get_data()
    outline = {gid: part.get_paths()[0].vertices for gid, part in (("half", half), ("most", most))}
    low_half, low_most = outline["half"][: len(x), 1], outline["most"][: len(x), 1]
    assert (low_most < low_half).all() and (low_half < y).all()
    assert (y - low_most) / (y - low_half) == pytest.approx(np.full(len(x), 1.6449 / 0.6745))


def test_the_usual_is_a_dotted_line_named_beside_it(draw, columns, parts):
    chart = draw("body_over_time", columns(rows([-3, 3, -3, 3, -3])), usual=1.5)
    found = parts(chart)
    (line,) = found("usual")
    (start, end) = line.get_segments()[0]
    high, low = offsets(found, "dots3")[0][1], offsets(found, "dots-3")[0][1]
    assert start[1] == end[1] == pytest.approx(low + (high - low) * 0.75)
    assert " ".join(found.texts("usual-label")) == "your usual, with everyone"
    assert all(text.get_position()[0] > end[0] for text in found("usual-label"))
    assert not parts(draw("body_over_time", columns(rows([1] * 5)), usual=None))("usual")


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ([2, 1] * 6 + [-2, -1] * 6, "Your body has tightened more since October"),
        ([-2, -1] * 6 + [2, 1] * 6, "Your body has eased since October"),
        ([3, 2] * 6 + [0, 1] * 6, "Your body has breathed less easily since October"),
        ([2, -1, 0, 1] * 6, "How your body felt afterwards"),
    ],
)
def test_the_title_says_a_clear_change_and_only_a_clear_one(draw, columns, values, title):
    # 24 moments, one every other day up to today; the thirteenth is 22 days ago, on 31 October.
    chart = draw("body_over_time", columns(rows(values, 46)))
    assert chart.title == title


def test_a_change_last_year_is_given_its_year(draw, columns):
    values = rows([2, 1] * 10, 400, 1) + rows([-2, -1] * 20, 380, 9)
    assert draw("body_over_time", columns(values)).title == "Your body has tightened more since November 2025"


def test_the_twin_counts_everything(draw, columns):
    chart = draw("body_over_time", columns(rows([-3, -3, -1, 0, 2, 2, 3])), usual=0.9)
    assert chart.twin.startswith(
        "7 moments with Daniel, from 23 September 2026 to 5 October 2026. "
        "Your body tightened after 3, breathed easier after 3, neither after 1. "
        "In detail: breathed freely 1, breathed easier 2, neither 1, a little tight 1, tightened a lot 2."
    )
    assert "Your usual, with everyone, is near “a little easier”." in chart.twin


def test_a_dot_says_its_day_and_what_was_felt_and_lies_where_it_is_drawn(draw, columns, parts):
    chart = draw("body_over_time", columns([*rows([2, 1, 1, 1]), *rows([-3], 40, imported=True)]))
    first, last = chart.marks[0], chart.marks[-1]
    assert first.text == "Wednesday, 23 September 2026: breathed easier"
    assert last.text == "Tuesday, 13 October 2026: tightened a lot, brought in"
    assert (first.impressions, last.impressions) == (("i0",), ("i4",))
    (place,) = parts(chart)("hollow-3")[0].get_offsets()
    assert (last.x * 6.25 * 72, last.y * 3.125 * 72) == pytest.approx(tuple(place))


def test_with_many_moments_the_line_lies_above_the_dots(draw, lived, parts):
    many, few = parts(draw("body_over_time", lived(400, 300))), parts(draw("body_over_time", lived(40, 300)))
    assert many("trend")[0].get_zorder() > many("dots1")[0].get_zorder()
    assert few("trend")[0].get_zorder() < few("dots1")[0].get_zorder()


def test_pale_dots_have_an_edge_that_stands_out(draw, columns, parts):
    from matplotlib.colors import to_hex

    from connect_desktop.charts.contrast import contrast

    for palette in (LIGHT, DARK):
        found = parts(draw("body_over_time", columns(rows(ALL)), palette))
        for value in ALL:
            rim = to_hex(found(f"dots{value}")[0].get_edgecolor()[0][:3])
            assert contrast(rim, palette.surface) >= 2.99


def test_a_long_silence_up_to_today_is_shown_but_does_not_squeeze_the_rest(draw, columns, parts):
    recent = parts(draw("body_over_time", columns(rows([1] * 10, 38, 2))))
    ended = parts(draw("body_over_time", columns(rows([1] * 10, 1018, 2))))
    for found, share in ((recent, 18 / 38), (ended, 18 / (18 + 45))):
        x = offsets(found, "dots1")[:, 0]
        (ground,) = found("neither")
        start, end = ground.get_segments()[0][:, 0]
        assert (x.max() - start) / (end - start) == pytest.approx(share)
