"""All records of one kind, to read."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

from connect_desktop.domain import Circle, Person, Record
from connect_desktop.domain.search import fold
from connect_desktop.store.database import Database
from connect_desktop.store.table import Table

R = TypeVar("R", bound=Record)
N = TypeVar("N", bound=Person | Circle)


class Shelf(Generic[R]):
    """Reads the records of one table."""

    def __init__(self, database: Database, table: Table[R]) -> None:
        self._database = database
        self._table = table

    def get(self, record_id: str) -> R | None:
        """Return one record, or None where there is none."""
        return next(iter(self.where("t.id = ?", (record_id,))), None)

    def all(self) -> list[R]:
        """Return every record in a lasting order: by name, or oldest first."""
        return self.where("TRUE")

    def count(self) -> int:
        """Return how many there are."""
        row = self._database.row(f"SELECT count(*) FROM {self._table.name}")
        return int(row[0]) if row else 0

    def some(self, ids: Sequence[str]) -> list[R]:
        """Return the records with these ids, in their lasting order."""
        return self.where("t.id IN (SELECT value FROM json_each(?))", (json.dumps(ids),))

    def where(self, condition: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[R]:
        """Return the records for which an SQL condition on the table, named `t`, holds."""
        table = self._table
        rows = self._database.rows(
            f"SELECT {table.fields} FROM {table.name} AS t WHERE {condition} ORDER BY {table.order}", values
        )
        return [table.record(row) for row in rows]


class NamedShelf(Shelf[N]):
    """Reads the records of a table of names."""

    def all(self) -> list[N]:
        """Return every record by name, whatever its case and accents."""
        return sorted(super().all(), key=lambda found: (fold(found.name), found.name, found.id))
