"""Impressions as one whole number each: the narrow form in which fifty thousand reach the readings at once.

Each answer has its bits in the number, so that the store can pack and the reading unpack them in one go; what
was not answered is 0 there. The wall-clock time of the moment lies above them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from connect_desktop.domain.columns import Columns
from connect_desktop.domain.interaction import Reach, WayBack

BODY, MET, REACH, WAY_BACK, HURT, GAVE, RECEIVED, WALL = 0, 3, 6, 9, 12, 13, 16, 19
"""the first bit of each answer"""
BODY_FROM, MET_FROM = 4, 1
"""added to a value, so that 0 is left for the unknown"""
REACHES = (None, *(reach.value for reach in Reach))
WAYS_BACK = (None, *(way.value for way in WayBack))
"""spellings by their number"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What readings ask of every impression, in no special order; every sequence has the same length."""

    impression: Sequence[str]
    person: Sequence[str]
    packed: Sequence[int]
    """`wall << WALL`, and below it body, met, who reached out, the way back, a hurt, how much each gave"""
    words: Sequence[tuple[str, ...]]

    def __len__(self) -> int:
        return len(self.impression)


def packed(columns: Columns) -> Answers:
    """Return the narrow form of whole columns."""
    return Answers(
        impression=columns.impression,
        person=columns.person,
        packed=[_packed(columns, i) for i in range(len(columns))],
        words=columns.words,
    )


def _packed(columns: Columns, i: int) -> int:
    body, met = columns.body[i], columns.met[i]
    return (
        (0 if body is None else body + BODY_FROM) << BODY
        | (0 if met is None else met + MET_FROM) << MET
        | REACHES.index(columns.reach[i]) << REACH
        | WAYS_BACK.index(columns.way_back[i]) << WAY_BACK
        | columns.hurt[i] << HURT
        | len(columns.gave[i]) << GAVE
        | len(columns.received[i]) << RECEIVED
        | columns.wall[i] << WALL
    )
