"""What is usual for the body with everyone: the number the readings use, for charts to show."""

import numpy as np

from connect_desktop.insight.look import Look
from connect_desktop.insight.states import State

PEOPLE_NEEDED = 2
ANSWERS_NEEDED = 10


def usual_body(found: Look) -> float | None:
    """Return the usual body answer of the user as a look at everyone has it, −3…+3.

    None while there is no "everyone" to speak of: fewer than 2 people or 10 answers. As in the readings,
    those with whom care runs one way have no part in it.
    """
    shaping = np.array([state is not State.ONE_WAY for state in found.states], dtype=np.bool_)
    answers = found.counts.body_of[shaping]
    if np.count_nonzero(answers) < PEOPLE_NEEDED or answers.sum() < ANSWERS_NEEDED:
        return None
    return found.figures.body.usual.expected
