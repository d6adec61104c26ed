"""The backup on the way out: the closed file is copied as it lies, and made a backup by whoever comes next.

Neither takes a key, so the lock screen need not wait for it: the new process behind it, which knows none,
finishes the work. The backup is read whole, and counts, when the store is next open; until then no older one
goes for it.
"""

import json
import logging
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from connect_desktop.domain.errors import StoreError
from connect_desktop.store import backup_file, backups, keeping, keys
from connect_desktop.store.files import private_folder, remove_copy, told
from connect_desktop.store.state import FILE
from connect_desktop.store.store import Store

_LEFT = "CONNECT_LEFT"
"""name under which one process hands it on to the next"""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A backup that was begun as a store closes."""

    file: Path
    """of the vault"""
    copy: Path
    target: Path
    keys: bytes
    """the slots, as in a key file"""
    second: Path | None

    def take(self) -> bool:
        """Copy the file, closed and still locked; False where it is not whole alone, or that is refused."""
        with suppress(OSError):
            if not self.file.with_name(f"{self.file.name}-wal").exists():
                shutil.copyfile(self.file, self.copy)
                return True
        with suppress(OSError):
            self.copy.unlink()
        return False

    def finish(self) -> None:
        """Make the copy a backup, also in the second place where that is here; for any thread.

        `StoreError` where that is refused; then there is none, and it is due when the store is next open.
        """
        with keeping.one_at_a_time, told(self.target.parent):
            try:
                backup_file.pack(self.keys, self.copy, self.target)
            finally:
                remove_copy(self.copy)
        if self.second is not None and self.second.is_dir():
            backup_file.copy(self.target, self.second / self.target.name)

    def hand_on(self) -> None:
        """Leave it to the next process, or to whatever comes next in this one."""
        os.environ[_LEFT] = json.dumps(
            [str(self.file), str(self.copy), str(self.target), self.keys.decode(), str(self.second or "")]
        )


def begin(store: Store, at: datetime) -> Leaving | None:
    """Return the backup to be made of a store that is about to close, None where nothing is new in it.

    `StoreError` where there is no place for it.
    """
    if not keeping.is_due(store):
        return None
    vault = store.folder
    assert vault is not None
    folder, second = vault / backups.FOLDER, keeping.recalled(store).second
    with told(folder):
        private_folder(folder)
        handle, copy = tempfile.mkstemp(prefix=backups.SNAPSHOT, dir=folder)
        os.close(handle)
    return Leaving(
        file=vault / FILE, copy=Path(copy), target=folder / backups.named(keeping.free(folder, at)),
        keys=keys.encoded(keys.read(vault)), second=Path(second) if second else None,
    )  # fmt: skip


def finish() -> None:
    """Finish what was handed on, if anything was; what is refused is due when the store is next open."""
    if (text := os.environ.pop(_LEFT, None)) is None:
        return
    file, copy, target, slots, second = json.loads(text)
    left = Leaving(
        file=Path(file), copy=Path(copy), target=Path(target), keys=slots.encode(),
        second=Path(second) if second else None,
    )  # fmt: skip
    try:
        left.finish()
    except StoreError as error:
        _log.error("no backup on the way out: %s", type(error.__cause__ or error).__name__)
