"""What moments with one person say in plain counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from connect_desktop.domain import Impression, Reach, WayBack
from connect_desktop.i18n import plain_date, tr, tr_n
from connect_desktop.insight.lines import hurts, in_vain, who_first

MET_FROM = 3
"""mostly met or truly met, of 0…4: "you felt met" """

_MINE = {Reach.ME, Reach.ME_UNANSWERED}
_THEIRS = {Reach.THEM, Reach.THEM_UNANSWERED}
_BACK = {WayBack.ME, WayBack.THEM, WayBack.BOTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How often what was answered; each answer has its own total, since what is missing is unknown."""

    moments: int
    mine: int
    """times the user reached out first, answered or not"""
    theirs: int
    mine_unanswered: int
    theirs_unanswered: int
    met: int
    met_of: int
    easier: int
    neither: int
    tighter: int
    hurts: int
    ways_back: int

    @property
    def body_of(self) -> int:
        """How many moments have an answer of the body."""
        return self.easier + self.neither + self.tighter


def counted(impressions: Iterable[Impression]) -> Counts:
    """Return the counts of impressions of one person."""
    found = list(impressions)
    body = [one.body for one in found if one.body is not None]
    met = [one.met for one in found if one.met is not None]
    return Counts(
        moments=len(found),
        mine=sum(one.reach in _MINE for one in found),
        theirs=sum(one.reach in _THEIRS for one in found),
        mine_unanswered=sum(one.reach is Reach.ME_UNANSWERED for one in found),
        theirs_unanswered=sum(one.reach is Reach.THEM_UNANSWERED for one in found),
        met=sum(value >= MET_FROM for value in met),
        met_of=len(met),
        easier=sum(value > 0 for value in body),
        neither=sum(value == 0 for value in body),
        tighter=sum(value < 0 for value in body),
        hurts=sum(one.hurt for one in found),
        ways_back=sum(one.hurt and one.way_back in _BACK for one in found),
    )


def sentences(
    found: Counts, start: date, end: date, name: str, *, named: bool = False, lived: bool = True
) -> Iterator[str]:
    """Yield what the counts say of the days start…end; nothing of what was never answered.

    `named` says with whom, where no heading does; `lived` whether the bond is lived now.
    """
    yield (_with(name, found.moments, start, end) if named else _how_many(found.moments, start, end))
    if first := found.mine + found.theirs:
        yield who_first(first, found.mine, name)
    if found.mine_unanswered:
        yield in_vain(found.mine_unanswered)
    if found.met_of:
        yield tr_n("You felt met in {met} of {n} moment.", "You felt met in {met} of {n} moments.",
                   found.met_of, met=found.met)  # fmt: skip
    if found.body_of:
        yield tr(
            "Your body breathed easier after {easier} of {n}, "
            "tightened after {tighter}, neither after {neither}.",
            n=found.body_of, easier=found.easier, tighter=found.tighter, neither=found.neither,
        )  # fmt: skip
    if found.hurts:
        yield hurts(found.hurts, found.ways_back, lived=lived)


def _with(name: str, moments: int, start: date, end: date) -> str:
    if start == end:
        return tr_n("{n} moment with {name} on {day}.", "{n} moments with {name} on {day}.",
                    moments, name=name, day=plain_date(start))  # fmt: skip
    return tr_n("{n} moment with {name} from {start} to {end}.",
                "{n} moments with {name} from {start} to {end}.",
                moments, name=name, start=plain_date(start), end=plain_date(end))  # fmt: skip


def _how_many(moments: int, start: date, end: date) -> str:
    if not moments:
        return tr("No moments are logged for these days.")
    if start == end:
        return tr_n("{n} moment on {day}.", "{n} moments on {day}.", moments, day=plain_date(start))
    return tr_n("{n} moment from {start} to {end}.", "{n} moments from {start} to {end}.",
                moments, start=plain_date(start), end=plain_date(end))  # fmt: skip
