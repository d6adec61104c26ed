"""The key file and its twin: slots as JSON, with a sum over all that finds damage.

While one encrypted file takes the place of another, the slots of both are there. Which are in force, the file
itself says: each begins with 16 random bytes of its own, its salt.
"""

import hashlib
import json
import logging
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from connect_desktop.domain import outfile
from connect_desktop.domain.errors import KeysLost, VaultTooNew, VaultUnreadable
from connect_desktop.i18n import tr
from connect_desktop.store.derive import DEAREST, Cost
from connect_desktop.store.files import write_whole
from connect_desktop.store.slots import KEY_BYTES, Slot, Way

KEYS, TWIN, FILE = outfile.KEYS, f"{outfile.KEYS}.bak", "vault.db"
VERSION = 1

_TAG_BYTES, _SALT_BYTES = 16, 16
_log = logging.getLogger(__name__)


class _Damaged(Exception):
    pass


@dataclass(frozen=True, slots=True)
class Incoming:
    """The slots of the encrypted file with this salt, which is to take the place of the one there is."""

    salt: bytes
    slots: tuple[Slot, ...]


def write(folder: Path, slots: tuple[Slot, ...], incoming: Incoming | None = None) -> None:
    """Write both files, each whole or not at all."""
    content = encoded(slots, incoming)
    write_whole(folder / TWIN, content)
    write_whole(folder / KEYS, content)


def read(folder: Path) -> tuple[Slot, ...]:
    """Return the slots in force, of the twin if the first is damaged; `KeysLost` if both are."""
    for name in (KEYS, TWIN):
        try:
            slots, incoming = _decoded((folder / name).read_bytes())
            arrived = incoming is not None and incoming.salt == salt(folder / FILE)
            return incoming.slots if incoming is not None and arrived else slots
        except (FileNotFoundError, _Damaged) as error:
            _log.warning("%s: %r", name, error)
    raise KeysLost(
        tr("The key files of the store ({keys}) are missing or damaged, so it can’t be opened. Nothing was "
           "changed. Put them back into {folder} from a backup.", keys=f"{KEYS}, {TWIN}", folder=folder)
    )  # fmt: skip


def mend(folder: Path, slots: tuple[Slot, ...]) -> None:
    """Make both files hold `slots` again where one is damaged or gone; try only, opening goes before."""
    content = encoded(slots)
    for path in (folder / KEYS, folder / TWIN):
        with suppress(OSError):
            if not path.exists() or path.read_bytes() != content:
                write_whole(path, content)
                _log.warning("%s written anew from its twin", path.name)


def salt(file: Path) -> bytes:
    """Return the salt of an encrypted file; nothing where there is no file."""
    try:
        with file.open("rb") as stream:
            return stream.read(_SALT_BYTES)
    except FileNotFoundError:
        return b""


def encoded(slots: tuple[Slot, ...], incoming: Incoming | None = None) -> bytes:
    """Return slots as the content of a key file."""
    content: dict[str, Any] = {"format": "connect keys", "version": VERSION, "slots": _written(slots)}
    if incoming is not None:
        content["incoming"] = {"salt": incoming.salt.hex(), "slots": _written(incoming.slots)}
    return json.dumps({**content, "sum": _sum(content)}, indent=1).encode()


def decoded(content: bytes) -> tuple[Slot, ...]:
    """Return the slots of a key file's content; `VaultUnreadable` where it is damaged."""
    try:
        return _decoded(content)[0]
    except _Damaged as error:
        raise VaultUnreadable(tr("The keys in it are damaged. Nothing was changed.")) from error


def _written(slots: tuple[Slot, ...]) -> list[dict[str, Any]]:
    return [{**s.facts(), "nonce": s.nonce.hex(), "sealed": s.sealed.hex()} for s in slots]


def _decoded(content: bytes) -> tuple[tuple[Slot, ...], Incoming | None]:
    try:
        found = json.loads(content)
        if found.pop("sum") != _sum(found):
            raise _Damaged("sum")
        if found["version"] > VERSION:
            raise VaultTooNew(
                tr("This store was written by a newer Connect. It was left untouched. "
                   "Install the newer Connect to open it.")
            )  # fmt: skip
        return tuple(map(_slot, found["slots"])), _incoming(found.get("incoming"))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _Damaged(error) from error


def _incoming(found: dict[str, Any] | None) -> Incoming | None:
    if found is None:
        return None
    return Incoming(bytes.fromhex(found["salt"]), tuple(map(_slot, found["slots"])))


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
