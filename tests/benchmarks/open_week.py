"""Opens weeks of a long life, 150 people and 50,000 moments, and offers a step; prints milliseconds as JSON.

python tests/benchmarks/open_week.py

Each opening reads everything from the store anew and ends when nothing is left to be laid out or drawn.
"""

import json
import tempfile
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import long_life
from PySide6.QtWidgets import QApplication

from connect_desktop import app
from connect_desktop.domain import CheckIn, Edit, Step, StepState
from connect_desktop.domain.practices import practices
from connect_desktop.insight.week import monday_of
from connect_desktop.paths import places
from connect_desktop.settings import Settings
from connect_desktop.store import Store, vault
from connect_desktop.ui import theme
from connect_desktop.ui.pages.week import WeekPage
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Session
from connect_desktop.ui.step_offer import todays_offer

SIZE = (1084, 800)
OPENINGS = 7
WEEKS, STEPS = 600, 2000


def main() -> None:
    """Measure the first opening, earlier weeks, and working out an offer once everyone is read."""
    app.application()
    theme.start(QApplication.instance(), "light", still=True)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        long_life.build(data)
        store = Store.open(places(data).vault, vault.unlock_open(places(data).vault))
        store.apply(_answers())
        session = Session(store, Settings())
        page = WeekPage(session)
        page.resize(*SIZE)
        page.show()
        weeks = [monday_of(long_life.TODAY) - timedelta(days=7 * ago) for ago in range(OPENINGS + 1)]
        first, *rest = [_until_still(lambda on=on: _open(page, on)) for on in weeks]
        readings = BondReadings.of_session(session)
        readings.all()
        offer = [_until_still(lambda: todays_offer(session, readings)) for _ in range(OPENINGS)]
        print(json.dumps({"first_opening": first, "opening": rest, "offer": offer}))
        store.close()


def _answers() -> list[Edit]:  # type: ignore[type-arg]
    monday, known = monday_of(long_life.TODAY), list(practices())
    looks = [CheckIn(week=monday - timedelta(days=7 * ago), seen=ago % 5, alone=1) for ago in range(WEEKS)]
    steps = [
        Step(practice=known[ago % len(known)], offered=long_life.TODAY - timedelta(days=ago + 1),
             state=StepState.DONE, landed=ago % 7 - 3)
        for ago in range(STEPS)
    ]  # fmt: skip
    return [Edit(None, one) for one in (*looks, *steps)]


def _open(page: WeekPage, on) -> None:  # type: ignore[no-untyped-def]
    page.show_week(on)
    page._stale = True
    page.arrive()


def _until_still(act) -> float:  # type: ignore[no-untyped-def]
    began = perf_counter()
    act()
    for _ in range(3):
        QApplication.processEvents()
    return round((perf_counter() - began) * 1000, 1)


if __name__ == "__main__":
    main()
