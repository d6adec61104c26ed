"""Where one small step stands on a day."""

from datetime import date, timedelta

import pytest

from connect_desktop.domain import Step, StepState
from connect_desktop.domain.standing import Stand, standing

TODAY = date(2026, 11, 22)


def step(ago: int, state: StepState) -> Step:
    return Step(practice="say-no", offered=TODAY - timedelta(days=ago), state=state)


@pytest.mark.parametrize(
    ("states", "stand"),
    [
        ([], Stand.OFFER),
        ([(0, StepState.PASSED)], Stand.REST),
        ([(0, StepState.TAKEN)], Stand.TAKEN),
        ([(0, StepState.DONE)], Stand.DONE),
        ([(1, StepState.PASSED)], Stand.OFFER),
        ([(1, StepState.TAKEN)], Stand.ASK),
        ([(3, StepState.TAKEN)], Stand.ASK),
        ([(4, StepState.TAKEN)], Stand.OFFER),
        ([(1, StepState.DONE)], Stand.OFFER),
        ([(2, StepState.TAKEN), (0, StepState.PASSED)], Stand.REST),
        ([(-1, StepState.TAKEN)], Stand.OFFER),
    ],
)
def test_what_stands_today(states: list[tuple[int, StepState]], stand: Stand) -> None:
    assert standing([step(*one) for one in states], TODAY).stand is stand


def test_the_latest_open_step_is_asked_after() -> None:
    old, new = step(3, StepState.TAKEN), step(1, StepState.TAKEN)
    assert standing([new, old], TODAY).step == new
