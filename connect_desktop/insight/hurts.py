"""Hurts, and the way back from each."""

from dataclasses import dataclass
from datetime import date

from connect_desktop.domain import Columns, WayBack
from connect_desktop.insight.days import day, day_numbers, in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurt:
    """One hurt."""

    impression: str
    on: date
    way_back: WayBack | None
    """who came back; None is unknown"""
    back_on: date | None
    """the day of the return, never before the hurt; None where it is unknown or there was none"""
    lived: bool = True
    """whether the bond is lived now, and a way back may still come"""

    @property
    def returned(self) -> bool:
        """Whether anyone came back."""
        return self.way_back not in (None, WayBack.NOT_YET)

    @property
    def open(self) -> bool:
        """Whether it is noted that nobody has come back yet."""
        return self.way_back is WayBack.NOT_YET

    @property
    def days(self) -> int | None:
        """How long the way back took; None where it is unknown or there was none."""
        return None if self.back_on is None else (self.back_on - self.on).days


@dataclass(frozen=True, slots=True, kw_only=True)
class HurtsAndReturns:
    """Every hurt with one person."""

    moments: int
    hurts: tuple[Hurt, ...]
    """oldest first"""
    today: date
    lived: bool = True

    @property
    def noted(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.hurts)

    @property
    def returns(self) -> int:
        """From how many of them someone came back."""
        return sum(hurt.returned for hurt in self.hurts)

    @property
    def still_open(self) -> int:
        """From how many of them nobody has come back yet."""
        return sum(hurt.open for hurt in self.hurts)


def hurts_and_returns(columns: Columns, today: date, day_ends: int, *, lived: bool = True) -> HurtsAndReturns:
    """Return every hurt of `columns` with its way back; `lived` says whether the bond is lived now."""
    days = day_numbers(columns, day_ends).tolist()
    hurts = tuple(_hurt(columns, i, day(days[i]), lived=lived) for i in in_order(columns) if columns.hurt[i])
    return HurtsAndReturns(moments=len(columns), hurts=hurts, today=today, lived=lived)


def _hurt(columns: Columns, i: int, on: date, *, lived: bool) -> Hurt:
    spelled, back_on = columns.way_back[i], columns.way_back_on[i]
    way_back = WayBack(spelled) if spelled else None
    known = back_on is not None and back_on >= on and way_back not in (None, WayBack.NOT_YET)
    return Hurt(
        impression=columns.impression[i], on=on, way_back=way_back, back_on=back_on if known else None,
        lived=lived,
    )  # fmt: skip
