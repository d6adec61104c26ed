"""Another encrypted file in the place of the vault's: killed at any instant, one of the two is there."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from connect_desktop.domain.errors import VaultUnreadable
from connect_desktop.store import backup_file, keys, schema, written
from connect_desktop.store.database import Database
from connect_desktop.store.files import (
    copy_private,
    keep_names,
    open_private,
    private_folder,
    remove_copy,
    told,
)
from connect_desktop.store.health import Holdings, looked_at
from connect_desktop.store.slots import Slot
from connect_desktop.store.state import FILE, UNFINISHED

NEXT, OPENED, ASIDE = "vault.db.next", "opened.new", "aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A whole store, ready to take the place of the vault's."""

    file: Path
    slots: tuple[Slot, ...]
    holdings: Holdings


def under_key(database: Database, folder: Path, hex_key: str, slots: tuple[Slot, ...]) -> Arrival:
    """Write an open store anew under another key, and see that all of it is there."""
    file = _new_file(folder)
    with told(folder):
        try:
            database.copy_under(file, hex_key)
            _settle(file)
            return Arrival(file=file, slots=slots, holdings=looked_at(file, hex_key))
        except BaseException:
            remove_copy(file)
            raise


def anew(backup: Path, folder: Path, before: str, hex_key: str, slots: tuple[Slot, ...]) -> Arrival:
    """Write what is in a backup anew under another key, and see that all of it is there. For any thread.

    `before` is the raw key it was made with. The errors are those of `from_backup`.
    """
    file = _new_file(folder)
    with told(folder):
        try:
            holdings = write_anew(backup, file, before, hex_key)
            _settle(file)
            return Arrival(file=file, slots=slots, holdings=holdings)
        except BaseException:
            remove_copy(file)
            raise


def write_anew(backup: Path, file: Path, before: str, hex_key: str) -> Holdings:
    """Write what is in a backup into an empty file beside the vault, under another key; return what it is."""
    opened = file.with_name(OPENED)
    try:
        backup_file.unpack(backup, opened)
        database = Database(opened, before)
        try:
            database.copy_under(file, hex_key)
        finally:
            database.close()
        return looked_at(file, hex_key)
    finally:
        remove_copy(opened)


def from_backup(backup: Path, folder: Path, key_of: Callable[[tuple[Slot, ...]], str]) -> Arrival:
    """Unpack a backup and see that it is whole and opens; `key_of` finds the raw key in its slots.

    `BackupRefused`, `VaultUnreadable`, `VaultTooNew` or what `key_of` raises; then nothing was changed.
    """
    file = _new_file(folder)
    with told(backup.parent):
        try:
            slots = keys.decoded(backup_file.unpack(backup, file))
            return _arrived(file, slots, key_of(slots))
        except BaseException:
            remove_copy(file)
            raise


def from_aside(aside: Path, folder: Path, key_of: Callable[[tuple[Slot, ...]], str]) -> Arrival:
    """Copy a store that was kept aside, which stays there, and see likewise that it is whole and opens."""
    file = _new_file(folder)
    with told(aside):
        try:
            for end in ("", "-wal"):
                if (aside / f"{FILE}{end}").exists():
                    copy_private(aside / f"{FILE}{end}", file.with_name(file.name + end))
            slots = keys.read(aside)
            key = key_of(slots)
            Database(file, key).close()  # folds in what was not yet
            _settle(file)
            return _arrived(file, slots, key)
        except BaseException:
            remove_copy(file)
            raise


def empty(folder: Path, hex_key: str, slots: tuple[Slot, ...]) -> Arrival:
    """Make a store in which nothing is yet."""
    file = _new_file(folder)
    with told(folder):
        try:
            database = Database(file, hex_key)
            try:
                schema.make(database)
            finally:
                database.close()
            return Arrival(file=file, slots=slots, holdings=looked_at(file, hex_key))
        except BaseException:
            remove_copy(file)
            raise


def put_in_place(arrival: Arrival, folder: Path) -> None:
    """Give a store the vault's name and keys; the vault is closed and locked, and what it was is lost."""
    with told(folder):
        file = arrival.file
        if not (folder / FILE).exists():
            # Killed before it has its name, it is a vault that was never finished, to be begun again.
            file = file.replace(folder / UNFINISHED)
        try:
            keys.write(folder, _before(arrival, folder), keys.Incoming(keys.salt(file), arrival.slots))
            # What the old file had not folded in yet would be taken for the new one's.
            (folder / f"{FILE}-wal").unlink(missing_ok=True)
            written.forget(folder)
            file.replace(folder / FILE)
        except BaseException:
            remove_copy(file)
            raise
        # From here on the new file is in force; what is left to do is tidied up when it is next unlocked.
        # Where the disk does not say that the name will last, the slots of both stay.
        with suppress(OSError):
            keep_names(folder)
            keys.write(folder, arrival.slots)


def set_aside(folder: Path, at: datetime) -> Path | None:
    """Keep what the vault is under another name, whole or damaged; None where there is nothing."""
    files = [folder / name for name in (FILE, f"{FILE}-wal", keys.KEYS, keys.TWIN)]
    there = [file for file in files if file.exists()]
    if not there:
        return None
    while (aside := folder / ASIDE / f"{at:%Y-%m-%dT%H%M%S}").exists():  # never over another one
        at += timedelta(seconds=1)
    with told(folder):
        private_folder(aside.parent)
        private_folder(aside)
        for file in there:
            _linked(file, aside / file.name)
        keep_names(aside)
        keep_names(aside.parent)
    return aside


def clear(folder: Path) -> None:
    """Remove what an exchange that was killed left unfinished; the vault is locked."""
    with suppress(OSError):
        remove_copy(folder / NEXT)
        remove_copy(folder / OPENED)


def _arrived(file: Path, slots: tuple[Slot, ...], key: str) -> Arrival:
    holdings = looked_at(file, key)
    schema.refuse_newer(holdings.schema)
    return Arrival(file=file, slots=slots, holdings=holdings)


def _before(arrival: Arrival, folder: Path) -> tuple[Slot, ...]:
    try:
        return keys.read(folder)
    except VaultUnreadable:
        return arrival.slots


def _linked(file: Path, to: Path) -> None:
    """Give a file a second name; where the disk knows none, copy it."""
    try:
        os.link(file, to)
    except OSError:
        copy_private(file, to)


def _new_file(folder: Path) -> Path:
    with told(folder):
        private_folder(folder)
        os.close(open_private(folder / NEXT, os.O_WRONLY | os.O_CREAT | os.O_TRUNC))
    return folder / NEXT


def _settle(file: Path) -> None:
    handle = os.open(file, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
