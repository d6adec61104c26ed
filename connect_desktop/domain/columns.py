"""Impressions as plain columns: what the store hands to the reading of a bond and to charts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from itertools import compress, pairwise
from math import ceil, floor
from typing import Any

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

    def by_moment(self) -> "Columns":
        """Return one entry a moment, of moments that lie together here.

        Where it was felt separately with several people: of numbers the mean of those answered, rounded, a
        half towards nought, so that no more is claimed than was felt; of sets all that is in any; of what is
        one or the other what all that is answered agrees on. Unanswered by all stays unknown.
        """
        starts = [i for i, one in enumerate(self.interaction) if not i or one != self.interaction[i - 1]]
        if len(starts) == len(self):
            return self
        spans = [slice(*pair) for pair in pairwise([*starts, len(self)])]
        return Columns(
            **{
                field.name: [
                    _JOINED.get(field.name, _first)(getattr(self, field.name)[span]) for span in spans
                ]
                for field in fields(self)
            }
        )


def _first(found: Sequence[Any]) -> Any:
    return found[0]


def _mean(found: Sequence[int | None]) -> int | None:
    known = [one for one in found if one is not None]
    if not known:
        return None
    mean = sum(known) / len(known)
    return ceil(mean - 0.5) if mean > 0 else floor(mean + 0.5)


def _agreed(found: Sequence[Any]) -> Any:
    known = {one for one in found if one is not None}
    return known.pop() if len(known) == 1 else None


def _all(found: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({one for each in found for one in each}))


_JOINED: dict[str, Callable[[Sequence[Any]], Any]] = {
    **dict.fromkeys(("body", "before", "met", "openness"), _mean),
    **dict.fromkeys(("reach", "truth", "response", "way_back", "way_back_on"), _agreed),
    **dict.fromkeys(("gave", "received", "words"), _all),
    "hurt": any,
}
