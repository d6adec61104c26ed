"""The present, and days from it."""

from calendar import monthrange
from datetime import date, datetime

_FIRST_DAY = date(1970, 1, 1).toordinal()


def now() -> datetime:
    """Return the present, aware, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


def months_later(on: date, months: int) -> date:
    """Return the same day some months later, the last of the month where that is shorter."""
    years, month = divmod(on.month - 1 + months, 12)
    year = on.year + years
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def day_of_wall(wall: int, day_ends: int) -> date:
    """Return the user's day of a time on the wall, in seconds since 1970-01-01 00:00 of its own place.

    `day_ends` is the minutes after midnight at which the user's day ends.
    """
    return date.fromordinal(_FIRST_DAY + (wall - 60 * day_ends) // 86_400)
