"""What has changed, and what was said before and no longer holds."""

from connect_desktop.i18n import month_name, tr
from connect_desktop.insight.days import day
from connect_desktop.insight.one import HALF_A_YEAR, One, Sentence
from connect_desktop.insight.states import State

_NOTHING_READ = (State.ONE_WAY, State.NOT_ENOUGH)
_ALIKE = (
    (State.ONE_SIDED, State.MIXED, State.LEANING),
    (State.THEY_REACH,),
    (State.THIN,),
    (State.MET, State.YOU_START_THEY_MEET, State.HARD_AND_REAL),
)
"""states between which nothing is taken back"""


def changed(one: One) -> Sentence | None:
    """Return since when it has been fading or warming; None where that isn't clear, or long ago."""
    if not one.changed or one.state in _NOTHING_READ or one.day - int(one.entries.day[-1]) > HALF_A_YEAR:
        return None
    found = one.look.figures.chapters
    met = one.figure(found.met_after) - one.figure(found.met_before)
    body = one.figure(found.body_after) - one.figure(found.body_before)
    down = one.figure(found.down) > one.figure(found.up)
    month = since_month(one)
    text = _fading(month, met < 0, body < 0) if down else _warming(month, met > 0, body > 0)
    return Sentence(text=text, impressions=one.behind(one.recent))


def _fading(month: str, met: bool, body: bool) -> str:
    if met and body:
        return tr("Since {month} you have felt met less, and your body has breathed less easily.",
                  month=month)  # fmt: skip
    if met:
        return tr("Since {month} you have felt met less.", month=month)
    return tr("Since {month} your body has breathed less easily.", month=month)


def _warming(month: str, met: bool, body: bool) -> str:
    if met and body:
        return tr("Since {month} you have felt met more, and your body has breathed easier.", month=month)
    if met:
        return tr("Since {month} you have felt met more.", month=month)
    return tr("Since {month} your body has breathed easier.", month=month)


def since_month(one: One) -> str:
    """Return the month of the change, "August", with the year where it is not this one."""
    on = day(one.since)
    month = month_name(on.month)
    return month if on.year == one.today.year else tr("{month} {year}", month=month, year=on.year)


def no_longer(one: One) -> str:
    """Return that what was said at the last look doesn't hold any more; nothing where it does."""
    family = next((states for states in _ALIKE if one.last in states), ())
    if not family or one.state in family or one.state in _NOTHING_READ:
        return ""
    match one.last:
        case State.THEY_REACH:
            return tr("Before, {name} kept reaching out more than you; that no longer holds.", name=one.name)
        case State.THIN:
            return tr("Before, you were met less than is usual for you; that no longer holds.")
        case State.ONE_SIDED | State.MIXED | State.LEANING:
            return tr("Before, this read as one-sided; that no longer holds.")
        case _:
            return tr("Before, you were met here; that no longer holds.")
