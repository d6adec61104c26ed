"""How the body felt afterwards: a dot for every moment, the trend and the band in which it likely lies."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import TypeVar

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from connect_desktop.charts import body_words, breath, lettering, swarm
from connect_desktop.charts.chart import Chart, Mark
from connect_desktop.charts.contrast import edge, mixed
from connect_desktop.charts.empty import empty_chart, missing, too_few
from connect_desktop.charts.palette import Palette
from connect_desktop.charts.sheet import Sheet
from connect_desktop.charts.style import styled
from connect_desktop.charts.time_axis import ticks
from connect_desktop.i18n import tr
from connect_desktop.insight.body import BodyOverTime
from connect_desktop.insight.days import day, number
from connect_desktop.insight.trend import LONGEST_GAP, Stretch

Floats = NDArray[np.float64]
Number = TypeVar("Number", float, Floats)

HALF, MOST = 0.6745, 1.6449
"""standard deviations that hold half, and nine in ten"""
_UNRATED = -4.4
"""level of the lane for moments without an answer"""
_PAD = 0.55
_FEW = 60
"""moments up to which their dots lie on the line, not under it"""
_LIFT = 0.40
"""how far a dot may leave its level when many share it"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """Where days and levels lie on the sheet."""

    x0: float
    x1: float
    y0: float
    y1: float
    first: int
    last: int
    lowest: float

    def x(self, days: Number) -> Number:
        return self.x0 + (days - self.first) * (self.x1 - self.x0) / max(1, self.last - self.first)

    def y(self, levels: Number) -> Number:
        return self.y0 + (levels - self.lowest) * self.per_level

    @property
    def per_level(self) -> float:
        return (self.y1 - self.y0) / (breath.VALUES[-1] + _PAD - self.lowest)


@styled
def body_over_time(
    found: BodyOverTime,
    palette: Palette,
    *,
    size: tuple[float, float],
    name: str,
    today: date,
    scale: float = 1.0,
    titled: bool = False,
) -> Chart:
    """Return the chart of every moment in time, `size` inches large.

    Dots are the body's shapes in its colours, hollow where imported, in a lane of their own where not rated.
    """
    sheet = Sheet(palette, size, scale, titled=titled)
    if too_few(len(found.impressions)):
        title = tr("How your body felt afterwards")
        text = tr("{missing} you see here how your body felt after each.",
                  missing=missing(len(found.impressions)))  # fmt: skip
        return empty_chart(sheet, title, text)
    title, caption = body_words.title(found, today), body_words.caption(found)
    sheet.head(title, caption)
    field = _field(sheet, found)
    _ground(sheet, field)
    _time_labels(sheet, field, today)
    _usual(sheet, field, found.usual)
    for stretch in found.trend.stretches:
        _band(sheet, field, stretch, above=len(found.days) > _FEW)
    marks = _dots(sheet, field, found)
    return sheet.chart(title, caption, body_words.twin(found, name, today), marks)


def _field(sheet: Sheet, found: BodyOverTime) -> _Field:
    start, end = _span(found)
    lane = bool(np.isnan(found.body).any())
    words = [tr("easier"), tr("neither"), tr("tighter"), *(_lane_label(sheet) if lane else [])]
    usual = 0.0 if found.usual is None else max(map(sheet.width_of, _usual_label(sheet))) + 6
    dot = _dot(sheet, len(found.days))
    return _Field(
        x0=sheet.left + max(map(sheet.width_of, words)) + 6 + dot,
        x1=max(sheet.left + 10, sheet.right - max(usual, dot)),
        y0=sheet.bottom + sheet.line + 2,
        y1=sheet.top - dot / 2,
        first=number(start),
        last=number(end),
        lowest=(_UNRATED if lane else breath.VALUES[0]) - _PAD,
    )


def _span(found: BodyOverTime) -> tuple[date, date]:
    """Return the first and last day shown.

    A silence up to today is shown as one, but never as more than a quarter beyond, or 45 days.
    """
    first, last = day(found.days[0]), day(found.days[-1])
    silence = timedelta(days=max(LONGEST_GAP, (last - first).days // 4))
    return first, max(last, min(found.today, last + silence))


def _lane_label(sheet: Sheet) -> list[str]:
    return lettering.wrapped(tr("not felt yet"), sheet.small, sheet.width_of(tr("not felt")))


def _usual_label(sheet: Sheet) -> list[str]:
    room = max(sheet.width * 0.16, 70 * sheet.scale)
    return lettering.balanced(tr("your usual, with everyone"), sheet.small, room)


def _ground(sheet: Sheet, field: _Field) -> None:
    lines = {value: field.y(float(value)) for value in breath.VALUES}
    faint, strong = mixed(sheet.palette.line, sheet.palette.surface, 0.45), sheet.palette.line
    sheet.rules([(field.x0, y, field.x1, y) for v, y in lines.items() if v], faint, 0.8, "grid")
    sheet.rules([(field.x0, lines[0], field.x1, lines[0])], strong, 1.2, "neither")
    for value, word in ((3, tr("easier")), (0, tr("neither")), (-3, tr("tighter"))):
        sheet.write(sheet.left, lines[value], word)
    if field.lowest < breath.VALUES[0] - _PAD:
        words = _lane_label(sheet)
        for row, word in enumerate(words):
            sheet.write(sheet.left, field.y(_UNRATED) - row * sheet.line, word, colour=sheet.palette.faint)


def _time_labels(sheet: Sheet, field: _Field, today: date) -> None:
    room = field.x1 - field.x0
    for tick in ticks(day(field.first), day(field.last), today, room, sheet.width_of):
        half = sheet.width_of(tick.label) / 2
        x = field.x(float(number(tick.on)))
        sheet.rules([(x, field.y0 - 3, x, field.y0)], sheet.palette.line, 0.8, "tick")
        x = min(max(x, sheet.left + half), sheet.right - half)
        sheet.write(x, sheet.bottom + sheet.line / 2, tick.label, align="center", gid="time")


def _usual(sheet: Sheet, field: _Field, usual: float | None) -> None:
    if usual is None:
        return
    y = field.y(usual)
    sheet.rules([(field.x0, y, field.x1, y)], sheet.palette.faint, 1.0, "usual", layer=2, dashes="dotted")
    words = _usual_label(sheet)
    half = (len(words) - 1) * sheet.line / 2
    middle = min(max(y, field.y0 + half + sheet.line / 2), field.y1 - half - sheet.line / 2)
    for row, word in enumerate(words):
        sheet.write(field.x1 + 6, middle + half - row * sheet.line, word,
                    colour=sheet.palette.faint, gid="usual-label")  # fmt: skip


def _band(sheet: Sheet, field: _Field, stretch: Stretch, *, above: bool) -> None:
    """Draw where the trend likely lies, and the trend."""
    x = field.x(stretch.days)
    for gid, width, solid in (("band-90", MOST, 0.13), ("band-50", HALF, 0.20)):
        low, high = (field.y(np.clip(stretch.level + side * width * stretch.sd, -3, 3)) for side in (-1, 1))
        outline = np.concatenate([np.column_stack([x, low]), np.column_stack([x, high])[::-1]])
        band = PolyCollection([outline], facecolors=sheet.palette.accent, alpha=solid, linewidths=0)
        sheet.add(band, gid=gid, layer=1.5)
    y = field.y(stretch.level)
    if above:
        sheet.add(Line2D(x, y, color=sheet.palette.surface, linewidth=3.6), gid="casing", layer=3.8)
    sheet.add(Line2D(x, y, color=sheet.palette.accent, linewidth=1.6), gid="trend", layer=4 if above else 2.5)


def _dots(sheet: Sheet, field: _Field, found: BodyOverTime) -> list[Mark]:
    dot = _dot(sheet, len(found.days))
    levels = np.where(np.isnan(found.body), _UNRATED, found.body)
    x = field.x(found.days.astype(np.float64))
    y = field.y(levels) + swarm.lifts(x, levels, dot, _LIFT * field.per_level)
    places = np.column_stack([x, y])
    for value in breath.VALUES:
        here = levels == value
        _shapes(sheet, places[here & ~found.imported], value, dot, hollow=False)
        _shapes(sheet, places[here & found.imported], value, dot, hollow=True)
    _shapes(sheet, places[levels == _UNRATED], None, dot, hollow=True)
    said = body_words.Dots()
    return [
        sheet.mark(float(px), float(py), said.text(on, level, imported), (impression,))
        for px, py, on, level, imported, impression in zip(
            x, y, found.days.tolist(), found.body.tolist(), found.imported.tolist(), found.impressions,
            strict=True,
        )
    ]  # fmt: skip


def _shapes(sheet: Sheet, places: Floats, value: int | None, dot: float, *, hollow: bool) -> None:
    if not len(places):
        return
    palette = sheet.palette
    colour = palette.faint if value is None else palette.for_body(value)
    rim = edge(colour, palette.surface, palette.ink)
    kind = "unrated" if value is None else f"hollow{value}" if hollow else f"dots{value}"
    sheet.shapes(
        breath.shape(value or 0), places, dot, face=palette.surface if hollow else colour, edge=rim,
        thickness=(1.0 if hollow else 0.5) * min(1.0, dot / 5), gid=kind,
    )  # fmt: skip


def _dot(sheet: Sheet, count: int) -> float:
    """Return how wide dots are, in points: smaller the more there are."""
    return max(3.0, 7.5 * sqrt(sqrt(100 / max(count, 100)))) * sqrt(sheet.scale)
