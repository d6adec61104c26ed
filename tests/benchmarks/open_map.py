"""Opens the map of a long life, 150 people and 50,000 moments, again and again; prints milliseconds as JSON.

python tests/benchmarks/open_map.py

Each opening reads everything from the store anew, as after something was logged.
"""

import json
import tempfile
from pathlib import Path
from time import perf_counter

import long_life
from PySide6.QtWidgets import QApplication, QWidget

from connect_desktop import app
from connect_desktop.paths import places
from connect_desktop.settings import Settings
from connect_desktop.store import Store, vault
from connect_desktop.ui import theme
from connect_desktop.ui.pages.map import SPANS, MapPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.map_canvas import MapCanvas
from connect_desktop.ui.widgets.month_player import MonthPlayer
from connect_desktop.ui.widgets.segmented import SegmentedChoice

SIZE = (1084, 800)
OPENINGS = 7


def main() -> None:
    """Measure openings, another span, an earlier month."""
    app.application()
    theme.start(QApplication.instance(), "light", still=True)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        long_life.build(data)
        store = Store.open(places(data).vault, vault.unlock_open(places(data).vault))
        page = MapPage(Session(store, Settings()))
        page.resize(*SIZE)
        page.show()
        found = {"first_opening": _opening(page), "opening": [_opening(page) for _ in range(OPENINGS)]}
        span = page.findChild(SegmentedChoice)
        found["span"] = [_drawing(page, lambda s=s: (span.set_value(s), span.changed.emit(s))) for s in SPANS]
        months = page.findChild(MonthPlayer)
        found["month"] = [_drawing(page, lambda m=m: months.set_month(m)) for m in (100, 101, 40, 1)]
        print(json.dumps(found))
        store.close()


def _opening(page: MapPage) -> float:
    def open_anew() -> None:
        page._stale = True
        page.arrive()

    return _drawing(page, open_anew)


def _drawing(page: QWidget, act) -> float:  # type: ignore[no-untyped-def]
    """Return the milliseconds from doing something to the map being drawn anew."""
    canvas, drawn = page.findChild(MapCanvas), []
    canvas.drawn.connect(drawn.append)
    began = perf_counter()
    act()
    while not drawn:
        QApplication.processEvents()
    canvas.drawn.disconnect(drawn.append)
    return round((perf_counter() - began) * 1000, 1)


if __name__ == "__main__":
    main()
