"""Hurts and returns in time: a line from each hurt to the day someone came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from matplotlib.path import Path

from connect_desktop.charts import breath
from connect_desktop.charts.chart import Chart
from connect_desktop.charts.contrast import edge, mixed
from connect_desktop.charts.empty import empty_chart, missing, too_few
from connect_desktop.charts.lettering import name_or
from connect_desktop.charts.palette import Palette
from connect_desktop.charts.sheet import Sheet
from connect_desktop.charts.style import styled
from connect_desktop.charts.time_axis import ticks
from connect_desktop.domain import WayBack
from connect_desktop.i18n import long_date, plain_date, tr, tr_n
from connect_desktop.insight.hurts import Hurt, HurtsAndReturns

_GAP = 6.0
_NAME = 0.2
"""share of the width that the name may take"""
_FEWEST = 3
"""hurts of which the end is known, before the title counts them"""
ROW = 1.9
"""height of a row in lines of text, where there is room"""
_DOT = 8.5
_TOLD = 20
"""hurts that are told one by one in words"""
_LEAST_DAYS = 30
"""days that the time axis spans at least"""
_UP, _DOWN, _BOTH = (
    Path([(-0.5, -0.42), (0.5, -0.42), (0, 0.5), (-0.5, -0.42)], closed=True),
    Path([(-0.5, 0.42), (0.5, 0.42), (0, -0.5), (-0.5, 0.42)], closed=True),
    Path([(-0.55, 0), (0, -0.55), (0.55, 0), (0, 0.55), (-0.55, 0)], closed=True),
)
_SHAPES = {WayBack.ME: _UP, WayBack.THEM: _DOWN, WayBack.BOTH: _BOTH, WayBack.NOT_YET: breath.shape(2)}
"""you up, they down, as where reaching out is shown; a ring where it is still open"""


@dataclass(frozen=True, slots=True)
class _Field:
    """Where days and rows lie on the sheet."""

    x0: float
    x1: float
    top: float
    row: float
    first: date
    last: date
    dot: float
    labelled: bool

    def x(self, on: date) -> float:
        return self.x0 + (on - self.first).days * (self.x1 - self.x0) / max(1, (self.last - self.first).days)

    def y(self, row: int) -> float:
        return self.top - (row + 0.5) * self.row


@styled
def hurts_and_returns(
    found: HurtsAndReturns,
    palette: Palette,
    *,
    size: tuple[float, float],
    name: str,
    today: date,
    scale: float = 1.0,
    titled: bool = False,
) -> Chart:
    """Return the chart of every hurt and its way back, `size` inches large: a row each, the oldest on top."""
    sheet = Sheet(palette, size, scale, titled=titled)
    title = _title(found)
    if text := _what_is_missing(found):
        return empty_chart(sheet, title, text)
    caption = tr("Each line leads from a hurt to the way back")
    sheet.head(title, caption)
    short = _short(sheet, name)
    field = _field(sheet, found, short)
    _time_labels(sheet, field, today, len(found.hurts))
    _rows(sheet, field, found.hurts, short)
    if not field.labelled:
        _key(sheet, short, lived=found.lived)
    marks = [
        sheet.mark(field.x(hurt.on), field.y(row), _said(hurt, name), (hurt.impression,))
        for row, hurt in enumerate(found.hurts)
    ]
    return sheet.chart(title, caption, _twin(found, name), marks)


def _title(found: HurtsAndReturns) -> str:
    known = found.returns + found.still_open
    if known < _FEWEST or not found.returns:
        return tr("Hurts, and the way back")
    if found.returns == known:
        return tr("{n} hurts, and each time one of you came back", n=known)
    return tr("After {back} of {n} hurts one of you came back", back=found.returns, n=known)


def _what_is_missing(found: HurtsAndReturns) -> str:
    if too_few(found.moments):
        return tr("{missing} you see here hurts, and the way back from them.",
                  missing=missing(found.moments))  # fmt: skip
    if not found.noted:
        return tr("Where you note a hurt, you see it here, and the way back from it.")
    return ""


def _short(sheet: Sheet, name: str) -> str:
    """Return the name as far as there is room for it beside a line."""
    return sheet.elided(name_or(name, tr("they")), _NAME * (sheet.right - sheet.left))


def _field(sheet: Sheet, found: HurtsAndReturns, short: str) -> _Field:
    count = len(found.hurts)
    high = max(1.0, sheet.top - sheet.bottom - sheet.line - 2)
    labelled = count * sheet.line <= high
    if not labelled:
        high = max(1.0, high - sheet.line)
    row = min(sheet.line * ROW, high / count)
    dot = max(2.5, min(_DOT * sqrt(sheet.scale), row * 1.1))
    words = max(sheet.width_of(_beside(hurt, short)) for hurt in found.hurts) + _GAP if labelled else 0.0
    first, last = _span(found)
    x0 = sheet.left + dot
    return _Field(
        x0=x0,
        x1=max(x0 + 10, sheet.right - words - 1.7 * dot),
        top=sheet.top,
        row=row,
        first=first,
        last=last,
        dot=dot,
        labelled=labelled,
    )


def _span(found: HurtsAndReturns) -> tuple[date, date]:
    """Return the first and last day shown: up to today, or to what is noted beyond it."""
    ends = [found.today, *(hurt.back_on or hurt.on for hurt in found.hurts)]
    last = max(ends)
    return min(found.hurts[0].on, last - timedelta(days=_LEAST_DAYS)), last


def _time_labels(sheet: Sheet, field: _Field, today: date, count: int) -> None:
    low = field.top - count * field.row
    room = field.x1 - field.x0
    for tick in ticks(field.first, field.last, today, room, sheet.width_of):
        x, half = field.x(tick.on), sheet.width_of(tick.label) / 2
        faint = mixed(sheet.palette.line, sheet.palette.surface, 0.45)
        sheet.rules([(x, low - 3, x, field.top)], faint, 0.8, "tick")
        x = min(max(x, sheet.left + half), sheet.right - half)
        sheet.write(x, low - 2 - sheet.line / 2, tick.label, align="center", gid="time")


def _rows(sheet: Sheet, field: _Field, hurts: Sequence[Hurt], short: str) -> None:
    """Draw every hurt and how it ended, all of one kind at once."""
    palette = sheet.palette
    places = [(field.x(hurt.on), field.y(row)) for row, hurt in enumerate(hurts)]
    ways: dict[bool, list[tuple[float, float, float, float]]] = {False: [], True: []}
    ends: dict[WayBack, list[tuple[float, float]]] = {way_back: [] for way_back in _SHAPES}
    for hurt, (x, y) in zip(hurts, places, strict=True):
        if hurt.way_back is not None:
            ends[hurt.way_back].append((_end_of(field, hurt, x), y))
            if hurt.open or hurt.back_on:
                ways[hurt.open].append((x, y, ends[hurt.way_back][-1][0], y))
    thickness = min(1.6, field.dot / 3)
    sheet.rules(ways[False], palette.faint, thickness, "way", 2.5)
    sheet.rules(ways[True], palette.faint, thickness / 2, "open", 2, "dashed")
    colour = palette.for_body(-2)
    rim = edge(colour, palette.surface, palette.ink)
    sheet.shapes(breath.shape(-2), places, field.dot, face=colour, edge=rim, gid="hurt", layer=4)
    for way_back, at in ends.items():
        _end(sheet, way_back, at, field.dot)
    if field.labelled:
        for hurt, (_, y) in zip(hurts, places, strict=True):
            sheet.write(field.x1 + 1.7 * field.dot + _GAP, y, _beside(hurt, short), gid="way-back")


def _end_of(field: _Field, hurt: Hurt, start: float) -> float:
    """Return where the way back ends: on the day of the return, or on the last one while it is open.

    A return of which no day is noted stands beside its hurt.
    """
    end = field.x(field.last if hurt.open else hurt.back_on or hurt.on)
    return max(end, start + field.dot * 1.15)


def _end(sheet: Sheet, way_back: WayBack, at: Sequence[tuple[float, float]], dot: float) -> None:
    palette = sheet.palette
    colour = {
        WayBack.ME: palette.you, WayBack.THEM: palette.they, WayBack.BOTH: palette.accent,
        WayBack.NOT_YET: palette.surface,
    }[way_back]  # fmt: skip
    rim = edge(palette.faint if way_back is WayBack.NOT_YET else colour, palette.surface, palette.ink)
    if at:
        sheet.shapes(_SHAPES[way_back], at, dot, face=colour, edge=rim, thickness=min(1.0, dot / 5),
                     gid=f"end-{way_back}", layer=4)  # fmt: skip


def _key(sheet: Sheet, short: str, *, lived: bool) -> None:
    """Say below, where there is no room beside the lines, which end is whose, as far as there is room."""
    x, y = sheet.left, sheet.bottom + sheet.line / 2
    dot = sheet.small * 0.8
    for way_back in _SHAPES:
        word = _who(way_back, short, lived=lived)
        if x + dot + _GAP / 2 + sheet.width_of(word) > sheet.right:
            return
        _end(sheet, way_back, [(x + dot / 2, y)], dot)
        sheet.write(x + dot + _GAP / 2, y, word, colour=sheet.palette.faint, gid="key")
        x += dot + 2 * _GAP + sheet.width_of(word)


def _who(way_back: WayBack, name: str, *, lived: bool) -> str:
    return {
        WayBack.ME: tr("you"),
        WayBack.THEM: name,
        WayBack.BOTH: tr("both of you"),
        WayBack.NOT_YET: tr("not yet") if lived else tr("no way back"),
    }[way_back]


def _beside(hurt: Hurt, name: str) -> str:
    """Return who came back, and when."""
    if hurt.way_back is None:
        return tr("not noted")
    who = _who(hurt.way_back, name, lived=hurt.lived)
    if hurt.open or hurt.days is None:
        return who
    if hurt.days == 0:
        return tr("{who}, same day", who=who)
    return tr_n("{who}, {n} day", "{who}, {n} days", hurt.days, who=who)


def _said(hurt: Hurt, name: str) -> str:
    return tr("{day}: a hurt. {way}", day=long_date(hurt.on), way=_way_said(hurt, name))


def _way_said(hurt: Hurt, name: str) -> str:
    if hurt.way_back is None:
        return tr("The way back is not noted.")
    came = {
        WayBack.ME: tr("You came back"),
        WayBack.THEM: tr("{name} came back", name=name),
        WayBack.BOTH: tr("You both came back"),
        WayBack.NOT_YET: tr("No way back yet") if hurt.lived else tr("No way back"),
    }[hurt.way_back]
    if hurt.days is None:
        return tr("{came}.", came=came)
    if hurt.days == 0:
        return tr("{came} the same day.", came=came)
    return tr_n("{came} after {n} day.", "{came} after {n} days.", hurt.days, came=came)


def _without(found: HurtsAndReturns) -> str:
    if found.lived:
        return tr_n("{n} has no way back yet", "{n} have no way back yet", found.still_open)
    return tr_n("{n} has no way back", "{n} have no way back", found.still_open)


def _twin(found: HurtsAndReturns, name: str) -> str:
    hurts = found.hurts
    unknown = len(hurts) - found.returns - found.still_open
    counts = [
        (found.returns, tr("one of you came back after {n}", n=found.returns)),
        (found.still_open, _without(found)),
        (unknown, tr("of {n} it is not noted", n=unknown)),
    ]
    parts = [
        tr_n(
            "{n} hurt in {all} moments with {name}: {list}.",
            "{n} hurts in {all} moments with {name}: {list}.",
            len(hurts), all=found.moments, name=name, list=", ".join(text for count, text in counts if count),
        )
    ]  # fmt: skip
    if len(hurts) > _TOLD:
        parts.append(tr("The latest {n}:", n=_TOLD))
    parts += [
        tr("{day}: {way}", day=plain_date(hurt.on), way=_way_said(hurt, name)) for hurt in hurts[-_TOLD:]
    ]
    return " ".join(parts)
