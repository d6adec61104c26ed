"""The sheet a chart is drawn on: a figure measured in points from its lower left corner."""

from collections.abc import Iterable, Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, IdentityTransform

from connect_desktop.charts import lettering
from connect_desktop.charts.chart import Chart, Mark
from connect_desktop.charts.palette import Palette

SMALL, TITLE = 9.0, 12.0
"""12 and 16 pixels, in points"""
MARGIN = 4.0
LINE = 1.4
"""from one line of text to the next, in its sizes"""
_LEAST = 36.0
_BASELINE = 0.36
"""how far below the middle of a line its baseline lies, as a share of its size"""


class Sheet:
    """An empty figure of `size` inches; all lengths are points, text grows with `scale`.

    `titled` says that it carries its title and caption itself.
    """

    def __init__(
        self, palette: Palette, size: tuple[float, float], scale: float, *, titled: bool = False
    ) -> None:
        self._titled = titled
        self.palette = palette
        self.scale = scale
        self.width, self.height = (max(_LEAST, inches * 72) for inches in size)
        self.left, self.right = MARGIN, self.width - MARGIN
        self.bottom, self.top = MARGIN, self.height - MARGIN
        self.figure = Figure(figsize=(self.width / 72, self.height / 72), facecolor=palette.surface)
        self.points = Affine2D().scale(1 / 72) + self.figure.dpi_scale_trans
        self.small = SMALL * scale
        self.line = self.small * LINE
        """from one line of small text to the next"""

    def head(self, title: str, caption: str) -> None:
        """Write title and caption at the top, as many lines as they need; the rest of the sheet shrinks.

        Nothing where it does not carry them itself.
        """
        if not self._titled:
            return
        size = TITLE * self.scale
        for text in lettering.wrapped(title, size, self.right - self.left, strong=True):
            self.write(self.left, self.top - size * 0.6, text, size=size, strong=True,
                       colour=self.palette.ink, gid="title")  # fmt: skip
            self.top -= size * 1.3
        for text in lettering.wrapped(caption, self.small, self.right - self.left):
            self.write(self.left, self.top - self.line / 2, text, colour=self.palette.faint, gid="caption")
            self.top -= self.line
        self.top -= self.line / 2

    def write(
        self, x: float, y: float, text: str, *, colour: str = "", size: float = 0.0, align: str = "left",
        strong: bool = False, layer: float = 5, gid: str = "label",
    ) -> Text | None:  # fmt: skip
        """Write one line of text around the height y; None where nothing of it can be drawn."""
        lettering_of = lettering.drawable(text)
        if not lettering_of.text:
            return None
        size = size or self.small
        return self.figure.text(
            x, y - size * _BASELINE, lettering_of.text, transform=self.points, ha=align, va="baseline",
            color=colour or self.palette.soft, zorder=layer, parse_math=False, gid=gid,
            fontproperties=lettering.font(lettering_of.families, size, strong),
        )  # fmt: skip

    def width_of(self, text: str, *, strong: bool = False) -> float:
        """Return how wide small text is."""
        return lettering.width(text, self.small, strong)

    def elided(self, text: str, room: float) -> str:
        """Return small text shortened to `room`."""
        return lettering.elided(text, self.small, room)

    def rules(
        self, ends: Sequence[tuple[float, float, float, float]], colour: str, thickness: float, gid: str,
        layer: float = 1, dashes: str = "solid",
    ) -> None:  # fmt: skip
        """Draw straight lines from (x, y) to (x, y)."""
        segments = [np.array([[x0, y0], [x1, y1]]) for x0, y0, x1, y1 in ends]
        self.add(
            LineCollection(segments, colors=colour, linewidths=thickness, linestyles=dashes),
            gid=gid, layer=layer,
        )  # fmt: skip

    def bar(
        self, box: tuple[float, float, float, float], colour: str, gid: str, *, hatched: bool = False
    ) -> None:
        """Draw a bar over x0, y0, x1, y1; hatched: only its edge and stripes."""
        x0, y0, x1, y1 = box
        if x1 > x0 and y1 > y0:
            face = self.palette.surface if hatched else colour
            style = {"hatch": "/////", "edgecolor": colour, "linewidth": 0.8} if hatched else {}
            self.add(PathPatch(rounded(x0, y0, x1, y1), facecolor=face, **style), gid=gid, layer=3)

    def shapes(
        self, path: Path, at: Iterable[tuple[float, float]], width: float, *, face: str, edge: str,
        thickness: float = 0.6, gid: str, layer: float = 3,
    ) -> None:  # fmt: skip
        """Draw one shape, about 1 wide in its own units, at many places, `width` points wide."""
        places = np.array(list(at), dtype=np.float64).reshape(-1, 2)
        self.add(
            PathCollection(
                [path], sizes=[width**2], offsets=places, offset_transform=self.points,
                facecolors=face, edgecolors=edge, linewidths=thickness,
            ),
            gid=gid, layer=layer, placed=True,
        )  # fmt: skip

    def add(self, artist: Artist, *, gid: str, layer: float, placed: bool = False) -> None:
        """Add an artist whose coordinates are points; `placed`: only the offsets it has are."""
        artist.set_gid(gid)
        artist.set_zorder(layer)
        artist.set_transform(IdentityTransform() if placed else self.points)
        self.figure.add_artist(artist)

    def mark(self, x: float, y: float, text: str, impressions: tuple[str, ...] = ()) -> Mark:
        """Return a mark at a place of this sheet."""
        return Mark(x=x / self.width, y=y / self.height, text=text, impressions=impressions)

    def chart(
        self, title: str, caption: str, twin: str, marks: Iterable[Mark] = (), *, empty: bool = False
    ) -> Chart:
        """Return what was drawn as a chart."""
        return Chart(
            figure=self.figure, title=title, caption=caption, twin=twin, marks=tuple(marks), empty=empty
        )


def rounded(x0: float, y0: float, x1: float, y1: float, radius: float = 1.8) -> Path:
    """Return a rectangle with rounded corners."""
    r = min(radius, (x1 - x0) / 2, (y1 - y0) / 2)
    corners = [
        (x0 + r, y0), (x1 - r, y0), (x1, y0), (x1, y0 + r), (x1, y1 - r), (x1, y1), (x1 - r, y1),
        (x0 + r, y1), (x0, y1), (x0, y1 - r), (x0, y0 + r), (x0, y0), (x0 + r, y0),
    ]  # fmt: skip
    move, line, curve = Path.MOVETO, Path.LINETO, Path.CURVE3
    codes = [move, line, curve, curve, line, curve, curve, line, curve, curve, line, curve, curve]
    return Path(corners, codes)
