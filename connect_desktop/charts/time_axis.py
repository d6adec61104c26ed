"""Where the labels of a time axis stand: days, weeks, months or years, as many as there is room for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from connect_desktop.i18n import month_short

Measure = Callable[[str], float]
_APART = 8.0
"""points between two labels"""
_STEPS = (
    ("day", 1), ("day", 2), ("week", 1), ("week", 2), ("month", 1), ("month", 2), ("month", 3), ("month", 6),
    ("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 25), ("year", 50),
)  # fmt: skip
_FEWEST_MONTHS = 75
"""days from which on months are named rather than days"""


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on a time axis."""

    on: date
    label: str


def ticks(start: date, end: date, today: date, room: float, measure: Measure) -> tuple[Tick, ...]:
    """Return labels from `start` to `end` that do not touch each other in `room` points.

    `measure` says how wide a text is. The year is given where it changes, or is not this one.
    """
    days = max(1, (end - start).days)
    for unit, step in _STEPS:
        if unit in ("day", "week") and days > _FEWEST_MONTHS:
            continue
        found = _labelled(list(_dates(unit, step, start, end)), unit, today)
        if found and _fit(found, room / days, measure):
            return found
    return ()


def _dates(unit: str, step: int, start: date, end: date) -> Iterator[date]:
    if unit in ("day", "week"):
        apart = timedelta(days=step if unit == "day" else 7 * step)
        on = start if unit == "day" else start + timedelta(days=-start.weekday() % 7)
        while on <= end:
            yield on
            on += apart
        return
    apart_months = step if unit == "month" else 12 * step
    month = start.year * 12 + start.month - 1 + (start.day > 1)
    month += -month % apart_months
    while (on := date(month // 12, month % 12 + 1, 1)) <= end:
        yield on
        month += apart_months


def _labelled(dates: list[date], unit: str, today: date) -> tuple[Tick, ...]:
    years = {on.year for on in dates} | {today.year}
    return tuple(
        Tick(on, _label(on, unit, with_year=len(years) > 1 and (i == 0 or dates[i - 1].year != on.year)))
        for i, on in enumerate(dates)
    )


def _label(on: date, unit: str, *, with_year: bool) -> str:
    if unit == "year":
        return str(on.year)
    month = month_short(on.month)
    text = month if unit == "month" else f"{on.day} {month}"
    return f"{text} {on.year}" if with_year else text


def _fit(found: tuple[Tick, ...], per_day: float, measure: Measure) -> bool:
    return all(
        (b.on - a.on).days * per_day >= (measure(a.label) + measure(b.label)) / 2 + _APART
        for a, b in pairwise(found)
    )
