"""A day of use in a few minutes: unlock, save, look, lock, again and again; memory must not grow.

Each lock puts a new process in the place of the old one, as in the app. The resident memory at each lock
screen is looked at; its slope after the first tenth is told in MB an hour, with 288 locks a day.

    python tests/faults/soak.py --full
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import scene

from connect_desktop.domain import Edit
from connect_desktop.paths import places

CYCLES_AN_HOUR = 12
ENTRIES = 7
"""saved in each cycle: 2,000 in 288 of them"""


@dataclass
class Soaked:
    cycles: int
    entries: int
    first_mb: float
    last_mb: float
    mb_an_hour: float


def soaking(place: Path, cycles: int) -> Soaked:
    """Live so many cycles; return how the memory went."""
    key = scene.make(places(place).vault, scene.lived(200))
    done = subprocess.run(
        [sys.executable, __file__, "--live", str(place), str(cycles)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(place)},
        capture_output=True, text=True, timeout=120 + 60 * cycles, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    resident = [float(line) for line in done.stdout.split()]
    assert len(resident) == cycles
    entries = scene.holdings(places(place).vault, key).moments - 200
    settled = resident[cycles // 10 :]
    return Soaked(cycles, entries, resident[0], resident[-1], CYCLES_AN_HOUR * _slope(settled))


def _slope(values: list[float]) -> float:
    """Return the least-squares slope of values over their place."""
    mean_x, mean_y = (len(values) - 1) / 2, sum(values) / len(values)
    above = sum((x - mean_x) * (y - mean_y) for x, y in enumerate(values))
    return above / sum((x - mean_x) ** 2 for x in range(len(values)))


def _live(place: Path, cycles: int) -> None:
    """One life of the window: from its lock screen to the next process."""
    from PySide6.QtWidgets import QApplication

    from connect_desktop import app
    from connect_desktop.settings import Settings
    from connect_desktop.ui import theme
    from connect_desktop.ui.anew import begin_anew
    from connect_desktop.ui.gate.lock import LockStep
    from connect_desktop.ui.main_window import MainWindow

    cycle = int(os.environ.get("CYCLE", "0"))
    app.application()
    theme.start(app.application(), "light", still=True)
    window = MainWindow(places(place), Settings(), anew=begin_anew)
    window.show()
    scene.wait(lambda: any(one.isVisible() for one in window.findChildren(LockStep)))
    app.settle()
    if cycle == cycles:
        return
    print(f"{_resident_mb():.2f}", flush=True)
    (step,) = window.findChildren(LockStep)
    step.field.setText(scene.OLD)
    step.act.click()
    scene.wait(lambda: window.workspace() is not None and window.workspace()._seen)  # type: ignore[union-attr]
    workspace = window.workspace()
    assert workspace is not None
    for n in range(ENTRIES):
        both = scene.moment(10_000 + cycle * ENTRIES + n, "x" * 200)
        workspace.session.apply("Moment saved", *(Edit(None, one) for one in both))
    for name in ("people", "reflections", "today"):
        workspace.go(name)
        QApplication.processEvents()
    os.environ["CYCLE"] = str(cycle + 1)
    window.lock()
    raise AssertionError("no new process")


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    if sys.argv[1:2] == ["--live"]:
        _live(Path(sys.argv[2]), int(sys.argv[3]))
        sys.exit()
    times, _ = scene.asked(__doc__, 10, 288)
    with scene.room() as found_room:
        print(soaking(found_room, times))
