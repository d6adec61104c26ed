"""Sets 500 reflections and 30 people with charts, and stops in the middle of it; prints seconds as JSON.

python tests/benchmarks/typeset_period.py
"""

import json
import random
import tempfile
import threading
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from time import perf_counter

from connect_desktop.domain import Edit, Impression, Interaction, Person, Reach, Reflection
from connect_desktop.domain.errors import Cancelled
from connect_desktop.report.options import Options
from connect_desktop.report.pdf import write_pdf
from connect_desktop.settings import Settings
from connect_desktop.store import Store
from connect_desktop.ui.documents import Material, Scope, What, gathered
from connect_desktop.ui.session import Session

NOW = datetime(2026, 11, 22, 20, tzinfo=timezone(timedelta(hours=1)))
PEOPLE, MOMENTS, REFLECTIONS, DAYS = 30, 6_000, 500, 700
STOPS = (0.05, 0.3, 0.7, 1.2, 2.0, 3.0)
"""seconds after which it is told to stop"""
TEXT = "We walked to the lake with Bruna 1 and said little; it was enough. *Later* I wrote it down. " * 3


def main() -> None:
    """Measure from the records to the file on the disk, and from the wish to stop until it has stopped."""
    session = Session(_life(), Settings(), clock=lambda: NOW)
    scope = Scope(what=What.PERIOD, start=date(2024, 1, 1), end=NOW.date())
    with tempfile.TemporaryDirectory(prefix="connect-period-") as out:
        path = Path(out, "period.pdf")
        began = perf_counter()
        material = gathered(session, scope)
        document = material.document(Options(), lambda: False)
        pages = write_pdf(document, path)
        seconds = perf_counter() - began
        path.unlink()
        stopped = [_stopped(material, path, after) for after in STOPS]
        left = len(list(Path(out).iterdir()))
    found = {"seconds": seconds, "pages": pages, "charts": len(document.drawings)}
    print(json.dumps({**found, "stopped within": max(stopped), "files left": left}))


def _stopped(material: Material, path: Path, after: float) -> float:
    """Return the seconds from the wish to stop, `after` so many, until nothing goes on any more."""
    wish = threading.Event()
    threading.Timer(after, wish.set).start()
    told = perf_counter() + after
    try:
        write_pdf(material.document(Options(), wish.is_set), path, cancelled=wish.is_set)
    except Cancelled:
        return perf_counter() - told
    path.unlink()
    return 0.0


def _life() -> Store:
    chance = random.Random(3)
    people = [Person(name=f"Bruna {number}") for number in range(PEOPLE)]
    edits = [Edit(None, person) for person in people]
    for number in range(MOMENTS):
        at = NOW - timedelta(hours=24 * DAYS * chance.random())
        met = Interaction(at=at, note="About the garden." if number % 3 == 0 else "")
        felt = Impression(
            interaction=met.id, person=chance.choice(people).id, body=chance.randint(-3, 3),
            met=chance.randint(0, 4), reach=chance.choice((Reach.ME, Reach.THEM, Reach.BOTH)),
        )  # fmt: skip
        edits += [Edit(None, met), Edit(None, felt)]
    for number in range(REFLECTIONS):
        on, who = NOW.date() - timedelta(days=number), people[number % PEOPLE]
        text = "\n\n".join([TEXT] * 4)
        edits.append(Edit(None, Reflection(on=on, title=f"Day {number}", text=text, people={who.id})))
    store = Store.memory()
    store.apply(edits)
    return store


if __name__ == "__main__":
    main()
