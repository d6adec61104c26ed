"""Answers as plain data that JSON can hold, and back: what was begun and not saved yet is kept this way."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from connect_desktop.domain.errors import InvalidValue
from connect_desktop.ui.widgets.people_match import Choice, NewName

if TYPE_CHECKING:
    from connect_desktop.domain import Record


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers there are, without those that say nothing."""
    return {name: _plain(value) for name, value in values.items() if says(value)}


def plain_each(values: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the answers under each key that there are any under."""
    found = {key: plain(fields) for key, fields in values.items()}
    return {key: fields for key, fields in found.items() if fields}


def says(value: object) -> bool:
    """Return whether an answer says something: 0 does."""
    return bool(value) or (value == 0 and value is not False)


def answered(kind: "type[Record]", kept: object) -> dict[str, Any]:
    """Return fields of a kind of record from what `plain` gave; what no longer fits is left out.

    A text stays as it is, however long: it was typed.
    """
    found: dict[str, Any] = {}
    for name, value in kept.items() if isinstance(kept, Mapping) else ():
        check = kind.CHECKS.get(name)
        if check is None:
            continue
        try:
            found[name] = check(name, _day(name, value))
        except (InvalidValue, ValueError, TypeError):
            if name == "note" and isinstance(value, str):
                found[name] = value
    return found


def plain_people(people: Iterable[Choice | NewName]) -> list[dict[str, Any]]:
    """Return chosen people as plain data."""
    return [{name: getattr(one, name) for name in one.__slots__} for one in people]


def chosen_people(kept: Iterable[dict[str, Any]]) -> list[Choice | NewName]:
    """Return chosen people from what `plain_people` gave."""
    return [Choice(**one) if "id" in one else NewName(**one) for one in kept]


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    return value.isoformat() if isinstance(value, date) else value


def _day(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if name.endswith("_on") and isinstance(value, str) else value
