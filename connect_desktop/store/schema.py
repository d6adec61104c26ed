"""Bringing a file to the schema this Connect knows."""

from collections.abc import Iterator, Sequence

from sqlcipher3.dbapi2 import complete_statement

from connect_desktop.domain import now
from connect_desktop.domain.errors import VaultTooNew, VaultUnreadable
from connect_desktop.i18n import tr
from connect_desktop.store import index, refusals
from connect_desktop.store.database import Database
from connect_desktop.store.steps import STEPS


def version(database: Database) -> int:
    """Return the number of the last step taken; 0 where none was."""
    if database.row("SELECT 1 FROM sqlite_schema WHERE name = 'schema_step'") is None:
        return 0
    row = database.row("SELECT max(number) FROM schema_step")
    return int(row[0] or 0) if row else 0


def make(database: Database) -> None:
    """Give an empty database the present schema."""
    with database.transaction():
        _take(database, STEPS, 0)


def migrate(database: Database, steps: Sequence[str] = STEPS) -> None:
    """Take the steps not yet taken, all of them or none, and see that no row was lost by it.

    `VaultTooNew` where unknown ones were; `VaultUnreadable` where none was: an emptied or a foreign file.
    """
    found = version(database)
    if found == 0:
        raise refusals.damaged()
    refuse_newer(found, len(steps))
    if found < len(steps):
        with database.transaction():
            before = _counts(database)
            _take(database, steps, found)
            _see_whole(database, before)
    if not index.is_up(database):
        with database.transaction():
            index.bring_up(database)


def is_behind(database: Database) -> bool:
    """Return whether there are steps that a store has not taken yet."""
    return 0 < version(database) < len(STEPS)


def _counts(database: Database) -> dict[str, int]:
    """Return how many rows each table of ours has; what search makes of them is its own."""
    names = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ours = [name for (name,) in names if name != "schema_step" and not name.startswith(("fts", "sqlite"))]
    return {name: int((database.row(f'SELECT count(*) FROM "{name}"') or (0,))[0]) for name in ours}


def _see_whole(database: Database, before: dict[str, int]) -> None:
    """Raise `VaultUnreadable`, so that all stays as it was, where rows went or point at nothing."""
    after = _counts(database)
    lost = [name for name, count in before.items() if after.get(name) != count]
    if lost or database.rows("PRAGMA foreign_key_check"):
        raise VaultUnreadable(
            tr("The store could not be brought to what this Connect knows ({what}). Nothing was changed, and "
               "a backup was made before. Go on with the Connect you had.", what=", ".join(lost) or "links")
        )  # fmt: skip


def refuse_newer(found: int, known: int = len(STEPS)) -> None:
    """Raise `VaultTooNew` where a store took more steps than this Connect knows."""
    if found > known:
        raise VaultTooNew(
            tr("This store was written by a newer Connect (schema {found}; this one knows {known}). "
               "It was left untouched. Install the newer Connect to open it.", found=found, known=known)
        )  # fmt: skip


def _take(database: Database, steps: Sequence[str], taken: int) -> None:
    """Take steps inside a transaction: all with their records, or none."""
    for number, step in enumerate(steps[taken:], taken + 1):
        for statement in _statements(step):
            database.write(statement)
        database.write("INSERT INTO schema_step VALUES (?, ?)", (number, now().isoformat()))
    index.bring_up(database)


def _statements(script: str) -> Iterator[str]:
    """Yield the statements one by one: the driver's own `executescript` would leave the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement
            statement = ""
