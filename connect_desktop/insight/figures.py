"""All figures of a reading, for everyone at once: entries in, arrays along the people out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight.chapters import Chapters, chapters
from connect_desktop.insight.config import Config, Rating
from connect_desktop.insight.enough import Enough, enough
from connect_desktop.insight.entries import Entries
from connect_desktop.insight.levels import levels
from connect_desktop.insight.likely import Likely, likely
from connect_desktop.insight.pooling import Pooled, pooled
from connect_desktop.insight.reaching import Reaching, reaching
from connect_desktop.insight.weights import weights

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figures:
    """What was worked out; every array in it runs along the people."""

    chapters: Chapters
    reaching: Reaching
    met: Pooled
    body: Pooled
    balance: Pooled
    """received − gave"""
    words: Pooled
    likely: Likely
    enough: Enough


def figures(found: Entries, one_way: Flags, today: int, config: Config) -> Figures:
    """Return the figures of everyone from entries up to the day `today`.

    `one_way` runs along the people: those bonds are read, but shape neither the usual nor other readings.
    """
    shaping = ~one_way
    chapter = chapters(found, shaping, config)

    def level(rating: Rating, answers: Floats) -> Pooled:
        weight = weights(found, ~np.isnan(answers), chapter.belongs, today, config)
        alone = levels(found.person, rating, answers, weight, shaping, config)
        return pooled(alone, rating, shaping, config)

    starts = weights(found, ~np.isnan(found.mine), chapter.belongs_since_fall, today, config)
    reach = reaching(found.person, found.mine, starts, shaping, config)
    met, body = level(config.met, found.met), level(config.body, found.body)
    balance = level(config.balance, found.received - found.gave)
    return Figures(
        chapters=chapter,
        reaching=reach,
        met=met,
        body=body,
        balance=balance,
        words=level(config.words, found.words),
        likely=likely(reach, met, body, balance, shaping, config),
        enough=enough(found, len(one_way), config),
    )
