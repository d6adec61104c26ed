"""What each of two people gave: bars to both sides, with their counts."""

from dataclasses import dataclass
from datetime import date

from connect_desktop.charts.chart import Chart, Mark
from connect_desktop.charts.empty import empty_chart, missing, too_few
from connect_desktop.charts.lettering import name_or
from connect_desktop.charts.palette import Palette
from connect_desktop.charts.rows import Rows, rows
from connect_desktop.charts.sheet import Sheet
from connect_desktop.charts.style import styled
from connect_desktop.charts.wording import given_word
from connect_desktop.i18n import tr, tr_n
from connect_desktop.insight.gifts import Given, WhatEachGave

_GAP = 5.0
_WORDS = 0.46
"""share of the width that the words on the left may take"""
_LARGEST = 20.0
"""points for one time: a few times look like a few"""


@dataclass(frozen=True, slots=True)
class _Sides:
    """Where the bars of both sides begin, and how long one count is."""

    words: float
    axis: float
    unit: float


@styled
def what_each_gave(
    found: WhatEachGave,
    palette: Palette,
    *,
    size: tuple[float, float],
    name: str,
    today: date,  # noqa: ARG001 - every chart of a person is asked for alike
    scale: float = 1.0,
    titled: bool = False,
) -> Chart:
    """Return the chart of what was given both ways, `size` inches large: the user left, the other right."""
    sheet = Sheet(palette, size, scale, titled=titled)
    title = tr("What each of you gave")
    if text := _what_is_missing(found, name):
        return empty_chart(sheet, title, text)
    sheet.head(title, "")
    sides = _sides(sheet, found)
    place = rows(sheet.top - sheet.line, sheet.bottom, len(found.rows), sheet.small)
    _heads(sheet, sides, name)
    marks = [mark for i, given in enumerate(found.rows) for mark in _row(sheet, sides, place, i, given, name)]
    end = place.top - len(found.rows) * place.height
    sheet.rules([(sides.axis, end, sides.axis, place.top)], palette.soft, 1.0, "axis", layer=4)
    return sheet.chart(title, "", _twin(found, name), marks)


def _what_is_missing(found: WhatEachGave, name: str) -> str:
    if too_few(found.moments):
        return tr("{missing} you see here what each of you gave: reaching out, listening, helping.",
                  missing=missing(found.moments))  # fmt: skip
    if not found.noted:
        return tr("Once you note who reached out, or what was given, you see it here: you and {name}.",
                  name=name)  # fmt: skip
    return ""


def _sides(sheet: Sheet, found: WhatEachGave) -> _Sides:
    you = max(1, *(len(given.you) for given in found.rows))
    they = max(1, *(len(given.they) for given in found.rows))
    words = min(
        max(sheet.width_of(given_word(given.kind)) for given in found.rows),
        _WORDS * (sheet.right - sheet.left),
    )
    counts = max(sheet.width_of(str(count)) for count in (you, they)) + _GAP
    first = sheet.left + words + 2 * _GAP + counts
    room = max(2.0, sheet.right - counts - first)
    left = room * min(0.7, max(0.3, you / (you + they)))
    unit = min(_LARGEST, left / you, (room - left) / they)
    return _Sides(words, first + max(you * unit, sheet.width_of(tr("you")) + _GAP - counts), unit)


def _heads(sheet: Sheet, sides: _Sides, name: str) -> None:
    y = sheet.top - sheet.line / 2
    palette, shown = sheet.palette, name_or(name, tr("they"))
    room = sheet.right - sides.axis - _GAP
    sheet.write(sides.axis - _GAP, y, tr("you"), align="right", colour=palette.ink, gid="you")
    sheet.write(sides.axis + _GAP, y, sheet.elided(shown, room), colour=palette.ink, gid="they")


def _row(sheet: Sheet, sides: _Sides, place: Rows, row: int, given: Given, name: str) -> list[Mark]:
    y, (low, high) = place.middle(row), place.ends(row)
    word = given_word(given.kind)
    left, right = (sides.axis - len(given.you) * sides.unit, sides.axis + len(given.they) * sides.unit)
    sheet.write(sheet.left, y, sheet.elided(word, sides.words), size=place.text, gid="given")
    sheet.bar((left, low, sides.axis, high), sheet.palette.you, f"you-{given.kind}")
    sheet.bar((sides.axis, low, right, high), sheet.palette.they, f"they-{given.kind}")
    ink = sheet.palette.ink
    sheet.write(left - _GAP, y, str(len(given.you)), align="right", size=place.text, colour=ink, gid="count")
    sheet.write(right + _GAP, y, str(len(given.they)), size=place.text, colour=ink, gid="count")
    yours, theirs = _said(given, name)
    return [
        sheet.mark((left + sides.axis) / 2, y, yours, given.you),
        sheet.mark((sides.axis + right) / 2, y, theirs, given.they),
    ]


def _said(given: Given, name: str) -> tuple[str, str]:
    word = given_word(given.kind)
    return (
        tr("{given}: you {count}", given=word, count=len(given.you)),
        tr("{given}: {name} {count}", given=word, name=name, count=len(given.they)),
    )


def _twin(found: WhatEachGave, name: str) -> str:
    rows_said = [
        tr("{given}: you {you}, {name} {they}.", given=given_word(given.kind), name=name,
           you=len(given.you), they=len(given.they))
        for given in found.rows
    ]  # fmt: skip
    first = tr_n(
        "What each of you gave, in {n} moment with {name}.",
        "What each of you gave, in {n} moments with {name}.",
        found.moments,
        name=name,
    )
    return " ".join([first, *rows_said])
