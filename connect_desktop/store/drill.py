"""A restore that is only tried: a backup unpacked into a private file, read whole, and taken away again."""

from pathlib import Path

from connect_desktop.store import backup_file
from connect_desktop.store.files import told
from connect_desktop.store.health import Holdings, looked_at

TRIED = "tried.new"


def tried(backup: Path, folder: Path, hex_key: str) -> Holdings:
    """Return what is in a backup; `BackupRefused` or `VaultUnreadable` where it could not be restored."""
    file = folder / TRIED
    with told(folder):
        try:
            backup_file.unpack(backup, file)
            return looked_at(file, hex_key)
        finally:
            file.unlink(missing_ok=True)
