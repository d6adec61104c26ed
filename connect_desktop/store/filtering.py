"""A filter of moments in SQL."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from connect_desktop.domain.filter import Filter
from connect_desktop.store.columns import ONE_DAY, wall_of
from connect_desktop.store.unfelt import WAITS

Values = tuple[Any, ...]
Part = tuple[str, Values]

_NOTED = "(t.note <> '' OR t.id IN (SELECT n.interaction FROM impression AS n WHERE n.note <> ''))"


def source(found: Filter, day_ends: int) -> tuple[str, str, Values]:
    """Return what to select moments `t` from, the time to order them by, and the values of both.

    Of one person, or of what was felt, only their own impressions are walked through; else all moments are.
    `day_ends` is the minutes after midnight at which the user's day ends.
    """
    if found.person is not None:
        condition, values = _joined([*_felt(found), *_moment(found, "p.wall", day_ends)])
        joined = "FROM impression AS p CROSS JOIN interaction AS t ON t.id = p.interaction"
        return f"{joined} WHERE p.person = ? AND {condition}", "p.at_utc", (found.person, *values)
    condition, values = _joined([*_moment(found, "t.wall", day_ends), *_by_anyone(found)])
    return f"FROM interaction AS t WHERE {condition}", "t.at_utc", values


def _by_anyone(found: Filter) -> Iterator[Part]:
    felt = [*_felt(found)]
    if felt:
        condition, values = _joined(felt)
        # One walk through what was felt is several times as fast as a look at it from each moment.
        yield f"t.id IN (SELECT p.interaction FROM impression AS p WHERE {condition})", values


def _moment(found: Filter, wall: str, day_ends: int) -> Iterator[Part]:
    if found.first is not None:
        yield f"{wall} >= ?", (wall_of(found.first, day_ends),)
    if found.last is not None:
        yield f"{wall} < ?", (wall_of(found.last, day_ends) + ONE_DAY,)
    if found.circle is not None:
        yield "t.circle = ?", (found.circle,)
    if found.noted:
        yield _NOTED, ()


def _felt(found: Filter) -> Iterator[Part]:
    for column in ("body", "reach", "met"):
        wanted = getattr(found, column)
        if wanted:
            yield f"p.{column} IN (SELECT value FROM json_each(?))", (json.dumps(sorted(wanted)),)
    if found.words:
        spelled = [json.dumps(word, ensure_ascii=False) for word in sorted(found.words)]
        yield f"({' OR '.join(['instr(p.words, ?)'] * len(spelled))})", tuple(spelled)
    if found.hurt:
        yield "p.hurt", ()
    if found.unfelt:
        yield WAITS, ()


def _joined(parts: Iterable[Part]) -> Part:
    found = list(parts)
    condition = " AND ".join(part for part, _ in found) or "TRUE"
    return condition, tuple(value for _, values in found for value in values)
