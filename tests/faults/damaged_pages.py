"""Ten pages of a long life damaged: how many rows come back, without any backup.

`python tests/faults/damaged_pages.py --full` damages a life of 50,000 moments twenty times over.
"""

import random
from pathlib import Path

import scene

from connect_desktop.store import Store, repair, salvage, vault

PAGES = 10
ROWS = 50_000


def share_read(place: Path, moments: int, times: int, seed: int = 2026) -> list[float]:
    """Damage pages in fresh copies of a store; return the share of its rows that could be read, each time."""
    chance = random.Random(seed)
    key = scene.make(place / "whole", scene.lived(moments))
    total = _rows(place / "whole", key)
    shares = []
    for _ in range(times):
        folder = scene.copied(place / "whole", place / "damaged")
        damage(folder / "vault.db", chance)
        shares.append(_rows(folder, key) / total)
    return shares


def repaired(place: Path, key: vault.DataKey, seed: int = 2026) -> repair.Repaired:
    """Damage a store and put it right without a backup."""
    damage(place / "vault.db", random.Random(seed))
    found = repair.repair(place, key, scene.NOON)
    Store.open(place, key).close()
    return found


def damage(file: Path, chance: random.Random) -> None:
    """Write nonsense into some pages."""
    with file.open("r+b") as stream:
        for number in chance.sample(range(file.stat().st_size // 4096), PAGES):
            stream.seek(number * 4096 + chance.randrange(4000))
            stream.write(b"nonsense")


def _rows(folder: Path, key: vault.DataKey) -> int:
    found = salvage.read(folder / "vault.db", key.raw)
    return sum(len(some) for some in found.records.values())


if __name__ == "__main__":
    times, options = scene.asked(__doc__, 3, 20)
    rows = ROWS if options.full else 5000
    with scene.room() as found_room:
        shares = share_read(found_room, rows, times, options.seed)
        whole = scene.copied(found_room / "whole", found_room / "again")
        _, data_key = scene.opened(whole, scene.OLD)
        came = repaired(whole, data_key)
    print(f"{rows} moments, {PAGES} pages, {times} times: at least {min(shares):.4%} of the rows read")
    print(f"repaired: {came.holdings.moments} moments, {came.damaged} of {came.pages} pages damaged")
