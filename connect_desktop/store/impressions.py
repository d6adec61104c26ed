"""Impressions, and what readings and charts ask of them."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from connect_desktop.domain import Columns, Impression, answers
from connect_desktop.domain.answers import Answers
from connect_desktop.store.columns import spellings
from connect_desktop.store.shelf import Shelf

# In the order of the fields of Columns.
_COLUMNS = """
SELECT p.id, p.interaction, p.person, i.wall, p.body, p.before, p.reach, p.met, p.openness,
    p.gave, p.received, p.words, p.hurt, p.way_back, i.origin <> 'app'
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


def _number(column: str, spellings: Sequence[str | None]) -> str:
    """Return the SQL for the number of a spelling; 0 for NULL."""
    whens = " ".join(f"WHEN '{spelling}' THEN {n}" for n, spelling in enumerate(spellings) if spelling)
    return f"CASE {column} {whens} ELSE 0 END"


# Each answer in its bits of one number, in the order in which the impressions lie in the file.
_PACKED = f"""
SELECT p.id, p.person, nullif(p.words, '[]'), (p.wall << {answers.WALL})
    + (coalesce(p.body + {answers.BODY_FROM}, 0) << {answers.BODY})
    + (coalesce(p.met + {answers.MET_FROM}, 0) << {answers.MET})
    + ({_number("p.reach", answers.REACHES)} << {answers.REACH})
    + ({_number("p.way_back", answers.WAYS_BACK)} << {answers.WAY_BACK})
    + (p.hurt << {answers.HURT})
    + (json_array_length(p.gave) << {answers.GAVE})
    + (json_array_length(p.received) << {answers.RECEIVED})
FROM impression AS p
"""
_BODY_MEANS = """
SELECT person, count(body), avg(body) FROM impression
WHERE body IS NOT NULL GROUP BY person ORDER BY person
"""


class Impressions(Shelf[Impression]):
    """Reads impressions."""

    def columns(self, person_id: str | None = None) -> Columns:
        """Return what was felt with one person, or with everyone, column by column, oldest first."""
        if person_id is None:
            rows = self._database.rows(_EVERYONE)
        else:
            rows = self._database.rows(_OF_ONE, (person_id,))
        names = [field.name for field in fields(Columns)]
        found = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)) if rows else {}
        columns: dict[str, list[Any]] = {name: found.get(name, []) for name in names}
        for name in ("gave", "received", "words"):
            columns[name] = [*map(spellings, columns[name])]
        for name in ("hurt", "imported"):
            columns[name] = [*map(bool, columns[name])]
        return Columns(**columns)

    def answers(self) -> Answers:
        """Return what readings ask of everyone's impressions, in no special order."""
        rows = self._database.rows(_PACKED)
        ids, people, words, packed = zip(*rows, strict=True) if rows else ((), (), (), ())
        chosen = {stored: spellings(stored) if stored else () for stored in set(words)}
        return Answers(
            impression=ids, person=people, packed=packed, words=[chosen[stored] for stored in words]
        )

    def body_means(self) -> list[tuple[str, int, float]]:
        """Return (person, number of body answers, their mean) of everyone with any."""
        return self._database.rows(_BODY_MEANS)
