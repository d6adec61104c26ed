"""Who reached out, month by month."""

from dataclasses import dataclass
from datetime import date

from connect_desktop.domain import Columns, Reach
from connect_desktop.insight.counts import MET_FROM
from connect_desktop.insight.days import day, day_numbers, in_order, months_back, number

FEWEST, MOST = 6, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthReach:
    """The impressions of one month by who reached out, oldest first."""

    month: date
    """its first day"""
    you: tuple[str, ...] = ()
    you_unanswered: tuple[str, ...] = ()
    they: tuple[str, ...] = ()
    they_unanswered: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()
    """both at once, or by chance"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact of which it is noted who reached out."""

    impression: str
    on: date
    reach: Reach
    met: int | None
    """0…4; None is unknown"""

    @property
    def well_met(self) -> bool | None:
        """Whether the user felt met, mostly or truly; False where nobody answered, None where unknown."""
        if self.reach.unanswered:
            return False
        return None if self.met is None else self.met >= MET_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachByMonth:
    """The last months, this one included: at least six, at most twelve, none left out in between."""

    moments: int
    """of all time"""
    months: tuple[MonthReach, ...]
    """empty where nobody is noted as reaching out in these twelve months"""
    contacts: tuple[Contact, ...]
    """every one in these months, oldest first"""

    @property
    def noted(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.months)


_SIDE = {
    Reach.ME: "you",
    Reach.ME_UNANSWERED: "you_unanswered",
    Reach.THEM: "they",
    Reach.THEM_UNANSWERED: "they_unanswered",
    Reach.BOTH: "neither",
    Reach.CHANCE: "neither",
}


def reach_by_month(columns: Columns, today: date, day_ends: int) -> ReachByMonth:
    """Return who reached out in each of the last months, from the first noted one on."""
    first = months_back(today, MOST - 1)
    days = day_numbers(columns, day_ends).tolist()
    found: dict[date, dict[str, list[str]]] = {}
    contacts = []
    start, end = number(first), number(months_back(today, -1))
    for i in in_order(columns):
        spelled = columns.reach[i]
        if spelled and start <= days[i] < end:
            on = day(days[i])
            one = Contact(impression=columns.impression[i], on=on, reach=Reach(spelled), met=columns.met[i])
            month = on.replace(day=1)
            found.setdefault(month, {}).setdefault(_SIDE[one.reach], []).append(one.impression)
            contacts.append(one)
    return ReachByMonth(moments=len(columns), months=_months(found, today), contacts=tuple(contacts))


def _months(found: dict[date, dict[str, list[str]]], today: date) -> tuple[MonthReach, ...]:
    if not found:
        return ()
    earliest = min(*found, months_back(today, FEWEST - 1))
    months = (months_back(today, back) for back in reversed(range(MOST)))
    return tuple(
        MonthReach(month=month, **{side: tuple(ids) for side, ids in found.get(month, {}).items()})
        for month in months
        if month >= earliest
    )
