"""Half a year: every day a cell, with the body's colour and shape on the days with moments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from connect_desktop.charts import breath
from connect_desktop.charts.chart import Chart
from connect_desktop.charts.contrast import edge, mixed, readable
from connect_desktop.charts.empty import empty_chart, missing, too_few
from connect_desktop.charts.palette import Palette
from connect_desktop.charts.sheet import Sheet, rounded
from connect_desktop.charts.style import styled
from connect_desktop.domain.labels import body_label
from connect_desktop.i18n import (
    long_date,
    month_of,
    month_short,
    plain_date,
    tr,
    tr_n,
    weekday_name,
)
from connect_desktop.insight.half_year import WEEKS, DayFelt, HalfYear

_GAP = 6.0
_CELL = 0.84
"""share of its place that a cell takes"""
_WIDEST = 24.0
_DAYS = 7
_SQUARE = rounded(-0.5, -0.5, 0.5, 0.5, 0.2)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Weeks across, weekdays down; `pitch` points from one cell to the next."""

    left: float
    top: float
    pitch: float
    start: date

    def middle(self, on: date) -> tuple[float, float]:
        """Return the middle of a day's cell."""
        week, weekday = divmod((on - self.start).days, _DAYS)
        return self.left + (week + 0.5) * self.pitch, self.top - (weekday + 0.5) * self.pitch


@styled
def half_a_year(
    found: HalfYear,
    palette: Palette,
    *,
    size: tuple[float, float],
    name: str,
    today: date,
    scale: float = 1.0,
    titled: bool = False,
) -> Chart:
    """Return the chart of 26 weeks, `size` inches large: a column a week, a row a weekday, Monday on top."""
    sheet = Sheet(palette, size, scale, titled=titled)
    title = tr("Half a year")
    if too_few(found.moments):
        text = tr("{missing} you see here, day by day, how your body felt in the last half year.",
                  missing=missing(found.moments))  # fmt: skip
        return empty_chart(sheet, title, text)
    sheet.head(title, "")
    grid = _grid(sheet, found)
    _weekdays(sheet, grid)
    _months(sheet, grid, today)
    _empty_cells(sheet, grid, found)
    _felt_cells(sheet, grid, found.days)
    _key(sheet, grid, unrated=any(felt.mean is None for felt in found.days))
    marks = [sheet.mark(*grid.middle(felt.on), _said(felt), felt.impressions) for felt in found.days]
    return sheet.chart(title, "", _twin(found, name), marks)


def _letters(grid_start: date) -> list[str]:
    return [weekday_name(grid_start + timedelta(days=i))[:1] for i in range(_DAYS)]


def _grid(sheet: Sheet, found: HalfYear) -> _Grid:
    left = sheet.left + max(map(sheet.width_of, _letters(found.start))) + _GAP
    top = sheet.top - sheet.line
    key = sheet.line + _GAP
    pitch = min((sheet.right - left) / WEEKS, (top - sheet.bottom - key) / _DAYS, _WIDEST * sheet.scale)
    return _Grid(left, top, max(1.0, pitch), found.start)


def _weekdays(sheet: Sheet, grid: _Grid) -> None:
    """Name every second weekday, every third where cells are low."""
    every = 2 if 2 * grid.pitch >= sheet.line else 3
    for i, letter in enumerate(_letters(grid.start)):
        if i % every == 0:
            y = grid.middle(grid.start + timedelta(days=i))[1]
            sheet.write(sheet.left, y, letter, colour=sheet.palette.faint, gid="weekday")


def _months(sheet: Sheet, grid: _Grid, today: date) -> None:
    """Name each month above the week it begins in, where the name before leaves room."""
    free = grid.left
    for week in range(WEEKS):
        monday = grid.start + timedelta(weeks=week)
        first = monday + timedelta(days=_DAYS - 1)
        x = grid.left + week * grid.pitch
        label = month_short(first.month)
        if first.month == 1:
            label = f"{label} {first.year}"
        end = x + sheet.width_of(label)
        if first.day <= _DAYS and monday <= today and x >= free and end <= sheet.right:
            sheet.write(x, grid.top + sheet.line / 2, label, gid="month")
            free = end + _GAP


def _cell(grid: _Grid) -> float:
    return grid.pitch * _CELL


def _empty_cells(sheet: Sheet, grid: _Grid, found: HalfYear) -> None:
    felt = {day.on for day in found.days}
    days = [found.start + timedelta(days=i) for i in range((found.today - found.start).days + 1)]
    places = [grid.middle(on) for on in days if on not in felt]
    sunken = sheet.palette.sunken
    sheet.shapes(_SQUARE, places, _cell(grid), face=sunken, edge="none", gid="cell-empty", layer=2)


def _felt_cells(sheet: Sheet, grid: _Grid, days: tuple[DayFelt, ...]) -> None:
    cell = _cell(grid)
    _unrated(sheet, [grid.middle(felt.on) for felt in days if felt.mean is None], cell)
    for value in breath.VALUES:
        places = [grid.middle(f.on) for f in days if f.mean is not None and breath.nearest(f.mean) == value]
        _cells(sheet, places, value, cell)


def _unrated(sheet: Sheet, places: list[tuple[float, float]], cell: float) -> None:
    palette = sheet.palette
    sheet.shapes(_SQUARE, places, cell * 0.92, face=palette.surface, edge=palette.faint, thickness=1.0,
                 gid="cell-unrated")  # fmt: skip


def _cells(sheet: Sheet, places: list[tuple[float, float]], value: int, cell: float) -> None:
    if places:
        colour = sheet.palette.for_body(value)
        rim = edge(colour, sheet.palette.surface, sheet.palette.ink)
        ink = readable(colour, sheet.palette.surface, sheet.palette.ink)
        sheet.shapes(_SQUARE, places, cell, face=colour, edge=rim, thickness=0.4, gid=f"cell{value}")
        sheet.shapes(breath.cell_shape(value), places, cell, face=mixed(ink, colour, 0.25), edge="none",
                     gid=f"shape{value}", layer=4)  # fmt: skip


def _key(sheet: Sheet, grid: _Grid, *, unrated: bool) -> None:
    """Show from tighter to easier what the cells look like; then one that is not felt yet."""
    cell = min(_cell(grid), sheet.small * 1.2)
    y = grid.top - _DAYS * grid.pitch - _GAP - sheet.line / 2
    x = grid.left
    sheet.write(x, y, tr("tighter"), colour=sheet.palette.faint, gid="key")
    x += sheet.width_of(tr("tighter")) + _GAP
    for value in breath.VALUES:
        _cells(sheet, [(x + cell / 2, y)], value, cell)
        x += cell * 1.2
    sheet.write(x + _GAP / 2, y, tr("easier"), colour=sheet.palette.faint, gid="key")
    if unrated:
        x += sheet.width_of(tr("easier")) + 3 * _GAP
        _unrated(sheet, [(x + cell / 2, y)], cell)
        sheet.write(x + cell * 1.2 + _GAP / 2, y, tr("not felt yet"), colour=sheet.palette.faint, gid="key")


def _felt(felt: DayFelt) -> str:
    if felt.mean is None:
        return tr("not felt yet")
    word = body_label(breath.nearest(felt.mean))
    return word if felt.answers == 1 else tr("{felt} on average", felt=word)


def _said(felt: DayFelt) -> str:
    return tr_n("{day}: {felt}, {n} moment", "{day}: {felt}, {n} moments", len(felt.impressions),
                day=long_date(felt.on), felt=_felt(felt))  # fmt: skip


def _twin(found: HalfYear, name: str) -> str:
    start, end = plain_date(found.start), plain_date(found.today)
    if not found.days:
        return tr("No moments with {name} from {start} to {end}.", name=name, start=start, end=end)
    parts = [
        tr_n(
            "Moments with {name} on {n} day from {start} to {end}.",
            "Moments with {name} on {n} days from {start} to {end}.",
            len(found.days), name=name, start=start, end=end,
        ),
        tr("By the day’s average: {counts}.", counts=_counts(found.days)),
    ]  # fmt: skip
    for month in sorted({felt.on.replace(day=1) for felt in found.days}):
        days = [felt for felt in found.days if felt.on.replace(day=1) == month]
        when = month_of(month)
        parts.append(tr("{month}: {counts}.", month=when, counts=_counts(days)))
    return " ".join(parts)


def _counts(days: Sequence[DayFelt]) -> str:
    shown = [breath.nearest(felt.mean) for felt in days if felt.mean is not None]
    tight, neither, easy = (sum(way == sign for way in map(_sign, shown)) for sign in (-1, 0, 1))
    listed = [
        text
        for count, text in (
            (tight, tr_n("tighter on {n} day", "tighter on {n} days", tight)),
            (neither, tr_n("neither on {n} day", "neither on {n} days", neither)),
            (easy, tr_n("easier on {n} day", "easier on {n} days", easy)),
        )
        if count
    ]
    if unrated := len(days) - len(shown):
        listed.append(tr_n("not felt yet on {n} day", "not felt yet on {n} days", unrated))
    return ", ".join(listed)


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)
