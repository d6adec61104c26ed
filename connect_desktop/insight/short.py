"""Each state in a few words, for the row of a table."""

from connect_desktop.i18n import tr
from connect_desktop.insight.one import One
from connect_desktop.insight.saying import EVEN, will_tell
from connect_desktop.insight.states import State


def short(one: One) -> str:
    """Return where the bond stands in a few words."""
    rarely = one.rarely_met
    match one.state:
        case State.ONE_WAY:
            return tr("Care runs one way here.")
        case State.NOT_ENOUGH:
            return will_tell(one)
        case State.ONE_SIDED:
            return (
                tr("You keep reaching out, and are rarely met.")
                if rarely
                else tr("You keep reaching out, and are met less.")
            )
        case State.MIXED:
            return tr("Rarely met, yet at ease.") if rarely else tr("Met less than usual, yet at ease.")
        case State.LEANING:
            return tr("You may be reaching out more, and be met less.")
        case State.THEY_REACH:
            return tr("{name} reaches out more than you do.", name=one.name)
        case State.THIN:
            return tr("Rarely met, whoever reaches out.") if rarely else tr("Met less than usual.")
        case _:
            return _good_or_open(one)


def _good_or_open(one: One) -> str:
    share = one.figure(one.look.figures.reaching.share)
    match one.state:
        case State.HARD_AND_REAL:
            return tr("Hard, and real.")
        case State.YOU_START_THEY_MEET:
            return tr("Rarely first, and fully there.")
        case State.MET if EVEN[0] <= share <= EVEN[1]:
            return tr("You both reach out, and it lands.")
        case State.MET:
            return tr("It lands.")
        case _:
            return tr("Nothing clear either way.")
