"""Impressions as columns, written down as short rows."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from connect_desktop.domain import Columns

TODAY = date(2026, 11, 22)
BLANK: dict[str, Any] = {
    "person": "p", "body": None, "before": None, "reach": None, "met": None, "openness": None,
    "gave": (), "received": (), "words": (), "hurt": False, "way_back": None, "imported": False,
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


@pytest.fixture
def columns() -> Callable[[list[dict[str, Any]]], Columns]:
    return columns_of


@pytest.fixture
def today() -> date:
    """A Sunday."""
    return TODAY
