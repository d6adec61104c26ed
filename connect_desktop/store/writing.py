"""Writing a list of edits: all of them or none."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from connect_desktop.domain import Edit, Record
from connect_desktop.i18n import tr
from connect_desktop.store import refusals
from connect_desktop.store.database import Database
from connect_desktop.store.table import Row, Table
from connect_desktop.store.tables import TABLES


class Change:
    """What a list of edits comes to for the records of one table."""

    def __init__(self, table: Table[Any]) -> None:
        self._table = table
        self._before: dict[str, Row | None] = {}
        self._after: dict[str, tuple[Row, Record] | None] = {}

    def add(self, edit: Edit[Record]) -> None:
        """Take one more edit, which builds on those taken; `NotSaved` where it does not."""
        own = edit.record.id
        before = None if edit.before is None else self._table.packed(edit.before)
        if own not in self._before:
            self._before[own] = before
        elif before != (found[0] if (found := self._after[own]) else None):
            raise _stale()
        after = edit.after
        self._after[own] = None if after is None else (self._table.packed(after), after)

    def compare(self, database: Database) -> None:
        """Raise `NotSaved` unless every record to be changed or deleted is stored as its edit knew it."""
        known = {own: row for own, row in self._before.items() if row is not None}
        if not known:
            return
        stored = database.rows(
            f"SELECT {self._table.fields} FROM json_each(?) AS wanted "
            f"CROSS JOIN {self._table.name} AS t ON t.id = wanted.value",
            (json.dumps(list(known)),),
        )
        if {row[0]: row for row in stored} != known:
            raise _stale()

    def remove(self, database: Database) -> None:
        """Take out the rows of every record that was there."""
        ids = [(own,) for own, row in self._before.items() if row is not None]
        if ids:
            for link in self._table.links.values():
                database.write_all(f"DELETE FROM {link.table} WHERE {link.owner} = ?", ids)
            database.write_all(f"DELETE FROM {self._table.name} WHERE id = ?", ids)

    def insert(self, database: Database) -> None:
        """Put in the rows of every record that is to be there."""
        new = [found for found in self._after.values() if found is not None]
        if not new:
            return
        database.write_all(self._table.insert, (self._table.full(row, record) for row, record in new))
        for field, link in self._table.links.items():
            database.write_all(
                f"INSERT INTO {link.table} ({link.owner}, {link.member}) VALUES (?, ?)",
                (pair for _, record in new for pair in self._table.linked(field, record)),
            )


def changes(edits: Iterable[Edit[Record]]) -> list[Change]:
    """Return what edits come to, by table, those that others point at first; `NotSaved` where they jar."""
    found = {kind: Change(table) for kind, table in TABLES.items()}
    for edit in edits:
        found[type(edit.record)].add(edit)
    return list(found.values())


def write(database: Database, found: Sequence[Change]) -> None:
    """Write changes, inside a transaction.

    A changed record is taken out and put in again, never replaced by SQLite, which would take its children
    with it; and two impressions of a moment can so swap their people. References are looked at in the end.
    """
    for change in found:
        change.compare(database)
    for change in found:
        change.remove(database)
    for change in found:
        change.insert(database)


def _stale() -> Exception:
    return refusals.not_saved(
        tr("What you changed was changed elsewhere meanwhile. Look at it anew, then change it.")
    )
