"""One bit flipped somewhere in the store, in its keys or in a backup: noticed before anything is shown.

One key file is mended from its twin and the store opens whole; of all else the app says that it is damaged.
"""

import random
from pathlib import Path

import scene
from scene import OLD

from connect_desktop.domain.errors import BackupRefused, VaultUnreadable
from connect_desktop.store import Store, backup_file, keys, vault

FILES = ("store", "keys", "both keys", "backup")


def flipping(place: Path, flips: int, seed: int = 2026) -> dict[str, int]:
    """Flip bits one at a time, each in fresh files; return how many were noticed, by file."""
    chance = random.Random(seed)
    folder, backup = place / "vault", place / "one.backup"
    key = scene.make(folder, scene.lived(40))
    store = Store.open(folder, key)
    store.snapshot().keep(backup)
    store.close()
    whole = scene.ids(folder, key)
    noticed = dict.fromkeys(FILES, 0)
    for nth in range(flips):
        what = FILES[1 + nth // 2 % 3] if nth % 2 else "store"
        if what == "store":
            noticed[what] += _in_store(folder, key, chance)
        elif what == "backup":
            noticed[what] += _in_backup(backup, chance)
        else:
            noticed[what] += _in_keys(folder, whole, what == "both keys", chance)
    assert scene.ids(folder, key) == whole
    return noticed


def _flipped(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content))
    return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1 :]


def _in_store(folder: Path, key: vault.DataKey, chance: random.Random) -> bool:
    file = folder / "vault.db"
    whole = file.read_bytes()
    file.write_bytes(_flipped(whole, chance))
    try:
        Store.open(folder, key).close()
    except VaultUnreadable:
        return True
    finally:
        file.write_bytes(whole)
    raise AssertionError("opened with a flipped bit")


def _in_backup(backup: Path, chance: random.Random) -> bool:
    whole = backup.read_bytes()
    backup.write_bytes(_flipped(whole, chance))
    try:
        backup_file.keys_of(backup)
    except BackupRefused:
        return True
    finally:
        backup.write_bytes(whole)
    raise AssertionError("took a backup with a flipped bit")


def _in_keys(folder: Path, whole: set[str], both: bool, chance: random.Random) -> bool:
    twins = [folder / keys.KEYS, folder / keys.TWIN]
    kept = twins[0].read_bytes()
    for twin in twins if both else [chance.choice(twins)]:
        twin.write_bytes(_flipped(kept, chance))
    try:
        _, key = scene.opened(folder, OLD)
        assert not both, "opened with both key files damaged"
        assert [twin.read_bytes() for twin in twins] == [kept, kept], "not mended"
        assert scene.ids(folder, key) == whole
    except VaultUnreadable:
        assert both, "refused with one key file whole"
    finally:
        for twin in twins:
            twin.write_bytes(kept)
    return True


if __name__ == "__main__":
    times, options = scene.asked(__doc__, 400, 10_000)
    with scene.room() as found_room:
        found = flipping(found_room, times, options.seed)
    print(sum(found.values()), "of", times, "noticed", found)
