"""What every chart function returns: a figure with its title, its text twin and its points."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One thing in a chart that can be pointed at, walked to and opened."""

    x: float
    y: float
    """centre as a fraction of the figure's width and height, from the bottom left, 0…1"""
    text: str
    """what it says on hover and to a screen reader"""
    impressions: tuple[str, ...] = ()
    """ids of the impressions behind it, oldest first"""
    person: str = ""
    """id of the person it stands for, where it is not moments that it opens"""
    width: float = 0.0
    """how wide it is drawn, as a fraction of the figure's width; 0 for a point"""
    name: str = ""
    """what is to be written beside it while it is meant, where the picture has no room for it"""
    halo: tuple[tuple[float, float, float, float], ...] = ()
    """regions in which it may lie, the widest first: how far each reaches left, right, down and up, as
    fractions of the figure's width and height"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawn chart. `figure` belongs to no pyplot and no canvas yet."""

    figure: "Figure"
    title: str
    """a sentence when there is a reading, else a plain heading"""
    twin: str
    """the same said in words: for screen readers, and the alt text in a document"""
    caption: str = ""
    """a faint line below the title: how to read the chart; empty where it needs none"""
    marks: tuple[Mark, ...] = ()
    """in reading order"""
    area: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    """left, bottom, right and top of the part that can be looked at closer, as fractions of the figure"""
    empty: bool = False
    """True: too few moments; `twin` says what will appear"""
