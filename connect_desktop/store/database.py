"""One open SQLite file: its settings, its transactions, and its errors as sentences."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from peewee import PeeweeException
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from connect_desktop.domain.errors import NotSaved, StoreError, VaultClosed, VaultUnreadable
from connect_desktop.i18n import tr
from connect_desktop.store import refusals

Row = tuple[Any, ...]

OLDEST_SQLITE = (3, 51, 3)
"""older ones can damage a file when its write-ahead log is reset"""

# Before anything else: a wrong key would be told on standard error. Peewee drops its own `timeout` here.
_FIRST = (("cipher_log_level", "NONE"), ("busy_timeout", 2000))
# Setting, value, and what SQLite answers once it is in force.
_SAFE = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("fullfsync", 1, 1),
    ("checkpoint_fullfsync", 1, 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    # 12 MB hold the indices that pages are read through; all of a long life would take the memory of a chart.
    ("cache_size", -12288, -12288),
    ("foreign_keys", 1, 1),
)
_OF_FILES = {"locking_mode", "journal_mode"}
_ONLY_LOOKED_AT = (("query_only", 1, 1), ("temp_store", "MEMORY", 2))

_log = logging.getLogger(__name__)


class Database:
    """The one connection to one file, or to none but memory; it belongs to the thread that opened it."""

    def __init__(self, path: Path | None = None, hex_key: str = "", *, to_look: bool = False) -> None:
        """Open the existing file at `path` with its raw key, or an empty database in memory.

        `to_look`: nothing is written, nor any file made beside it.
        """
        refuse_old_sqlite(dbapi2.sqlite_version_info)
        self.note: Callable[[int], None] | None = None
        """told after each transaction how many there were"""
        self._open(path, hex_key, _ONLY_LOOKED_AT if to_look else _SAFE)

    def _open(self, path: Path | None, hex_key: str, settings: Iterable[tuple[str, object, object]]) -> None:
        safe = [setting for setting in settings if path is not None or setting[0] not in _OF_FILES]
        self._key = hex_key
        # autoconnect, thread_safe: another thread gets an error, never a second connection of its own.
        self._file = SqlCipherDatabase(
            ":memory:" if path is None else str(path),
            passphrase=f"x'{hex_key}'" if hex_key else "",
            pragmas=[*_FIRST, *(setting[:2] for setting in safe)],
            autoconnect=False,
            thread_safe=False,
        )
        with _opening():
            self._file.connect()
            self._connection = self._file.connection()
        try:
            for name, _, answer in safe:
                self._see_in_force(name, answer)
        except BaseException:
            self._file.close()
            raise

    def _see_in_force(self, name: str, answer: object) -> None:
        row = self.row(f"PRAGMA {name}")
        if row != (answer,):
            _log.error("%s is %s, not %s", name, row, answer)
            raise VaultUnreadable(
                tr("The disk can’t keep the store safe ({setting}). Nothing was changed. "
                   "Move its folder to another disk.", setting=name)
            )  # fmt: skip

    def copy_to(self, path: Path) -> None:
        """Write all that is saved into the empty file at `path`, every page anew, with the same key."""
        with _opening():
            self._connection.execute("VACUUM INTO ?", (str(path),))

    def copy_under(self, path: Path, hex_key: str) -> None:
        """Write all that is saved into the empty file at `path` with another raw key."""
        with _opening():
            self._connection.execute(f"ATTACH ? AS copy KEY \"x'{hex_key}'\"", (str(path),))
            try:
                self._connection.execute("SELECT sqlcipher_export('copy')")
                self._connection.execute(f"PRAGMA copy.user_version = {self.written()}")
            except dbapi2.OperationalError as error:
                # It passes on what it met in words only.
                met = refusals.Code.CORRUPT if "malformed" in str(error) else refusals.Code.IOERR
                raise refusals.not_opened(met) or error from error
            finally:
                self._connection.execute("DETACH copy")

    def fold(self) -> None:
        """Fold the write-ahead log into the file and leave nothing in it; `StoreError` for want of room."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def change_file(self, path: Path, hex_key: str, change: Callable[[], None]) -> None:
        """Close the file, let it be changed for another one, and open that with its key.

        An error of `change` comes back after the file that is there then was opened with the key it had;
        `VaultClosed` where all was changed, but the new file cannot be opened just now.
        """
        self.close()
        before = self._key
        try:
            change()
        except BaseException:
            self._open(path, before, _SAFE)
            raise
        try:
            self._open(path, hex_key, _SAFE)
        except StoreError as error:
            raise VaultClosed(
                tr("It is done, and the new keys are in force, but the store could not be opened again. "
                   "Close Connect and open it anew. {why}", why=error)
            ) from error  # fmt: skip

    def written(self) -> int:
        """Return how many transactions changed anything since the file was made."""
        row = self.row("PRAGMA user_version")
        return int(row[0]) if row else 0

    @property
    def closed(self) -> bool:
        """Whether the file was closed."""
        return bool(self._file.is_closed())

    def close(self) -> None:
        """Fold the write-ahead log into the file and close it; closing twice is nothing."""
        with _opening():
            self._file.close()

    def rows(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
        """Return every row of a query."""
        with _opening():
            found: list[Row] = self._connection.execute(sql, values).fetchall()
            return found

    def row(self, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with _opening():
            found: Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def write(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Run a statement that writes, inside `transaction`."""
        self._connection.execute(sql, values)

    def write_all(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement that writes once for each row, inside `transaction`."""
        self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all that happens inside, on the disk at its end, or nothing: then `NotSaved`."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            before, written = self._connection.total_changes, self.written()
            yield
            if self._connection.total_changes != before:  # else nothing is to be written
                written += 1
                self._connection.execute(f"PRAGMA user_version = {written}")
            self._connection.execute("COMMIT")
        except BaseException as error:
            refused = self._refusal(error) if isinstance(error, dbapi2.Error) else None
            # After some failed writes SQLite has gone back by itself.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if refused is None:
                raise
            if refusals.code_of(error) == refusals.Code.IOERR and not self._taken_back():
                refused = refusals.not_certain()
            _log.error("not saved: %s", error)
            raise refused from error
        if self.note is not None:
            self.note(written)

    def _taken_back(self) -> bool:
        """Return whether nothing of what was refused will be found after a crash.

        Where only the last sync was refused, all of it lies in the log.
        """
        with suppress(StoreError):
            self.fold()
            return True
        return False

    def _refusal(self, error: dbapi2.Error) -> NotSaved | None:
        code, said = refusals.code_of(error), str(error)
        if code == refusals.Code.CONSTRAINT and "UNIQUE" in said:
            return refusals.not_unique(said)
        if code == refusals.Code.CONSTRAINT and "FOREIGN KEY" in said:
            row = self._connection.execute("PRAGMA foreign_key_check").fetchone()
            return refusals.dangling(row[2])
        return refusals.not_written(code)


def refuse_old_sqlite(version: tuple[int, ...]) -> None:
    """Raise `StoreError` where SQLite is older than the oldest that keeps the file whole."""
    if version < OLDEST_SQLITE:
        raise StoreError(
            tr("SQLite {found} has a fault that can damage the store; it takes {needed} or newer. "
               "Nothing was opened. Install sqlcipher3 0.6.4 or newer.",
               found=_dotted(version), needed=_dotted(OLDEST_SQLITE))
        )  # fmt: skip


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


@contextmanager
def _opening() -> Iterator[None]:
    try:
        yield
    except (dbapi2.Error, PeeweeException) as error:
        refused = refusals.not_opened(refusals.code_of(error))
        if refused is None:
            raise
        _log.error("not opened or read: %s", error)
        raise refused from error
