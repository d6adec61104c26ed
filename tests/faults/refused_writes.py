"""A disk that is full (ENOSPC) or broken (EIO) at each write, sync, name or new file, once and from then on.

Done while it fails: a save, a backup, an export, a passphrase change, a migration, an import. Each time the
old state is whole or the new one; what was told as done is there; what was not is told in a sentence.
"""

import ctypes
import errno
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import scene
from scene import NEW, NOON, OLD

from connect_desktop.domain import Edit
from connect_desktop.domain.errors import NotSaved, VaultClosed
from connect_desktop.interchange import connect_json, merge
from connect_desktop.interchange.contents import contents
from connect_desktop.store import Store, backup_file, backups, schema, steps, vault

Job = tuple[Callable[[Path, Callable[[], None]], None], Callable[[Path], str]]
"""what is done in a folder, after a call that sets the trap; a look that finds the old state or the new"""


def refusing(what: str, place: Path, every: int = 1) -> dict[str, int]:
    """Let each so many-th write of a job be refused; return how it ended, and what was found afterwards."""
    act, look = JOBS[what](place)
    whole, folder = place / "whole", place / "refused"
    total = _count(act, scene.copied(whole, folder))
    found = {"places": total, "tried": 0, "refused": 0, "refused, yet there": 0, "done": 0}
    for error in (errno.ENOSPC, errno.EIO):
        for lasting in (0, 1):
            for nth in range(1, total + 1, every):
                scene.copied(whole, folder)
                trap = partial(_disk().refuse, str(folder).encode(), nth, error, lasting)
                outcome, lines = scene.forked(lambda _tell, trap=trap: act(folder, trap))
                case = f"{what}: {errno.errorcode[error]} at {nth}{' and after' if lasting else ''}"
                assert outcome in ("refused", "done"), f"{case}: {lines}"
                assert outcome == "done" or len(lines[-1]) > len("refused: "), case
                state = look(folder)
                found["tried"] += 1
                found[_told(what, outcome, state, f"{case}: {lines}")] += 1
    return found


def _told(what: str, outcome: str, state: str, case: str) -> str:
    """Return how a case ended; `AssertionError` where what was told is not so."""
    if outcome == "done":
        assert state == "new", f"{case}: told as done, and not there"
        return outcome
    # A file whose name may not last through a power cut is told as not made; never so with keys.
    assert state == "old" or what != "passphrase", f"{case}: told as refused, and done"
    assert state == "old" or "save" not in what or "whether it is there" in case, f"{case}: told as not saved"
    return "refused" if state == "old" else "refused, yet there"


def _count(act: Callable[[Path, Callable[[], None]], None], folder: Path) -> int:
    def counted(tell: Callable[[str], None]) -> None:
        act(folder, lambda: _disk().refuse(str(folder).encode(), 0, 0, 0))
        tell(str(_disk().counted()))

    outcome, lines = scene.forked(counted)
    assert outcome == "done", lines
    return int(lines[-1])


def _disk() -> ctypes.CDLL:
    """Return the library that was put before the C library when this program began."""
    found = ctypes.CDLL(None)
    found.counted.restype = ctypes.c_long
    found.refuse.argtypes = [ctypes.c_char_p, ctypes.c_long, ctypes.c_int, ctypes.c_int]
    return found


def _save(place: Path, *, tries: int = 1, closing: bool = True) -> Job:
    key = scene.make(place / "whole" / "vault", scene.lived())
    before = scene.ids(place / "whole" / "vault", key)
    both = scene.moment(5000, "y" * 9000)

    def act(folder: Path, trap: Callable[[], None]) -> None:
        store = Store.open(folder / "vault", key)
        trap()
        try:
            for left in reversed(range(tries)):
                with suppress(*[NotSaved] * bool(left)):
                    store.apply([Edit(None, one) for one in both])
                    break
        finally:
            if closing:
                store.close()

    def look(folder: Path) -> str:
        found = scene.ids(folder / "vault", key)
        assert found in (before, before | {both[0].id})
        return "old" if found == before else "new"

    return act, look


def _save_and_end(place: Path) -> Job:
    """The process ends where the save did: nothing is closed, and the log is found as it lies."""
    return _save(place, closing=False)


def _save_again(place: Path) -> Job:
    """What was refused is saved once more, and is there once."""
    return _save(place, tries=2)


def _backup(place: Path) -> Job:
    key = scene.make(place / "whole" / "vault", scene.lived())
    before = scene.ids(place / "whole" / "vault", key)
    name = backups.named(NOON)

    def act(folder: Path, trap: Callable[[], None]) -> None:
        store = Store.open(folder / "vault", key)
        trap()
        store.snapshot().keep(folder / "vault" / backups.FOLDER / name)

    def look(folder: Path) -> str:
        assert scene.ids(folder / "vault", key) == before
        left = sorted(path.name for path in (folder / "vault" / backups.FOLDER).glob("*"))
        assert left in ([], [name]), left
        if left:
            backup_file.keys_of(folder / "vault" / backups.FOLDER / name)
        return "new" if left else "old"

    return act, look


def _export(place: Path) -> Job:
    key = scene.make(place / "whole" / "vault", scene.lived())
    (place / "whole" / "out.json").write_bytes(b"the last one")

    def act(folder: Path, trap: Callable[[], None]) -> None:
        store = Store.open(folder / "vault", key)
        trap()
        connect_json.write(contents(store, 240), folder / "out.json")

    def look(folder: Path) -> str:
        assert sorted(path.name for path in folder.iterdir()) == ["out.json", "vault"]
        if (folder / "out.json").read_bytes() == b"the last one":
            return "old"
        connect_json.read(folder / "out.json")
        return "new"

    return act, look


def _passphrase(place: Path) -> Job:
    key = scene.make(place / "whole", scene.lived())
    before = scene.ids(place / "whole", key)
    other, slots = vault.new_key(NEW, None, scene.CHEAP)

    def act(folder: Path, trap: Callable[[], None]) -> None:
        store = Store.open(folder, key)
        trap()
        with suppress(VaultClosed):  # told as done
            store.change_keys(other, slots)

    def look(folder: Path) -> str:
        passphrase, found = scene.opened(folder, OLD, NEW)
        assert scene.ids(folder, found) == before
        return "old" if passphrase == OLD else "new"

    return act, look


def _migration(place: Path) -> Job:
    key = scene.make(place / "whole", scene.lived())
    before = scene.ids(place / "whole", key)
    more = (*steps.STEPS, "UPDATE interaction SET note = note || '.';")

    def act(folder: Path, trap: Callable[[], None]) -> None:
        schema.STEPS = more  # so that a backup is made before
        schema.migrate = partial(schema.migrate, steps=more)
        trap()
        Store.open(folder, key)

    def look(folder: Path) -> str:
        database = vault.Database(folder / "vault.db", key.raw.hex())
        try:
            number = schema.version(database)
            assert {row[0] for row in database.rows("SELECT id FROM interaction")} == before
            dots = database.row("SELECT count(*) FROM interaction WHERE note GLOB '*.'")
            assert dots == ((len(before) if number == len(more) else 0),)
            assert database.rows("PRAGMA integrity_check") == [("ok",)]
            return "new" if number == len(more) else "old"
        finally:
            database.close()

    return act, look


def _import(place: Path) -> Job:
    source, file = place / "source", place / "life.json"
    store = Store.open(source, scene.make(source, scene.lived(seed=3)))
    connect_json.write(contents(store, 240), file)
    more = {row[0] for row in store._database.rows("SELECT id FROM interaction")}
    store.close()
    key = scene.make(place / "whole", [])
    bundle = connect_json.read(file)

    def act(folder: Path, trap: Callable[[], None]) -> None:
        store = Store.open(folder, key)
        trap()
        try:
            merge.bring_in(store, merge.plan(store, bundle, {}), None, 240)
        finally:
            store.close()

    def look(folder: Path) -> str:
        found = scene.ids(folder, key)
        assert found in (set(), more)
        return "new" if found else "old"

    return act, look


JOBS: dict[str, Callable[[Path], Job]] = {
    "save": _save, "save and end": _save_and_end, "save again": _save_again, "backup": _backup,
    "export": _export, "passphrase": _passphrase, "migration": _migration, "import": _import,
}  # fmt: skip

if __name__ == "__main__":
    every, options = scene.asked(__doc__, 7, 1)
    try:
        _disk()
    except AttributeError:  # begun without it
        done = scene.on_disk(Path(__file__), *sys.argv[1:])
        print(done.stdout, done.stderr, end="")
        sys.exit(done.returncode)
    for name in options.rest or JOBS:
        with scene.room() as found_room:
            print(name, refusing(name, found_room, every), flush=True)
