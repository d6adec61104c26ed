"""Looks at earlier days: what the map would have shown at the end of each month."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import numpy as np

from connect_desktop.domain import Person
from connect_desktop.insight import days
from connect_desktop.insight.config import CONFIG, Config
from connect_desktop.insight.entries import Entries
from connect_desktop.insight.look import Look, look
from connect_desktop.insight.places import Places, places
from connect_desktop.insight.states import State

Said = Sequence[State | None]


def month_ends(first: date, today: date) -> tuple[date, ...]:
    """Return the last day of each month from `first` on; the last is today itself."""
    months = (today.year - first.year) * 12 + today.month - first.month
    starts = [days.months_back(today, back) for back in range(months - 1, -1, -1)]
    return (*(start - timedelta(days=1) for start in starts), today)


class LookingBack:
    """Looks month by month, each worked out when it is first wanted.

    A past month is read with what was said at the end of the month before, itself read afresh: so a month
    looks the same, whichever was looked at before. Today is read with what was really said last, where that
    is given.
    """

    def __init__(
        self,
        found: Entries,
        people: Sequence[Person],
        today: date,
        *,
        said: Mapping[str, State] | None = None,
        config: Config = CONFIG,
    ) -> None:
        """`found` are the entries with these people, by their places among them."""
        self._entries, self._people, self._said, self._config = found, people, said, config
        self._one_way = np.array([person.one_way for person in people], dtype=bool)
        first = days.day(int(self._entries.day.min())) if len(self._entries) else today
        self.ends = month_ends(min(first, today), today)
        self._found: dict[int, Look] = {}

    def look(self, month: int) -> Look:
        """Return what was to be seen at the end of a month, by its place in `ends`."""
        if month not in self._found:
            self._found[month] = self._looked(month, self._before(month))
        return self._found[month]

    def places(self, month: int, lately: int | None) -> Places:
        """Return the map of that day: those logged with in the last so many days, everyone for None."""
        end = days.number(self.ends[month])
        since = days.number(date.min) if lately is None else end - lately + 1
        return places(self.look(month), self._people, since, self._config)

    def _before(self, month: int) -> Said | None:
        if self._said is not None and month == len(self.ends) - 1:
            return [self._said.get(person.id) for person in self._people]
        return self._looked(month - 1, None).states if month > 0 else None

    def _looked(self, month: int, before: Said | None) -> Look:
        last: Said = before or [None] * len(self._people)
        return look(self._entries, self._one_way, days.number(self.ends[month]), last, self._config)
