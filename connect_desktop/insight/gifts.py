"""What each of two people gave: plain counts, with the impressions behind them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from connect_desktop.domain import Columns, Gift, Reach, WayBack
from connect_desktop.insight.days import in_order

REACHED = "reached"
CAME_BACK = "came_back"
KINDS = (REACHED, *(gift.value for gift in Gift), CAME_BACK)
"""what can be given, in the order it is shown"""

_REACHED_BY: Mapping[str, tuple[bool, bool]] = {
    Reach.ME: (True, False),
    Reach.ME_UNANSWERED: (True, False),
    Reach.THEM: (False, True),
    Reach.THEM_UNANSWERED: (False, True),
}
_BACK_BY: Mapping[str, tuple[bool, bool]] = {
    WayBack.ME: (True, False),
    WayBack.THEM: (False, True),
    WayBack.BOTH: (True, True),
}
_NOBODY = (False, False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One thing given: the impressions in which each of the two gave it, oldest first."""

    kind: str
    """one of KINDS"""
    you: tuple[str, ...]
    they: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatEachGave:
    """Everything given with one person."""

    moments: int
    rows: tuple[Given, ...]
    """one for each of KINDS, in that order, also where nothing was given"""

    @property
    def noted(self) -> bool:
        """Whether there is anything to show."""
        return any(given.you or given.they for given in self.rows)


def what_each_gave(columns: Columns) -> WhatEachGave:
    """Return what was given both ways.

    An attempt without an echo is a reaching out; where both reached, or chance did, nobody reached first.
    A hurt from which both came back counts on both sides.
    """
    you: dict[str, list[str]] = {kind: [] for kind in KINDS}
    they: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for i in in_order(columns):
        for kind, by_you, by_them in _given(columns, i):
            if by_you:
                you[kind].append(columns.impression[i])
            if by_them:
                they[kind].append(columns.impression[i])
    rows = tuple(Given(kind=kind, you=tuple(you[kind]), they=tuple(they[kind])) for kind in KINDS)
    return WhatEachGave(moments=len(columns), rows=rows)


def _given(columns: Columns, i: int) -> Iterator[tuple[str, bool, bool]]:
    reach, back = columns.reach[i], columns.way_back[i]
    if reach:
        yield REACHED, *_REACHED_BY.get(reach, _NOBODY)
    for gift in columns.gave[i]:
        yield gift, True, False
    for gift in columns.received[i]:
        yield gift, False, True
    if back:
        yield CAME_BACK, *_BACK_BY.get(back, _NOBODY)
