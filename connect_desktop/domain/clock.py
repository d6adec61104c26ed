"""The present, and days from it."""

from calendar import monthrange
from datetime import date, datetime


def now() -> datetime:
    """Return the present, aware, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


def months_later(on: date, months: int) -> date:
    """Return the same day some months later, the last of the month where that is shorter."""
    years, month = divmod(on.month - 1 + months, 12)
    year = on.year + years
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))
