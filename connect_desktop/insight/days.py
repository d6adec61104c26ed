"""The user's days as whole numbers, so that arrays can hold them."""

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from connect_desktop.domain import Columns

Days = NDArray[np.int64]

_EPOCH = date(1970, 1, 1)
_DAY = 86_400


def day_numbers(columns: Columns, day_ends: int) -> Days:
    """Return the user's day of each impression, in days since 1970-01-01.

    `day_ends` is in minutes after midnight: what happens before it still belongs to the day before.
    """
    return (np.array(columns.wall, dtype=np.int64) - 60 * day_ends) // _DAY


def number(on: date) -> int:
    """Return the day number of a date."""
    return (on - _EPOCH).days


def day(found: int) -> date:
    """Return the date of a day number."""
    return _EPOCH + timedelta(days=int(found))


def in_order(columns: Columns) -> list[int]:
    """Return the places of the impressions, oldest first, however the columns come."""
    rows = zip(columns.wall, columns.impression, range(len(columns)), strict=True)
    return [place for _, _, place in sorted(rows)]


def months_back(on: date, count: int) -> date:
    """Return the first day of the month `count` months before the month of `on`."""
    months = on.year * 12 + on.month - 1 - count
    return date(months // 12, months % 12 + 1, 1)
