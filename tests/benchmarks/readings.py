"""Takes the figures of the readings on made-up lives, beside naive rules, and prints them as Markdown tables.

    python tests/benchmarks/readings.py [--lives 300] [--seed 1] [--data DIR]

Each life is looked at once a week for a year. Then the speed is measured on 150 people with 50,000 moments;
DIR, where given, is a store of them to measure with, and is made there if it doesn't exist.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import long_life
import numpy as np

sys.path.append(str(Path(__file__).resolve().parent.parent / "insight"))

import scoring
from diaries import diary
from lives import NATURES
from watching import NAIVE, Year, watch

from connect_desktop.domain import WORD_FEELING
from connect_desktop.insight.days import number
from connect_desktop.insight.entries import entries
from connect_desktop.insight.look import look
from connect_desktop.insight.readings import readings
from connect_desktop.paths import places
from connect_desktop.store import Store, vault

ENTRIES = (5, 10, 20, 40)
ROUNDS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row of the table."""

    what: str
    found: str
    floor: str
    holds: bool
    naive: str = ""


def main() -> int:
    """Print the tables; exit 1 when a floor is missed."""
    options = _options()
    year = watch(_diaries(options.lives, options.seed))
    figures = [*_telling_apart(year), *_false_alarms(year), *_calibration(year), *_changes(year)]
    with tempfile.TemporaryDirectory(prefix="connect-readings-") as temporary:
        figures += _speed(options.data or Path(temporary) / "data")
    print(f"{options.lives} lives, {len(year.kind)} bonds, seed {options.seed}\n")
    print(_table(figures))
    print("\nEver called one-sided in the year, by kind of bond:\n")
    print(_by_kind(year))
    return 0 if all(figure.holds for figure in figures) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Take the figures of the readings and print Markdown tables."
    )
    parser.add_argument("--lives", type=int, default=300, help="how many users")
    parser.add_argument("--seed", type=int, default=1, help="of the first life")
    parser.add_argument("--data", type=Path, metavar="DIR", help="a store of 50,000 moments")
    return parser.parse_args()


def _diaries(count: int, seed: int) -> Iterator[object]:
    for place in range(count):
        print(f"life {place + 1} of {count}", end="\r", file=sys.stderr)
        yield diary(10_000 * seed + place)


def _telling_apart(year: Year) -> Iterator[Figure]:
    areas = [scoring.area(year, year.likely, n) for n in ENTRIES]
    yield Figure(
        what="AUC, one-sided vs mutual, shy, stormy, mirrored, thin, after 5 / 10 / 20 / 40 full entries",
        found=_row(areas, 3),
        floor="≥ .94 / .96 / .975 / .98",
        holds=all(found >= floor for found, floor in zip(areas, (0.94, 0.96, 0.975, 0.98), strict=True)),
        naive="; ".join(
            f"{name} {_row([scoring.area(year, year.scores[name], n) for n in ENTRIES], 2)}" for name in NAIVE
        ),
    )
    said = [scoring.precision_and_recall(year, year.afresh, n) for n in ENTRIES[1:]]
    rules = {
        name: [scoring.precision_and_recall(year, year.verdicts[name], n) for n in ENTRIES[1:]]
        for name in NAIVE
    }
    for place, (what, floor) in enumerate((("precision", 0.88), ("recall", 0.50))):
        yield Figure(
            what=f"{what} of `one_sided` at 10 / 20 / 40",
            found=_row([pair[place] for pair in said], 2),
            floor=f"≥ {_short(floor)} at 20",
            holds=said[1][place] >= floor,
            naive="; ".join(
                f"{name} {_row([pair[place] for pair in found], 2)}" for name, found in rules.items()
            ),
        )
    weekly = [scoring.recall_by(year, year.said, n) for n in ENTRIES[1:]]
    yield Figure(
        what="recall by 10 / 20 / 40 entries, looked at weekly",
        found=_row(weekly, 2),
        floor="≥ .58 / .72 by 20 / 40",
        holds=weekly[1] >= 0.58 and weekly[2] >= 0.72,
    )


def _false_alarms(year: Year) -> Iterator[Figure]:
    bonds, users, count = scoring.false_alarms(year, year.said)
    naive = {name: scoring.false_alarms(year, year.verdicts[name]) for name in NAIVE}
    yield Figure(
        what=f"a year of weekly looks: healthy bonds ever called one-sided ({count} bond-years)",
        found=f"{bonds:.2%}",
        floor="≤ 1 %",
        holds=bonds <= 0.01,
        naive="; ".join(f"{name} {found[0]:.1%}" for name, found in naive.items()),
    )
    yield Figure(
        what="users for whom that ever happened",
        found=f"{users:.1%}",
        floor="≤ 12 %",
        holds=users <= 0.12,
        naive="; ".join(f"{name} {found[1]:.0%}" for name, found in naive.items()),
    )


def _calibration(year: Year) -> Iterator[Figure]:
    brier, error, true = scoring.calibration(year)
    pairs = [scoring.near(year, *ends) for ends in ((0.7, 0.8), (0.8, 0.9), (0.9, 0.96), (0.96, 1.01))]
    yield Figure(
        what="stated probability → truth",
        found=", ".join(f"{_short(said)} → {_short(was)}" for said, was in pairs),
        floor="",
        holds=True,
    )
    yield Figure(what="Brier score", found=_short(brier, 3), floor="≤ .055", holds=brier <= 0.055)
    yield Figure(what="calibration error", found=_short(error, 3), floor="≤ .03", holds=error <= 0.03)
    yield Figure(what="true when said from .90 on", found=_short(true, 3), floor="≥ .93", holds=true >= 0.93)
    for name, inside in (("met", year.met_inside), ("reach", year.reach_inside)):
        covered = float(np.nanmean(inside))
        yield Figure(
            what=f"90 % intervals of {name} that hold the truth (steady bonds)",
            found=_short(covered, 3),
            floor=".87 – .94",
            holds=0.87 <= round(covered, 2) <= 0.94,
        )


def _changes(year: Year) -> Iterator[Figure]:
    for what, share in scoring.changes(year).items():
        yield Figure(what=f"change: {what}", found=f"{share:.1%}", floor="", holds=True)


def _speed(data: Path) -> Iterator[Figure]:
    if not data.exists():
        print("building 50,000 moments", file=sys.stderr)
        long_life.build(data)
    folder = places(data).vault
    store = Store.open(folder, vault.unlock_open(folder))
    people, answers, today = store.people.all(), store.impressions.answers(), long_life.TODAY
    one_way, ids = np.zeros(len(people), dtype=bool), [person.id for person in people]

    def figures() -> None:
        look(entries(answers, ids, 240, WORD_FEELING), one_way, number(today), [None] * len(ids))

    def sentences() -> None:
        readings(store.impressions.answers(), store.people.all(), today, 240, WORD_FEELING)

    for what, limit, work in (
        ("from columns to every figure and state", 50, figures),
        ("from the vault to the sentences", 150, sentences),
    ):
        milliseconds = _median(work)
        yield Figure(
            what=f"{len(people)} people, {len(answers):,} impressions, {what}",
            found=f"{milliseconds:.0f} ms median of {ROUNDS}",
            floor=f"≤ {limit} ms",
            holds=milliseconds <= limit,
        )
    store.close()


def _median(work: Callable[[], None]) -> float:
    work()
    taken = []
    for _ in range(ROUNDS):
        began = perf_counter()
        work()
        taken.append(1000 * (perf_counter() - began))
    return statistics.median(taken)


def _table(figures: list[Figure]) -> str:
    rows = [
        f"| {f.what} | {f.found}{'' if f.holds else ' **missed**'} | {f.floor} | {f.naive} |" for f in figures
    ]
    return "\n".join(["| what | readings | floor | naive rules |", "|---|---|---|---|", *rows])


def _by_kind(year: Year) -> str:
    rows = []
    for kind in NATURES:
        some = year.kind == kind
        naive = " | ".join(f"{year.verdicts[name].any(0)[some].mean():.1%}" for name in NAIVE)
        rows.append(f"| {kind} | {some.sum()} | {year.said.any(0)[some].mean():.1%} | {naive} |")
    return "\n".join(
        [f"| kind | bonds | readings | {' | '.join(NAIVE)} |", "|---|---|---|---|---|---|", *rows]
    )


def _row(values: list[float], digits: int) -> str:
    return " / ".join(_short(value, digits) for value in values)


def _short(value: float, digits: int = 2) -> str:
    """Return ".97" for 0.97."""
    return f"{value:.{digits}f}".replace("0.", ".", 1)


if __name__ == "__main__":
    sys.exit(main())
