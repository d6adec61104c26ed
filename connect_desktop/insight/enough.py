"""When there is enough to say anything at all."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight.config import Config
from connect_desktop.insight.entries import Entries

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Enough:
    """What is still missing, person by person; all 0 where there is enough."""

    moments: Ints
    """that say who reached out and whether the user was met"""
    days: Ints
    """different days with such a moment"""
    span: Ints
    """days between the first and the last of them"""

    @property
    def reached(self) -> NDArray[np.bool_]:
        """For whom there is enough."""
        return np.asarray(self.moments + self.days + self.span == 0)


def enough(found: Entries, people: int, config: Config) -> Enough:
    """Return what is missing with each of `people`."""
    whole = ~np.isnan(found.mine) & ~np.isnan(found.met)
    person, day = found.person[whole], found.day[whole]
    moments = np.bincount(person, minlength=people)
    new = np.concatenate([[True], (np.diff(day) != 0) | (np.diff(person) != 0)])[: len(day)]
    days = np.bincount(person[new], minlength=people)
    first, last = (
        np.searchsorted(person, np.arange(people)),
        np.searchsorted(person, np.arange(people), "right"),
    )
    span = np.where(moments > 0, np.append(day, 0)[last - 1] - np.append(day, 0)[first], 0)
    return Enough(
        moments=np.maximum(config.enough_moments - moments, 0),
        days=np.maximum(config.enough_days - days, 0),
        span=np.maximum(config.enough_span - span, 0),
    )
