"""One look at everyone on one day, without words: figures, counts, and where each bond stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight.config import CONFIG, Config
from connect_desktop.insight.counts import Counts, counts
from connect_desktop.insight.entries import Entries
from connect_desktop.insight.figures import Figures, figures
from connect_desktop.insight.states import Facts, State, state

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Look:
    """What was seen; arrays and states run along the people."""

    entries: Entries
    """those up to the day"""
    figures: Figures
    counts: Counts
    states: tuple[State, ...]


def look(
    found: Entries, one_way: Flags, today: int, last: Sequence[State | None], config: Config = CONFIG
) -> Look:
    """Return what the entries up to the day `today` say; `last` are the states of the look before."""
    known = found.day <= today
    found = found if known.all() else found.where(known)
    worked_out = figures(found, one_way, today, config)
    counted = counts(found, len(one_way))
    facts = _facts(worked_out, counted, one_way)
    states = tuple(state(fact, before, config) for fact, before in zip(facts, last, strict=True))
    return Look(entries=found, figures=worked_out, counts=counted, states=states)


def _facts(found: Figures, counted: Counts, one_way: Flags) -> list[Facts]:
    columns: dict[str, NDArray[Any]] = {
        "one_way": one_way,
        "enough": found.enough.reached,
        "one_sided": found.likely.one_sided,
        "reverse": found.likely.reverse,
        "unmet": found.likely.unmet,
        "well_met": found.likely.well_met,
        "uneasy": found.likely.uneasy,
        "mostly_mine": found.reaching.mostly_mine,
        "moments": counted.moments,
        "body_answers": counted.body_of,
        "givings": counted.givings,
        "hurts": counted.hurts,
        "they_came_back": counted.they_came_back,
    }
    rows = zip(*(column.tolist() for column in columns.values()), strict=True)
    return [Facts(**dict(zip(columns, row, strict=True))) for row in rows]
