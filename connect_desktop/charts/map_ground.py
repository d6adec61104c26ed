"""The ground of the map: its frame of words, the parts that have a name, and the line of what is usual."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.collections import PathCollection
from matplotlib.transforms import Bbox, TransformedBbox

from connect_desktop.charts import lettering
from connect_desktop.charts.contrast import mixed
from connect_desktop.charts.map_labels import Box
from connect_desktop.charts.map_view import View
from connect_desktop.charts.sheet import Sheet, rounded
from connect_desktop.i18n import tr
from connect_desktop.insight.places import MET_HIGHEST, Places

_CORNER = 8.0
_PAD = 5.0
_HIDDEN = 0.15
"""part of a word from which on people hide it"""
_EDGE = 0.045
"""part of the ground left free around the outermost places"""


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the map lies on its sheet, and which part of it is shown."""

    sheet: Sheet
    area: Box
    view: View

    def at(self, share: float, met: float) -> tuple[float, float]:
        """Return the point of a share 0…1 and a level 0…4."""
        across, up = self.view.shown(_inset(share), _inset(met / MET_HIGHEST))
        left, bottom, right, top = self.area
        return left + across * (right - left), bottom + up * (top - bottom)

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies on the part that is shown."""
        left, bottom, right, top = self.area
        return left <= x <= right and bottom <= y <= top

    def kept(self, box: Box) -> Box:
        """Return the part of a box that is shown."""
        left, bottom, right, top = self.area
        return max(box[0], left), max(box[1], bottom), min(box[2], right), min(box[3], top)

    def clip(self, artist: Artist) -> None:
        """Let nothing of something drawn leave the map."""
        artist.set_clip_box(TransformedBbox(Bbox.from_extents(*self.area), self.sheet.points))


def ground(sheet: Sheet, view: View) -> Ground:
    """Write the words along both axes and return the ground between them."""
    area = (
        sheet.left + sheet.line * 1.3,
        min(sheet.bottom + sheet.line * 1.6, sheet.top - 1),
        max(sheet.right - _PAD, sheet.left + sheet.line * 1.3 + 1),
        sheet.top,
    )
    room = (area[2] - area[0]) / 2 - _PAD
    low, up = sheet.bottom + sheet.line * 0.6, area[3] - area[1]
    sheet.write(area[0], low, sheet.elided(tr("← they reach out"), room), gid="axis")
    sheet.write(area[2], low, sheet.elided(tr("you reach out →"), room), align="right", gid="axis")
    for text, from_below in ((tr("not met"), True), (tr("truly met"), False)):
        if sheet.width_of(text) < up / 2:
            _upright(sheet, area, text, from_below=from_below)
    return Ground(sheet, area, view)


def draw_ground(here: Ground, found: Places, discs: Sequence[Box]) -> list[Box]:
    """Draw what lies under the people, who hide `discs` of it; return the boxes of its words."""
    palette = here.sheet.palette
    met, unmet = found.met_above, found.unmet_below
    mine, theirs = found.mine_above, found.theirs_below
    both = _box(here, theirs, met, mine, MET_HIGHEST)
    alone = _box(here, mine, 0, 1, unmet)
    _tint(here, both, mixed(palette.surface, palette.wash, 0.65), "both")
    _tint(here, alone, mixed(palette.surface, palette.tight_wash, 0.35), "alone")
    _lines(here, found)
    words = [
        _word(here, both, tr("you both reach, and it lands"), discs, above=True),
        _word(here, _box(here, mine, met, 1, MET_HIGHEST), tr("you reach, and are met"), discs, above=True),
        _word(here, _box(here, 0, 0, theirs, unmet), tr("they reach; it doesn’t land"), discs, above=False),
        _word(here, alone, tr("you reach, and are rarely met"), discs, above=False),
        _usual(here, found),
    ]
    return [box for word in words for box in word]


def _inset(part: float) -> float:
    return _EDGE + part * (1 - 2 * _EDGE)


def _upright(sheet: Sheet, area: Box, text: str, *, from_below: bool) -> None:
    letters = lettering.drawable(text)
    sheet.figure.text(
        sheet.left + sheet.line * 0.5, area[1] if from_below else area[3], letters.text,
        transform=sheet.points, rotation=90, ha="center", va="bottom" if from_below else "top",
        color=sheet.palette.soft, parse_math=False, gid="axis", zorder=5,
        fontproperties=lettering.font(letters.families, sheet.small),
    )  # fmt: skip


def _box(here: Ground, share: float, met: float, to_share: float, to_met: float) -> Box:
    """Return a part of the map, as wide as the map where it reaches its edge."""
    x0, y0 = here.at(share, met)
    x1, y1 = here.at(to_share, to_met)
    away = (here.area[2] - here.area[0]) * here.view.zoom, (here.area[3] - here.area[1]) * here.view.zoom
    return (
        x0 - (share == 0) * away[0] * _EDGE, y0 - (met == 0) * away[1] * _EDGE,
        x1 + (to_share == 1) * away[0] * _EDGE, y1 + (to_met == MET_HIGHEST) * away[1] * _EDGE,
    )  # fmt: skip


def _tint(here: Ground, box: Box, colour: str, gid: str) -> None:
    left, bottom, right, top = here.kept(box)
    if right > left and top > bottom:
        shape = PathCollection([rounded(left, bottom, right, top, _CORNER)], facecolors=colour, linewidths=0)
        here.sheet.add(shape, gid=gid, layer=0.5)


def _lines(here: Ground, found: Places) -> None:
    left, bottom, right, top = here.area
    half, _ = here.at(0.5, 0)
    _, usual = here.at(0, found.usual)
    palette = here.sheet.palette
    if left < half < right:
        here.sheet.rules([(half, bottom, half, top)], palette.line, 0.8, "half")
    if bottom < usual < top:
        here.sheet.rules([(left, usual, right, usual)], palette.faint, 0.8, "usual", layer=2, dashes="dotted")


def _usual(here: Ground, found: Places) -> list[Box]:
    """Name the line of what is usual, where it can be seen."""
    sheet, (left, bottom, _, top) = here.sheet, here.area
    _, usual = here.at(0, found.usual)
    y = usual + sheet.line * 0.6
    if not bottom < usual < top - sheet.line * 1.2:
        return []
    text = tr("your usual")
    sheet.write(left + _PAD, y, text, gid="usual-name")
    wide = sheet.width_of(text)
    return [(left + _PAD, y - sheet.line / 2, left + _PAD + wide, y + sheet.line / 2)]


def _word(here: Ground, box: Box, text: str, discs: Sequence[Box], *, above: bool) -> list[Box]:
    """Write what a part of the map means along its upper or lower edge; nothing where it can't be read."""
    sheet = here.sheet
    left, bottom, right, top = here.kept(box)
    lines = lettering.wrapped(text, sheet.small, right - left - 2 * _PAD)
    widest, high = max(map(sheet.width_of, lines)), len(lines) * sheet.line
    if widest > right - left - 2 * _PAD or high > (top - bottom) * 0.6:
        return []
    middle = (left + right) / 2
    upper = top - _PAD if above else bottom + _PAD + high
    written = (middle - widest / 2, upper - high, middle + widest / 2, upper)
    if sum(_shared(written, disc) for disc in discs) > _HIDDEN * widest * high:
        return []
    for number, line in enumerate(lines):
        sheet.write(middle, upper - (number + 0.5) * sheet.line, line, align="center", gid="part", layer=2)
    return [written]


def _shared(one: Box, other: Box) -> float:
    """Return the area that two boxes have in common."""
    across, up = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, across) * max(0.0, up)
