"""Rows of horizontal bars, as high as there is room for, up to a comfortable height."""

from dataclasses import dataclass

COMFORTABLE = 1.75
"""height of a row in lines of text, where there is room"""
BAR = 0.60
"""share of a row's height that its bar takes"""
_TEXT = 0.82
"""share of a row's height that its text may take"""


@dataclass(frozen=True, slots=True)
class Rows:
    """Equal rows from `top` downwards; lengths in points."""

    top: float
    height: float
    text: float
    """size of their text"""

    def middle(self, row: float) -> float:
        """Return the height of the middle of a row, the first being 0."""
        return self.top - (row + 0.5) * self.height

    def ends(self, row: float) -> tuple[float, float]:
        """Return bottom and top of a row's bar."""
        half = self.height * BAR / 2
        return self.middle(row) - half, self.middle(row) + half


def rows(top: float, bottom: float, count: float, text: float) -> Rows:
    """Return `count` rows between two heights for text of this size; where they are too low, text shrinks."""
    room = max(1.0, (top - bottom) / max(1, count))
    height = min(text * 1.4 * COMFORTABLE, room)
    return Rows(top, height, min(text, height * _TEXT))
