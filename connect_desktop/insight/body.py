"""How the body felt afterwards, moment by moment, with its trend."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from connect_desktop.domain import Columns
from connect_desktop.insight.change import SAID_FROM, shift
from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.days import day, day_numbers, in_order, number
from connect_desktop.insight.trend import LONGEST_GAP, Floats, Trend, by_day, trend


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyChange:
    """A clear change that still holds."""

    since: date
    """the day of the first moment after it"""
    before: float
    after: float
    """means of the body answers before and after it, −3…+3"""

    @property
    def eased(self) -> bool:
        """Whether the body answers with more ease since."""
        return self.after > self.before


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BodyOverTime:
    """Every moment with one person; the arrays and `impressions` run along, oldest first."""

    impressions: tuple[str, ...]
    days: NDArray[np.int64]
    """days since 1970-01-01"""
    body: Floats
    """−3…+3; NaN where the moment was not rated"""
    imported: NDArray[np.bool_]
    trend: Trend
    usual: float | None
    """the user's usual with everyone"""
    change: BodyChange | None
    """None unless the entries say it clearly"""
    today: date

    @property
    def noted(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.impressions)


def body_over_time(
    columns: Columns, usual: float | None, today: date, day_ends: int, *, lived: bool = True
) -> BodyOverTime:
    """Return every moment of `columns` in time, with the trend of their body answers.

    Where the bond is not `lived` now, nothing is said to have changed.
    """
    order = in_order(columns)
    days = day_numbers(columns, day_ends)[order]
    body = np.array([columns.body[i] for i in order], dtype=np.float64)
    rated = ~np.isnan(body)
    line = trend(days[rated], body[rated], CONFIG.body.entry_sd)
    return BodyOverTime(
        impressions=tuple(columns.impression[i] for i in order),
        days=days,
        body=body,
        imported=np.array([columns.imported[i] for i in order], dtype=np.bool_),
        trend=line,
        usual=usual,
        change=_change(days[rated], body[rated], line.entry_sd, today) if lived else None,
        today=today,
    )


def _change(days: NDArray[np.int64], body: Floats, entry_sd: float, today: date) -> BodyChange | None:
    """Return the clear change in the answers up to today, if the latest is recent enough to say "since".

    Each day is one entry: much written down on one bad day is not a change.
    """
    past = days <= number(today)
    unique, means, _ = by_day(days[past], body[past])
    found = shift(means / entry_sd)
    if found is None or max(found.down, found.up) < SAID_FROM:
        return None
    if day(unique[-1]) < today - timedelta(days=LONGEST_GAP):
        return None
    return BodyChange(
        since=day(unique[found.first_after]), before=found.before * entry_sd, after=found.after * entry_sd
    )
