"""Sets all reflections of a long life as a PDF, three times; prints seconds and pages as JSON.

python tests/benchmarks/typeset_booklet.py DATA
"""

import json
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import long_life

from connect_desktop.paths import places
from connect_desktop.report.documents import booklet
from connect_desktop.report.options import Options
from connect_desktop.report.pdf import write_pdf
from connect_desktop.store import Store, vault

TIMES = 3


def main(data: Path) -> None:
    """Measure from the records to the file on the disk."""
    folder = places(data).vault
    store = Store.open(folder, vault.unlock_open(folder))
    seconds = []
    with tempfile.TemporaryDirectory(prefix="connect-booklet-") as out:
        for number in range(TIMES):
            began = perf_counter()
            pages = _write(store, Path(out, f"{number}.pdf"))
            seconds.append(perf_counter() - began)
    found = {"seconds": seconds, "pages": pages, "reflections": store.reflections.count()}
    store.close()
    print(json.dumps(found))


def _write(store: Store, path: Path) -> int:
    reflections = store.reflections.all()
    days = [reflection.on for reflection in reflections]
    document = booklet(
        reflections,
        store.people.all(),
        start=min(days),
        end=max(days),
        options=Options(),
        today=long_life.TODAY,
    )
    return write_pdf(document, path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
