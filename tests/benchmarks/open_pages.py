"""Opens every page of a long life in one window; prints milliseconds and MB by page as JSON.

    python tests/benchmarks/open_pages.py DATA        changes the store in DATA: give it a copy

Each page is opened once for the first time, then again and again after a moment was logged, so that it reads
the store anew. An opening ends when nothing more is drawn. The times are those of the process: others at work
on the machine do not count; `wall` has those of the clock.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import long_life
from long_window import WARM, pause, peak, shown
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from connect_desktop.domain import Edit, Impression, Interaction, Reach, now
from connect_desktop.ui.workspace import Workspace

SIZE = (1280, 800)
AGAIN = 3
QUIET = 0.3
"""seconds without anything painted after which a page is as it stays"""
SOUGHT = "river wint"


def main(data: Path) -> None:
    """Open all pages and print what it took."""
    window, workspace = shown(data, SIZE)
    pause(WARM)
    begun = peak()
    pages = {name: _measured(workspace, go) for name, go in _ways(workspace).items()}
    window.close()
    print(json.dumps({"pages": pages, "begun": begun, "peak": peak()}))


def _ways(workspace: Workspace) -> dict[str, Callable[[], object]]:
    circle = workspace.session.store.circles.all()[0].id
    quiet = f"a{20:031x}"
    found: dict[str, Callable[[], object]] = {
        "today": partial(workspace.go, "today"),
        "people": partial(workspace.go, "people"),
        "circles": partial(workspace.go, "circles"),
        "circle": lambda: workspace.people_pages.show_circle(circle),
        "closeness": partial(workspace.go, "closeness"),
        "person, 5,000 moments": lambda: workspace.show_person(long_life.busiest()),
        "person, few moments": lambda: workspace.show_person(quiet),
        "map": partial(workspace.go, "map"),
        "reflections": partial(workspace.go, "reflections"),
        "hopes": partial(workspace.go, "hopes"),
        "week": partial(workspace.go, "week"),
        "catch_up": workspace.catch_up,
        "search": lambda: workspace.finding.search(SOUGHT),
        "moments": partial(workspace.go, "moments"),
        "settings": partial(workspace.go, "settings"),
    }
    return found


def _measured(workspace: Workspace, go: Callable[[], object]) -> dict[str, float]:
    first, first_wall = _opened(go)
    again = []
    for number in range(AGAIN):
        workspace.go("settings")
        _log(workspace, number)
        _settle(_Paints())
        again.append(_opened(go))
    return {
        "first": round(first, 1),
        "again": round(median(own for own, _ in again), 1),
        "wall_first": round(first_wall, 1),
        "wall_again": round(median(wall for _, wall in again), 1),
        "peak": round(peak(), 1),
        "now": round(_now(), 1),
    }


def _log(workspace: Workspace, number: int) -> None:
    """Log a moment with the person of the longest life, so that nothing read before holds."""
    moment = Interaction(at=now())
    felt = Impression(
        interaction=moment.id,
        person=long_life.busiest(),
        body=number - 1,
        reach=Reach.THEM,
        met=3,
    )
    workspace.session.apply("Moment saved", Edit(None, moment), Edit(None, felt))


def _opened(go: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds of the process, and those of the clock, until a page is as it stays."""
    paints = _Paints()
    wall, own = perf_counter(), process_time()
    go()
    _settle(paints)
    return (process_time() - own) * 1000, (paints.last - wall) * 1000


class _Paints(QObject):
    """Knows when something was last painted."""

    def __init__(self) -> None:
        super().__init__(QApplication.instance())
        self.last = perf_counter()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.last = perf_counter()
        return False


def _settle(paints: _Paints) -> None:
    """Wait until nothing was painted for a while."""
    qt = QApplication.instance()
    qt.installEventFilter(paints)
    paints.last = perf_counter()
    while perf_counter() - paints.last < QUIET:
        pause(30)
    qt.removeEventFilter(paints)


def _now() -> float:
    """Return the memory of this process, in MB; nothing where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    main(Path(sys.argv[1]))
