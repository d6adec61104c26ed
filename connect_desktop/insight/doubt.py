"""How likely a reading is, and how little would change it."""

from connect_desktop.i18n import tr, tr_n
from connect_desktop.insight.chances import in_words
from connect_desktop.insight.one import One
from connect_desktop.insight.states import State
from connect_desktop.insight.would_change import met_moments, their_starts

_ONE_SIDED = (State.ONE_SIDED, State.MIXED, State.LEANING)


def likely(one: One) -> str:
    """Return how likely what is said is, as a natural frequency; nothing where nothing is said."""
    found = one.look.figures.likely
    match one.state:
        case State.ONE_SIDED | State.MIXED | State.LEANING:
            return tr("In what you logged, likely one-sided: {chance}.",
                      chance=in_words(one.figure(found.one_sided)))  # fmt: skip
        case State.THEY_REACH:
            return tr("In what you logged, likely more theirs than yours: {chance}.",
                      chance=in_words(one.figure(found.reverse)))  # fmt: skip
        case State.THIN:
            return tr("In what you logged, likely met less than is usual for you: {chance}.",
                      chance=in_words(one.figure(found.unmet)))  # fmt: skip
        case State.MET | State.YOU_START_THEY_MEET:
            return tr("In what you logged, likely met about as much as is usual for you, or more: {chance}.",
                      chance=in_words(one.figure(found.well_met)))  # fmt: skip
        case _:
            return ""


def would_change(one: One) -> str:
    """Return how many forgotten moments would turn a reading as one-sided; nothing for any other."""
    if one.state not in _ONE_SIDED:
        return ""
    met = met_moments(one.look, one.place, one.config)
    starts = their_starts(one.look, one.place, one.config)
    if not (met and starts):
        return tr("A few forgotten moments would be enough for this to no longer hold.")
    return tr(
        "If you forgot to log about {met}, or about {starts}, this would no longer hold.",
        met=tr_n("{n} time when you were met", "{n} times when you were met", met),
        starts=tr_n("{n} time when {name} reached out first", "{n} times when {name} reached out first",
                    starts, name=one.name),
    )  # fmt: skip
