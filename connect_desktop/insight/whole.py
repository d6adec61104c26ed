"""What is to be said of all readings together: that they hold for most people, or some are likely wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from connect_desktop.i18n import tr, tr_n
from connect_desktop.insight.config import Config
from connect_desktop.insight.look import Look
from connect_desktop.insight.states import State

_NOTHING_READ = (State.ONE_WAY, State.NOT_ENOUGH)
_UNMET = (State.ONE_SIDED, State.MIXED, State.THIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Sentences about everyone; empty where there is nothing to say."""

    mostly_unmet: bool
    """most people with enough moments read as one-sided or thin: then no list of them is shown"""
    picture: str
    """what is said instead of the list"""
    doubt: str
    """how many of the readings as one-sided are likely wrong"""


def whole(seen: Look, config: Config) -> Whole:
    """Return what is to be said of all bonds of a look."""
    mostly = mostly_unmet(seen.states, config)
    wrong = [
        1 - float(seen.figures.likely.one_sided[place])
        for place, state in enumerate(seen.states)
        if state in (State.ONE_SIDED, State.MIXED)
    ]
    return Whole(mostly_unmet=mostly, picture=_picture() if mostly else "", doubt=_doubt(wrong))


def mostly_unmet(states: Sequence[State], config: Config) -> bool:
    """Return whether most people with enough moments read as one-sided or thin.

    Then that may say more about what gets logged, or about hard times, than about any of them.
    """
    read = [state for state in states if state not in _NOTHING_READ]
    unmet = sum(state in _UNMET for state in read)
    return len(read) >= config.whole_people and unmet >= config.whole_share * len(read)


def _picture() -> str:
    return tr(
        "With most people you logged, you felt rarely met. It may say as much about what gets logged, "
        "how you reach, or how things are for you now, as about them."
    )


def _doubt(wrong: Sequence[float]) -> str:
    """Return how many are expected to be wrong: the sum of what speaks against each."""
    if len(wrong) < 2:
        return ""
    expected = round(sum(wrong))
    if not expected:
        return tr("{n} bonds read as one-sided. Likely all of these readings hold, yet any of them may not.",
                  n=len(wrong))  # fmt: skip
    return tr_n("{of} bonds read as one-sided. About {n} of these readings likely does not hold.",
                "{of} bonds read as one-sided. About {n} of these readings likely do not hold.",
                expected, of=len(wrong))  # fmt: skip
