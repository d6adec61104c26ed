"""What hangs on a record, and so goes with it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from connect_desktop.domain import Circle, Edit, Hope, Impression, Interaction, Person, Record, Reflection
from connect_desktop.store.database import Database
from connect_desktop.store.shelf import Shelf
from connect_desktop.store.table import Table
from connect_desktop.store.tables import (
    CIRCLES,
    CLOSENESS,
    EVIDENCE,
    HOPES,
    IMPRESSIONS,
    INTERACTIONS,
    OWN_PROMPTS,
    REFLECTIONS,
    STEPS,
    VERSIONS,
)  # fmt: skip

Edits = Iterator[Edit[Record]]
Where = tuple[Table[Any], str]

_GONE_WITH: dict[type[Record], tuple[Where, ...]] = {
    Person: (
        (EVIDENCE, "impression IN (SELECT id FROM impression WHERE person = :id) "
                   "OR hope IN (SELECT id FROM hope WHERE person = :id)"),
        (IMPRESSIONS, "person = :id"),
        (INTERACTIONS, "id IN (SELECT interaction FROM impression WHERE person = :id) AND NOT EXISTS "
                       "(SELECT 1 FROM impression WHERE interaction = t.id AND person <> :id)"),
        (HOPES, "person = :id"),
        (STEPS, "person = :id"),
        (CLOSENESS, "person = :id"),
    ),
    Interaction: (
        (EVIDENCE, "impression IN (SELECT id FROM impression WHERE interaction = :id)"),
        (IMPRESSIONS, "interaction = :id"),
    ),
    Impression: ((EVIDENCE, "impression = :id"),),
    Hope: ((EVIDENCE, "hope = :id"),),
    Reflection: (
        (VERSIONS, "reflection = :id"),
        (OWN_PROMPTS, "NOT offered AND id = (SELECT prompt FROM reflection WHERE id = :id) AND NOT EXISTS "
                      "(SELECT 1 FROM reflection WHERE prompt = t.id AND id <> :id)"),
    ),
}  # fmt: skip
"""the records that cannot be without it, children first"""

_EMPTY_WITHOUT = (
    "t.id = (SELECT interaction FROM impression WHERE id = :id) "
    "AND NOT EXISTS (SELECT 1 FROM impression WHERE interaction = t.id AND id <> :id)"
)


def deletion(database: Database, record: Record) -> Edits:
    """Yield the edits that delete a record with what hangs on it, children first.

    A moment goes when nobody is left in it. Circles and reflections stay and lose the link.
    """
    for table, condition in _GONE_WITH.get(type(record), ()):
        yield from (Edit(found, None) for found in _found(database, table, condition, record))
    yield from _unlinked(database, record)
    yield Edit(record, None)
    if isinstance(record, Impression):
        left = _found(database, INTERACTIONS, _EMPTY_WITHOUT, record)
        yield from (Edit(found, None) for found in left)


def _unlinked(database: Database, record: Record) -> Edits:
    if isinstance(record, Person):
        for circle in _found(database, CIRCLES, _linked("circle_member", "circle", "person"), record):
            yield Edit(circle, replace(circle, members=circle.members - {record.id}))
        for text in _found(
            database, REFLECTIONS, _linked("reflection_person", "reflection", "person"), record
        ):
            yield Edit(text, replace(text, people=text.people - {record.id}))
    elif isinstance(record, Circle):
        for interaction in _found(database, INTERACTIONS, "circle = :id", record):
            yield Edit(interaction, replace(interaction, circle=None))
        for text in _found(
            database, REFLECTIONS, _linked("reflection_circle", "reflection", "circle"), record
        ):
            yield Edit(text, replace(text, circles=text.circles - {record.id}))


def _linked(table: str, owner: str, member: str) -> str:
    return f"t.id IN (SELECT {owner} FROM {table} WHERE {member} = :id)"


def _found(database: Database, table: Table[Any], condition: str, record: Record) -> list[Any]:
    return Shelf(database, table).where(condition, {"id": record.id})
