"""Impressions as plain columns: what the store hands to the reading of a bond and to charts."""

from dataclasses import dataclass, fields
from datetime import date
from itertools import compress

_EPOCH = date(1970, 1, 1)
_DAY = 86_400
"""seconds"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Impressions column by column, oldest first; every list has the same length.

    Enumerations are their spelling; None is unknown. `wall` is the wall-clock time of the moment in its own
    zone, in whole seconds since 1970-01-01 00:00: `(wall - 60 * day_ends) // 86_400` is its day number.
    """

    impression: list[str]
    interaction: list[str]
    person: list[str]
    wall: list[int]
    body: list[int | None]
    before: list[int | None]
    reach: list[str | None]
    met: list[int | None]
    openness: list[int | None]
    gave: list[tuple[str, ...]]
    received: list[tuple[str, ...]]
    words: list[tuple[str, ...]]
    truth: list[str | None]
    response: list[str | None]
    hurt: list[bool]
    way_back: list[str | None]
    way_back_on: list[date | None]
    imported: list[bool]
    """True where the moment came from another app's file"""

    def __len__(self) -> int:
        return len(self.impression)

    def within(self, start: date, end: date, day_ends: int) -> "Columns":
        """Return the impressions of the user's days `start` to `end`, both included."""
        first, last = ((day - _EPOCH).days for day in (start, end))
        kept = [first <= (wall - 60 * day_ends) // _DAY <= last for wall in self.wall]
        return Columns(
            **{field.name: list(compress(getattr(self, field.name), kept)) for field in fields(self)}
        )
