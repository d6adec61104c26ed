"""Impressions written down as short rows, and what becomes of them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from connect_desktop.domain import WORD_FEELING, Columns, Person
from connect_desktop.domain.answers import packed
from connect_desktop.insight.entries import Entries, entries
from connect_desktop.insight.readings import Readings, readings

Rows = list[dict[str, Any]]

TODAY = date(2026, 11, 22)
BLANK: dict[str, Any] = {
    "person": "p", "body": None, "before": None, "reach": None, "met": None, "openness": None,
    "gave": (), "received": (), "words": (), "truth": None, "response": None, "hurt": False, "way_back": None,
    "way_back_on": None, "imported": False,
}  # fmt: skip


def wall(text: str) -> int:
    """Return a wall-clock time as seconds since 1970, as if clocks never changed."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


EVENING = wall("2026-11-22 20:00")


def columns_of(rows: list[dict[str, Any]]) -> Columns:
    """Return columns in the order of `rows`; `at` is "2026-11-20 09:00", or days before TODAY's evening."""
    made: dict[str, list[Any]] = {name: [] for name in Columns.__dataclass_fields__}
    for number, row in enumerate(rows):
        at = row.get("at", 0)
        seconds = wall(at) if isinstance(at, str) else EVENING - at * 86_400
        ids = {"impression": f"i{number}", "interaction": f"m{number}"}
        full = {**ids, **BLANK, **{k: v for k, v in row.items() if k != "at"}, "wall": seconds}
        for name, column in made.items():
            column.append(full[name])
    return Columns(**made)


def entries_of(rows: Rows, people: Iterable[str] = ("p",)) -> Entries:
    """Return the entries with `people` from short rows."""
    return entries(packed(columns_of(rows)), tuple(people), 240, WORD_FEELING)


def read(rows: Rows, people: Iterable[str | Person] = ("p",), today: date = TODAY, **more: Any) -> Readings:
    """Return what short rows say of people; an id stands for an active person of that name."""
    known = [one if isinstance(one, Person) else Person(id=one, name=one.capitalize()) for one in people]
    return readings(packed(columns_of(rows)), known, today, 240, WORD_FEELING, **more)
