"""The one translation mechanism of every layer: stdlib gettext behind `tr` and `tr_n`.

`CONNECT_STRETCH=1.4` makes every text 40 % longer, to see what a longer language does to a layout.
"""

import gettext
import os
from datetime import date, datetime, timedelta
from functools import cache
from math import ceil

from connect_desktop import paths

_stretch = float(os.environ.get("CONNECT_STRETCH", "1"))
_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str | None) -> None:
    """Switch to `language` ("de", "pt_BR"); None or an unknown one means English, the source text."""
    global _catalogue  # noqa: PLW0603 - the language of the process, set once at the start
    _catalogue = gettext.NullTranslations()
    if language is not None:
        where = paths.resource("locale")
        _catalogue = gettext.translation("connect", where, languages=[language], fallback=True)
    _months.cache_clear()
    _weekdays.cache_clear()


def tr(message: str, /, **values: object) -> str:
    """Return `message` in the user's language with `{names}` filled in from `values`."""
    return _filled(_catalogue.gettext(message), values)


def tr_n(singular: str, plural: str, n: int, /, **values: object) -> str:
    """Like `tr`, choosing the form for `n`; `{n}` is filled in."""
    return _filled(_catalogue.ngettext(singular, plural, n), {"n": n, **values})


def _filled(text: str, values: dict[str, object]) -> str:
    if _stretch > 1:
        text += "·" * ceil(len(text) * (_stretch - 1))
    return text.format(**values) if values else text


@cache
def _months() -> tuple[str, ...]:
    return (
        tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"), tr("July"),
        tr("August"), tr("September"), tr("October"), tr("November"), tr("December"),
    )  # fmt: skip


@cache
def _weekdays() -> tuple[str, ...]:
    return (
        tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"),
        tr("Saturday"), tr("Sunday"),
    )  # fmt: skip


def month_name(month: int) -> str:
    """Return the name of month 1…12."""
    return _months()[month - 1]


def month_short(month: int) -> str:
    """Return the three-letter name of month 1…12."""
    return month_name(month)[:3]


def weekday_name(on: date) -> str:
    """Return the weekday of a date."""
    return _weekdays()[on.weekday()]


def short_date(on: date, today: date) -> str:
    """Return "3 Nov", with the year where it is not this one."""
    return f"{on.day} {month_short(on.month)}" if on.year == today.year else brief_date(on)


def brief_date(on: date) -> str:
    """Return "3 Nov 2026"."""
    return f"{on.day} {month_short(on.month)} {on.year}"


def long_date(on: date) -> str:
    """Return "Sunday, 22 November 2026"."""
    return f"{weekday_name(on)}, {plain_date(on)}"


def plain_date(on: date) -> str:
    """Return "22 November 2026"."""
    return f"{on.day} {month_name(on.month)} {on.year}"


def month_of(on: date) -> str:
    """Return "November 2026"."""
    return f"{month_name(on.month)} {on.year}"


def relative_day(on: date, today: date) -> str:
    """Return "today", "yesterday", a weekday within the last week, else a short date."""
    ago = (today - on).days
    if ago == 0:
        return tr("today")
    if ago == 1:
        return tr("yesterday")
    if 1 < ago < 7:
        return weekday_name(on)
    return short_date(on, today)


def begun(text: str) -> str:
    """Return text as a sentence or a line begins with it: its first letter large."""
    return text[:1].upper() + text[1:]


def clock(at: datetime) -> str:
    """Return the local wall-clock time as "19:05"."""
    return f"{at:%H:%M}"


def day_of(at: datetime, day_ends: int) -> date:
    """Return the day a moment belongs to when the user's day ends `day_ends` minutes after midnight.

    A talk at half past one at night still belongs to the evening before. Wall-clock time of `at`'s own zone.
    """
    return (at - timedelta(minutes=day_ends)).date()
