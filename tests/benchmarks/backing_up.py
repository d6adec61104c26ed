"""How long a backup holds up the window and the end of the app, at 50,000 moments.

python tests/benchmarks/backing_up.py
"""

import tempfile
from pathlib import Path
from time import perf_counter, process_time

import long_life

from connect_desktop.domain import Edit, Person, now
from connect_desktop.paths import places
from connect_desktop.store import Store, keeping, vault


def main() -> None:
    """Print seconds of each part."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        long_life.build(data)
        where = places(data).vault
        store = Store.open(where, vault.unlock_open(where))
        _copies(store)
        _end(store)


def _copies(store: Store) -> None:
    for quick in (False, True):
        begun = perf_counter()
        job = keeping.begin(store, now())
        copied = perf_counter()
        made = job.finish(quick=quick)
        done = perf_counter()
        keeping.note(store, made)
        how = "every page signed" if quick else "read whole"
        print(f"copy in the window {copied - begun:.2f} s; {how}, packed and pruned {done - copied:.2f} s")


def _end(store: Store) -> None:
    store.apply([Edit(None, Person(name="Tom"))])
    begun, worked = perf_counter(), process_time()
    keeping.back_up(store, now(), quick=True)
    store.close()
    lasted, worked = perf_counter() - begun, process_time() - worked
    print(f"at lock or exit, all in all {lasted:.2f} s, of which {worked:.2f} s of work")


if __name__ == "__main__":
    main()
