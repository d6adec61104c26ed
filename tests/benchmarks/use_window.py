"""Uses the real window on a long life: saves moments, opens people; prints milliseconds and MB as JSON.

    python tests/benchmarks/use_window.py DATA        changes the store in DATA: give it a copy

Each time is a pair: of the process, which others at work on the machine do not change, and of the clock.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time

import long_life
from long_window import WARM, pause, peak, shown, until
from PySide6.QtWidgets import QApplication

from connect_desktop.domain import Edit, Gift, Impression, Interaction, Reach, now
from connect_desktop.ui.widgets.chart_canvas import ChartCanvas
from connect_desktop.ui.workspace import Workspace

SIZE = (1280, 1180)
"""large enough for four charts at once; those below are drawn when they are scrolled to"""
SAVINGS, OPENINGS = 100, 9
LEAST_SEEN = 4
Pair = tuple[float, float]
"""of the process, of the clock"""


def main(data: Path) -> None:
    """Measure everything in one window."""
    window, workspace = shown(data, SIZE)
    saving = [_saving(workspace, number) for number in range(SAVINGS)]
    pause(WARM)
    opening = list(_openings(workspace))
    found = {
        "saving": saving,
        "first_opening": opening[0],
        "opening": opening[1:],
        "peak": peak(),
    }
    window.close()
    print(json.dumps(found))


def _saving(workspace: Workspace, number: int) -> Pair:
    """Return the milliseconds from a moment being entered to its standing on the page below."""
    moment = Interaction(at=now(), note=f"the {number}th walk along the river")
    felt = Impression(
        interaction=moment.id,
        person=f"a{number % long_life.PEOPLE:031x}",
        body=number % 7 - 3,
        reach=Reach.THEM,
        met=3,
        received=frozenset({Gift.LISTENED}),
    )
    began = _times()
    workspace.session.apply("Moment saved", Edit(None, moment), Edit(None, felt))
    QApplication.processEvents()
    return _since(began)


def _openings(workspace: Workspace) -> Iterator[Pair]:
    """Yield the milliseconds of opening the person with the most moments, coming from another one."""
    for number in range(OPENINGS):
        yield _opening(workspace, long_life.busiest())
        _opening(workspace, f"a{number + 1:031x}")


def _opening(workspace: Workspace, person: str) -> Pair:
    drawn: set[ChartCanvas] = set()
    watched: set[ChartCanvas] = set()

    def watch() -> None:
        for canvas in set(workspace.findChildren(ChartCanvas)) - watched:
            watched.add(canvas)
            canvas.drawn.connect(lambda _chart, canvas=canvas: drawn.add(canvas))

    began = _times()
    workspace.show_person(person)
    watch()
    QApplication.processEvents()
    until(lambda: _seen(watched) <= drawn)
    QApplication.processEvents()
    return _since(began)


def _times() -> Pair:
    return process_time(), perf_counter()


def _since(began: Pair) -> Pair:
    own, wall = _times()
    return (own - began[0]) * 1000, (wall - began[1]) * 1000


def _seen(canvases: set[ChartCanvas]) -> set[ChartCanvas]:
    """Return those that are at least partly on the screen."""
    found = {canvas for canvas in canvases if not canvas.visibleRegion().isEmpty()}
    assert len(found) >= LEAST_SEEN, "the charts are not on the screen"
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
