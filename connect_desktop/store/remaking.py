"""Backups from before a change of keys: found, and written anew under the key in force or removed."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from connect_desktop.domain.errors import StoreError
from connect_desktop.store import asides, backup_file, backups, exchange, keeping, keys
from connect_desktop.store.asides import Aside
from connect_desktop.store.backups import Backup
from connect_desktop.store.files import open_private, remove_copy, told
from connect_desktop.store.slots import Slot
from connect_desktop.store.store import Store

_ANEW = "anew.new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Older:
    """What opens with another key than the one in force, and both keys."""

    folder: Path
    backups: tuple[Backup, ...]
    """the store's own, and those in the second place where that is here"""
    asides: tuple[Aside, ...]
    elsewhere: bool
    """there is a second place that is not here, and what is in it is not known"""
    slots: tuple[Slot, ...]
    slots_before: tuple[Slot, ...]
    before: str = field(repr=False)
    now: str = field(repr=False)


def older(store: Store, before: str, slots_before: tuple[Slot, ...]) -> Older:
    """Return what does not open with the key of an open store; `before` is the raw key it had until now."""
    folder = store.folder
    assert folder is not None
    kept, slots = keeping.recalled(store), keys.read(folder)
    here = keeping.is_here(kept)
    places = [folder / backups.FOLDER, *([Path(kept.second)] if here else [])]
    there = [one for place in places for one in backups.found(place)]
    return Older(
        folder=folder,
        backups=tuple(one for one in there if not backups.opens_like(one, slots)),
        asides=tuple(asides.found(folder)),
        elsewhere=bool(kept.second) and not here,
        slots=slots,
        slots_before=slots_before,
        before=before,
        now=store.hex_key(),
    )


def remake(found: Older) -> None:
    """Write the older backups anew, each whole or as it was. For any thread.

    Those that did not open with the key from before either stay as they are. `StoreError` where one could not
    be written; the others are.
    """
    refused: StoreError | None = None
    for one in found.backups:
        if not backups.opens_like(one, found.slots_before):
            continue
        try:
            _remake(one.path, found)
        except StoreError as error:
            refused = error
    if refused is not None:
        raise refused


def remove(found: Older) -> None:
    """Remove the older backups and what is kept aside; `StoreError` where that is refused. For any thread."""
    for one in found.backups:
        with told(one.path.parent):
            one.path.unlink(missing_ok=True)
    for aside in found.asides:
        asides.remove(aside)


def _remake(backup: Path, found: Older) -> None:
    anew = found.folder / _ANEW
    with told(found.folder):
        try:
            os.close(open_private(anew, os.O_WRONLY | os.O_CREAT | os.O_TRUNC))
            exchange.write_anew(backup, anew, found.before, found.now)
            backup_file.pack(keys.encoded(found.slots), anew, backup)
        finally:
            remove_copy(anew)
