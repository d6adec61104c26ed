"""Whether an encrypted file is whole, and what is in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from connect_desktop.domain.errors import VaultUnreadable
from connect_desktop.store import refusals, schema
from connect_desktop.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What is in a store, as counts and times."""

    schema: int
    people: int
    moments: int
    reflections: int
    hopes: int
    first: datetime | None
    last: datetime | None
    """of the moments"""
    changed_at: datetime | None
    written: int
    """how often it was written to"""


def faults(database: Database) -> list[str]:
    """Return what is wrong with an open file, as SQLite says it, after reading all of it."""
    return [*_faults(database)]


def see_signed(database: Database) -> None:
    """Raise `VaultUnreadable` unless every page bears its signature; a third of the time `faults` takes."""
    if database.rows("PRAGMA cipher_integrity_check"):
        raise refusals.damaged()


def looked_at(path: Path, hex_key: str) -> Holdings:
    """Return what a closed file holds, once it is seen to be whole; `VaultUnreadable` where it is not."""
    database = Database(path, hex_key, to_look=True)
    try:
        if faults(database):
            raise refusals.damaged()
        return holdings(database)
    finally:
        database.close()


def holdings(database: Database) -> Holdings:
    """Return what an open file holds; `VaultUnreadable` where it is no store."""
    number = schema.version(database)
    if number == 0:
        raise refusals.damaged()
    people, moments, reflections, hopes = (
        _count(database, table) for table in ("person", "interaction", "reflection", "hope")
    )
    first, last = (_when(database, order) for order in ("ASC", "DESC"))
    row = database.row("SELECT changed_at FROM about")
    return Holdings(
        schema=number, people=people, moments=moments, reflections=reflections, hopes=hopes, first=first,
        last=last, changed_at=datetime.fromisoformat(row[0]) if row and row[0] else None,
        written=database.written(),
    )  # fmt: skip


def _faults(database: Database) -> Iterator[str]:
    try:
        for pragma, whole in (("cipher_integrity_check", None), ("integrity_check", "ok")):
            yield from (str(row[0]) for row in database.rows(f"PRAGMA {pragma}") if row[0] != whole)
        yield from (f"{row[0]} → {row[2]}" for row in database.rows("PRAGMA foreign_key_check"))
    except VaultUnreadable as error:
        yield str(error)


def _count(database: Database, table: str) -> int:
    row = database.row(f"SELECT count(*) FROM {table}")
    return int(row[0]) if row else 0


def _when(database: Database, order: str) -> datetime | None:
    row = database.row(f"SELECT at FROM interaction ORDER BY at_utc {order} LIMIT 1")
    return datetime.fromisoformat(row[0]) if row else None
