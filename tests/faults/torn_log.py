"""What was saved lies in the write-ahead log when the process is killed; then that log is harmed.

One bit is flipped, the end is cut off, a piece is overwritten, all of it is removed, or the note beside it is
damaged. SQLite leaves out what it cannot read and says nothing: all that was acknowledged is there, or the
app says before anything is shown that it is not. Then the store is repaired, without a backup.
"""

import os
import random
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import scene

from connect_desktop.domain import Edit
from connect_desktop.domain.errors import VaultDamaged
from connect_desktop.store import Store, repair, vault, written

SAVED = 40
LOG = "vault.db-wal"


@dataclass
class Torn:
    """How it ended, by what was done to the log."""

    whole: dict[str, int] = field(default_factory=dict)
    """harmed where it does not matter: everything was there"""
    noticed: dict[str, int] = field(default_factory=dict)
    back: dict[str, float] = field(default_factory=dict)
    """how many of the moments that were acknowledged are there after a repair, in a hundred"""


def tearing(place: Path, times: int, seed: int = 2026) -> Torn:
    """Kill a process that saves, and harm so many copies of what it left, one after the other."""
    chance, left = random.Random(seed), place / "left"
    key = scene.make(left, scene.lived(40))
    before = scene.ids(left, key)
    outcome, told = scene.forked(lambda tell: _save(left, key, tell))
    assert (outcome, len(told)) == ("killed", SAVED)
    acknowledged, found = before | {*told}, Torn()
    for nth in range(times):
        name, harm = [*HARMS.items()][nth % len(HARMS)]
        folder = scene.copied(left, place / "torn")
        harm(folder, chance)
        try:
            assert scene.ids(folder, key) == acknowledged, f"{name}: opened without what was acknowledged"
            found.whole[name] = found.whole.get(name, 0) + 1
        except VaultDamaged:
            found.noticed[name] = found.noticed.get(name, 0) + 1
            repair.repair(folder, key, scene.NOON)
            back = len(_there(folder, key) & acknowledged)
            found.back[name] = found.back.get(name, 0) + back
    shutil.rmtree(place / "torn")
    for name, noticed in found.noticed.items():
        found.back[name] = round(100 * found.back[name] / noticed / len(acknowledged), 1)
    return found


def _save(folder: Path, key: vault.DataKey, tell: Callable[[str], None]) -> None:
    store = Store.open(folder, key)
    for n in range(SAVED):
        both = scene.moment(1000 + n, "y" * (n % 7 * 300))
        store.apply([Edit(None, one) for one in both])
        tell(both[0].id)
    os.kill(os.getpid(), signal.SIGKILL)


def _there(folder: Path, key: vault.DataKey) -> set[str]:
    """Return the moments that a repair brought back, also those of whom nobody in them is known any more."""
    store = Store.open(folder, key)
    try:
        assert store.faults() == []
        return {moment.id for moment in store.interactions.all()}
    finally:
        store.close()


def _flip(folder: Path, chance: random.Random) -> None:
    content = bytearray((folder / LOG).read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    (folder / LOG).write_bytes(content)


def _cut(folder: Path, chance: random.Random) -> None:
    os.truncate(folder / LOG, chance.randrange((folder / LOG).stat().st_size))


def _overwrite(folder: Path, chance: random.Random) -> None:
    content = bytearray((folder / LOG).read_bytes())
    start = chance.randrange(len(content))
    foreign = chance.randbytes(chance.randrange(1, 9000))
    content[start : start + len(foreign)] = foreign
    (folder / LOG).write_bytes(content)


def _remove(folder: Path, _chance: random.Random) -> None:
    (folder / LOG).unlink()


def _note(folder: Path, chance: random.Random) -> None:
    content = bytearray((folder / written.FILE).read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    (folder / written.FILE).write_bytes(content)


HARMS: dict[str, Callable[[Path, random.Random], None]] = {
    "flipped": _flip, "cut off": _cut, "overwritten": _overwrite, "removed": _remove, "note": _note,
}  # fmt: skip

if __name__ == "__main__":
    how_often, options = scene.asked(__doc__, 100, 1_000)
    with scene.room() as found_room:
        print(tearing(found_room, how_often, options.seed))
