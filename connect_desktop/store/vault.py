"""The vault: a folder with one encrypted file, its keys, and a lock for the one who writes.

`vault.db` gets its name last, when everything is whole. Whoever finds `vault.db.new` without it finds a vault
that was never finished, and may begin again.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from connect_desktop.domain import now
from connect_desktop.domain.errors import (
    InvalidValue,
    NoVault,
    StoreError,
    VaultDamaged,
    VaultExists,
    WrongPassphrase,
)
from connect_desktop.i18n import tr
from connect_desktop.store import (
    backups,
    exchange,
    health,
    keys,
    os_keyring,
    recovery,
    refusals,
    schema,
    slots,
    tries,
    written,
)
from connect_desktop.store.database import Database
from connect_desktop.store.derive import Cost, calibrated
from connect_desktop.store.files import move, open_private, private_folder, told, write_whole
from connect_desktop.store.lock import Lock
from connect_desktop.store.slots import Slot, Way, of_way
from connect_desktop.store.state import FILE, LOCK, UNFINISHED, State, has_keyring, refuse_in_use, state
from connect_desktop.store.synced import refuse_synced

__all__ = [
    "DataKey", "State", "alone", "create", "forget_keyring", "has_keyring", "is_open", "is_recovery_code",
    "key_in", "key_in_either", "leave_keyring", "new_key", "new_recovery_code", "open_file",
    "refuse_in_use", "restore", "state", "unlock", "unlock_either", "unlock_open", "unlock_with_code",
    "unlock_with_keyring", "use_keyring",
]  # fmt: skip

_LEAST = 512
"""bytes; SQLite's smallest page"""
_LONGEST = 500
"""bytes of a path"""


@dataclass(frozen=True, slots=True)
class DataKey:
    """The key of the encrypted file; it never shows itself."""

    raw: bytes = field(repr=False)


def new_recovery_code() -> str:
    """Return a fresh recovery code: eight groups of four, 160 bits."""
    return recovery.new_code()


def is_recovery_code(typed: str) -> bool:
    """Return whether this could be a recovery code, of whichever store."""
    try:
        return bool(recovery.read(typed))
    except WrongPassphrase:
        return False


def create(folder: Path, passphrase: str | None, code: str | None, *, cost: Cost | None = None) -> DataKey:
    """Make a vault in a folder and return its key; `VaultExists` where there is one.

    Without a passphrase it gets an open slot. Takes some seconds, to find out what a second of work is here;
    `cost` says it instead. A crash leaves a whole vault, or none and a folder to begin again in; what is
    refused leaves no folder that was not there.
    """
    _refuse_vault(folder)
    _refuse_deep(folder)
    refuse_synced(folder)
    key, made = new_key(passphrase, code, cost)
    with alone(folder):
        _refuse_vault(folder)
        _build(folder, key, made)
    return key


def new_key(
    passphrase: str | None, code: str | None, cost: Cost | None = None
) -> tuple[DataKey, tuple[Slot, ...]]:
    """Return a fresh key and the slots that hold it; `InvalidValue` for a passphrase that is empty.

    Without a passphrase one of them is open. For any thread; takes some seconds, to find out what a second of
    work is here; `cost` says it instead.
    """
    key = DataKey(os.urandom(slots.KEY_BYTES))
    return key, tuple(_new_slots(key, passphrase, code, cost))


def unlock(folder: Path, passphrase: str) -> DataKey:
    """Return the key, after about a second; `WrongPassphrase` where it is not the one. For any thread."""
    return _unlocked(folder, lambda found: key_in(found, passphrase))


def unlock_with_code(folder: Path, code: str) -> DataKey:
    """Return the key; case, spaces, dashes, O for 0 and I or L for 1 are forgiven."""
    return _unlocked(folder, lambda found: _key_for_code(found, code))


def unlock_either(folder: Path, typed: str) -> DataKey:
    """Return the key for the passphrase or else the recovery code; `WrongPassphrase` where it is neither."""
    return _unlocked(folder, lambda found: key_in_either(found, typed))


def unlock_with_keyring(folder: Path) -> DataKey:
    """Return the key with the help of the system's keyring; `WrongPassphrase` where that has none."""
    return _unlocked(folder, lambda found: _key(found, Way.KEYRING, _with_keyring), typed=False)


def use_keyring(folder: Path, key: DataKey) -> None:
    """Let the operating system's keyring open a protected vault, too; `StoreError` where it refuses."""
    there = keys.read(folder)
    if of_way(there, Way.PASSPHRASE) is None:
        raise TypeError("the keyring is never the only way in")
    secret = os.urandom(slots.KEY_BYTES)
    slot = slots.for_keyring(key.raw, secret)
    os_keyring.keep(slot.salt.hex(), secret)
    with told(folder):
        keys.write(folder, (*(one for one in there if one.way is not Way.KEYRING), slot))


def leave_keyring(folder: Path) -> None:
    """Let the keyring open it no more; what is in the keyring is forgotten, if that answers."""
    there = keys.read(folder)
    with told(folder):
        keys.write(folder, tuple(one for one in there if one.way is not Way.KEYRING))
    forget_keyring(there)


def forget_keyring(before: tuple[Slot, ...]) -> None:
    """Take out of the keyring what opened these slots, if that answers."""
    for one in before:
        if one.way is Way.KEYRING:
            with suppress(StoreError):
                os_keyring.forget(one.salt.hex())


def unlock_open(folder: Path) -> DataKey:
    """Return the key of a vault that is not protected."""
    return _unlocked(folder, lambda found: key_in(found, None), typed=False)


def open_file(folder: Path, key: DataKey) -> tuple[Database, Lock]:
    """Return the encrypted file, brought to the present schema, and the lock that makes it ours.

    `NoVault`, `VaultInUse`, `VaultTooNew` or `VaultUnreadable`; then nothing was changed. Every page is read
    and its signature seen: 0.25 s for fifty thousand moments.
    """
    _refuse_none(folder)
    _refuse_deep(folder)
    refuse_synced(folder)
    with told(folder), ExitStack() as undo:
        lock = Lock(folder / LOCK)
        undo.callback(lock.release)
        _refuse_emptied(folder / FILE)
        database = Database(folder / FILE, key.raw.hex())
        undo.callback(database.close)
        schema.refuse_newer(schema.version(database))
        _see_all_written(database, folder)
        _see_signed(database)
        if schema.is_behind(database):
            _back_up(database, folder, key)
        schema.migrate(database)
        exchange.clear(folder)
        database.note = partial(written.note, folder)
        undo.pop_all()
        return database, lock


def _see_all_written(database: Database, folder: Path) -> None:
    """Raise `VaultDamaged` where the file knows of less than was written; what lies beside it stays."""
    if database.written() >= written.noted(folder):
        return
    log = folder / f"{FILE}-wal"
    beside = log.read_bytes() if log.exists() else b""
    database.close()  # folds in what it can read, and takes the rest away
    if beside:
        write_whole(log, beside)
    raise refusals.cut_off()


def forget_written(folder: Path) -> None:
    """Let the file of a vault, which was closed, stand for itself, where nothing lies beside it."""
    if not (folder / f"{FILE}-wal").exists():
        written.forget(folder)


def _see_signed(database: Database) -> None:
    """Read every page; what a power cut left half folded into the file lies whole beside it still."""
    try:
        health.see_signed(database)
    except VaultDamaged:
        database.fold()
        health.see_signed(database)


def _back_up(database: Database, folder: Path, key: DataKey) -> None:
    """Keep the store as it is before it is brought to another schema."""
    copy = backups.snapshot(database, folder, key.raw.hex())
    copy.keep(folder / backups.FOLDER / backups.named(now()))


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep every other Connect out of a closed vault, whole or damaged; `VaultInUse` where one is in."""
    with told(folder), _no_folder_left(folder) as is_new:
        private_folder(folder)
        lock = Lock(folder / LOCK)
        try:
            yield
        except BaseException:
            if is_new:
                (folder / LOCK).unlink()
            raise
        finally:
            lock.release()


def restore(folder: Path, arrival: exchange.Arrival, at: datetime) -> Path | None:
    """Put what was unpacked in the place of the vault; return where that is now, None where there was none.

    Inside `alone`.
    """
    aside = exchange.set_aside(folder, at)
    exchange.put_in_place(arrival, folder)
    return aside


def _unlocked(folder: Path, key_of: Callable[[tuple[Slot, ...]], DataKey], *, typed: bool = True) -> DataKey:
    """Return the key that is found in the slots; what was typed and opens none is remembered as a try."""
    _refuse_none(folder)
    with told(folder):
        found = keys.read(folder)
        try:
            key = key_of(found)
        except WrongPassphrase:
            if typed:
                tries.note(folder, now())
            raise
        keys.mend(folder, found)
        return key


def key_in(found: tuple[Slot, ...], passphrase: str | None) -> DataKey:
    """Return the key that these slots of a backup hold; None opens those that are not protected."""
    if passphrase is None:
        return _key(found, Way.OPEN, lambda slot: slot.sealed)
    return _key(found, Way.PASSPHRASE, lambda slot: slots.with_passphrase(slot, passphrase))


def key_in_either(found: tuple[Slot, ...], typed: str) -> DataKey:
    """Return the key that these slots of a backup hold for the passphrase or else the recovery code."""
    try:
        return key_in(found, typed)
    except WrongPassphrase as wrong:
        with suppress(WrongPassphrase):
            return _key_for_code(found, typed)
        raise wrong from None


def _key_for_code(found: tuple[Slot, ...], code: str) -> DataKey:
    return _key(found, Way.CODE, lambda slot: slots.with_code(slot, code))


def _with_keyring(slot: Slot) -> bytes:
    secret = os_keyring.found(slot.salt.hex())
    if secret is None:
        raise WrongPassphrase(tr("The keyring of this computer doesn’t open it. Use your passphrase."))
    return slots.with_keyring(slot, secret)


def is_open(found: tuple[Slot, ...]) -> bool:
    """Return whether these slots open for anyone."""
    return of_way(found, Way.OPEN) is not None


def _key(found: tuple[Slot, ...], way: Way, opened: Callable[[Slot], bytes]) -> DataKey:
    slot = of_way(found, way)
    if slot is None:
        raise WrongPassphrase(_NO_SLOT[way]())
    return DataKey(opened(slot))


_NO_SLOT = {
    Way.PASSPHRASE: lambda: tr("This store has no passphrase. Nothing was changed."),
    Way.CODE: lambda: tr("This store has no recovery code. Nothing was changed."),
    Way.KEYRING: lambda: tr("The keyring is not a way into this store. Nothing was changed."),
    Way.OPEN: lambda: tr("This store is protected: it takes its passphrase. Nothing was changed."),
}


def _new_slots(key: DataKey, passphrase: str | None, code: str | None, cost: Cost | None) -> Iterator[Slot]:
    if passphrase is None:
        yield slots.for_anyone(key.raw)
    elif passphrase:
        yield slots.for_passphrase(key.raw, passphrase, cost or calibrated())
    else:
        raise InvalidValue("passphrase", passphrase, tr("it must not be empty"))
    if code is not None:
        yield slots.for_code(key.raw, code)


def _build(folder: Path, key: DataKey, made: tuple[Slot, ...]) -> None:
    """Write everything under `UNFINISHED`, then give it its name.

    The keys of an unfinished vault open nothing else: they go first when it is cleared away.
    """
    try:
        _clear(folder)
        os.close(open_private(folder / UNFINISHED, os.O_RDWR | os.O_CREAT | os.O_EXCL))
        database = Database(folder / UNFINISHED, key.raw.hex())
        try:
            schema.make(database)
        finally:
            database.close()
        keys.write(folder, made)
        move(folder / UNFINISHED, folder / FILE)
    except BaseException:
        with suppress(OSError):
            _clear(folder)
        raise


@contextmanager
def _no_folder_left(folder: Path) -> Iterator[bool]:
    """Say whether the folder is new; after an error take away what is, with its parents, if it is empty."""
    new = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        yield bool(new)
    except BaseException:
        with suppress(OSError):
            for one in new:
                one.rmdir()
        raise


def _clear(folder: Path) -> None:
    if (folder / UNFINISHED).exists():
        for name in (keys.KEYS, keys.TWIN, f"{UNFINISHED}-wal", f"{UNFINISHED}-journal", UNFINISHED):
            (folder / name).unlink(missing_ok=True)


def _refuse_vault(folder: Path) -> None:
    if state(folder) is not State.MISSING:
        raise VaultExists(
            tr("There is a store in {folder} already, and it was left as it is. Open it, or choose another "
               "folder.", folder=folder)
        )  # fmt: skip


def _refuse_none(folder: Path) -> None:
    if state(folder) is State.MISSING:
        raise NoVault(tr("There is no store in {folder} yet.", folder=folder))


def _refuse_emptied(file: Path) -> None:
    """SQLite takes a file of next to nothing for a new one, and one it may not write for one to look at."""
    with file.open("r+b") as stream:
        if len(stream.read(_LEAST)) < _LEAST:
            raise refusals.damaged()


def _refuse_deep(folder: Path) -> None:
    """SQLite finds no file whose whole path, with what it adds to it, is longer than 512 bytes."""
    if len(os.fsencode(folder.resolve() / UNFINISHED)) > _LONGEST:
        raise StoreError(
            tr("The path of {folder} is too long for a store. Nothing was changed. "
               "Choose a folder nearer to the top.", folder=folder)
        )  # fmt: skip
