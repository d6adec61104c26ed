"""Bands that lead from left to right, from one height to another, as high as their count."""

from dataclasses import dataclass

from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from connect_desktop.charts.sheet import Sheet

MARKED = 0.22
"""how far along a band it is pointed at: near its left end, where no two of them meet"""
_RIM = 0.7


@dataclass(frozen=True, slots=True)
class Band:
    """One band; lengths in points."""

    x0: float
    x1: float
    start: float
    end: float
    """heights of its upper edge, on the left and on the right"""
    high: float

    @property
    def mark(self) -> tuple[float, float]:
        """Where it is pointed at."""
        risen = MARKED * MARKED * (3 - 2 * MARKED)
        upper = self.start + (self.end - self.start) * risen
        return self.x0 + (self.x1 - self.x0) * MARKED, upper - self.high / 2

    @property
    def path(self) -> Path:
        """Its outline: level where it begins and ends."""
        third = (self.x1 - self.x0) / 3
        upper = [
            (self.x0, self.start), (self.x0 + third, self.start), (self.x1 - third, self.end),
            (self.x1, self.end),
        ]  # fmt: skip
        lower = [(x, y - self.high) for x, y in reversed(upper)]
        curve = [Path.CURVE4] * 3
        codes = [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY]
        return Path([*upper, *lower, upper[0]], codes)


class Stack:
    """The places of bands at one end of them, handed out from the top."""

    def __init__(self, top: float) -> None:
        self._free = top

    def take(self, high: float) -> float:
        """Return the upper edge of the next band, which is so high."""
        top = self._free
        self._free -= high
        return top


def draw(
    sheet: Sheet, band: Band, colour: str, gid: str, *, filled: float = 0.30, hollow: bool = False
) -> None:
    """Draw a band in one colour, `filled` solid: those below show through; hollow: only its edge, dashed."""
    patch = PathPatch(
        band.path,
        facecolor="none" if hollow else to_rgba(colour, filled),
        edgecolor=colour,
        linewidth=min(_RIM, max(0.2, band.high / 5)),
        linestyle=(0, (4, 2.5)) if hollow else "solid",
    )
    sheet.add(patch, gid=gid, layer=2)
