"""Looks at earlier days: what the map would have shown at the end of each month."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from connect_desktop.insight import days
from connect_desktop.insight.config import CONFIG, Config
from connect_desktop.insight.entries import Entries
from connect_desktop.insight.look import Look, look
from connect_desktop.insight.states import State


def month_ends(first: date, today: date) -> tuple[date, ...]:
    """Return the last day of each month from `first` on; the last is today itself."""
    months = (today.year - first.year) * 12 + today.month - first.month
    starts = [days.months_back(today, back) for back in range(months - 1, -1, -1)]
    return (*(start - timedelta(days=1) for start in starts), today)


class LookingBack:
    """Looks month by month, each worked out when it is first wanted.

    A month is read with what was said at the end of the month before, itself read afresh: so a month looks
    the same, whichever was looked at before.
    """

    def __init__(
        self, found: Entries, one_way: NDArray[np.bool_], today: date, config: Config = CONFIG
    ) -> None:
        first = days.day(int(found.day.min())) if len(found) else today
        self.ends = month_ends(min(first, today), today)
        self._entries, self._one_way, self._config = found, one_way, config
        self._afresh: dict[int, Look] = {}
        self._found: dict[int, Look] = {}

    def look(self, month: int) -> Look:
        """Return what was to be seen at the end of a month, by its place in `ends`."""
        if month not in self._found:
            before = self._read_afresh(month - 1).states if month > 0 else None
            self._found[month] = self._looked(month, before)
        return self._found[month]

    def _read_afresh(self, month: int) -> Look:
        if month not in self._afresh:
            self._afresh[month] = self._looked(month, None)
        return self._afresh[month]

    def _looked(self, month: int, before: Sequence[State] | None) -> Look:
        last: Sequence[State | None] = before or [None] * len(self._one_way)
        return look(self._entries, self._one_way, days.number(self.ends[month]), last, self._config)
