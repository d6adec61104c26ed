"""Names beside their places that never lie on each other, on a disc or on a word of the map.

Each name in turn takes the first free place: below, above, beside, then on wider and wider rings around its
disc, away from the crowd, from where a thin line leads back. The same places and names always give the same
labels.
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
_AROUND = 20
"""directions that are tried on a ring"""
_RINGS = 26
_FAR = 8
"""rings that are searched for a line that crosses nothing"""
_STEP = 7.0
"""points from ring to ring"""
_LED = 3.5
"""points of empty space from which a line leads to the label"""
_BEADS = 12
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
    full = _Full(discs=_boxes(discs), labels=_boxes(taken), lines=_boxes(()))
    found: list[Label | None] = [None] * len(wishes)
    for number in sorted(range(len(wishes)), key=lambda i: _crowding(wishes, i)):
        found[number] = _one(wishes[number], _outward(wishes, number), area, full)
    return found


@dataclass(frozen=True, slots=True)
class _Offer:
    """Free places for one label, and the lines that would lead to them; arrays run along the places."""

    boxes: Floats
    starts: Floats
    ends: Floats
    led: Flags
    """where a line is needed"""
    beads: Floats

    def first_clear(self, of: Floats) -> int | None:
        """Return the first place whose line touches none of these boxes."""
        touched = _any(_touching(self.beads.reshape(-1, 4), of, 0.0)).reshape(-1, _BEADS)
        clear = np.flatnonzero(~_any(touched) | ~self.led)
        return int(clear[0]) if len(clear) else None


@dataclass(slots=True)
class _Full:
    """What is taken so far; lines are beads."""

    discs: Floats
    labels: Floats
    lines: Floats

    def everything(self) -> Floats:
        """Return all boxes."""
        return np.concatenate([self.discs, self.labels, self.lines])

    def take(self, offer: _Offer, place: int) -> Label:
        """Fill one of the places and return its label."""
        box = offer.boxes[place]
        self.labels = np.concatenate([self.labels, box[None]])
        if not offer.led[place]:
            return Label(*_middle(box), None)
        self.lines = np.concatenate([self.lines, offer.beads[place]])
        (x0, y0), (x1, y1) = offer.starts[place].tolist(), offer.ends[place].tolist()
        return Label(*_middle(box), (x0, y0, x1, y1))


def _crowding(wishes: Sequence[Wish], number: int) -> tuple[float, float, float, int]:
    """Those with the fewest free directions choose first: those with the nearest neighbours."""
    here = wishes[number]
    near = sum(abs(w.x - here.x) + abs(w.y - here.y) < 4 * here.height for w in wishes)
    return -near, -here.y, here.x, number


def _outward(wishes: Sequence[Wish], number: int) -> float:
    """Return the direction away from the others, the nearer ones counting more."""
    here = wishes[number]
    away = np.array([(here.x - other.x, here.y - other.y) for other in wishes])
    apart = np.maximum((away**2).sum(axis=1), 1.0)
    across, up = (away / apart[:, None]).sum(axis=0)
    return float(np.arctan2(up, across)) if across or up else -np.pi / 2


def _one(wish: Wish, outward: float, area: Box, full: _Full) -> Label | None:
    """Return the first free label and take its place.

    Its line crosses nothing, or where that leads too far only discs and other lines; names only where there
    is no other way. Names themselves never lie on each other.
    """
    everything = full.everything()
    disc = _boxes([_around(wish.x, wish.y, wish.radius, wish.radius)])
    crossed = everything[~_touching(disc, everything, 0.0)[0]]
    second: tuple[_Offer, int] | None = None
    for ring, middles in enumerate(_candidates(wish, outward)):
        offer = _offer(wish, _free(wish, middles, area, everything))
        clear, passable = offer.first_clear(crossed), offer.first_clear(full.labels)
        if clear is not None:
            return full.take(offer, clear)
        if second is None and passable is not None:
            second = offer, passable
        if second is not None and ring >= _FAR:
            break
    return full.take(*second) if second is not None else _anywhere(wish, outward, area, full)


def _anywhere(wish: Wish, outward: float, area: Box, full: _Full) -> Label | None:
    solid = np.concatenate([full.discs, full.labels])
    for middles in _candidates(wish, outward):
        boxes = _free(wish, middles, area, solid)
        if len(boxes):
            return full.take(_offer(wish, boxes), 0)
    return None


def _free(wish: Wish, middles: Floats, area: Box, everything: Floats) -> Floats:
    half = np.array([wish.width / 2, wish.height / 2])
    found = np.concatenate([middles - half, middles + half], axis=1)
    inside = np.all((found[:, :2] >= area[:2]) & (found[:, 2:] <= area[2:]), axis=1)
    free: Floats = found[inside & ~_any(_touching(found, everything, _GAP / 2))]
    return free


def _offer(wish: Wish, boxes: Floats) -> _Offer:
    """Return places with the lines from the disc to their nearest points."""
    middle = np.array([wish.x, wish.y])
    to = np.clip(middle, boxes[:, :2], boxes[:, 2:])
    apart = np.hypot(*(to - middle).T)[:, None]
    way = (to - middle) / np.maximum(apart, 1.0)
    starts, ends = middle + way * wish.radius, to - way
    along = np.linspace(0.05, 0.95, _BEADS)[None, :, None]
    points = starts[:, None] + along * (ends - starts)[:, None]
    beads = np.concatenate([points - 1.0, points + 1.0], axis=2)
    return _Offer(boxes, starts, ends, apart[:, 0] >= wish.radius + _LED, beads)


def _candidates(wish: Wish, outward: float) -> Iterator[Floats]:
    """Yield the middles that are tried, the best first."""
    here = np.array([wish.x, wish.y])
    away, beside = wish.radius + 1.5 + wish.height / 2, wish.radius + _GAP + wish.width / 2
    near = [(0, -away), (0, away), (beside, 0), (-beside, 0)]
    near += [(sx * beside * 0.8, sy * away * 0.9) for sy in (-1, 1) for sx in (1, -1)]
    yield np.array(near) + here
    steps = np.arange(_AROUND)
    turns = outward + np.where(steps % 2 == 1, (steps + 1) // 2, -(steps // 2)) * 2 * np.pi / _AROUND
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


def _any(flags: Flags) -> Flags:
    found: Flags = np.any(flags, axis=1)
    return found


def _middle(box: Floats) -> tuple[float, float]:
    return float(box[0] + box[2]) / 2, float(box[1] + box[3]) / 2


def _boxes(boxes: Sequence[Box]) -> Floats:
    return np.array(boxes, dtype=np.float64).reshape(-1, 4)


def _around(x: float, y: float, across: float, up: float) -> Box:
    return x - across, y - up, x + across, y + up
