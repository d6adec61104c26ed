"""What a field may hold: each check returns the value in its one stored form or raises `InvalidValue`."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar
from uuid import uuid4

from connect_desktop.domain.errors import InvalidValue, TooLong
from connect_desktop.i18n import tr

NOTE_LIMIT = 100_000
NAME_LIMIT = 200
WORDING_LIMIT = 200
FIRST_YEAR, LAST_YEAR = 1900, 2200

_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
# Control characters but newline and tab, and half a surrogate pair, which no UTF-8 file can hold.
_DROPPED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# Letters and marks that show nothing, though Unicode counts them as something to see.
_UNSEEN = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | {chr(c) for c in range(0xFE00, 0xFE10)}

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V", bound=StrEnum)


def new_id() -> str:
    """Return a fresh record id, 32 hexadecimal digits."""
    return uuid4().hex


def clean(text: str) -> str:
    """Return text in NFC with plain newlines and no control characters but newline and tab."""
    text = _DROPPED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", text)


def ident(field: str, value: object) -> str:
    """Check a record id: 1–64 letters, digits, hyphens or underscores."""
    if isinstance(value, str) and _ID.fullmatch(value):
        return value
    raise InvalidValue(field, value, tr("an id has 1 to 64 letters, digits, - or _"))


def maybe_ident(field: str, value: object) -> str | None:
    """Check a record id or None."""
    return None if value is None else ident(field, value)


def text(field: str, value: object, limit: int = NOTE_LIMIT) -> str:
    """Check free text of at most `limit` characters."""
    return _within(field, value, _cleaned(field, value), limit)


def heading(field: str, value: object, limit: int = NAME_LIMIT) -> str:
    """Check one line of text that may be blank, trimmed, inner white space folded."""
    return _within(field, value, " ".join(_cleaned(field, value).split()), limit)


def line(field: str, value: object, limit: int = NAME_LIMIT) -> str:
    """Check one line of text, trimmed, inner white space folded, 1 to `limit` characters."""
    folded = heading(field, value, limit)
    if not any(_is_seen(c) for c in folded):
        raise InvalidValue(field, value, tr("it must not be blank"))
    return folded


def number(field: str, value: object, low: int, high: int) -> int:
    """Check a whole number low…high."""
    if type(value) is int and low <= value <= high:
        return value
    raise InvalidValue(field, value, tr("it must be a whole number from {low} to {high}", low=low, high=high))


def whole(field: str, value: object, low: int, high: int) -> int | None:
    """Check a whole number low…high; None is unknown and stays None."""
    return None if value is None else number(field, value, low, high)


def flag(field: str, value: object) -> bool:
    """Check a yes or no."""
    if isinstance(value, bool):
        return value
    raise InvalidValue(field, value, tr("it must be true or false"))


def one_of(field: str, value: object, kind: type[E]) -> E:
    """Check one member of an enumeration, given as member or spelling."""
    if isinstance(value, str):
        try:
            return kind(value)
        except ValueError:
            pass
    raise InvalidValue(field, value, tr("it must be one of {choices}", choices=", ".join(kind)))


def maybe_one_of(field: str, value: object, kind: type[E]) -> E | None:
    """Check one member of an enumeration or None."""
    return None if value is None else one_of(field, value, kind)


def many_of(field: str, value: Iterable[object], kind: type[E]) -> frozenset[E]:
    """Check a set of members of an enumeration."""
    return frozenset(one_of(field, item, kind) for item in _items(field, value))


def idents(field: str, value: Iterable[object]) -> frozenset[str]:
    """Check a set of record ids."""
    return frozenset(ident(field, item) for item in _items(field, value))


def lines(field: str, value: Iterable[object], limit: int = NAME_LIMIT) -> tuple[str, ...]:
    """Check several lines of text, in order, each once."""
    return tuple(dict.fromkeys(line(field, item, limit) for item in _items(field, value)))


def mapping(field: str, value: Mapping[object, object], key: type[E], item: type[V]) -> dict[E, V]:
    """Check a map from one enumeration to another; sorted by key."""
    if not isinstance(value, Mapping):
        raise InvalidValue(field, value, tr("it must be a map"))
    pairs = {one_of(field, k, key): one_of(field, v, item) for k, v in value.items()}
    return dict(sorted(pairs.items()))


def wording(field: str, value: object) -> str | None:
    """Check a short wording of the user's own, or None."""
    return None if value is None else line(field, value, WORDING_LIMIT)


def moment(field: str, value: object) -> datetime:
    """Check an aware date and time in the years 1900 to 2200."""
    if not isinstance(value, datetime):
        raise InvalidValue(field, value, tr("it must be a date and time"))
    if value.tzinfo is None or value.utcoffset() is None:
        raise InvalidValue(field, value.isoformat(), tr("it needs its offset from UTC, as in +01:00"))
    _year(field, value)
    return value


def day(field: str, value: object) -> date:
    """Check a date in the years 1900 to 2200."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InvalidValue(field, value, tr("it must be a date"))
    _year(field, value)
    return value


def maybe_day(field: str, value: object) -> date | None:
    """Check a date or None."""
    return None if value is None else day(field, value)


def _year(field: str, value: date) -> None:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise InvalidValue(
            field,
            value.isoformat(),
            tr("its year must be from {first} to {last}", first=FIRST_YEAR, last=LAST_YEAR),
        )


def _items(field: str, value: Iterable[object]) -> Iterable[object]:
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        raise InvalidValue(field, value, tr("it must be a list"))
    return value


def _cleaned(field: str, value: object) -> str:
    if not isinstance(value, str):
        raise InvalidValue(field, value, tr("it must be text"))
    return clean(value)


def _within(field: str, value: object, cleaned: str, limit: int) -> str:
    if len(cleaned) > limit:
        raise TooLong(field, value, limit, len(cleaned))
    return cleaned


def _is_seen(char: str) -> bool:
    """Return whether a character shows anything: no space, no control, no joiner, no empty filler."""
    return unicodedata.category(char)[0] not in "CZ" and char not in _UNSEEN
