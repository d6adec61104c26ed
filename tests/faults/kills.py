"""Killed with SIGKILL at any instant: while saving, changing keys, restoring, migrating, importing, leaving.

Saving: what was acknowledged is there. The others: the old state opens, or the new one, whole. Leaving: what
was saved is there, and a backup of it that is whole, or none.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import scene
from scene import NEW, NOON, OLD

from connect_desktop.domain import Edit
from connect_desktop.interchange import connect_json, merge
from connect_desktop.interchange.contents import contents
from connect_desktop.store import Store, backups, drill, exchange, keeping, leaving, schema, steps, vault


@dataclass
class Saved:
    kills: int
    acknowledged: int
    lost: int


def saving(place: Path, kills: int, seed: int = 2026) -> Saved:
    """Kill a process that saves one moment after the other, again and again, in one store."""
    chance = random.Random(seed)
    folder = place / "saving"
    key = scene.make(folder, scene.lived(0))
    told: set[str] = set()
    seen: set[str] = set()
    for nth in range(kills):

        def save(tell: Callable[[str], None], nth: int = nth) -> None:
            store = Store.open(folder, key)
            for n in range(10_000):
                both = scene.moment(nth * 10_000 + n, "x" * chance.randrange(0, 6000))
                store.apply([Edit(None, one) for one in both])
                tell(both[0].id)

        outcome, lines = scene.forked(save, chance.uniform(0.0, 0.3))
        assert outcome == "killed", lines
        told |= set(lines)
        if nth % 10 == 9 or nth == kills - 1:
            seen = scene.ids(folder, key)  # the file grows: looked at whole now and then, opened every time
            assert told <= seen, f"lost after {nth + 1} kills: {told - seen}"
    return Saved(kills, len(told), len(told - seen))


def changing(what: str, place: Path, kills: int, seed: int = 2026) -> dict[str, int]:
    """Kill a change at random instants of its time; return how often the old state was found, and the new."""
    chance = random.Random(seed)
    change, look = _CHANGES[what](place)
    whole = place / "whole"
    folder = place / "killed"

    longest = scene.lasting(lambda _tell: change(folder), lambda: scene.copied(whole, folder))
    found = {"old": 0, "new": 0}
    for _ in range(kills):
        scene.copied(whole, folder)
        outcome, lines = scene.forked(lambda _tell: change(folder), chance.uniform(0, 1.05) * longest)
        assert outcome in ("killed", "done"), lines
        state = look(folder)
        assert state == "new" or outcome == "killed", "acknowledged, and not there"
        found[state] += 1
    return found


Changed = tuple[Callable[[Path], None], Callable[[Path], str]]


def _passphrase(place: Path) -> Changed:
    key = scene.make(place / "whole", scene.lived())
    before = scene.ids(place / "whole", key)
    other, slots = vault.new_key(NEW, None, scene.CHEAP)

    def change(folder: Path) -> None:
        store = Store.open(folder, key)
        job = keeping.begin(store, NOON)
        job.finish()
        store.change_keys(other, slots, job.anew(other.raw.hex(), slots))
        store.close()

    def look(folder: Path) -> str:
        passphrase, found = scene.opened(folder, OLD, NEW)
        assert scene.ids(folder, found) == before
        return "old" if passphrase == OLD else "new"

    return change, look


def _restore(place: Path) -> Changed:
    later, backup = place / "later", place / "one.backup"
    restored = scene.make(later, scene.lived(80, seed=2), NEW)
    store = Store.open(later, restored)
    store.snapshot().keep(backup)
    store.close()
    key = scene.make(place / "whole", scene.lived())
    states = {"old": scene.ids(place / "whole", key), "new": scene.ids(later, restored)}

    def change(folder: Path) -> None:
        with vault.alone(folder):
            arrival = exchange.from_backup(backup, folder, lambda slots: vault.key_in(slots, NEW).raw.hex())
            vault.restore(folder, arrival, NOON)

    def look(folder: Path) -> str:
        passphrase, found = scene.opened(folder, OLD, NEW)
        state = "old" if passphrase == OLD else "new"
        assert scene.ids(folder, found) == states[state]
        return state

    return change, look


def _leaving(place: Path) -> Changed:
    key = scene.make(place / "whole", scene.lived())
    before = scene.ids(place / "whole", key)

    def change(folder: Path) -> None:
        store = Store.open(folder, key)
        left = leaving.begin(store, NOON)
        assert left is not None
        store.close(left.take)
        left.finish()

    def look(folder: Path) -> str:
        assert scene.ids(folder, key) == before
        made = backups.found(folder / backups.FOLDER)
        for one in made:
            assert drill.tried(one.path, folder, key.raw.hex()).moments == len(before)
        return "new" if made else "old"

    return change, look


_EXTRA = "ALTER TABLE person ADD COLUMN extra TEXT;\nUPDATE interaction SET note = note || '.';"


def _migration(place: Path) -> Changed:
    key = scene.make(place / "whole", scene.lived(400))
    before = scene.ids(place / "whole", key)
    more = (*steps.STEPS, _EXTRA)

    def change(folder: Path) -> None:
        schema.STEPS = more  # so that a backup is made before
        schema.migrate = partial(schema.migrate, steps=more)
        Store.open(folder, key).close()

    def look(folder: Path) -> str:
        # Not through Store.open, which refuses what took a step it does not know.
        database = vault.Database(folder / "vault.db", key.raw.hex())
        try:
            number = schema.version(database)
            columns = {row[1] for row in database.rows("PRAGMA table_info(person)")}
            assert ("extra" in columns) == (number == len(more))
            dots = database.row("SELECT count(*) FROM interaction WHERE note GLOB '*.'")
            assert dots == ((len(before) if number == len(more) else 0),)
            assert {row[0] for row in database.rows("SELECT id FROM interaction")} == before
            return "new" if number == len(more) else "old"
        finally:
            database.close()

    return change, look


def _import(place: Path) -> Changed:
    source, file = place / "source", place / "life.json"
    theirs = scene.make(source, scene.lived(300, seed=3))
    store = Store.open(source, theirs)
    connect_json.write(contents(store, 240), file)
    more = {row[0] for row in store._database.rows("SELECT id FROM interaction")}
    store.close()
    key = scene.make(place / "whole", [])
    bundle = connect_json.read(file)

    def change(folder: Path) -> None:
        store = Store.open(folder, key)
        planned = merge.plan(store, bundle, {})
        merge.bring_in(store, planned, None, 240)
        store.close()

    def look(folder: Path) -> str:
        found = scene.ids(folder, key)
        assert found in (set(), more), f"{len(found)} of {len(more)}"
        return "new" if found else "old"

    return change, look


_CHANGES: dict[str, Callable[[Path], Changed]] = {
    "passphrase": _passphrase, "restore": _restore, "migration": _migration, "import": _import,
    "leaving": _leaving,
}  # fmt: skip
CHANGES = tuple(_CHANGES)

if __name__ == "__main__":
    times, options = scene.asked(__doc__, 50, 1000)
    for name in options.rest or ("saving", *CHANGES):
        with scene.room() as found_room:
            if name == "saving":
                print(name, saving(found_room, times, options.seed), flush=True)
            else:
                print(name, changing(name, found_room, times // 2, options.seed), flush=True)
