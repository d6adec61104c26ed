"""What is shown of one bond's reading, as values: sentences, and the impressions behind each."""

from dataclasses import dataclass

from connect_desktop.insight.states import State

NAME_LENGTH = 40
"""characters of a name in a sentence"""
ON_BUTTON = 18
"""characters of a name on a button"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence and the ids of the impressions it counts."""

    text: str
    impressions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the moments with somebody say, or that nothing is read from them."""

    state: State | None
    """None while the bond rests or has ended: nothing is read then"""
    said: str
    """the state as a sentence"""
    short: str
    """the same in a few words, for a row of a table"""
    listed: State | None = None
    """the state as marked there"""
    behind: tuple[str, ...] = ()
    """every impression the reading rests on"""
    lines: tuple[Line, ...] = ()
    """counts first, then the likely range and what is usual"""
    changed: Line | None = None
    """since when it has been fading or warming"""
    no_longer: str = ""
    """what was said before and no longer holds"""
    likely: str = ""
    """how likely the state is, as a natural frequency"""
    would_change: str = ""
    """how little would change what is said"""
    wider: str = ""
    """what holds for most people, where this is part of that"""
    one_way: bool | None = None
    """whether care runs one way by nature here; None where that isn't asked"""

    def sentences(self) -> tuple[Line, ...]:
        """Return every sentence behind which impressions stand, the whole first."""
        whole = Line(text=self.said, impressions=self.behind)
        changed = (self.changed,) if self.changed else ()
        return tuple(line for line in (whole, *changed, *self.lines) if line.impressions)


def short_name(name: str, most: int = NAME_LENGTH) -> str:
    """Return a name as long as a sentence can carry, at most `most` characters."""
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"
