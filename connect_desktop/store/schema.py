"""Bringing a file to the schema this Connect knows."""

from collections.abc import Iterator, Sequence

from sqlcipher3.dbapi2 import complete_statement

from connect_desktop.domain import now
from connect_desktop.domain.errors import VaultTooNew
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
    _take(database, STEPS, 0)


def migrate(database: Database, steps: Sequence[str] = STEPS) -> None:
    """Take the steps not yet taken.

    `VaultTooNew` where unknown ones were; `VaultUnreadable` where none was: an emptied or a foreign file.
    """
    found = version(database)
    if found == 0:
        raise refusals.damaged()
    refuse_newer(found, len(steps))
    _take(database, steps, found)
    if not index.is_up(database):
        with database.transaction():
            index.bring_up(database)


def refuse_newer(found: int, known: int = len(STEPS)) -> None:
    """Raise `VaultTooNew` where a store took more steps than this Connect knows."""
    if found > known:
        raise VaultTooNew(
            tr("This store was written by a newer Connect (schema {found}; this one knows {known}). "
               "It was left untouched. Install the newer Connect to open it.", found=found, known=known)
        )  # fmt: skip


def _take(database: Database, steps: Sequence[str], taken: int) -> None:
    for number, step in enumerate(steps[taken:], taken + 1):
        with database.transaction():
            for statement in _statements(step):
                database.write(statement)
            database.write("INSERT INTO schema_step VALUES (?, ?)", (number, now().isoformat()))
            if number == len(steps):
                index.bring_up(database)


def _statements(script: str) -> Iterator[str]:
    """Yield the statements one by one: the driver's own `executescript` would leave the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement
            statement = ""
