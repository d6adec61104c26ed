"""The power cut at any instant, played back: what had not been synced is there, or not, or half of it.

All that is written is recorded on the way to the disk, with what was acknowledged in between; then, for each
cut, the disk is made as it may be found after it: what was synced is whole, of what was written since some
sectors arrived, and of the names given since the first few. What was acknowledged before must be there.

With `synchronous=NORMAL` the same test must fail: it is run, too, to show that it can.
"""

import ctypes
import random
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import scene
from scene import NEW, OLD

from connect_desktop.domain import Edit
from connect_desktop.domain.errors import StoreError
from connect_desktop.store import Store, database, vault

_HEAD = struct.Struct("<cqIQ")
_SECTOR = 512
_A_RECORDING = 300
"""cuts in each"""


@dataclass
class Cuts:
    cuts: int = 0
    acknowledged: int = 0
    """entries, counted anew at each cut"""
    lost: int = 0
    """cuts after which something acknowledged was not there"""
    unopenable: int = 0


@dataclass
class _File:
    """A file on the disk: what is safe, and what was written since."""

    safe: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """where and what; None is a cut at that length"""

    def sync(self) -> None:
        self.safe, self.since = _written(self.safe, self.since), []

    def after(self, chance: random.Random) -> bytes:
        """Return what is found of it after the power went."""
        kept: list[tuple[int, bytes | None]] = []
        share = chance.choice((0.0, 1.0, chance.random()))
        for at, data in self.since:
            if data is None:
                kept += [(at, None)] if chance.random() < share else []
                continue
            for start in range(0, len(data), _SECTOR):
                if chance.random() < share:
                    kept.append((at + start, data[start : start + _SECTOR]))
        return _written(self.safe, kept)


def _written(content: bytes, changes: list[tuple[int, bytes | None]]) -> bytes:
    made = bytearray(content)
    for at, data in changes:
        if data is None:
            del made[at:]
            made.extend(bytes(at - len(made)))
        else:
            made.extend(bytes(max(0, at - len(made))))
            made[at : at + len(data)] = data
    return bytes(made)


class Disk:
    """A folder as the disk knows it, op by op."""

    def __init__(self, folder: Path) -> None:
        self.safe = {str(path): _File(path.read_bytes()) for path in folder.rglob("*") if path.is_file()}
        self.now = dict(self.safe)
        self.names: list[dict[str, _File]] = []
        """all names after each change of one that is not safe yet"""

    def do(self, kind: str, path: str, at: int, data: bytes) -> None:
        """Follow one thing that was done."""
        if kind == "C" and path not in self.now:
            self._rename({**self.now, path: _File()})
        elif kind == "W":
            self.now.setdefault(path, _File()).since.append((at, data))
        elif kind == "T":
            self.now.setdefault(path, _File()).since.append((at, None))
        elif kind == "S" and path in self.now:
            self.now[path].sync()
        elif kind == "S":
            self.safe, self.names = self.now, []
        elif kind in "RL" and path in self.now:
            names = {**self.now, data.decode(): self.now[path]}
            if kind == "R":
                del names[path]
            self._rename(names)
        elif kind == "U" and path in self.now:
            self._rename({name: file for name, file in self.now.items() if name != path})

    def _rename(self, names: dict[str, _File]) -> None:
        self.now = names
        self.names.append(names)

    def write(self, chance: random.Random, folder: Path, to: Path) -> None:
        """Write what may be found after a cut now into an empty folder."""
        names = chance.choice([self.safe, *self.names])
        for name, file in names.items():
            path = to / Path(name).relative_to(folder)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.after(chance))


def cutting(place: Path, cuts: int, what: str = "saving", seed: int = 2026) -> Cuts:
    """Cut the power so often; return what was lost."""
    chance = random.Random(seed)
    found = Cuts()
    number = 0
    while found.cuts < cuts:
        number += 1
        _play(place / f"{number}", what, min(_A_RECORDING, cuts - found.cuts), chance, found)
    return found


def _play(place: Path, what: str, cuts: int, chance: random.Random, found: Cuts) -> None:
    place.mkdir()
    folder, log = place / "vault", place / "log"
    key = scene.make(folder, scene.lived(20))
    before = scene.ids(folder, key)
    first = scene.copied(folder, place / "first")
    done = scene.on_disk(Path(__file__), "--record", str(folder), str(log), what, str(chance.random()))
    assert done.returncode == 0, done.stderr
    steps = [*_steps(log.read_bytes())]
    # Every fourth cut comes when all was acknowledged, or nearly.
    late = [max(1, len(steps) - 6) if n % 4 == 0 else 1 for n in range(cuts)]
    moments = sorted(chance.randrange(after, len(steps) + 1) for after in late)
    disk, told, taken = _of_copy(first, folder), [], 0
    for until in moments:
        for kind, path, at, data in steps[taken:until]:
            if kind == "A":
                told += data.decode().split()
            else:
                disk.do(kind, path, at, data)
        taken = until
        cut = place / "cut"
        scene.shutil.rmtree(cut, ignore_errors=True)
        cut.mkdir()
        disk.write(chance, folder, cut)
        _look(cut, what, before, told, found, key)
    scene.shutil.rmtree(place)


def _of_copy(first: Path, folder: Path) -> Disk:
    disk = Disk(first)
    named = {str(folder / Path(name).relative_to(first)): file for name, file in disk.safe.items()}
    disk.safe, disk.now = named, dict(named)
    return disk


def _look(cut: Path, what: str, before: set[str], told: list[str], found: Cuts, key: vault.DataKey) -> None:
    found.cuts += 1
    found.acknowledged += len(told)
    try:
        if what == "passphrase":
            passphrase, key = scene.opened(cut, OLD, NEW)
            found.lost += bool(told) and passphrase == OLD
            told = []
        there = scene.ids(cut, key)
    except (StoreError, AssertionError):
        found.unopenable += 1
        return
    found.lost += not (set(told) | before) <= there


def _steps(content: bytes) -> Iterator[tuple[str, str, int, bytes]]:
    at = 0
    while at < len(content):
        kind, offset, path_size, size = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        path, data = content[at : at + path_size].decode(), content[at + path_size : at + path_size + size]
        at += path_size + size
        yield kind.decode(), path, offset, data


def _record(folder: Path, log: Path, what: str, seed: str) -> None:
    chance = random.Random(seed)
    if what == "normal":
        database._SAFE = tuple(("synchronous", "NORMAL", 1) if one[0] == "synchronous" else one
                               for one in database._SAFE)  # fmt: skip
    _, key = scene.opened(folder, OLD)
    other = vault.new_key(NEW, None, scene.CHEAP)
    ctypes.CDLL(None).record(str(folder).encode(), str(log).encode())
    store = Store.open(folder, key)
    if what == "passphrase":
        store.change_keys(*other)
        print("changed", flush=True)
    else:
        for n in range(60):
            both = scene.moment(1000 + n, "x" * chance.randrange(0, 6000))
            store.apply([Edit(None, one) for one in both])
            print(both[0].id, flush=True)
    store.close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--record"]:
        _record(Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4], sys.argv[5])
        sys.exit()
    times, options = scene.asked(__doc__, 300, 9000)
    for name, share in (("saving", 1.0), ("passphrase", 0.1), ("normal", 0.1)):
        with scene.room() as found_room:
            result = cutting(found_room, max(60, int(times * share)), name, options.seed)
        print(name, result, flush=True)
        good = result.lost > 0 if name == "normal" else result.lost == result.unopenable == 0
        if not good:
            sys.exit(f"{name}: not as promised")
