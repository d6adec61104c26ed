"""Who reached out: month by month, and below each time by itself; you upwards, they downwards."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import sqrt

from connect_desktop.charts import breath
from connect_desktop.charts.chart import Chart, Mark
from connect_desktop.charts.empty import empty_chart, missing, too_few
from connect_desktop.charts.lettering import name_or
from connect_desktop.charts.palette import Palette
from connect_desktop.charts.sheet import LINE, MARGIN, SMALL, Sheet
from connect_desktop.charts.style import styled
from connect_desktop.domain import Reach
from connect_desktop.domain.labels import BETWEEN, met_tag, reached_out
from connect_desktop.i18n import long_date, month_of, month_short, tr, tr_n
from connect_desktop.insight.reach import Contact, MonthReach, ReachByMonth

_UP = (Reach.ME, Reach.ME_UNANSWERED, Reach.BOTH)
_DOWN = (Reach.THEM, Reach.THEM_UNANSWERED, Reach.BOTH)
_GAP = 4.0
_NAME = 0.24
"""share of the width that the name may take"""
_BAR = 0.6
_WIDEST = 22.0
_ROOM, _REACH = 12.0, 1.0
"""lines of text that the chart needs to show each contact too, and how far one stands out"""
_DOT, _MANY = 5.0, 60
"""points of a contact's dot, and how many of them have room at that size"""
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
    each: float | None
    """height of the line that each contact stands on; None where there is no room for it"""
    reach: float
    """how far a contact stands out from it"""

    def x(self, month: int) -> float:
        """Return the middle of a month."""
        return self.first + (month + 0.5) * self.apart

    def day(self, month: int, on: date) -> float:
        """Return the place of a day in a month."""
        length = monthrange(on.year, on.month)[1]
        return self.first + (month + (on.day - 0.5) / length) * self.apart


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
    sheet = Sheet(palette, size, scale, titled=titled)
    title = tr("Who reached out, month by month")
    if text := _what_is_missing(found):
        return empty_chart(sheet, title, text)
    striped = any(month.you_unanswered or month.they_unanswered for month in found.months)
    each = _has_room(sheet)
    caption = _caption(striped=striped, each=each)
    sheet.head(title, caption)
    plan = _plan(sheet, found, name, each=each)
    _sides(sheet, plan, name)
    _months(sheet, plan, found, today)
    marks = [mark for i, month in enumerate(found.months) for mark in _month(sheet, plan, i, month, name)]
    marks += _contacts(sheet, plan, found, name)
    return sheet.chart(title, caption, _twin(found, name), marks)


def _caption(*, striped: bool, each: bool) -> str:
    parts = [tr("Striped: there was no answer")] if striped else []
    return BETWEEN.join([*parts, tr("Below, each time: filled where you felt met")] if each else parts)


def _has_room(sheet: Sheet) -> bool:
    """Return whether each contact can be shown too, below the months."""
    return sheet.top - sheet.bottom >= _ROOM * sheet.line


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


def _plan(sheet: Sheet, found: ReachByMonth, name: str, *, each: bool) -> _Plan:
    up, down = _most(found)
    first = sheet.left + max(map(sheet.width_of, _words(sheet, name))) + 2 * _GAP
    reach = sheet.line * _REACH
    below = 2 * reach + sheet.line / 2 if each else 0.0
    low, high = sheet.bottom + 2 * sheet.line + 2 + below, sheet.top - sheet.line
    unit = min(_LARGEST, max(1.0, high - low) / (up + down))
    ground = high - up * unit
    return _Plan(
        first=first,
        apart=max(1.0, sheet.right - first) / len(found.months),
        ground=ground,
        unit=unit,
        names=(names := ground - down * unit - 1.5 * sheet.line - 2),
        each=names - sheet.line - reach if each else None,
        reach=reach,
    )


def tallest(found: ReachByMonth) -> float:
    """Return the inches beyond which the months would leave room empty."""
    return (2 * MARGIN + 3 * SMALL * LINE + 2 + sum(_most(found)) * _LARGEST) / 72


def _most(found: ReachByMonth) -> tuple[int, int]:
    """Return how often the user and the other reached out in the months with most of it, at least once."""
    up = [len(month.you) + len(month.you_unanswered) for month in found.months]
    down = [len(month.they) + len(month.they_unanswered) for month in found.months]
    return max([1, *up]), max([1, *down])


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


def _contacts(sheet: Sheet, plan: _Plan, found: ReachByMonth, name: str) -> Iterator[Mark]:
    """Draw each contact as a tick on the side of who reached out, with a dot where it says how it was met."""
    if plan.each is None:
        return
    palette, thick = sheet.palette, 1.0 if len(found.contacts) <= _MANY else 0.6
    sheet.rules([(plan.first, plan.each, sheet.right, plan.each)], palette.line, 0.8, "each")
    places = {month.month: i for i, month in enumerate(found.months)}
    at = [(one, plan.day(places[one.on.replace(day=1)], one.on)) for one in found.contacts]
    for ways, colour, gid in ((_UP, palette.you, "you"), (_DOWN, palette.they, "they")):
        end = plan.each + (plan.reach if gid == "you" else -plan.reach)
        mine = [(one, x) for one, x in at if one.reach in ways]
        sheet.rules([(x, plan.each, x, end) for _, x in mine], colour, thick, f"tick-{gid}", 2)
        for met, face in ((True, colour), (False, palette.surface)):
            dots = [(x, end) for one, x in mine if one.well_met is met]
            kind = f"{'met' if met else 'unmet'}-{gid}"
            sheet.shapes(breath.shape(1), dots, _dot(sheet, found), face=face, edge=colour, gid=kind)
    for one, x in at:
        way = (one.reach in _UP) - (one.reach in _DOWN)
        yield sheet.mark(x, plan.each + way * plan.reach, _contact_said(one, name), (one.impression,))


def _dot(sheet: Sheet, found: ReachByMonth) -> float:
    return max(2.2, _DOT * sqrt(min(1.0, _MANY / len(found.contacts)))) * sqrt(sheet.scale)


def _contact_said(one: Contact, name: str) -> str:
    reached = reached_out(one.reach, name)
    if one.met is None:
        return tr("{day}: {reached}", day=long_date(one.on), reached=reached)
    return tr("{day}: {reached}, {met}", day=long_date(one.on), reached=reached, met=met_tag(one.met))


def _said(month: MonthReach, name: str) -> tuple[str, str]:
    when = month_of(month.month)
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
           start=month_of(first), end=month_of(last)),
        *(f"{text}." for month in found.months for text in _sentences(month, name)),
    ]  # fmt: skip
    known = [one.well_met for one in found.contacts if one.met is not None]
    if known:
        parts.append(
            tr(
                "You felt met in {n} of the {all} times that say so.",
                n=sum(filter(None, known)),
                all=len(known),
            )
        )
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
