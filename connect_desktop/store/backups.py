"""The backups of a vault: copied while it is open, seen to be whole, and a few of each age kept."""

import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from connect_desktop.domain.errors import StoreError
from connect_desktop.store import backup_file, keys
from connect_desktop.store.database import Database
from connect_desktop.store.files import private_folder, remove_copy, told
from connect_desktop.store.health import Holdings, looked_at
from connect_desktop.store.slots import Slot

FOLDER = "backups"
SNAPSHOT, _NEW = "snapshot-", ".new"
_NAME = re.compile(r"connect-(\d{4}-\d\d-\d\dT\d{6}Z)\.backup")
_WHEN = "%Y-%m-%dT%H%M%SZ"

_KEPT: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (12, lambda at: at.strftime("%Y-%m-%d %H")),
    (14, lambda at: at.date()),
    (8, lambda at: at.isocalendar()[:2]),
    (12, lambda at: (at.year, at.month)),
)
"""the newest of each of the last so many hours, days, weeks and months that have any"""
_NEWEST = 4
"""kept besides: what was made before much was deleted does not go with the next one of that hour"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A file in the folder of backups."""

    path: Path
    made: datetime
    size: int
    """bytes"""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of the open store, not yet looked at and without its keys."""

    file: Path
    keys: bytes
    hex_key: str = field(repr=False)

    def keep(self, *backups: Path) -> Holdings:
        """See that the copy is whole, make it these backups, and return what is in them. For any thread.

        `StoreError` where that fails; what was a backup before stays one.
        """
        with told(backups[0].parent):
            try:
                found = looked_at(self.file, self.hex_key)
                for backup in backups:
                    backup_file.pack(self.keys, self.file, backup)
            finally:
                remove_copy(self.file)
        return found


def snapshot(database: Database, vault: Path, hex_key: str) -> Snapshot:
    """Copy the open store of a vault into its folder of backups; on the store's own thread."""
    folder = vault / FOLDER
    with told(folder):
        private_folder(folder)
        handle, name = tempfile.mkstemp(prefix=SNAPSHOT, dir=folder)
        os.close(handle)
        file = Path(name)
        try:
            database.copy_to(file)
        except BaseException:
            remove_copy(file)
            raise
        return Snapshot(file, keys.encoded(keys.read(vault)), hex_key)


def named(at: datetime) -> str:
    """Return the name of a backup made at a time; it says nothing else."""
    return f"connect-{at.astimezone(UTC):{_WHEN}}.backup"


def found(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the newest first; none where there is no folder."""
    with told(folder), suppress(FileNotFoundError):
        return sorted(_found(folder), key=lambda one: one.made, reverse=True)
    return []


def opens_like(backup: Backup, slots: tuple[Slot, ...]) -> bool:
    """Return whether a backup has one of these slots, and so their key; its store is not read."""
    try:
        theirs = keys.decoded(backup_file.peek(backup.path))
    except StoreError:
        return False
    return any(slot in slots for slot in theirs)


def prune(folder: Path) -> None:
    """Remove the backups in a folder that are not to be kept, and what a crash left unfinished."""
    backups = found(folder)
    lasting = kept(one.made for one in backups)
    with told(folder):
        for one in backups:
            if one.made not in lasting:
                one.path.unlink(missing_ok=True)
        for left in folder.glob(f"*{_NEW}"):
            left.unlink(missing_ok=True)


def clear(folder: Path) -> None:
    """Remove the copies that a crash left unfinished; while none is being made."""
    with suppress(OSError):
        for left in [*folder.glob(f"{SNAPSHOT}*"), *folder.glob(f"*{_NEW}")]:
            left.unlink(missing_ok=True)


def remove_before(folder: Path, at: datetime) -> None:
    """Remove the backups in a folder that were made before a time; `StoreError` where that is refused."""
    with told(folder):
        for one in found(folder):
            if one.made < at:
                one.path.unlink(missing_ok=True)


def make_place(folder: Path) -> None:
    """Make a folder for copies and see that files can be put there; `StoreError` where they cannot."""
    with told(folder):
        private_folder(folder)
        handle, name = tempfile.mkstemp(dir=folder)
        os.close(handle)
        Path(name).unlink()


def kept(times: Iterable[datetime]) -> set[datetime]:
    """Return which of these are kept: the last few, 12 hourly, 14 daily, 8 weekly and 12 monthly."""
    ordered = sorted(times, reverse=True)
    lasting = set(ordered[:_NEWEST])
    for count, part_of in _KEPT:
        newest: dict[object, datetime] = {}
        for at in ordered:
            newest.setdefault(part_of(at), at)
        lasting.update([*newest.values()][:count])
    return lasting


def _found(folder: Path) -> Iterator[Backup]:
    for path in folder.iterdir():
        if (match := _NAME.fullmatch(path.name)) and path.is_file():
            made = datetime.strptime(match[1], _WHEN).replace(tzinfo=UTC)
            yield Backup(path=path, made=made, size=path.stat().st_size)
