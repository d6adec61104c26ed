"""When something was, as people type it: "yesterday 19:30", "fri 22:40", "3 nov 2025 18:00", "-2h"."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta, timezone

from connect_desktop.domain.checks import FIRST_YEAR
from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import month_name, tr, weekday_name

NOON = time(12)
A_MONDAY = date(2024, 1, 1)
LEAP = 8
"""years in which a 29 February comes again at the latest"""


class NotThen(ConnectError):
    """A moment cannot have been then: it lies ahead, or too long ago."""


def parse_when(text: str, now: datetime) -> datetime | None:
    """Return the moment `text` means as seen from `now` (aware), None where it cannot be read.

    A day without a time is noon, a time without a day the last one, a date without a year the last one too.
    `NotThen` for what lies ahead, or before 1900.
    """
    words = _words(text)
    if words == ["now"]:
        return now
    found = _ago(" ".join(words), now) or _day_and_time(words, now)
    return None if found is None else checked(found, now)


def checked(at: datetime, now: datetime) -> datetime:
    """Return `at`; `NotThen` where it lies ahead of `now`, or before 1900."""
    if at > now:
        raise NotThen(tr("That is still ahead. A moment is logged once it has happened."))
    if at.year < FIRST_YEAR:
        raise _too_long_ago()
    return at


def at_wall(on: date, clock: time, now: datetime) -> datetime:
    """Return a wall-clock time as an aware one, in the zone `now` is in.

    Where that is this computer's own zone, summer time is that of the day meant, not of today.
    """
    wall = datetime.combine(on, clock)
    if isinstance(now.tzinfo, timezone) and now.astimezone().utcoffset() == now.utcoffset():
        try:
            return wall.astimezone()
        except (OSError, OverflowError, ValueError):
            pass  # before the system's own calendar begins
    return wall.replace(tzinfo=now.tzinfo)


def _too_long_ago() -> NotThen:
    return NotThen(tr("That is too long ago; the year must be {year} or later.", year=FIRST_YEAR))


def _words(text: str) -> list[str]:
    translated = {
        tr("now"): "now", tr("just now"): "now", tr("today"): "today", tr("yesterday"): "yesterday",
        tr("tomorrow"): "tomorrow", tr("morning"): "morning", tr("noon"): "noon",
        tr("afternoon"): "afternoon", tr("evening"): "evening", tr("night"): "night",
    }  # fmt: skip
    text = text.casefold().strip().replace("\u2212", "-").replace(",", " ")
    dropped = {"at", "on", "the", "of", "just", "last", "this"}
    found = translated.get(text, text).split()
    return [translated.get(word, word) for word in found if word not in dropped]


_SPAN = re.compile(r"-?\s*((?:\d+\s*(?:weeks?|w|days?|d|hours?|h|minutes?|min|m)\s*)+)(ago)?")
_PART = re.compile(r"(\d+)\s*([wdhm])")
_MINUTES = {"w": 7 * 1440, "d": 1440, "h": 60, "m": 1}


def _ago(text: str, now: datetime) -> datetime | None:
    """Read "-2h", "-1h30m", "45 min ago", "3 days ago"."""
    found = _SPAN.fullmatch(re.sub(r"^an? ", "1 ", text))
    if not found or not (text.startswith("-") or found[2]):
        return None
    minutes = sum(int(count[:9]) * _MINUTES[unit] for count, unit in _PART.findall(found[1]))
    try:
        then = now - timedelta(minutes=minutes)
    except OverflowError:
        raise _too_long_ago() from None
    return at_wall(then.date(), then.time().replace(second=0, microsecond=0), now)


def _day_and_time(words: list[str], now: datetime) -> datetime | None:
    clock, rest = _split_time(words)
    if rest:
        days = list(_days(rest, now.date()))
    else:
        days = [now.date(), now.date() - timedelta(days=1)] if clock else []
    found = [at_wall(on, clock or _unsaid(on, now), now) for on in days]
    return next((at for at in found if at <= now), found[0] if found else None)


def _unsaid(on: date, now: datetime) -> time:
    return min(NOON, now.time().replace(second=0, microsecond=0)) if on == now.date() else NOON


_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*(am|pm)?")
_PARTS_OF_DAY = {"morning": 9, "noon": 12, "lunch": 12, "afternoon": 15, "evening": 20, "night": 22}


def _split_time(words: list[str]) -> tuple[time | None, list[str]]:
    """Return the time among the words, and the words that are left."""
    joined = re.sub(r"(\d) (am|pm)\b", r"\1\2", " ".join(words)).split()
    for place, word in enumerate(joined):
        clock = _clock(word)
        if clock is not None:
            return clock, joined[:place] + joined[place + 1 :]
    return None, joined


def _clock(word: str) -> time | None:
    if word in _PARTS_OF_DAY:
        return time(_PARTS_OF_DAY[word])
    found = _CLOCK.fullmatch(word)
    if not found or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _days(words: list[str], today: date) -> Iterable[date]:
    """Return the days the words may mean, the likeliest first; none where they mean no day."""
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if len(words) == 1 and words[0] in shift:
        return [today + timedelta(days=shift[words[0]])]
    weekday = _named(words[0], [weekday_name(A_MONDAY + timedelta(days=n)) for n in range(7)], _WEEKDAYS)
    if len(words) == 1 and weekday is not None:
        back = timedelta(days=(today.weekday() - weekday) % 7)
        return [today - back, today - back - timedelta(days=7)]
    if len(words) > 1 and weekday is not None:
        words = words[1:]
    return _dates(words, today)


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip


def _named(word: str, own: list[str], english: tuple[str, ...]) -> int | None:
    """Return which of the names the word begins, in the user's language or in English."""
    word = word.rstrip(".")
    if len(word) < 3:
        return None
    names = zip(own, english, strict=True)
    return next(
        (n for n, pair in enumerate(names) if any(name.casefold().startswith(word) for name in pair)), None
    )


_ISO = re.compile(r"(\d{4,})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.?(\d+)?")
_NUMBER = re.compile(r"(\d+)(?:\.|st|nd|rd|th)?")


def _dates(words: list[str], today: date) -> Iterator[date]:
    text = " ".join(words)
    if found := _ISO.fullmatch(text):
        yield from _on(int(found[3]), int(found[2]), found[1], today)
    elif found := _DOTTED.fullmatch(text.replace(" ", "")):
        yield from _on(int(found[1]), int(found[2]), found[3], today)
    else:
        yield from _spelled(words, today)


def _spelled(words: list[str], today: date) -> Iterator[date]:
    """Read "3 nov", "nov 3rd", "3 nov 2025"."""
    own = [month_name(n) for n in range(1, 13)]
    months = [month for word in words if (month := _named(word, own, _MONTHS)) is not None]
    numbers = [found[1] for word in words if (found := _NUMBER.fullmatch(word))]
    if len(months) == 1 and len(numbers) in (1, 2) and len(words) == len(numbers) + 1:
        yield from _on(int(numbers[0][:4]), months[0] + 1, numbers[1] if len(numbers) == 2 else None, today)


def _on(day: int, month: int, year: str | None, today: date) -> Iterator[date]:
    years = [_year(year)] if year else range(today.year, today.year - LEAP - 1, -1)
    for each in years:
        try:
            yield date(each, month, day)
        except ValueError:
            continue


def _year(text: str) -> int:
    year = int(text[:9]) + (2000 if len(text) <= 2 else 0)
    if year > date.max.year:
        raise NotThen(tr("That is still ahead. A moment is logged once it has happened."))
    return max(1, year)
