"""Names beside their places that never lie on each other, on a disc or on a word of the map.

Each name in turn takes the first free place: below, above, beside, then on wider and wider rings around its
disc, from where a thin line leads back. The same places and names always give the same labels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Box = tuple[float, float, float, float]
"""left, bottom, right, top"""

_GAP = 3.0
"""points between a label and anything else"""
_AROUND = 24
"""directions that are tried on a ring"""
_RINGS = 26
_STEP = 7.0
"""points from ring to ring"""
_LED = 3.5
"""points of empty space from which a line leads to the label"""
_BEADS = 16
"""boxes that keep a line free"""


@dataclass(frozen=True, slots=True)
class Wish:
    """A label to be placed: where its disc lies, how large that is, and how large the label."""

    x: float
    y: float
    radius: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """A placed label: its middle, and the line that leads to it where it lies away from its disc."""

    x: float
    y: float
    line: Box | None
    """from x, y to x, y"""


def placed(wishes: Sequence[Wish], area: Box, taken: Sequence[Box]) -> list[Label | None]:
    """Return a label for each wish inside `area`, None where there is no room at all.

    `taken`: what must stay free besides the discs.
    """
    discs = [_around(wish.x, wish.y, wish.radius, wish.radius) for wish in wishes]
    boxes = np.array([*discs, *taken], dtype=np.float64).reshape(-1, 4)
    found: list[Label | None] = [None] * len(wishes)
    for number in sorted(range(len(wishes)), key=lambda i: _crowding(wishes, i)):
        label, blocked = _one(wishes[number], area, boxes)
        found[number] = label
        boxes = np.concatenate([boxes, blocked])
    return found


def _crowding(wishes: Sequence[Wish], number: int) -> tuple[float, float, float, int]:
    """Those with the fewest free directions choose first: those with the nearest neighbours."""
    here = wishes[number]
    near = sum(abs(w.x - here.x) + abs(w.y - here.y) < 4 * here.height for w in wishes)
    return -near, -here.y, here.x, number


def _one(wish: Wish, area: Box, boxes: Floats) -> tuple[Label | None, Floats]:
    """Return the first label that is free, and what it takes; the far ones are looked at when it must be."""
    disc = np.array([_around(wish.x, wish.y, wish.radius, wish.radius)])
    crossed = boxes[~_touching(disc, boxes, 0.0)[0]]
    half = np.array([wish.width / 2, wish.height / 2])
    for middles in _candidates(wish):
        found = np.concatenate([middles - half, middles + half], axis=1)
        inside = np.all((found[:, :2] >= area[:2]) & (found[:, 2:] <= area[2:]), axis=1)
        free = np.flatnonzero(inside & ~_any(_touching(found, boxes, _GAP / 2)))
        starts, ends, led = _lines(wish, found[free])
        beads = _beads(starts, ends)
        blocked = _any(_touching(beads.reshape(-1, 4), crossed, 0.0)).reshape(-1, _BEADS)
        for i in np.flatnonzero(~_any(blocked) | ~led)[:1]:
            x, y = middles[free[i]].tolist()
            line = (*starts[i].tolist(), *ends[i].tolist()) if led[i] else None
            return Label(x, y, line), np.concatenate([found[free[i]][None], beads[i, : _BEADS * int(led[i])]])
    return None, np.empty((0, 4))


def _any(flags: Flags) -> Flags:
    found: Flags = np.any(flags, axis=1)
    return found


def _candidates(wish: Wish) -> Iterator[Floats]:
    """Yield the middles that are tried, the best first."""
    here = np.array([wish.x, wish.y])
    away, beside = wish.radius + 1.5 + wish.height / 2, wish.radius + _GAP + wish.width / 2
    near = [(0, -away), (0, away), (beside, 0), (-beside, 0)]
    near += [(sx * beside * 0.8, sy * away * 0.9) for sy in (-1, 1) for sx in (1, -1)]
    yield np.array(near) + here
    turns = np.arange(_AROUND) * 2 * np.pi / _AROUND - np.pi / 2
    for ring in range(_RINGS):
        across, up = (beside + ring * _STEP) * np.cos(turns), (away + ring * _STEP) * np.sin(turns)
        yield np.column_stack([across, up]) + here


def _touching(some: Floats, others: Floats, gap: float) -> Flags:
    """Return which boxes touch which, some × others."""
    a, b = some[:, None, :], others[None, :, :]
    found: Flags = (
        (a[..., 0] < b[..., 2] + gap) & (b[..., 0] < a[..., 2] + gap)
        & (a[..., 1] < b[..., 3] + gap) & (b[..., 1] < a[..., 3] + gap)
    )  # fmt: skip
    return found


def _lines(wish: Wish, found: Floats) -> tuple[Floats, Floats, Flags]:
    """Return where lines from the disc to the nearest points of labels begin and end, and which need one."""
    middle = np.array([wish.x, wish.y])
    to = np.clip(middle, found[:, :2], found[:, 2:])
    apart = np.hypot(*(to - middle).T)[:, None]
    way = (to - middle) / np.maximum(apart, 1.0)
    return middle + way * wish.radius, to - way, apart[:, 0] >= wish.radius + _LED


def _beads(starts: Floats, ends: Floats) -> Floats:
    """Return small boxes along lines, lines × beads × 4: no label may lie on them, and they on no label."""
    along = np.linspace(0.05, 0.95, _BEADS)[None, :, None]
    points = starts[:, None] + along * (ends - starts)[:, None]
    return np.concatenate([points - 1.0, points + 1.0], axis=2)


def _around(x: float, y: float, across: float, up: float) -> Box:
    return x - across, y - up, x + across, y + up
