"""The usual answer of the body with everyone, from people's plain means."""

from collections.abc import Sequence

import numpy as np

from connect_desktop.insight.config import CONFIG
from connect_desktop.insight.pooling import own_usual

BODY = CONFIG.body
PEOPLE_NEEDED = 2
ANSWERS_NEEDED = 10


def usual_body(body_means: Sequence[tuple[str, int, float]]) -> float | None:
    """Return the usual body answer of the user from (person, answers, mean) of everyone, −3…+3.

    None while there is no "everyone" to speak of: fewer than 2 people or 10 answers.
    """
    answered = [(n, mean) for _, n, mean in body_means if n > 0]
    if len(answered) < PEOPLE_NEEDED or sum(n for n, _ in answered) < ANSWERS_NEEDED:
        return None
    counts, means = (np.array(column, dtype=np.float64) for column in zip(*answered, strict=True))
    variances = BODY.entry_sd**2 * (1 / (CONFIG.kept * counts) + CONFIG.wander)
    return own_usual(means, variances, BODY, CONFIG).expected
