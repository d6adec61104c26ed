"""One record as one JSON object, and back: the fields of a record are its keys."""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from typing import Any, TypeVar, get_args, get_type_hints

from connect_desktop.domain import KINDS, Interaction, Record, checks
from connect_desktop.domain.errors import InvalidValue
from connect_desktop.i18n import tr

R = TypeVar("R", bound=Record)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)"
)


def names(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields of a kind of record, in their order."""
    return tuple(_SHAPES[kind].readers)


def encode(record: Record) -> dict[str, Any]:
    """Return every field of a record, the unknown ones as None, sets as sorted lists."""
    return {name: _plain(getattr(record, name)) for name in _SHAPES[type(record)].readers}


def same(one: Record, other: Record) -> bool:
    """Return whether two records would be written alike; equal times may be spelled with unequal offsets."""
    return one == other and _offsets(one) == _offsets(other)


def decode(kind: type[R], raw: Mapping[str, Any], stamp: datetime) -> R:
    """Return the record of one JSON object.

    A key that is missing or None is left at its default; `created` and `edited` at `stamp`, or at the moment
    itself for an interaction. `InvalidValue` says which field holds what it cannot hold.
    """
    shape = _SHAPES[kind]
    for name in raw:
        if name not in shape.readers:
            known = ", ".join(shape.readers)
            raise InvalidValue(name, raw[name], tr("the fields here are {names}", names=known))
    values = {name: shape.readers[name](name, value) for name, value in raw.items() if value is not None}
    for name in shape.required:
        if name not in values:
            raise InvalidValue(name, None, tr("it must be given"))
    stamp = values["at"] if kind is Interaction else stamp
    record = kind(**{**dict.fromkeys(shape.stamps, stamp), **values})
    _each_once(record, raw)
    return record


def unstamped(kind: type[Record], raw: Mapping[str, Any]) -> tuple[str, ...]:
    """Return which of `created` and `edited` a JSON object leaves to be told by the file."""
    if kind is Interaction:
        return ()
    return tuple(name for name in _SHAPES[kind].stamps if raw.get(name) is None)


def day(field: str, value: object) -> date:
    """Return the date written as "2026-11-22", of a year that a record may have."""
    try:
        found = date.fromisoformat(value) if isinstance(value, str) and _DAY.fullmatch(value) else None
    except ValueError:
        found = None
    if found is not None:
        return checks.day(field, found)
    raise InvalidValue(field, value, tr("it must be a date like 2026-11-22"))


def instant(field: str, value: object) -> datetime:
    """Return the aware date and time written as "2026-11-20T22:40:00+01:00"."""
    try:
        if isinstance(value, str) and _INSTANT.fullmatch(value):
            return datetime.fromisoformat(value)
    except ValueError:
        pass
    raise InvalidValue(
        field, value, tr("it must be a date and time with its offset, like 2026-11-20T22:40:00+01:00")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """What the JSON object of one kind of record may and must have."""

    readers: Mapping[str, Callable[[str, Any], Any]]
    """field → what turns its JSON value into what the record's own check expects"""
    required: tuple[str, ...]
    """what only the file can know; the id too, or importing twice would add everything twice"""
    stamps: tuple[str, ...]
    instants: tuple[str, ...]


def _shape(kind: type[Record]) -> _Shape:
    hints = get_type_hints(kind)
    bare = (one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING)
    return _Shape(
        readers={one.name: _reader(hints[one.name]) for one in fields(kind)},
        required=("id", *bare),
        stamps=tuple(name for name in ("created", "edited") if name in hints),
        instants=tuple(name for name, hint in hints.items() if hint is datetime),
    )


def _reader(hint: Any) -> Callable[[str, Any], Any]:
    held = get_args(hint) or (hint,)
    if datetime in held:
        return instant
    return day if date in held else _as_it_is


def _as_it_is(_field: str, value: Any) -> Any:
    return value


_WRITERS: Mapping[type[Any], Callable[[Any], Any]] = {
    datetime: datetime.isoformat,
    date: date.isoformat,
    frozenset: sorted,
    tuple: list,
}
"""what is no JSON value as it is"""


def _plain(value: Any) -> Any:
    writer = _WRITERS.get(type(value))
    return value if writer is None else writer(value)


def _offsets(record: Record) -> list[Any]:
    return [getattr(record, name).utcoffset() for name in _SHAPES[type(record)].instants]


def _each_once(record: Record, raw: Mapping[str, Any]) -> None:
    for name, value in raw.items():
        if isinstance(value, list) and len(value) != len(getattr(record, name)):
            raise InvalidValue(name, value, tr("each may be in it once"))


_SHAPES: Mapping[type[Record], _Shape] = {kind: _shape(kind) for kind in KINDS}
