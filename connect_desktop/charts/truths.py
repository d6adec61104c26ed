"""What was said directly, and what came of it: bands from one to the other, as wide as their counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from connect_desktop.charts import bands
from connect_desktop.charts.bands import Band, Stack
from connect_desktop.charts.chart import Chart, Mark
from connect_desktop.charts.empty import empty_chart, missing, too_few
from connect_desktop.charts.lettering import name_or
from connect_desktop.charts.palette import Palette
from connect_desktop.charts.sheet import LINE, MARGIN, SMALL, Sheet
from connect_desktop.charts.style import styled
from connect_desktop.domain import Response
from connect_desktop.domain.labels import response_label, truth_label
from connect_desktop.i18n import tr, tr_n
from connect_desktop.insight.truths import CAME_OF_IT, NOT_NOTED, SaidDirectly

_GAP = 5.0
_BAR = 4.0
_EVEN = 0.5
"""points by which the longest words may be off the room made for them: sums of lengths are not exact"""
_SAID, _CAME = 0.38, 0.34
"""shares of the width that the words on the left and on the right may take"""
_LARGEST = 16.0
"""points for one time: a few times look like a few"""
_OPEN = (Response.NONE_YET, NOT_NOTED)
"""of these nothing is known yet: their bands are hollow"""


@dataclass(frozen=True, slots=True)
class _Side:
    """Nodes one below the other."""

    middles: tuple[float, ...]
    tops: tuple[float, ...]
    """of their bars"""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the bars of both sides stand, and how high one count is."""

    left: float
    right: float
    unit: float


@dataclass(frozen=True, slots=True)
class _Wording:
    """How it is put what came: of whom, and whether an answer may still come."""

    name: str
    lived: bool

    def word(self, kind: str) -> str:
        """Return it in a few words."""
        if kind == NOT_NOTED:
            return tr("not noted")
        if kind == Response.NONE_YET and not self.lived:
            return tr("no answer")
        return response_label(Response(kind))

    def sentence(self, kind: str) -> str:
        """Return it with the name."""
        if kind == NOT_NOTED:
            return tr("not noted what came of it")
        if kind == Response.NONE_YET and not self.lived:
            return tr("no answer from {name}", name=self.name)
        return response_label(Response(kind), self.name)


@dataclass(frozen=True, slots=True)
class _Row:
    """A truth as it is shown, or the rest of them in one row."""

    label: str
    came: tuple[tuple[str, ...], ...]

    @property
    def times(self) -> int:
        return sum(map(len, self.came))


@styled
def said_directly(
    found: SaidDirectly,
    palette: Palette,
    *,
    size: tuple[float, float],
    name: str,
    today: date,  # noqa: ARG001 - every chart of a person is asked for alike
    scale: float = 1.0,
    titled: bool = False,
) -> Chart:
    """Return the chart of what came of each thing said, `size` inches large: said left, what came right."""
    sheet = Sheet(palette, size, scale, titled=titled)
    title = tr("Said directly, and what came of it")
    if text := _what_is_missing(found, name):
        return empty_chart(sheet, title, text)
    kinds = [i for i in range(len(CAME_OF_IT)) if any(said.came[i] for said in found.truths)]
    hollow = any(CAME_OF_IT[i] in _OPEN for i in kinds)
    caption = _caption(lived=found.lived) if hollow else ""
    wording = _Wording(name, found.lived)
    sheet.head(title, caption)
    rows = _rows(found, max(1, int((sheet.top - sheet.bottom - sheet.line) / sheet.line)))
    came = [_together(found, [said.came[i] for said in found.truths]) for i in kinds]
    plan = _plan(sheet, rows, [wording.word(CAME_OF_IT[i]) for i in kinds], [*map(len, came)])
    left = _side(sheet, plan, [row.times for row in rows])
    right = _side(sheet, plan, [*map(len, came)])
    _heads(sheet, plan, name)
    _bars(sheet, plan, left, rows)
    marks = list(_bands(sheet, plan, left, right, rows, kinds, wording))
    marks += [
        _came(sheet, plan, right, place, behind, CAME_OF_IT[i], wording)
        for place, (i, behind) in enumerate(zip(kinds, came, strict=True))
    ]
    return sheet.chart(title, caption, _twin(found, wording), marks)


def tallest(found: SaidDirectly) -> float:
    """Return the inches beyond which the bands would leave room empty."""
    said = [sum(map(len, each.came)) for each in found.truths]
    came = [sum(len(each.came[i]) for each in found.truths) for i in range(len(CAME_OF_IT))]
    line = SMALL * LINE
    sides = [sum(_slot(line, _LARGEST, count) for count in side if count) for side in (said, came)]
    return (2 * MARGIN + line + max(sides)) / 72


def _what_is_missing(found: SaidDirectly, name: str) -> str:
    if too_few(found.moments):
        return tr("{missing} you see here what you said directly, and what came of it.",
                  missing=missing(found.moments))  # fmt: skip
    if not found.noted:
        return tr("Once you note what you said directly to {name}, you see here what came of it.", name=name)
    return ""


def _rows(found: SaidDirectly, most: int) -> list[_Row]:
    """Return a row for each truth; where there is no room for all, the last ones share one."""
    rows = [_Row(truth_label(said.truth), said.came) for said in found.truths]
    if len(rows) <= most:
        return rows
    kept, rest = rows[: most - 1], rows[most - 1 :]
    came = tuple(_together(found, [row.came[i] for row in rest]) for i in range(len(CAME_OF_IT)))
    return [*kept, _Row(tr_n("and {n} more", "and {n} more", len(rest)), came)]


def _together(found: SaidDirectly, some: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the impressions of several, oldest first."""
    wanted = {one for each in some for one in each}
    return tuple(one for one in found.impressions if one in wanted)


def _caption(*, lived: bool) -> str:
    return tr("Hollow: not answered yet, or not noted") if lived else tr("Hollow: not answered, or not noted")


def _plan(sheet: Sheet, rows: Sequence[_Row], words: Sequence[str], came: Sequence[int]) -> _Plan:
    width = sheet.right - sheet.left
    most = max(*came, *(row.times for row in rows))
    counts = sheet.width_of(str(most)) + _GAP
    said = min(max(sheet.width_of(row.label) for row in rows), _SAID * width)
    came_of_it = min(max(map(sheet.width_of, words)), _CAME * width)
    counts += _BAR + _GAP
    left = sheet.left + said + counts
    high = sheet.top - sheet.line - sheet.bottom
    return _Plan(
        left=left,
        right=max(left + 1, sheet.right - came_of_it - counts),
        unit=min(_unit(sheet, high, [row.times for row in rows]), _unit(sheet, high, came)),
    )


def _unit(sheet: Sheet, high: float, counts: Sequence[int]) -> float:
    """Return how high one count can be, where each node has the room of its bar and of a line of text."""
    fits, too_much = 0.0, _LARGEST * sheet.scale
    for _ in range(30):
        unit = (fits + too_much) / 2
        if sum(_slot(sheet.line, unit, count) for count in counts) <= high:
            fits = unit
        else:
            too_much = unit
    return fits


def _slot(line: float, unit: float, count: int) -> float:
    return max(line, unit * count + _GAP)


def _side(sheet: Sheet, plan: _Plan, counts: Sequence[int]) -> _Side:
    middles, tops, y = [], [], sheet.top - sheet.line
    for count in counts:
        slot = _slot(sheet.line, plan.unit, count)
        middles.append(y - slot / 2)
        tops.append(y - slot / 2 + plan.unit * count / 2)
        y -= slot
    return _Side(tuple(middles), tuple(tops))


def _heads(sheet: Sheet, plan: _Plan, name: str) -> None:
    y, ink = sheet.top - sheet.line / 2, sheet.palette.ink
    shown, room = name_or(name, tr("they")), sheet.right - plan.right - _BAR
    you, they = sheet.elided(tr("you said"), plan.left - _BAR - sheet.left), sheet.elided(shown, room)
    sheet.write(plan.left - _BAR - _GAP, y, you, align="right", colour=ink, gid="you")
    sheet.write(plan.right + _BAR + _GAP, y, they, colour=ink, gid="they")


def _bars(sheet: Sheet, plan: _Plan, side: _Side, rows: Sequence[_Row]) -> None:
    """Draw what was said: words, count, bar."""
    ink = sheet.palette.ink
    counts = max(sheet.width_of(str(row.times)) for row in rows) + _GAP
    for row, y, top in zip(rows, side.middles, side.tops, strict=True):
        end = plan.left - _BAR - _GAP - counts
        sheet.write(end, y, sheet.elided(row.label, end - sheet.left + _EVEN), align="right", gid="said")
        sheet.write(plan.left - _BAR - _GAP, y, str(row.times), align="right", colour=ink, gid="count")
        box = (plan.left - _BAR, top - row.times * plan.unit, plan.left, top)
        sheet.bar(box, sheet.palette.you, "bar-said")


def _bands(
    sheet: Sheet, plan: _Plan, left: _Side, right: _Side, rows: Sequence[_Row], kinds: Sequence[int],
    wording: _Wording,
) -> Iterator[Mark]:  # fmt: skip
    """Draw what came of each: from its part of the left bar to its part of the right one."""
    ends = [*map(Stack, right.tops)]
    for row, top in zip(rows, left.tops, strict=True):
        start = Stack(top)
        for place, i in enumerate(kinds):
            if behind := row.came[i]:
                high = len(behind) * plan.unit
                band = Band(plan.left, plan.right, start.take(high), ends[place].take(high), high)
                hollow = CAME_OF_IT[i] in _OPEN
                bands.draw(sheet, band, sheet.palette.faint, "hollow" if hollow else "band", hollow=hollow)
                if len(behind) < row.times and high >= sheet.line:
                    y = band.start - high / 2
                    sheet.write(plan.left + _GAP, y, str(len(behind)), gid="part")
                yield sheet.mark(*band.mark, _said(row.label, behind, CAME_OF_IT[i], wording), behind)


def _came(
    sheet: Sheet, plan: _Plan, side: _Side, place: int, behind: tuple[str, ...], kind: str, wording: _Wording
) -> Mark:
    """Draw one thing that came: bar, count, words."""
    y, top, x = side.middles[place], side.tops[place], plan.right
    box = (x, top - len(behind) * plan.unit, x + _BAR, top)
    sheet.bar(box, sheet.palette.they, f"bar-{kind}", hatched=kind in _OPEN)
    count, at = str(len(behind)), x + _BAR + _GAP
    sheet.write(at, y, count, colour=sheet.palette.ink, gid="count")
    at += sheet.width_of(count) + _GAP
    sheet.write(at, y, sheet.elided(wording.word(kind), sheet.right - at + _EVEN), gid="came")
    return sheet.mark(x + _BAR / 2, y, _said("", behind, kind, wording), behind)


def _said(label: str, behind: tuple[str, ...], kind: str, wording: _Wording) -> str:
    came, times = wording.sentence(kind), tr_n("{n} time", "{n} times", len(behind))
    if label:
        return tr("“{truth}”: {came}, {times}", truth=label, came=came, times=times)
    return tr("Altogether: {came}, {times}", came=came, times=times)


def _twin(found: SaidDirectly, wording: _Wording) -> str:
    parts = [
        tr_n(
            "You said something directly in {n} of {all} moments with {name}.",
            "You said something directly in {n} of {all} moments with {name}.",
            len(found.impressions), all=found.moments, name=wording.name,
        )
    ]  # fmt: skip
    for said in found.truths:
        listed = ", ".join(
            tr("{word} {count}", word=wording.word(kind), count=len(behind))
            for kind, behind in zip(CAME_OF_IT, said.came, strict=True)
            if behind
        )
        parts.append(tr("“{truth}”: {list}.", truth=truth_label(said.truth), list=listed))
    return " ".join(parts)
