"""Plain counts: what a reading says first."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight.entries import Entries, totals

Ints = NDArray[np.int64]

MET_FROM = 3
"""mostly met or truly met, of 0…4: "you felt met" """


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Counts:
    """How often what was answered; arrays run along the people. What is missing is in no total."""

    moments: Ints
    me: Ints
    them: Ints
    """who reached out first, where one of the two did"""
    in_vain: Ints
    """the user reached out and no echo came"""
    met: Ints
    met_of: Ints
    """felt met, of the moments that say how far; reaching out in vain is no such moment"""
    easier: Ints
    tighter: Ints
    body_of: Ints
    givings: Ints
    """moments in which something given was noted"""
    hurts: Ints
    came_back: Ints
    they_came_back: Ints
    """hurts after which one of the two came back; after which they did, alone or both"""


def counts(found: Entries, people: int) -> Counts:
    """Return the counts of the entries with each of `people`."""

    def count(which: NDArray[np.bool_]) -> Ints:
        return totals(found.person, which, people).astype(np.int64)

    return Counts(
        moments=count(found.person >= 0),
        me=count(found.mine == 1),
        them=count(found.mine == 0),
        in_vain=count(found.in_vain),
        met=count(found.met >= MET_FROM),
        met_of=count(~np.isnan(found.met) & ~found.in_vain),
        easier=count(found.body > 0),
        tighter=count(found.body < 0),
        body_of=count(~np.isnan(found.body)),
        givings=count(~np.isnan(found.gave)),
        hurts=count(found.hurt),
        came_back=count(found.hurt & found.came_back),
        they_came_back=count(found.hurt & found.they_came_back),
    )
