"""Impressions, and what readings and charts ask of them."""

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any

from connect_desktop.domain import Columns, Impression
from connect_desktop.domain.answers import Answers
from connect_desktop.store.columns import ONE_DAY, spellings, wall_of
from connect_desktop.store.shelf import Shelf

# In the order of the fields of Columns.
_COLUMNS = """
SELECT p.id, p.interaction, p.person, i.wall, p.body, p.before, p.reach, p.met, p.openness,
    p.gave, p.received, p.words, p.truth, p.response, p.hurt, p.way_back, p.way_back_on, i.origin <> 'app'
"""
# CROSS JOIN keeps SQLite to the order of the tables, and with it to an index that needs no sorting.
_EVERYONE = f"""{_COLUMNS}
FROM interaction AS i CROSS JOIN impression AS p ON p.interaction = i.id
ORDER BY i.at_utc, i.created_utc, i.id, p.person
"""
_OF_ONE = f"""{_COLUMNS}
FROM impression AS p CROSS JOIN interaction AS i ON i.id = p.interaction
WHERE p.person = ?
ORDER BY p.at_utc, i.created_utc, i.id
"""
_OF_DAYS = f"""{_COLUMNS}
FROM interaction AS i CROSS JOIN impression AS p ON p.interaction = i.id
WHERE i.wall >= ? AND i.wall < ?
ORDER BY i.at_utc, i.created_utc, i.id, p.person
"""
_IN_ONE = f"""{_COLUMNS}
FROM interaction AS i CROSS JOIN impression AS p ON p.interaction = i.id
WHERE i.circle = ?
ORDER BY i.at_utc, i.created_utc, i.id, p.person
"""

# One row of four long texts: fifty thousand rows would take twice as long. No text holds the sign between.
_BETWEEN = "\x1f"
_PACKED = """
SELECT group_concat(id, char(31)), group_concat(person, char(31)), group_concat(packed, char(31)),
    group_concat(words, char(31))
FROM impression
"""


LATELY = 2000
"""moments in which earlier wordings are looked for"""
# CROSS JOIN keeps SQLite to the newest moments by their index.
_WORDINGS = {
    field: f"""
SELECT p.{field} FROM (SELECT id FROM interaction ORDER BY at_utc DESC LIMIT {LATELY}) AS i
CROSS JOIN impression AS p ON p.interaction = i.id
WHERE p.{field} IS NOT NULL AND p.{field} NOT IN (SELECT value FROM json_each(?))
GROUP BY p.{field} ORDER BY max(p.at_utc) DESC, p.{field} LIMIT ?
"""
    for field in ("role", "truth")
}


class Impressions(Shelf[Impression]):
    """Reads impressions."""

    def columns(self, person_id: str | None = None) -> Columns:
        """Return what was felt with one person, or with everyone, column by column, oldest first."""
        if person_id is None:
            return _columns(self._database.rows(_EVERYONE))
        return _columns(self._database.rows(_OF_ONE, (person_id,)))

    def between(self, start: date, end: date, day_ends: int) -> Columns:
        """Return what was felt with everyone on the user's days `start` to `end`, both included."""
        days = wall_of(start, day_ends), wall_of(end, day_ends) + ONE_DAY
        return _columns(self._database.rows(_OF_DAYS, days))

    def came_back(self, start: date, end: date) -> list[Impression]:
        """Return the hurts to which somebody came back on the days `start` to `end`, oldest first."""
        return self.where(
            "t.way_back_on BETWEEN ? AND ? AND t.way_back <> 'not_yet'", (start.isoformat(), end.isoformat())
        )

    def wordings(self, field: str, known: Iterable[str], limit: int) -> list[str]:
        """Return lately used wordings beside the `known` in `field`, role or truth, the latest first."""
        rows = self._database.rows(_WORDINGS[field], (json.dumps([*known]), limit))
        return [str(row[0]) for row in rows]

    def columns_in(self, circle_id: str) -> Columns:
        """Return what was felt in the moments of one circle, one entry a moment, oldest first."""
        return _columns(self._database.rows(_IN_ONE, (circle_id,))).by_moment()

    def with_word(self, word: str) -> list[Impression]:
        """Return those with a word for afterwards."""
        return self.where("EXISTS (SELECT 1 FROM json_each(t.words) WHERE value = ?)", (word,))

    def answers(self) -> Answers:
        """Return what readings ask of everyone's impressions, in no special order."""
        texts = [*(self._database.row(_PACKED) or [None] * 4)]
        # One after the other, and only once what is the same: memory is for the charts beside it.
        people: dict[str, str] = {}
        return Answers(
            impression=_apart(texts.pop(0)),
            person=[people.setdefault(one, one) for one in _apart(texts.pop(0))],
            packed=[*map(int, _apart(texts.pop(0)))],
            words=[*map(spellings, _apart(texts.pop(0)))],
        )


def _apart(text: str | None) -> list[str]:
    return text.split(_BETWEEN) if text else []


def _columns(rows: list[Any]) -> Columns:
    names = [field.name for field in fields(Columns)]
    found = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)) if rows else {}
    columns: dict[str, list[Any]] = {name: found.get(name, []) for name in names}
    for name in ("gave", "received", "words"):
        columns[name] = [*map(spellings, columns[name])]
    for name in ("hurt", "imported"):
        columns[name] = [*map(bool, columns[name])]
    columns["way_back_on"] = [on and date.fromisoformat(on) for on in columns["way_back_on"]]
    return Columns(**columns)
