"""A store moved to another folder; what is left in the old one says where it is."""

import shutil
from pathlib import Path

from connect_desktop.domain.errors import VaultExists
from connect_desktop.i18n import tr
from connect_desktop.paths import MOVED, VAULT
from connect_desktop.store import keys, vault
from connect_desktop.store.files import copy_private, keep_names, private_folder, told, write_whole
from connect_desktop.store.state import FILE, State, state
from connect_desktop.store.synced import refuse_synced

_HALF = "vault.moving"


def move(folder: Path, data: Path) -> None:
    """Move the vault in `folder` into the data folder `data`; killed at any instant, one of the two is whole.

    Backups go with it, so that erasing knows of all. `VaultSynced`, `VaultExists` or `StoreError`; then
    nothing was changed.
    """
    target = data / VAULT
    refuse_synced(target)
    if state(target) is not State.MISSING:
        raise VaultExists(tr("There is a store in {folder} already. Choose another folder.", folder=data))
    with vault.alone(folder), told(data):
        private_folder(data)
        half = data / _HALF
        shutil.rmtree(half, ignore_errors=True)
        private_folder(half)
        _copy(folder, half)
        if target.exists():
            target.rmdir()
        half.replace(target)
        keep_names(data)
        write_whole(folder.parent / MOVED, str(data).encode("utf-8"))
        for name in (FILE, f"{FILE}-wal", keys.KEYS, keys.TWIN):
            (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _copy(folder: Path, to: Path) -> None:
    for path in sorted(folder.rglob("*")):
        new = to / path.relative_to(folder)
        if path.is_dir():
            private_folder(new)
        else:
            copy_private(path, new)
    for place in (to, *filter(Path.is_dir, to.rglob("*"))):
        keep_names(place)
