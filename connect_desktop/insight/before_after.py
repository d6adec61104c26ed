"""How the user came, and how they went: the body before and after a moment."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from connect_desktop.domain import Columns
from connect_desktop.insight.beta import shares
from connect_desktop.insight.days import in_order

SAID_FROM = 0.90
"""how likely it must be that one way is the more usual one"""
FEWEST = 6
"""moments that say both, before anything is said"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One way from before to after, and the impressions that went it, oldest first."""

    before: int
    after: int
    """both −3…+3"""
    impressions: tuple[str, ...]

    @property
    def step(self) -> int:
        """By how much it went up."""
        return self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter:
    """Every moment in which both are noted."""

    moments: int
    """all of them, also those without"""
    pairs: tuple[Pair, ...]
    """by before, then by after, the lowest first"""
    said: int
    """1: the user comes away easier than they came, in most of them; −1: tighter; 0: neither is clear"""

    @property
    def noted(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.pairs)

    @property
    def easier(self) -> int:
        """In how many moments it went up."""
        return _count(pair for pair in self.pairs if pair.step > 0)

    @property
    def tighter(self) -> int:
        """In how many moments it went down."""
        return _count(pair for pair in self.pairs if pair.step < 0)

    @property
    def of(self) -> int:
        """How many moments say both."""
        return _count(self.pairs)


def before_after(columns: Columns, *, lived: bool = True) -> BeforeAfter:
    """Return how often each way from before to after was gone.

    Which way is usual is said where its share of all these moments lies above one half with a probability of
    90 % (Beta(1 + this way, 1 + every other way)), and where the bond is `lived` now.
    """
    found: dict[tuple[int, int], list[str]] = {}
    for i in in_order(columns):
        before, after = columns.before[i], columns.body[i]
        if before is not None and after is not None:
            found.setdefault((before, after), []).append(columns.impression[i])
    pairs = tuple(Pair(before=b, after=a, impressions=tuple(found[b, a])) for b, a in sorted(found))
    return BeforeAfter(moments=len(columns), pairs=pairs, said=_said(pairs) if lived else 0)


def _said(pairs: tuple[Pair, ...]) -> int:
    counts = np.array([_count(pair for pair in pairs if pair.step * way > 0) for way in (1, -1)], float)
    every = _count(pairs)
    if every < FEWEST:
        return 0
    easier, tighter = (shares(1 + counts, 1 + every - counts).above(0.5) >= SAID_FROM).tolist()
    return int(easier) - int(tighter)


def _count(pairs: Iterable[Pair]) -> int:
    return sum(len(pair.impressions) for pair in pairs)
