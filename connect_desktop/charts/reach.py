"""Who reached out, month by month: you upwards, they downwards; unanswered attempts striped."""

from dataclasses import dataclass
from datetime import date

from connect_desktop.charts.chart import Chart, Mark
from connect_desktop.charts.empty import empty_chart, missing, too_few
from connect_desktop.charts.lettering import name_or
from connect_desktop.charts.palette import Palette
from connect_desktop.charts.sheet import Sheet
from connect_desktop.charts.style import styled
from connect_desktop.i18n import month_name, month_short, tr, tr_n
from connect_desktop.insight.reach import MonthReach, ReachByMonth

_GAP = 4.0
_NAME = 0.24
"""share of the width that the name may take"""
_BAR = 0.6
_WIDEST = 22.0
_LARGEST = 20.0
"""points for one time: a few times look like a few"""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where months stand, where the two sides meet, and how high one count is."""

    first: float
    apart: float
    ground: float
    unit: float
    names: float
    """height of the names of the months"""

    def x(self, month: int) -> float:
        """Return the middle of a month."""
        return self.first + (month + 0.5) * self.apart


@styled
def reach_by_month(
    found: ReachByMonth,
    palette: Palette,
    *,
    size: tuple[float, float],
    name: str,
    today: date,
    scale: float = 1.0,
    titled: bool = False,
) -> Chart:
    """Return the chart of who reached out, `size` inches large: the user up, the other down."""
    title = tr("Who reached out, month by month")
    if text := _what_is_missing(found):
        return empty_chart(palette, size, scale, title=title, text=text, titled=titled)
    sheet = Sheet(palette, size, scale)
    striped = any(month.you_unanswered or month.they_unanswered for month in found.months)
    caption = tr("Striped: there was no answer") if striped else ""
    if titled:
        sheet.head(title, caption)
    plan = _plan(sheet, found, name)
    _sides(sheet, plan, name)
    _months(sheet, plan, found, today)
    marks = [mark for i, month in enumerate(found.months) for mark in _month(sheet, plan, i, month, name)]
    return sheet.chart(title, caption, _twin(found, name), marks)


def _what_is_missing(found: ReachByMonth) -> str:
    if too_few(found.moments):
        return tr("{missing} you see here who reached out, month by month.",
                  missing=missing(found.moments))  # fmt: skip
    if not found.noted:
        return tr("Once you note who reached out, you see it here, month by month.")
    return ""


def _words(sheet: Sheet, name: str) -> tuple[str, str]:
    room = _NAME * (sheet.right - sheet.left)
    return tr("you"), sheet.elided(name_or(name, tr("they")), room)


def _plan(sheet: Sheet, found: ReachByMonth, name: str) -> _Plan:
    up = max(1, *(len(month.you) + len(month.you_unanswered) for month in found.months))
    down = max(1, *(len(month.they) + len(month.they_unanswered) for month in found.months))
    first = sheet.left + max(map(sheet.width_of, _words(sheet, name))) + 2 * _GAP
    low, high = sheet.bottom + 2 * sheet.line + 2, sheet.top - sheet.line
    unit = min(_LARGEST, max(1.0, high - low) / (up + down))
    ground = high - up * unit
    return _Plan(
        first=first,
        apart=max(1.0, sheet.right - first) / len(found.months),
        ground=ground,
        unit=unit,
        names=ground - down * unit - 1.5 * sheet.line - 2,
    )


def _sides(sheet: Sheet, plan: _Plan, name: str) -> None:
    you, they = _words(sheet, name)
    away = max(sheet.line * 0.7, _GAP)
    sheet.write(sheet.left, plan.ground + away, you, colour=sheet.palette.ink, gid="you")
    sheet.write(sheet.left, plan.ground - away, they, colour=sheet.palette.ink, gid="they")
    sheet.rules(
        [(plan.first, plan.ground, sheet.right, plan.ground)], sheet.palette.soft, 1.0, "axis", layer=4
    )


def _months(sheet: Sheet, plan: _Plan, found: ReachByMonth, today: date) -> None:
    """Name the months, all of them or every second, third, fourth … as there is room."""
    labels = [_label(month.month, today, first=i == 0) for i, month in enumerate(found.months)]
    widest = max(map(sheet.width_of, labels)) + _GAP
    every = next((step for step in (1, 2, 3, 4, 6) if step * plan.apart >= widest), 12)
    for i, label in enumerate(labels):
        if i % every == 0:
            sheet.write(plan.x(i), plan.names, label, align="center", gid="month")


def _label(month: date, today: date, *, first: bool) -> str:
    if (first and month.year != today.year) or month.month == 1:
        return f"{month_short(month.month)} {month.year}"
    return month_short(month.month)


def _month(sheet: Sheet, plan: _Plan, i: int, month: MonthReach, name: str) -> list[Mark]:
    yours = _side(sheet, plan, i, month.you, month.you_unanswered, up=True)
    theirs = _side(sheet, plan, i, month.they, month.they_unanswered, up=False)
    you, they = _said(month, name)
    marks = []
    if month.you or month.you_unanswered:
        marks.append(sheet.mark(plan.x(i), yours, you, (*month.you, *month.you_unanswered)))
    if month.they or month.they_unanswered:
        marks.append(sheet.mark(plan.x(i), theirs, they, (*month.they, *month.they_unanswered)))
    return marks


def _side(
    sheet: Sheet, plan: _Plan, i: int, answered: tuple[str, ...], unanswered: tuple[str, ...], *, up: bool
) -> float:
    """Draw one side of a month and its count; return the middle of its bar."""
    way = 1 if up else -1
    colour = sheet.palette.you if up else sheet.palette.they
    half = min(plan.apart * _BAR, _WIDEST * sheet.scale) / 2
    side = "you" if up else "they"
    split = plan.ground + way * len(answered) * plan.unit
    end = split + way * len(unanswered) * plan.unit
    for low, high, gid, striped in (
        (plan.ground, split, side, False), (split, end, f"{side}-unanswered", True),
    ):  # fmt: skip
        box = (plan.x(i) - half, min(low, high), plan.x(i) + half, max(low, high))
        sheet.bar(box, colour, gid, hatched=striped)
    if count := len(answered) + len(unanswered):
        sheet.write(plan.x(i), end + way * sheet.line * 0.5, str(count), align="center",
                    colour=sheet.palette.ink, gid="count")  # fmt: skip
    return (plan.ground + end) / 2


def _said(month: MonthReach, name: str) -> tuple[str, str]:
    when = f"{month_name(month.month.month)} {month.month.year}"
    lost, unmet = len(month.you_unanswered), len(month.they_unanswered)
    yours = tr_n(
        "{month}: you reached out {n} time", "{month}: you reached out {n} times",
        len(month.you) + lost, month=when,
    )  # fmt: skip
    theirs = tr_n(
        "{month}: {name} reached out {n} time", "{month}: {name} reached out {n} times",
        len(month.they) + unmet, month=when, name=name,
    )  # fmt: skip
    return yours + _unanswered(lost), theirs + _unanswered(unmet)


def _unanswered(count: int) -> str:
    return tr_n(", {n} without an answer", ", {n} without an answer", count) if count else ""


def _twin(found: ReachByMonth, name: str) -> str:
    first, last = found.months[0].month, found.months[-1].month
    parts = [
        tr("Who reached out, from {start} to {end}.",
           start=f"{month_name(first.month)} {first.year}", end=f"{month_name(last.month)} {last.year}"),
        *(f"{text}." for month in found.months for text in _sentences(month, name)),
    ]  # fmt: skip
    if neither := sum(len(month.neither) for month in found.months):
        parts.append(
            tr_n(
                "{n} time it was both of you, or chance.", "{n} times it was both of you, or chance.", neither
            )
        )
    return " ".join(parts)


def _sentences(month: MonthReach, name: str) -> list[str]:
    yours, theirs = _said(month, name)
    found = [yours] if month.you or month.you_unanswered else []
    return found + ([theirs] if month.they or month.they_unanswered else [])
