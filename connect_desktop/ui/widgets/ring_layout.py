"""Where people stand on the rings: spread evenly, never on one another, smaller where there are many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, floor, pi, sin

CORE = 0.14
"""part of the radius that is the user's own"""
BANDS = 4
SMALLEST = 5.0
"""pixels of a disc where there are very many"""
GAP = 4.0
"""pixels between discs, less between very small ones"""
_TURNED = (0.0, 0.5, -0.5, 0.25)
"""parts of the way to the next place by which rings are turned, so that people do not stand in rows"""


@dataclass(frozen=True, slots=True)
class Spot:
    """The middle of a disc, right and down of the middle of the rings, and how wide it is."""

    x: float
    y: float
    side: float


def edges(radius: float) -> list[float]:
    """Return the radii between which the rings lie, the innermost first: five for four rings."""
    step = radius * (1 - CORE) / BANDS
    return [radius * CORE + step * band for band in range(BANDS + 1)]


def ring_at(distance: float, radius: float) -> int:
    """Return the ring 1 … 4 at a distance from the middle; 0 outside them all."""
    if distance > radius:
        return 0
    return next(ring for ring in (4, 3, 2, 1) if distance >= edges(radius)[ring - 1] or ring == 1)


def spots(count: int, ring: int, radius: float, largest: float, free: float) -> list[Spot]:
    """Return places for `count` people on a ring, clockwise from the top.

    `free` is half the width in pixels that stays empty at the top, for the name of the ring.
    """
    inner, outer = edges(radius)[ring - 1 : ring + 1]
    side = min(largest, outer - inner - 2 * GAP)
    while count and side > SMALLEST and sum(_rooms(inner, outer, side, free)) < count:
        side -= 1
    lanes = _lanes(inner, outer, side)
    shares = _shared(count, _rooms(inner, outer, side, free))
    return [
        spot
        for lane, share in zip(lanes, shares, strict=True)
        for spot in _around(share, lane, side, free, _TURNED[ring - 1])
    ]


def _gap(side: float) -> float:
    return max(1.0, min(GAP, side / 4))


def _lanes(inner: float, outer: float, side: float) -> list[float]:
    """Return the radii on which discs of a width stand, the outermost last."""
    gap = _gap(side)
    number = max(1, floor((outer - inner - gap) / (side + gap)))
    step = (outer - inner) / number
    return [inner + step * (lane + 0.5) for lane in range(number)]


def _rooms(inner: float, outer: float, side: float, free: float) -> list[int]:
    """Return how many discs each lane takes."""
    found = []
    for lane in _lanes(inner, outer, side):
        reach = asin(min(1.0, (side + _gap(side)) / 2 / lane)) * 2
        found.append(max(1, floor((2 * pi - 2 * _empty(lane, side, free)) / reach)))
    return found


def _shared(count: int, rooms: Sequence[int]) -> list[int]:
    """Return how many of `count` stand on each lane: in proportion to its room, all of them somewhere."""
    whole = sum(rooms)
    shares = [min(room, count * room // whole) for room in rooms]
    lane = len(rooms) - 1
    while sum(shares) < count:
        if shares[lane] < rooms[lane] or sum(shares) >= whole:
            shares[lane] += 1
        lane = (lane - 1) % len(rooms)
    return shares


def _around(count: int, lane: float, side: float, free: float, turned: float) -> Iterator[Spot]:
    empty = _empty(lane, side, free)
    step = (2 * pi - 2 * empty) / max(1, count)
    for place in range(count):
        angle = empty + step * (place + 0.5 + (turned * 0.5 if count > 1 else turned * 0.2))
        yield Spot(lane * sin(angle), -lane * cos(angle), side)


def _empty(lane: float, side: float, free: float) -> float:
    """Return the angle on either side of the top that stays empty."""
    return min(pi / 3, (free + side / 2) / lane)
