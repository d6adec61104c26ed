"""Circles, and what the list of circles shows of each."""

from dataclasses import dataclass
from datetime import date, datetime

from connect_desktop.domain import Circle
from connect_desktop.store.columns import wall_of
from connect_desktop.store.shelf import NamedShelf

# The index by circle answers for each without reading the moments of the others.
_ROWS = """
SELECT t.id,
    (SELECT count(*) FROM interaction WHERE circle = t.id AND wall >= ?),
    (SELECT at FROM interaction WHERE circle = t.id ORDER BY at_utc DESC LIMIT 1)
FROM circle AS t
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleRow:
    """One circle with what its moments add up to."""

    circle: Circle
    lately: int
    """moments since the day asked for"""
    last: datetime | None


class Circles(NamedShelf[Circle]):
    """Reads circles."""

    def of(self, person_id: str) -> list[Circle]:
        """Return the circles somebody belongs to, by name."""
        return [circle for circle in self.all() if person_id in circle.members]

    def rows(self, since: date, day_ends: int) -> list[CircleRow]:
        """Return every circle by name, with its moments from the user's day `since` on.

        `day_ends` is the minutes after midnight at which the user's day ends.
        """
        found = {row[0]: row[1:] for row in self._database.rows(_ROWS, (wall_of(since, day_ends),))}
        return [_row(circle, *found[circle.id]) for circle in self.all()]


def _row(circle: Circle, lately: int, last: str | None) -> CircleRow:
    return CircleRow(circle=circle, lately=lately, last=datetime.fromisoformat(last) if last else None)
