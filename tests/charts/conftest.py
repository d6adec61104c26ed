"""Impressions as columns, and charts taken apart into their artists."""

import random
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from connect_desktop.charts import person as charts
from connect_desktop.charts.chart import Chart
from connect_desktop.charts.palette import LIGHT, Palette
from connect_desktop.domain import TRUTHS, WORD_FEELING, Columns
from connect_desktop.insight import person as insight

sys.path.append(str(Path(__file__).parents[1] / "insight"))  # what several tests share lies there

from short_rows import TODAY, columns_of

GIFTS = ("listened", "shared", "helped", "remembered", "appreciated")
REACHES = ("me", "them", "both", "chance", "me_unanswered", "them_unanswered")
RESPONSES = ("opened", "stayed", "away", "none_yet")
OWN_TRUTHS = ("I need you here", "I would like us to talk about what happened in the spring, slowly")
OWN_WORDS = ("fizzy", "like a stone in the shoe, all evening")


@pytest.fixture
def columns() -> Callable[[list[dict[str, Any]]], Columns]:
    return columns_of


@pytest.fixture
def today() -> date:
    """A Sunday."""
    return TODAY


KINDS = (
    "body_over_time", "what_each_gave", "half_a_year", "words_afterwards", "reach_by_month", "said_directly",
    "hurts_and_returns", "before_after",
)  # fmt: skip
SIZE = (6.25, 3.125)
"""inches: 600 × 300 pixels on a screen"""


def life(count: int, days: int, seed: int = 1) -> list[dict[str, Any]]:
    """Return rows of a believable bond that tightens half way, in no order of time."""
    rng = random.Random(seed)
    rows = []
    for _ in range(count):
        ago = rng.randrange(days)
        body = max(-3, min(3, round(rng.gauss(1.2 if ago > days / 2 else -1.2, 1))))
        rows.append(
            {
                "at": ago,
                "body": None if rng.random() < 0.06 else body,
                "reach": rng.choice([*REACHES, "me", "me", None]),
                "gave": tuple(gift for gift in GIFTS if rng.random() < 0.5),
                "received": tuple(gift for gift in GIFTS if rng.random() < 0.2),
                "words": tuple(word for word in (*WORD_FEELING, *OWN_WORDS) if rng.random() < 0.15),
                "way_back": rng.choice(["me", "them", "both", "not_yet", None, None]),
                "imported": rng.random() < 0.1,
            }
        )
    for row in rows:
        row["met"] = None if "unanswered" in (row["reach"] or "") else rng.choice([0, 1, 2, 3, 4, None])
        row["before"] = rng.choice([*range(-3, 4), None])
        row["truth"] = rng.choice([*TRUTHS, *OWN_TRUTHS, None, None])
        row["response"] = rng.choice([*RESPONSES, None]) if row["truth"] else None
        row["hurt"] = row["way_back"] is not None or rng.random() < 0.1
        if row["way_back"] and rng.random() < 0.8:
            row["way_back_on"] = TODAY - timedelta(days=rng.randrange(row["at"] + 1))
    return rows


def drawn(kind: str, columns: Columns, palette: Palette = LIGHT, **how: Any) -> Chart:
    """Return the chart of one kind, read from `columns` and drawn."""
    usual, today, lived = how.pop("usual", None), how.pop("today", TODAY), how.pop("lived", True)
    read = {
        "body_over_time": lambda: insight.body_over_time(columns, usual, today, 240),
        "what_each_gave": lambda: insight.what_each_gave(columns),
        "half_a_year": lambda: insight.half_a_year(columns, today, 240),
        "words_afterwards": lambda: insight.words_afterwards(columns, WORD_FEELING),
        "reach_by_month": lambda: insight.reach_by_month(columns, today, 240),
        "said_directly": lambda: insight.said_directly(columns, lived=lived),
        "hurts_and_returns": lambda: insight.hurts_and_returns(columns, today, 240, lived=lived),
        "before_after": lambda: insight.before_after(columns),
    }[kind]
    full = {"size": SIZE, "name": "Daniel", "today": today, **how}
    return getattr(charts, kind)(read(), palette, **full)


class Artists:
    """What a figure is made of, by the name each part carries."""

    def __init__(self, chart: Chart) -> None:
        self.figure = chart.figure

    def __call__(self, gid: str) -> list[Any]:
        """Return the parts called `gid`."""
        return self.figure.findobj(lambda artist: artist.get_gid() == gid)

    def texts(self, gid: str) -> list[str]:
        """Return what the texts called `gid` say."""
        return [text.get_text() for text in self(gid)]


@pytest.fixture
def draw() -> Callable[..., Chart]:
    return drawn


@pytest.fixture
def parts() -> Callable[[Chart], Artists]:
    return Artists


@pytest.fixture
def lived() -> Callable[..., Columns]:
    return lambda count, days, seed=1: columns_of(life(count, days, seed))
