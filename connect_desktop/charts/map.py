"""The map: everyone by who reaches out and whether it lands, with a halo for what isn't known."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

import numpy as np
from matplotlib.collections import PathCollection
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

from connect_desktop.charts import lettering, map_words
from connect_desktop.charts.chart import Chart, Mark
from connect_desktop.charts.empty import empty_chart
from connect_desktop.charts.map_ground import Ground, draw_ground, ground
from connect_desktop.charts.map_labels import Box, Label, Wish, placed
from connect_desktop.charts.map_view import WHOLE, View
from connect_desktop.charts.map_words import Group
from connect_desktop.charts.palette import Palette
from connect_desktop.charts.sheet import Sheet
from connect_desktop.charts.style import styled
from connect_desktop.insight.places import REGIONS, Place, Places, Region

MOST_NAMES = 60
"""people up to whom every name is written; where more are shown, only the one who is meant"""
_DISC, _SMALLEST = 10.0, 5.0
"""points: radius of a disc, where there are few people and where there are many"""
_FEW = 10
_CROWD = 24
"""people from whom on halos would hide each other: the whole one is shown of who is meant"""
_WIDEST_NAME = 96.0
_RING = 3.5
"""points from a disc to its dotted ring"""
_FILL, _EDGE = 0.09, 0.5
"""how strongly a halo is drawn"""
_LETTER = 0.95
"""height of an initial, in radii"""


@styled
def where_it_lands(
    found: Places,
    palette: Palette,
    *,
    size: tuple[float, float],
    today: date,
    scale: float = 1.0,
    titled: bool = False,
    view: View = WHOLE,
) -> Chart:
    """Return the map, `size` inches large: right is the user reaching out, up is being met.

    `today` is the day it was looked at; only people on the part in `view` have marks.
    """
    sheet = Sheet(palette, size, scale, titled=titled)
    title, caption = map_words.title(), map_words.caption(found)
    people = [place for place in found.people if place.placed]
    if not people:
        return empty_chart(sheet, title, map_words.nothing(found))
    sheet.head(title, caption)
    here = ground(sheet, view)
    radius = _radius(len(people), scale)
    shown = [place for place in people if here.holds(*here.at(place.share, place.met))]
    taken = draw_ground(here, found, [_disc(here, place, radius) for place in shown])
    _halos(here, found, people)
    _discs(here, shown, radius)
    labels = _names(here, shown, radius, taken)
    marks = [_mark(here, *one, radius) for one in zip(shown, labels, strict=True)]
    chart = sheet.chart(title, caption, map_words.twin(found, today), marks)
    left, bottom, right, top = here.area
    wide, high = sheet.width, sheet.height
    return replace(chart, area=(left / wide, bottom / high, right / wide, top / high))


def _disc(here: Ground, place: Place, radius: float) -> Box:
    x, y = here.at(place.share, place.met)
    return x - radius, y - radius, x + radius, y + radius


def _radius(people: int, scale: float) -> float:
    shrunk: float = (_FEW / max(people, _FEW)) ** 0.3
    return max(_SMALLEST, _DISC * shrunk) * scale


def _halos(here: Ground, found: Places, people: Sequence[Place]) -> None:
    """Draw the halos, the widest parts under the narrower; of a crowd only the likeliest part."""
    crowd = len(people) > _CROWD
    faint = min(1.0, _CROWD / 2 / len(people))
    tones = [_tone(place, found, here.sheet.palette) for place in people]
    for layer in range(len(REGIONS) - 1 if crowd else 0, len(REGIONS)):
        paths = [_egg(here, place, layer) for place in people]
        strength = [(_FILL if place.enough else _FILL / 2) * faint for place in people]
        edge = [_EDGE * faint if place.enough and layer == 0 else 0.0 for place in people]
        drawn = PathCollection(
            paths, facecolors=list(zip(tones, strength, strict=True)),
            edgecolors=list(zip(tones, edge, strict=True)), linewidths=0.8,
        )  # fmt: skip
        here.sheet.add(drawn, gid="halo", layer=1 + layer / 10)
        here.clip(drawn)


def _tone(place: Place, found: Places, palette: Palette) -> str:
    return {
        Group.EXHALE: palette.body[5],
        Group.HARD_AND_REAL: palette.body[4],
        Group.THEY_REACH: palette.body[2],
        Group.ONE_SIDED: palette.body[1],
    }.get(map_words.group_of(place, found), palette.faint)


def _egg(here: Ground, place: Place, layer: int) -> Path:
    """Return a part of a halo: four quarters of ellipses, each side as wide as it is."""
    x, y = here.at(place.share, place.met)
    left, right, below, above = _reaches(here, place, place.halo[layer])
    circle = Path.unit_circle()
    unit = np.asarray(circle.vertices)
    across = np.where(unit[:, 0] > 0, right, left)
    up = np.where(unit[:, 1] > 0, above, below)
    return Path(unit * np.column_stack([across, up]) + np.array([x, y]), circle.codes)


def _reaches(here: Ground, place: Place, region: Region) -> tuple[float, float, float, float]:
    """Return how far a region reaches left, right, down and up, in points."""
    x, y = here.at(place.share, place.met)
    x0, y0 = here.at(place.share - region.left, place.met - region.below)
    x1, y1 = here.at(place.share + region.right, place.met + region.above)
    return x - x0, x1 - x, y - y0, y1 - y


def _discs(here: Ground, people: Sequence[Place], radius: float) -> None:
    sheet, palette = here.sheet, here.sheet.palette
    circle = Path.unit_circle()
    at = [here.at(place.share, place.met) for place in people]
    rings = [point for point, place in zip(at, people, strict=True) if not place.enough]
    if rings:
        dots = PathCollection(
            [circle], sizes=[(radius + _RING) ** 2], offsets=rings, offset_transform=sheet.points,
            facecolors="none", edgecolors=palette.faint, linewidths=1.5, linestyles=[(0, (0.01, 2.0))],
            capstyle="round",
        )  # fmt: skip
        sheet.add(dots, gid="ring", layer=3, placed=True)
    faces = [palette.people[place.colour % len(palette.people)] for place in people]
    paths, colours = [], []
    for place, point, face in zip(people, at, faces, strict=True):
        move = Affine2D().scale(radius).translate(*point)
        paths += [circle.transformed(move), _outline(_first_letter(place.name)).transformed(move)]
        colours += [face, palette.on_person]
    edges = [palette.surface, "none"] * len(people)
    sheet.add(
        PathCollection(paths, facecolors=colours, edgecolors=edges, linewidths=[1.2, 0]), gid="disc", layer=4
    )


@lru_cache(maxsize=512)
def _outline(letter: str) -> Path:
    """Return a letter as an outline around (0, 0), for a disc of radius 1."""
    families = lettering.drawable(letter).families
    outline = TextPath((0, 0), letter, size=10, prop=lettering.font(families, 10, strong=True))
    low, high = outline.get_extents().get_points()
    larger = _LETTER / max(7.2, *(high - low))
    middle = (low + high) / 2
    return outline.transformed(Affine2D().translate(*-middle).scale(larger))


def _first_letter(name: str) -> str:
    """Return the first letter that can be drawn, with its accents; "?" where there is none."""
    drawn = lettering.drawable(name).text or "?"
    end = 1
    while end < len(drawn) and unicodedata.combining(drawn[end]):
        end += 1
    letter = drawn[:end]
    return letter.upper() if len(letter.upper()) == end else letter


def _names(here: Ground, people: Sequence[Place], radius: float, taken: Sequence[Box]) -> list[Label | None]:
    """Write the names where there is room for everyone's; None for each that is not written."""
    if len(people) > MOST_NAMES:
        return [None] * len(people)
    sheet = here.sheet
    names = [_written(sheet, place) for place in people]
    wishes = [
        Wish(*here.at(place.share, place.met), radius + (0 if place.enough else _RING),
             sheet.width_of(name, strong=True), sheet.line * 0.9)
        for place, name in zip(people, names, strict=True)
    ]  # fmt: skip
    labels = placed(wishes, here.area, taken)
    lines = []
    for name, label in zip(names, labels, strict=True):
        if label is not None:
            sheet.write(label.x, label.y, name, align="center", strong=True, colour=sheet.palette.ink,
                        gid="name", layer=6)  # fmt: skip
            lines += [label.line] if label.line else []
    if lines:
        sheet.rules(lines, sheet.palette.faint, 0.5, "line", layer=3.5)
    return labels


def _written(sheet: Sheet, place: Place) -> str:
    name = lettering.drawable(place.name).text or lettering.MISSING
    return lettering.elided(name, sheet.small, _WIDEST_NAME * sheet.scale)


def _mark(here: Ground, place: Place, label: Label | None, radius: float) -> Mark:
    x, y = here.at(place.share, place.met)
    sheet = here.sheet
    return Mark(
        x=x / sheet.width, y=y / sheet.height, text=map_words.pointed_at(place), person=place.person,
        width=2 * radius / sheet.width, name="" if label is not None else place.name,
        halo=tuple(
            (left / sheet.width, right / sheet.width, below / sheet.height, above / sheet.height)
            for left, right, below, above in (_reaches(here, place, region) for region in place.halo)
        ),
    )  # fmt: skip
