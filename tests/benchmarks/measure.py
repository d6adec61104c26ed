"""Measures what Connect promises about speed and memory, in one run, and prints a Markdown table.

    python tests/benchmarks/measure.py [--data DIR] [--rounds 15]

The store has 150 people and 50,000 moments, 5,000 of them with one person; DIR, where given, keeps it.
Times are those of the process, so that others at work on the machine do not count, but where the clock is
named, and those of the PDF. Starting is compared with a bare window of the same toolkit, whole processes, in
turns, so that the ratio says the same on a fast and on a slow machine.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import long_life

HERE = Path(__file__).resolve().parent
READY_WITHIN = 60
"""seconds after which a window that did not say "ready" is given up"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row of the table."""

    what: str
    found: str
    limit: str
    ratio: float
    """what was found, in limits: up to 1 keeps the promise"""


def main() -> int:
    """Measure everything; exit 1 when a promise is not kept."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="connect-measure-") as temporary:
        data = options.data or Path(temporary) / "data"
        if not data.exists():
            _say(f"building {long_life.MOMENTS:,} moments")
            long_life.build(data)
        _own_places(Path(temporary))
        used = shutil.copytree(data, Path(temporary) / "used")
        figures = [
            _start(data, options.rounds),
            *_window(used),
            *_pages(data, Path(temporary)),
            _search(),
            _pdf(data),
        ]
    print(_table(figures))
    return 0 if all(figure.ratio <= 1 for figure in figures) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure Connect and print a Markdown table.")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep the measured store here")
    parser.add_argument("--rounds", type=int, default=15, help="how often each start is repeated")
    return parser.parse_args()


def _own_places(home: Path) -> None:
    """Leave the real home alone, and keep caches warm from one process to the next."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an app compiles its modules once, not at every start
    os.environ.update(
        HOME=str(home), XDG_CACHE_HOME=str(home / "cache"), XDG_CONFIG_HOME=str(home / "config")
    )


def _start(data: Path, rounds: int) -> Figure:
    ours = [sys.executable, "-P", "-m", "connect_desktop", "--data", str(data)]
    bare = [sys.executable, str(HERE / "bare_window.py")]
    _until_ready(ours)
    _until_ready(bare)
    pairs = []
    for number in range(rounds):
        _say(f"starting, {number + 1} of {rounds}")
        pairs.append((_until_ready(ours), _until_ready(bare)))
    own, other = (_medians([*column]) for column in zip(*pairs, strict=True))
    ratio, wall = (statistics.median(mine[of] / theirs[of] for mine, theirs in pairs) for of in (0, 1))
    return Figure(
        what="First window ready for typing, over a bare window with a table",
        found=f"{ratio:.2f} × ({own[0]:.0f} ms over {other[0]:.0f} ms of the process; "
        f"{wall:.2f} × of the clock, {own[1]:.0f} ms over {other[1]:.0f} ms)",
        limit="1.5 ×",
        ratio=ratio / 1.5,
    )


def _until_ready(command: list[str]) -> tuple[float, float]:
    """Return the milliseconds of a process, and of the clock, from its start until it says "ready"."""
    began = perf_counter()
    process = subprocess.Popen(
        command, env={**os.environ, "CONNECT_BENCHMARK": "1"}, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        if line.startswith("ready"):
            wall = perf_counter() - began
            process.communicate(timeout=READY_WITHIN)
            return float(line.split()[1]) * 1000, wall * 1000
    raise SystemExit(f"{command} was never ready:\n{''.join(said)}")


def _window(data: Path) -> list[Figure]:
    _say("saving moments and opening a person")
    found = _part("use_window.py", data)
    saving, opening = (_medians(found[name]) for name in ("saving", "opening"))
    worst = max(own for own, _ in found["saving"])
    first = found["first_opening"][0]
    return [
        Figure(
            what="Saving a moment, with 50,000 present, window and all",
            found=f"{_both(saving)} (slowest of {len(found['saving'])}: {worst:.0f} ms)",
            limit="20 ms",
            ratio=saving[0] / 20,
        ),
        Figure(
            what="Opening a person with 5,000 moments, the charts on the screen drawn",
            found=f"{_both(opening)} (the very first one: {first:.0f} ms)",
            limit="400 ms",
            ratio=opening[0] / 400,
        ),
        Figure(
            what="Peak memory after all that",
            found=f"{found['peak']:.0f} MB",
            limit="250 MB",
            ratio=found["peak"] / 250,
        ),
    ]


def _pages(data: Path, temporary: Path) -> list[Figure]:
    """Every page, opened after something was logged; and the memory it took to see all of them."""
    _say("opening every page")
    found = _part("open_pages.py", shutil.copytree(data, temporary / "pages"))
    pages: dict[str, dict[str, float]] = found["pages"]
    by_time = sorted(pages, key=lambda name: -pages[name]["again"])
    slowest, each = by_time[0], ", ".join(f"{name} {pages[name]['again']:.0f}" for name in by_time)
    return [
        Figure(
            what="Opening any page after something was logged",
            found=f"{pages[slowest]['again']:.0f} ms at most ({each})",
            limit="400 ms",
            ratio=pages[slowest]["again"] / 400,
        ),
        Figure(
            what="Peak memory after every page was seen four times",
            found=f"{found['peak']:.0f} MB",
            limit="250 MB",
            ratio=found["peak"] / 250,
        ),
    ]


def _search() -> Figure:
    _say("searching")
    found = _part("searching.py", "--json")
    times = found["first"] + found["again"]
    return Figure(
        what=f"Searching 50,000 moments and 2,000 reflections, {len(found['first'])} questions twice",
        found=f"{statistics.median(times):.1f} ms (slowest {max(times):.0f} ms)",
        limit="50 ms",
        ratio=max(times) / 50,
    )


def _medians(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    own, wall = (statistics.median(column) for column in zip(*pairs, strict=True))
    return own, wall


def _both(pair: tuple[float, float]) -> str:
    return f"{pair[0]:.0f} ms of the process, {pair[1]:.0f} ms of the clock"


def _pdf(data: Path) -> Figure:
    _say("setting a PDF")
    found = _part("typeset_booklet.py", data)
    seconds = statistics.median(found["seconds"])
    return Figure(
        what=f"PDF of {found['reflections']} reflections ({found['pages']} pages)",
        found=f"{seconds:.1f} s",
        limit="3 s",
        ratio=seconds / 3,
    )


def _part(script: str, data: Path | str) -> dict[str, Any]:
    """Return what a measuring script of this folder prints, from a process of its own."""
    done = subprocess.run(
        [sys.executable, str(HERE / script), str(data)], stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"{script} failed")
    return json.loads(done.stdout.splitlines()[-1])


def _table(figures: list[Figure]) -> str:
    rows = [
        "| what | measured | promised | of the promise |",
        "|---|---|---|---|",
        *(f"| {f.what} | {f.found} | ≤ {f.limit} | {f.ratio:.0%} |" for f in figures),
    ]
    python = platform.python_version()
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {python}"
    return "\n".join([*rows, "", machine])


def _say(text: str) -> None:
    print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
