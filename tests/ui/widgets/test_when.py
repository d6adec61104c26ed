from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from connect_desktop.ui.widgets.when import NotThen, at_wall, parse_when

HERE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 22, 21, 14, 5, tzinfo=HERE)
"""a Sunday"""


def on(month: int, day: int, hour: int, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=HERE)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("now", NOW),
        (" Just NOW ", NOW),
        ("yesterday 19:30", on(11, 21, 19, 30)),
        ("19:30 yesterday", on(11, 21, 19, 30)),
        ("fri 22:40", on(11, 20, 22, 40)),
        ("Friday at 10:40 pm", on(11, 20, 22, 40)),
        ("last fri 22:40", on(11, 20, 22, 40)),
        ("sun 20:00", on(11, 22, 20)),
        ("sun 23:00", on(11, 15, 23)),
        ("mon", on(11, 16, 12)),
        ("3 nov", on(11, 3, 12)),
        ("3. nov", on(11, 3, 12)),
        ("nov 3rd", on(11, 3, 12)),
        ("3.11.", on(11, 3, 12)),
        ("tue, 3 november", on(11, 3, 12)),
        ("3 nov 2025 18:00", on(11, 3, 18, year=2025)),
        ("3.11.2025 18:00", on(11, 3, 18, year=2025)),
        ("2025-11-03 07:05", on(11, 3, 7, 5, year=2025)),
        ("24 dec", on(12, 24, 12, year=2025)),
        ("29 feb", on(2, 29, 12, year=2024)),
        ("15 may 24", on(5, 15, 12, year=2024)),
        ("-2h", on(11, 22, 19, 14)),
        ("−2h", on(11, 22, 19, 14)),
        ("-1h30m", on(11, 22, 19, 44)),
        ("45 min ago", on(11, 22, 20, 29)),
        ("an hour ago", on(11, 22, 20, 14)),
        ("3 days ago", on(11, 19, 21, 14)),
        ("22:40", on(11, 21, 22, 40)),
        ("7pm", on(11, 22, 19)),
        ("12 am", on(11, 22, 0)),
        ("last night", on(11, 21, 22)),
        ("yesterday evening", on(11, 21, 20)),
        ("this morning", on(11, 22, 9)),
        ("today", on(11, 22, 12)),
    ],
)
def test_what_people_type_is_understood(text: str, meant: datetime) -> None:
    assert parse_when(text, NOW) == meant


@pytest.mark.parametrize(
    "text",
    ["", "  ", "soup", "31 feb", "25:00", "12:61", "13 pm", "12", "fri fri", "3 nov nov", "x 19:30", "-",
     "-2", "2h", "3/11", "00.00.", "🙂", "٣ nov x", "1 " * 500],
)  # fmt: skip
def test_what_cannot_be_read_is_no_moment(text: str) -> None:
    assert parse_when(text, NOW) is None


@pytest.mark.parametrize(
    "text", ["today 23:00", "tomorrow", "3 dec 2026", "2026-11-23", "1 jan 9999", "3 nov 99999"]
)
def test_what_lies_ahead_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(NotThen, match="still ahead"):
        parse_when(text, NOW)


@pytest.mark.parametrize("text", ["3 nov 1899", "3 nov 0001", "0000-01-01", "-99999999999d", "-9999999h"])
def test_what_is_too_long_ago_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(NotThen, match="1900 or later"):
        parse_when(text, NOW)


def test_summer_time_is_that_of_the_day_meant() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    summer = parse_when("3 aug 18:00", datetime(2026, 11, 22, 21, 14, tzinfo=berlin))
    assert summer is not None
    assert summer.utcoffset() == timedelta(hours=2)


def test_a_wall_clock_before_the_systems_calendar_is_still_a_moment() -> None:
    here = datetime.now().astimezone()
    old = at_wall(datetime(1900, 1, 1).date(), datetime(1900, 1, 1, 12).time(), here)  # noqa: DTZ001
    assert (old.year, old.hour) == (1900, 12)
    assert old.tzinfo is not None


def test_early_in_the_morning_today_is_not_noon() -> None:
    early = on(11, 22, 6, 30)
    assert parse_when("today", early) == early
