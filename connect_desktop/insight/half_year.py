"""Half a year, day by day: how the body felt on average."""

from dataclasses import dataclass
from datetime import date, timedelta

from connect_desktop.domain import Columns
from connect_desktop.insight.days import day, day_numbers, in_order, number

WEEKS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFelt:
    """One day with moments."""

    on: date
    mean: float | None
    """mean of the day's body answers, −3…+3; None where none was given"""
    answers: int
    impressions: tuple[str, ...]
    """every impression of the day, oldest first"""


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfYear:
    """26 weeks of days, the last of them the week of today."""

    moments: int
    """of all time, not only of this half year"""
    start: date
    """a Monday"""
    today: date
    days: tuple[DayFelt, ...]
    """only days with moments, oldest first"""

    @property
    def noted(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.moments)


def half_a_year(columns: Columns, today: date, day_ends: int) -> HalfYear:
    """Return the days with moments in the 26 weeks up to the end of this one."""
    start = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    first, end = number(start), number(start) + 7 * WEEKS
    days = day_numbers(columns, day_ends).tolist()
    places: dict[int, list[int]] = {}
    for i in in_order(columns):
        if first <= days[i] < end:
            places.setdefault(days[i], []).append(i)
    felt = tuple(_day(columns, on, places[on]) for on in sorted(places))
    return HalfYear(moments=len(columns), start=start, today=today, days=felt)


def _day(columns: Columns, on: int, places: list[int]) -> DayFelt:
    answers = [body for i in places if (body := columns.body[i]) is not None]
    return DayFelt(
        on=day(on),
        mean=sum(answers) / len(answers) if answers else None,
        answers=len(answers),
        impressions=tuple(columns.impression[i] for i in places),
    )
