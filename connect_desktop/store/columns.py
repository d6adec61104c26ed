"""How one value of a record lies in a column: text, whole number or nothing."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any

from connect_desktop.domain import Hold, Place

_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
ONE_DAY = 86_400
"""seconds"""
_WALL_EPOCH = _EPOCH.replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Column:
    """`pack` makes the stored value, `unpack` the record's; without them, and for None, both are the same."""

    pack: Callable[[Any], str | int] | None = None
    unpack: Callable[[Any], object] | None = None


def array(items: Iterable[str]) -> str:
    """Return texts as a JSON list."""
    return json.dumps(list(items), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=4096)
def spellings(stored: str) -> tuple[str, ...]:
    """Return the texts of a JSON list."""
    return tuple(json.loads(stored))


def one(kind: type[StrEnum]) -> Column:
    """Return the column of one member of an enumeration, stored as its spelling."""
    return Column(lambda member: str(member.value), kind)


def some(kind: type[StrEnum]) -> Column:
    """Return the column of a set of members of an enumeration, stored as a sorted JSON list."""

    @lru_cache(maxsize=1024)
    def members(stored: str) -> frozenset[StrEnum]:
        return frozenset(map(kind, spellings(stored)))

    return Column(_sorted, members)


@lru_cache(maxsize=1024)
def _sorted(texts: frozenset[str]) -> str:
    return array(sorted(map(str, texts)))


PLAIN = Column()
FLAG = Column(int, bool)
DAY = Column(date.isoformat, date.fromisoformat)
AT = Column(datetime.isoformat, datetime.fromisoformat)
LINES = Column(array, spellings)
WORDS = Column(_sorted, lambda stored: frozenset(spellings(stored)))
PLACES = Column(
    lambda found: json.dumps(found, sort_keys=True) if found else "{}",
    lambda stored: {Place(place): Hold(hold) for place, hold in json.loads(stored).items()},
)


def utc(at: datetime) -> int:
    """Return the instant as microseconds since 1970 in UTC."""
    return (at - _EPOCH) // timedelta(microseconds=1)


def wall(at: datetime) -> int:
    """Return what the clock of its own place shows, as whole seconds since 1970-01-01 00:00 there."""
    return (at.replace(tzinfo=None) - _WALL_EPOCH) // timedelta(seconds=1)


def wall_of(on: date, day_ends: int) -> int:
    """Return where the user's day begins on the scale of `wall`; it ends `day_ends` minutes after 0:00."""
    return wall(datetime(on.year, on.month, on.day)) + 60 * day_ends  # noqa: DTZ001 - the clock of no place
