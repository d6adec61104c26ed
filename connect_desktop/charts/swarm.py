"""Dots that would lie on each other, moved apart: up and down, always in the same way."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def lifts(x: Floats, level: Floats, dot: float, room: float) -> Floats:
    """Return how far each dot moves up or down from its level, in the units of x.

    Dots of one level whose x fall into the same `dot`-wide column are stacked around it, the first in the
    middle, none further than `room`. Dots come in their order of time; the same order gives the same places.
    """
    columns = np.floor(x / dot)
    order = np.lexsort((np.arange(len(x)), columns, level))
    new = np.ones(len(x), dtype=bool)
    new[1:] = (np.diff(columns[order]) != 0) | (np.diff(level[order]) != 0)
    starts = np.flatnonzero(new)
    sizes = np.diff(np.append(starts, len(x)))
    rank = np.arange(len(x)) - np.repeat(starts, sizes)
    steps = np.where(rank % 2 == 1, (rank + 1) // 2, -(rank // 2))
    furthest = np.repeat(sizes // 2, sizes)
    step = np.minimum(dot, room / np.maximum(furthest, 1))
    moved = np.empty(len(x))
    moved[order] = steps * step
    return moved
