"""Words, dates and days as they are shown."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_desktop import i18n, paths
from connect_desktop.i18n import (
    clock,
    day_of,
    long_date,
    month_name,
    month_short,
    plain_date,
    relative_day,
    short_date,
    tr,
    tr_n,
    use_language,
    weekday_name,
)

TODAY = date(2026, 11, 22)
FOUR = 240


# --- words ---


def test_names_are_filled_in() -> None:
    assert tr("{name} reached out", name="Maya") == "Maya reached out"
    assert tr("Today") == "Today"


def test_what_is_filled_in_is_never_read_as_a_pattern() -> None:
    assert tr("{name}: {text}", name="{text}", text="{0} {") == "{text}: {0} {"


def test_a_text_may_call_a_value_message() -> None:
    assert tr("{message}!", message="Saved") == "Saved!"


@pytest.mark.parametrize(
    ("n", "shown"), [(0, "0 moments"), (1, "1 moment"), (2, "2 moments"), (1000, "1000 moments")]
)
def test_a_count_chooses_its_form(n: int, shown: str) -> None:
    assert tr_n("{n} moment", "{n} moments", n) == shown


def test_a_count_may_be_shown_another_way() -> None:
    assert tr_n("{n} moment with {name}", "{n} moments with {name}", 1500, n="1,500", name="Tom") == (
        "1,500 moments with Tom"
    )


# --- another language ---


@pytest.fixture
def in_german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A German catalogue with four texts in it, in use; English again afterwards."""
    folder = tmp_path / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "connect.mo").write_bytes(
        _catalogue(
            {
                "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",
                "today": "heute",
                "March": "März",
                "Sunday": "Sonntag",
                "{n} moment\0{n} moments": "{n} Moment\0{n} Momente",
            }
        )
    )
    monkeypatch.setattr(paths, "resource", tmp_path.joinpath)
    long_date(TODAY)
    use_language("de")
    yield
    use_language(None)


def _catalogue(texts: dict[str, str]) -> bytes:
    """The bytes of a compiled gettext catalogue."""
    pairs = [(key.encode(), value.encode()) for key, value in sorted(texts.items())]
    at = 28 + 16 * len(pairs)
    tables: list[bytes] = []
    blob = b""
    for side in (0, 1):
        for pair in pairs:
            length = len(pair[side])
            tables.append(length.to_bytes(4, "little") + (at + len(blob)).to_bytes(4, "little"))
            blob += pair[side] + b"\0"
    head = (0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return b"".join(n.to_bytes(4, "little") for n in head) + b"".join(tables) + blob


@pytest.mark.usefixtures("in_german")
def test_the_language_changes_words_counts_and_dates_already_shown() -> None:
    assert tr("today") == "heute"
    assert tr("yesterday") == "yesterday", "what is not translated stays English"
    assert tr_n("{n} moment", "{n} moments", 1) == "1 Moment"
    assert tr_n("{n} moment", "{n} moments", 3) == "3 Momente"
    assert long_date(date(2026, 3, 1)) == "Sonntag, 1 März 2026"
    assert short_date(date(2026, 3, 1), TODAY) == "1 Mär"


@pytest.mark.parametrize("language", [None, "", "xx", "de_DE.UTF-8@euro", "../../etc", "\0"])
def test_an_unknown_language_is_english(language: str | None) -> None:
    use_language(language)
    assert tr("today") == "today"
    assert month_name(3) == "March"


def test_a_stretched_text_keeps_its_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_stretch", 1.4)
    assert tr("Save") == "Save··"
    assert tr("{n} words", n=1000) == "1000 words····"
    assert tr_n("{n} word", "{n} words", 1) == "1 word····"


def test_the_environment_asks_for_stretching() -> None:
    code = "from connect_desktop.i18n import tr; print(tr('{n} words here', n=7))"
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True,
        env={**os.environ, "CONNECT_STRETCH": "1.5", "PYTHONIOENCODING": "utf-8"},
    ).stdout.strip()  # fmt: skip
    assert shown == "7 words here" + "·" * 7


# --- dates ---


def test_dates_in_three_lengths() -> None:
    assert long_date(TODAY) == "Sunday, 22 November 2026"
    assert plain_date(date(2026, 2, 1)) == "1 February 2026"
    assert short_date(date(2026, 11, 3), TODAY) == "3 Nov"
    assert short_date(date(2025, 11, 3), TODAY) == "3 Nov 2025"


def test_months_and_weekdays_have_names() -> None:
    assert [month_short(month) for month in (1, 5, 12)] == ["Jan", "May", "Dec"]
    assert len({month_name(month) for month in range(1, 13)}) == 12
    assert len({weekday_name(TODAY + timedelta(days=n)) for n in range(7)}) == 7


@pytest.mark.parametrize(
    ("ago", "shown"),
    [
        (0, "today"), (1, "yesterday"), (2, "Friday"), (6, "Monday"), (7, "15 Nov"), (8, "14 Nov"),
        (-1, "23 Nov"), (-40, "1 Jan 2027"), (365, "22 Nov 2025"),
    ],
)  # fmt: skip
def test_a_day_near_today_has_a_name(ago: int, shown: str) -> None:
    assert relative_day(TODAY - timedelta(days=ago), TODAY) == shown


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 400))
def test_two_days_of_one_year_are_never_called_the_same(today: date, ago: int) -> None:
    names = {relative_day(today - timedelta(days=n), today) for n in (ago, ago + 1)}
    assert len(names) == 2


def test_the_clock_shows_the_time_of_the_moments_own_zone() -> None:
    at = datetime(2026, 11, 20, 7, 5, 59, tzinfo=timezone(timedelta(hours=-9)))
    assert clock(at) == "07:05"


# --- the user's day ---


@pytest.mark.parametrize(
    ("at", "day_ends", "day"),
    [
        (datetime(2026, 11, 22, 1, 30, tzinfo=UTC), FOUR, date(2026, 11, 21)),
        (datetime(2026, 11, 22, 3, 59, 59, tzinfo=UTC), FOUR, date(2026, 11, 21)),
        (datetime(2026, 11, 22, 4, 0, tzinfo=UTC), FOUR, date(2026, 11, 22)),
        (datetime(2026, 11, 21, 23, 59, tzinfo=UTC), FOUR, date(2026, 11, 21)),
        (datetime(2026, 11, 22, 0, 0, tzinfo=UTC), 0, date(2026, 11, 22)),
        (datetime(2026, 11, 22, 11, 59, tzinfo=UTC), 720, date(2026, 11, 21)),
        (datetime(2027, 1, 1, 2, 0, tzinfo=UTC), FOUR, date(2026, 12, 31)),
        (datetime(2028, 3, 1, 2, 0, tzinfo=UTC), FOUR, date(2028, 2, 29)),
        (datetime(2026, 11, 22, 1, 30, tzinfo=timezone(timedelta(hours=13))), FOUR, date(2026, 11, 21)),
    ],
)
def test_a_talk_at_night_belongs_to_the_evening_before(at: datetime, day_ends: int, day: date) -> None:
    assert day_of(at, day_ends) == day


@given(st.integers(-(2**31), 2**32), st.integers(0, 720))
def test_a_moment_lies_within_its_day(seconds: int, day_ends: int) -> None:
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    day = day_of(at, day_ends)
    begins = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=day_ends)
    assert begins <= at < begins + timedelta(days=1)
