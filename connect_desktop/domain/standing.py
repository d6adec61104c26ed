"""Where one small step stands today: to be offered, taken, asked after, or done for the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from connect_desktop.domain.practice import Step, StepState

ASKED_FOR = timedelta(days=3)
"""how long the card on Today asks how a step landed; the list of steps keeps it open"""


class Stand(Enum):
    """What there is to show."""

    OFFER = "offer"
    TAKEN = "taken"
    """today: it is kept, and nothing is asked unless the user wants to tell"""
    ASK = "ask"
    """on an earlier day: how did it land?"""
    DONE = "done"
    REST = "rest"
    """passed: nothing more today"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What there is to show, and the step it is about."""

    stand: Stand
    step: Step | None = None


def standing(steps: Iterable[Step], today: date) -> Standing:
    """Return what stands today; what was offered on a later day, by a clock set back, is left alone."""
    known = sorted((one for one in steps if one.offered <= today), key=lambda one: (one.offered, one.id))
    here = [one for one in known if one.offered == today]
    if here:
        return _today(here[-1])
    open_ = [one for one in known if one.state is StepState.TAKEN and today - one.offered <= ASKED_FOR]
    return Standing(Stand.ASK, open_[-1]) if open_ else Standing(Stand.OFFER)


def _today(step: Step) -> Standing:
    if step.state is StepState.PASSED:
        return Standing(Stand.REST, step)
    return Standing(Stand.TAKEN if step.state is StepState.TAKEN else Stand.DONE, step)
