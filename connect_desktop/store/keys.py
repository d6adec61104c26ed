"""The key file and its twin: slots as JSON, with a sum over all that finds damage."""

import hashlib
import json
import logging
from contextlib import suppress
from pathlib import Path
from typing import Any

from connect_desktop.domain import outfile
from connect_desktop.domain.errors import VaultTooNew, VaultUnreadable
from connect_desktop.i18n import tr
from connect_desktop.store.derive import DEAREST, Cost
from connect_desktop.store.files import write_whole
from connect_desktop.store.slots import KEY_BYTES, Slot, Way

KEYS, TWIN = outfile.KEYS, f"{outfile.KEYS}.bak"
VERSION = 1

_TAG_BYTES = 16
_log = logging.getLogger(__name__)


class _Damaged(Exception):
    pass


def write(folder: Path, slots: tuple[Slot, ...]) -> None:
    """Write both files, each whole or not at all."""
    content = _encoded(slots)
    write_whole(folder / TWIN, content)
    write_whole(folder / KEYS, content)


def read(folder: Path) -> tuple[Slot, ...]:
    """Return the slots, from the twin if the first is damaged or gone; `VaultUnreadable` if both are."""
    for name in (KEYS, TWIN):
        try:
            return _decoded((folder / name).read_bytes())
        except (FileNotFoundError, _Damaged) as error:
            _log.warning("%s: %r", name, error)
    raise VaultUnreadable(
        tr("The key files of the store ({keys}) are missing or damaged, so it can’t be opened. Nothing was "
           "changed. Put them back into {folder} from a backup.", keys=f"{KEYS}, {TWIN}", folder=folder)
    )  # fmt: skip


def mend(folder: Path, slots: tuple[Slot, ...]) -> None:
    """Make both files hold `slots` again where one is damaged or gone; try only, opening goes before."""
    content = _encoded(slots)
    for path in (folder / KEYS, folder / TWIN):
        with suppress(OSError):
            if not path.exists() or path.read_bytes() != content:
                write_whole(path, content)
                _log.warning("%s written anew from its twin", path.name)


def _encoded(slots: tuple[Slot, ...]) -> bytes:
    content = {
        "format": "connect keys",
        "version": VERSION,
        "slots": [{**s.facts(), "nonce": s.nonce.hex(), "sealed": s.sealed.hex()} for s in slots],
    }
    return json.dumps({**content, "sum": _sum(content)}, indent=1).encode()


def _decoded(content: bytes) -> tuple[Slot, ...]:
    try:
        found = json.loads(content)
        if found.pop("sum") != _sum(found):
            raise _Damaged("sum")
        if found["version"] > VERSION:
            raise VaultTooNew(
                tr("This store was written by a newer Connect. It was left untouched. "
                   "Install the newer Connect to open it.")
            )  # fmt: skip
        return tuple(_slot(slot) for slot in found["slots"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _Damaged(error) from error


def _slot(found: dict[str, Any]) -> Slot:
    way = Way(found["way"])
    cost = None
    if way is Way.PASSPHRASE:
        cost = Cost(memory_kib=found["memory_kib"], rounds=found["rounds"], lanes=found["lanes"])
    slot = Slot(
        way=way,
        salt=bytes.fromhex(found["salt"]),
        cost=cost,
        nonce=bytes.fromhex(found["nonce"]),
        sealed=bytes.fromhex(found["sealed"]),
    )
    if len(slot.sealed) != KEY_BYTES + (0 if way is Way.OPEN else _TAG_BYTES) or not _sane(cost):
        raise ValueError(way)
    return slot


def _sane(cost: Cost | None) -> bool:
    return cost is None or (
        8 * cost.lanes <= cost.memory_kib <= DEAREST.memory_kib
        and 1 <= cost.rounds <= DEAREST.rounds
        and 1 <= cost.lanes <= DEAREST.lanes
    )


def _sum(content: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
