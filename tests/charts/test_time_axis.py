"""Labels of time: as many as there is room for, never touching, the year where it is needed."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from connect_desktop.charts.time_axis import ticks

TODAY = date(2026, 11, 22)


def labels(start, end, room=400.0):
    return [tick.label for tick in ticks(start, end, TODAY, room, lambda text: 5.0 * len(text))]


def test_days_weeks_months_and_years():
    assert labels(date(2026, 11, 16), date(2026, 11, 20)) == [
        "16 Nov",
        "17 Nov",
        "18 Nov",
        "19 Nov",
        "20 Nov",
    ]
    assert labels(date(2026, 11, 1), date(2026, 11, 30)) == ["2 Nov", "9 Nov", "16 Nov", "23 Nov", "30 Nov"]
    assert labels(date(2026, 5, 20), date(2026, 11, 22)) == ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
    assert labels(date(2021, 9, 1), date(2026, 11, 22), 200) == ["2022", "2023", "2024", "2025", "2026"]


def test_the_year_is_said_where_it_changes_or_is_not_this_one():
    assert labels(date(2025, 10, 15), date(2026, 3, 10)) == ["Nov 2025", "Dec", "Jan 2026", "Feb", "Mar"]
    assert labels(date(2019, 2, 20), date(2019, 5, 10)) == ["Mar 2019", "Apr", "May"]
    assert labels(date(2019, 2, 20), date(2019, 2, 21)) == ["20 Feb 2019", "21 Feb"]


def test_a_single_day_has_its_date():
    assert labels(TODAY, TODAY) == ["22 Nov"]


def test_no_label_where_none_fits():
    assert labels(date(2026, 11, 2), date(2026, 11, 29), 10) == []


@given(
    st.dates(date(1950, 1, 1), date(2150, 1, 1)),
    st.integers(0, 40_000),
    st.floats(60, 2000),
    st.floats(2, 20),
)
def test_labels_never_touch_and_lie_in_the_span(start, days, room, letter):
    end = start + timedelta(days=days)
    found = ticks(start, end, TODAY, room, lambda text: letter * len(text))
    assert all(start <= tick.on <= end for tick in found)
    for a, b in pairwise(found):
        apart = (b.on - a.on).days * room / max(1, days)
        assert apart > letter * (len(a.label) + len(b.label)) / 2
