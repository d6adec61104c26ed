"""What can still be read of a damaged store: every row in a whole page, wherever its tree is broken."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from connect_desktop.domain import Record
from connect_desktop.store import cells, pages, schema
from connect_desktop.store.cells import Pages, Values
from connect_desktop.store.columns import array
from connect_desktop.store.database import Database
from connect_desktop.store.table import Table
from connect_desktop.store.tables import TABLES

_TYPES = {"TEXT": str, "INTEGER": int}
_ID = 32
"""characters"""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was read, and how much of the file could not be."""

    records: dict[type[Record], dict[str, Record]] = field(repr=False)
    """by kind, then by id"""
    times: dict[str, tuple[int, int]] = field(repr=False)
    """of interactions, as impressions know them: microseconds in UTC, and seconds on the clock there"""
    memos: dict[str, str] = field(repr=False)
    damaged: int
    """pages"""
    pages: int


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    type: type
    is_needed: bool


Layout = Mapping[str, Sequence[_Column]]
Members = Mapping[str, Iterable[str]]
Links = Mapping[str, Members]

_LINK = (_Column("owner", str, True), _Column("member", str, True))
_LINKS = [link.table for table in TABLES.values() for link in table.links.values()]


def read(file: Path, key: bytes) -> Salvaged:
    """Return what can be read of the file of a store with its raw key; nothing where it is something else."""
    found, damaged, total = pages.whole(file, key)
    layout = _layout()
    rows = _by_table(found, layout)
    links = {name: _linked(rows[name]) for name in _LINKS}
    named = {name: [_named(layout[name], row) for row in rows[name]] for name in layout}
    return Salvaged(
        records={kind: _records(table, named[table.name], links) for kind, table in TABLES.items()},
        times={row["interaction"]: (row["at_utc"], row["wall"]) for row in named["impression"]},
        memos={row["name"]: row["text"] for row in named["memo"]},
        damaged=damaged,
        pages=total,
    )


def _layout() -> Layout:
    """Return the columns of each table of ours as they lie in a row."""
    database = Database()
    try:
        schema.make(database)
        names = [*(table.name for table in TABLES.values()), "memo"]
        return {name: [*_columns(database, name)] for name in names}
    finally:
        database.close()


def _columns(database: Database, table: str) -> Iterator[_Column]:
    for _, name, form, needed, default, *_ in database.rows(f"PRAGMA table_xinfo({table})"):
        yield _Column(name, _TYPES[form], bool(needed) and default is None)


def _by_table(found: Pages, layout: Layout) -> dict[str, list[Values]]:
    """Return the rows of each table: by its tree, and from pages whose way down the tree is damaged."""
    rows: dict[str, list[Values]] = {name: [] for name in (*layout, *_LINKS)}
    seen: set[int] = set()
    for name, root in _roots(found, seen):
        numbers = [*_below(found, root, seen)]
        if name in rows:
            lying = (row for number in numbers for row in cells.rows(found, number))
            rows[name] += [row for row in lying if _fits(row, layout.get(name, _LINK))]
    for number in found.keys() - seen:
        if cells.kind(found, number) == cells.LEAF:
            for row in cells.rows(found, number):
                if (table := _of_table(row, layout)) is not None:
                    rows[table].append(row)
    return rows


def _roots(found: Pages, seen: set[int]) -> Iterator[tuple[str, int]]:
    """Yield each table with the page its tree begins in, as far as the schema can be read."""
    for number in _below(found, 1, seen):
        for row in cells.rows(found, number):
            if len(row) == 5 and isinstance(row[3], int) and row[3]:
                yield str(row[1]), row[3]


def _below(found: Pages, root: int, seen: set[int]) -> Iterator[int]:
    """Yield the pages of a tree that hold rows; none twice, whatever the pages say."""
    waiting = [root]
    while waiting:
        number = waiting.pop()
        form = cells.kind(found, number)
        if number in seen or form not in (
            cells.LEAF, cells.INTERIOR, cells.INDEX_LEAF, cells.INDEX_INTERIOR,
        ):  # fmt: skip
            continue
        seen.add(number)
        if form != cells.INTERIOR:
            yield number
        if form in (cells.INTERIOR, cells.INDEX_INTERIOR):
            waiting += cells.children(found, number)


def _fits(row: Values, columns: Sequence[_Column]) -> bool:
    """Return whether a row can be one of a table: shorter where it was written before a column was added."""
    if len(row) > len(columns) or any(one.is_needed for one in columns[len(row) :]):
        return False
    return all(
        isinstance(value, column.type) if value is not None else not column.is_needed
        for value, column in zip(row, columns, strict=False)
    )


def _of_table(row: Values, layout: Layout) -> str | None:
    """Return the table that a row with nothing but its values to tell is of: the one it makes a record of."""
    for table in reversed(TABLES.values()):
        columns = layout[table.name]
        if (
            _fits(row, columns)
            and len(row[0]) == _ID
            and _record(table, _named(columns, row), {}) is not None
        ):
            return table.name
    return None


def _named(columns: Sequence[_Column], row: Values) -> dict[str, Any]:
    return {column.name: value for column, value in zip(columns, row, strict=False)}


def _records(table: Table[Any], rows: Iterable[dict[str, Any]], links: Links) -> dict[str, Record]:
    linked = {field: links.get(link.table, {}) for field, link in table.links.items()}
    made = (_record(table, row, linked) for row in rows)
    return {record.id: record for record in made if record is not None}


def _record(table: Table[Any], row: Mapping[str, Any], linked: Mapping[str, Members]) -> Record | None:
    """Return the record of a row, None where its values are none of ours."""
    members = (array(sorted(linked.get(field, {}).get(row["id"], ()))) for field in table.links)
    try:
        record: Record = table.record((*(row.get(name) for name in table.columns), *members))
    except (ValueError, TypeError):
        return None
    return record


def _linked(rows: Iterable[Values]) -> Members:
    found: dict[str, set[str]] = {}
    for owner, member in rows:
        found.setdefault(owner, set()).add(member)
    return found
