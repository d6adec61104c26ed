"""How the user came, and how they went: a band for every way from before to after."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from connect_desktop.charts import bands, breath
from connect_desktop.charts.bands import Band, Stack
from connect_desktop.charts.chart import Chart, Mark
from connect_desktop.charts.contrast import edge, mixed
from connect_desktop.charts.empty import empty_chart, missing, too_few
from connect_desktop.charts.palette import Palette
from connect_desktop.charts.sheet import Sheet
from connect_desktop.charts.style import styled
from connect_desktop.domain.labels import body_label
from connect_desktop.i18n import tr, tr_n
from connect_desktop.insight.before_after import BeforeAfter, Pair

_GAP = 6.0
_PAD = 0.42
"""levels above the highest and below the lowest"""
_NODE, _LARGEST = 0.84, 5.0
"""share of a level that its most frequent value may take, and points for one time: a few look like a few"""
_SHAPE = 9.0
_FILLED = 0.45


@dataclass(frozen=True, slots=True)
class _Field:
    """Where before and after stand, and where the levels lie."""

    before: float
    after: float
    bottom: float
    per_level: float
    unit: float
    """how high one time is"""

    def y(self, value: float) -> float:
        return self.bottom + (value - breath.VALUES[0] + _PAD) * self.per_level


@styled
def before_after(
    found: BeforeAfter,
    palette: Palette,
    *,
    size: tuple[float, float],
    name: str,
    today: date,  # noqa: ARG001 - every chart of a person is asked for alike
    scale: float = 1.0,
    titled: bool = False,
) -> Chart:
    """Return the chart of the body before and after, `size` inches large: before left, after right."""
    sheet = Sheet(palette, size, scale, titled=titled)
    title = _title(found)
    if text := _what_is_missing(found):
        return empty_chart(sheet, title, text)
    caption = tr("Each band leads from before to after")
    sheet.head(title, caption)
    field = _field(sheet, found)
    _ground(sheet, field)
    _ends(sheet, field, found, after=False)
    _ends(sheet, field, found, after=True)
    marks = [*_ways(sheet, field, found)]
    return sheet.chart(title, caption, _twin(found, name), marks)


def _title(found: BeforeAfter) -> str:
    if found.said > 0:
        return tr("You come away easier than you came, in {n} of {all} moments", n=found.easier, all=found.of)
    if found.said < 0:
        return tr(
            "You come away tighter than you came, in {n} of {all} moments", n=found.tighter, all=found.of
        )
    return tr("Before and after")


def _what_is_missing(found: BeforeAfter) -> str:
    if too_few(found.moments):
        return tr("{missing} you see here how you came, and how you went.",
                  missing=missing(found.moments))  # fmt: skip
    if not found.noted:
        return tr("Once you note how your body was before, you see here how you came, and how you went.")
    return ""


def _counts(found: BeforeAfter, *, after: bool) -> dict[int, int]:
    counts = dict.fromkeys(breath.VALUES, 0)
    for pair in found.pairs:
        counts[pair.after if after else pair.before] += len(pair.impressions)
    return counts


def _field(sheet: Sheet, found: BeforeAfter) -> _Field:
    words = max(sheet.width_of(word) for word in (tr("easier"), tr("neither"), tr("tighter")))
    counts = sheet.width_of(str(found.of)) + _shape(sheet) * 1.2 + 2 * _GAP
    high = max(1.0, sheet.top - sheet.line - sheet.bottom)
    before = sheet.left + words + _GAP + counts
    per_level = high / (len(breath.VALUES) - 1 + 2 * _PAD)
    most = max(max(_counts(found, after=after).values()) for after in (False, True))
    return _Field(
        before=before,
        after=max(before + 1, sheet.right - counts),
        bottom=sheet.bottom,
        per_level=per_level,
        unit=min(_LARGEST * sheet.scale, _NODE * per_level / most),
    )


def _shape(sheet: Sheet) -> float:
    return _SHAPE * sheet.scale


def _ground(sheet: Sheet, field: _Field) -> None:
    faint = mixed(sheet.palette.line, sheet.palette.surface, 0.45)
    ends = [(field.before, field.y(value), field.after, field.y(value)) for value in breath.VALUES]
    sheet.rules(ends, faint, 0.8, "grid")
    for value, word in ((3, tr("easier")), (0, tr("neither")), (-3, tr("tighter"))):
        sheet.write(sheet.left, field.y(value), word)
    y, room = sheet.top - sheet.line / 2, (field.after - field.before) / 2
    for x, align, word in ((field.before, "left", tr("before")), (field.after, "right", tr("after"))):
        text = sheet.elided(word, room)
        sheet.write(x, y, text, align=align, colour=sheet.palette.ink, gid="end")


def _ends(sheet: Sheet, field: _Field, found: BeforeAfter, *, after: bool) -> None:
    """Draw how often each value stood at one end."""
    palette, shape = sheet.palette, _shape(sheet)
    x, way, align = (field.after, 1, "left") if after else (field.before, -1, "right")
    for value, count in _counts(found, after=after).items():
        if count:
            y, colour = field.y(value), palette.for_body(value)
            rim = edge(colour, palette.surface, palette.ink)
            at, gid = [(x + way * (shape / 2 + _GAP / 2), y)], f"shape{value}"
            sheet.shapes(breath.shape(value), at, shape, face=colour, edge=rim, gid=gid, layer=4)
            aside = x + way * (shape * 1.2 + _GAP)
            sheet.write(aside, y, str(count), align=align, colour=palette.ink, gid="count")


def _ways(sheet: Sheet, field: _Field, found: BeforeAfter) -> Iterator[Mark]:
    """Draw every way, the highest first: what meets at one end lies in the order of its other ends."""
    starts, ends = (_stacks(field, _counts(found, after=after)) for after in (False, True))
    for pair in reversed(found.pairs):
        high = len(pair.impressions) * field.unit
        band = Band(
            field.before, field.after, starts[pair.before].take(high), ends[pair.after].take(high), high
        )
        way = (pair.step > 0) - (pair.step < 0)
        colour = edge(sheet.palette.for_body(2 * way), sheet.palette.surface, sheet.palette.ink)
        bands.draw(sheet, band, colour, f"way{pair.before:+}{pair.after:+}", filled=_FILLED)
        yield sheet.mark(*band.mark, _pair_said(pair), pair.impressions)


def _stacks(field: _Field, counts: dict[int, int]) -> dict[int, Stack]:
    return {value: Stack(field.y(value) + count * field.unit / 2) for value, count in counts.items()}


def _pair_said(pair: Pair) -> str:
    return tr_n(
        "Before: {before}. After: {after}. {n} time", "Before: {before}. After: {after}. {n} times",
        len(pair.impressions), before=body_label(pair.before), after=body_label(pair.after),
    )  # fmt: skip


def _twin(found: BeforeAfter, name: str) -> str:
    parts = [
        tr_n(
            "How your body was before and after is noted in {n} of {all} moments with {name}.",
            "How your body was before and after is noted in {n} of {all} moments with {name}.",
            found.of, all=found.moments, name=name,
        ),
        tr("You came away easier in {easier}, tighter in {tighter}, as you came in {same}.",
           easier=found.easier, tighter=found.tighter, same=found.of - found.easier - found.tighter),
    ]  # fmt: skip
    for before, pairs in groupby(found.pairs, key=lambda pair: pair.before):
        listed = ", ".join(
            tr("{word} {count}", word=body_label(pair.after), count=len(pair.impressions)) for pair in pairs
        )
        parts.append(tr("Before “{before}”, after: {list}.", before=body_label(before), list=listed))
    return " ".join(parts)
