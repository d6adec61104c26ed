"""How long a backup holds up the window, the lock and the end of the app, at 50,000 moments.

python tests/benchmarks/backing_up.py
"""

import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

import long_life

from connect_desktop.domain import Edit, Person, now
from connect_desktop.paths import places
from connect_desktop.store import Store, keeping, leaving, vault

ROUNDS = 7
PARTS = ("copied", "checked and packed", "closed", "closed file copied", "made a backup")
Parts = dict[str, list[float]]
T = TypeVar("T")


def main() -> None:
    """Print seconds of each part: the median and the longest, and the median over that of a plain copy."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        long_life.build(data)
        found: Parts = {part: [] for part in PARTS}
        for _ in range(ROUNDS):
            _one(places(data).vault, found)
    plain = statistics.median(found["copied"])
    for part, times in found.items():
        median = statistics.median(times)
        print(f"{part}: {median:.2f} s ({max(times):.2f} s at most), {median / plain:.2f} of VACUUM INTO")


def _one(where: Path, found: Parts) -> None:
    store = Store.open(where, vault.unlock_open(where))
    store.apply([Edit(None, Person(name="Tom"))])
    job = _timed(found["copied"], lambda: keeping.begin(store, now()))
    _timed(found["checked and packed"], job.finish)
    left = leaving.begin(store, now())
    assert left is not None
    _timed(found["closed"], lambda: store.close(lambda: _timed(found["closed file copied"], left.take)))
    _timed(found["made a backup"], left.finish)


def _timed(times: list[float], act: Callable[[], T]) -> T:
    begun = perf_counter()
    done = act()
    times.append(perf_counter() - begun)
    return done


if __name__ == "__main__":
    main()
