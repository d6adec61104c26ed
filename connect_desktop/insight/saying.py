"""Each state as a sentence: about entries, never about what somebody is."""

from collections.abc import Mapping

import numpy as np

from connect_desktop.i18n import tr, tr_n
from connect_desktop.insight.counts import MET_FROM
from connect_desktop.insight.one import Flags, One, Sentence
from connect_desktop.insight.states import State

EVEN = (0.35, 0.65)
"""shares of the reaching between which both can be said to reach out"""


def said(one: One) -> Sentence:
    """Return where the bond stands, with the impressions that say so."""
    pointing = _saying_so(one)
    return Sentence(
        text=_said(one), impressions=one.behind(pointing & one.recent if one.changed else pointing)
    )  # fmt: skip


def _said(one: One) -> str:
    match one.state:
        case State.ONE_WAY:
            return tr("Care runs one way by nature here, as you noted. Nothing is read into it.")
        case State.NOT_ENOUGH:
            return will_tell(one)
        case State.ONE_SIDED | State.MIXED | State.LEANING:
            return _one_sided(one)
        case State.THEY_REACH:
            return tr("{name} keeps reaching out, and gives more than you do. How would you like it to be?",
                      name=one.name)  # fmt: skip
        case State.THIN if one.rarely_met:
            return tr("You are rarely met here, and it isn’t only you who reaches out.")
        case State.THIN:
            return tr("You are met less than is usual for you, and it isn’t only you who reaches out.")
        case _:
            return _met_or_open(one)


def _one_sided(one: One) -> str:
    match one.state, one.rarely_met:
        case State.ONE_SIDED, True:
            return tr("You keep reaching out, and are rarely met.")
        case State.ONE_SIDED, False:
            return tr("You keep reaching out, and are met less than is usual for you.")
        case State.MIXED, True:
            return tr("You keep reaching out and are rarely met, yet your body stays at ease.")
        case State.MIXED, False:
            return tr("You keep reaching out and are met less than usual, yet your body stays at ease.")
        case _:
            return tr("It may be you who mostly reaches out, and is met less than usual. It isn’t clear yet.")


def _met_or_open(one: One) -> str:
    share = one.figure(one.look.figures.reaching.share)
    match one.state:
        case State.HARD_AND_REAL:
            return _hard_and_real(one)
        case State.YOU_START_THEY_MEET:
            return tr("It is mostly you who starts, and you are met.")
        case State.MET if share < EVEN[0]:
            return tr("{name} mostly starts, and you are met.", name=one.name)
        case State.MET if share <= EVEN[1]:
            return tr("You both reach out, and it lands.")
        case State.MET:
            return tr("When you are in touch, you are met.")
        case _:
            return tr("Nothing clear either way.")


def _hard_and_real(one: One) -> str:
    hurts, back = one.count(one.look.counts.hurts), one.count(one.look.counts.came_back)
    if back == hurts:
        return tr("{n} hurts, and each time one of you came back: hard, and real.", n=hurts)
    return tr("{n} hurts, and {back} times one of you came back: hard, and real.", n=hurts, back=back)


def will_tell(one: One) -> str:
    """Return what is missing before anything can be said."""
    missing = one.look.figures.enough
    if moments := one.count(missing.moments):
        return tr_n("Not enough yet; {n} more moment will tell.",
                    "Not enough yet; {n} more moments will tell.", moments)  # fmt: skip
    if days := one.count(missing.days):
        return tr_n("Not enough yet; a moment on {n} more day will tell.",
                    "Not enough yet; moments on {n} more days will tell.", days)  # fmt: skip
    return tr_n("Not enough yet; {n} more day will tell.",
                "Not enough yet; {n} more days will tell.", one.count(missing.span))  # fmt: skip


def _saying_so(one: One) -> Flags:
    """Return which entries point where the state does."""
    found = one.entries
    unmet, well_met = found.met < one.look.figures.likely.unmet_below, found.met >= MET_FROM
    pointing: Mapping[State, Flags] = {
        State.ONE_WAY: np.zeros(len(found), dtype=np.bool_),
        State.ONE_SIDED: (found.mine == 1) | unmet,
        State.MIXED: (found.mine == 1) | unmet,
        State.LEANING: (found.mine == 1) | unmet,
        State.THEY_REACH: (found.mine == 0) | (found.received > found.gave),
        State.THIN: unmet,
        State.HARD_AND_REAL: found.hurt,
        State.YOU_START_THEY_MEET: (found.mine == 1) | well_met,
        State.MET: well_met,
    }
    return pointing.get(one.state, ~np.isnan(found.mine) | ~np.isnan(found.met))
