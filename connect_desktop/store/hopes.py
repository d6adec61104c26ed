"""Hopes, by person and by day, and what moments said about them."""

from collections import defaultdict
from datetime import date

from connect_desktop.domain import Direction, Evidence, Hope, Sign
from connect_desktop.store.shelf import Shelf

_OPEN = "t.state = 'waiting' AND t.person IN (SELECT id FROM person WHERE status = 'active')"

# CROSS JOIN keeps SQLite to the order of the tables: there is far less evidence than there are impressions.
_SIGNS = """
SELECT e.hope, p.interaction, p.wall, p.body, e.direction
FROM evidence AS e CROSS JOIN impression AS p ON p.id = e.impression
{where} ORDER BY p.at_utc, p.interaction
"""
_WAYS = {way.value: way for way in Direction}
_OF_ONE = "WHERE e.hope IN (SELECT id FROM hope WHERE person = ?)"


class Hopes(Shelf[Hope]):
    """Reads hopes, the oldest first."""

    def of(self, person_id: str) -> list[Hope]:
        """Return the hopes for one person, whatever became of them."""
        return self.where("t.person = ?", (person_id,))

    def open(self) -> list[Hope]:
        """Return what is waited for from those with whom a bond is lived now."""
        return self.where(_OPEN)

    def due(self, today: date) -> list[Hope]:
        """Return the open hopes to be looked at again by `today`, those due first in front."""
        found = self.where(f"{_OPEN} AND t.look_again <= ?", (today.isoformat(),))
        return sorted(found, key=lambda hope: (hope.look_again, hope.since, hope.id))


class Signs(Shelf[Evidence]):
    """Reads what moments said about hopes."""

    def of_moment(self, interaction_id: str) -> list[Evidence]:
        """Return what one moment said, about any hope."""
        return self.where(
            "t.impression IN (SELECT id FROM impression WHERE interaction = ?)", (interaction_id,)
        )

    def by_hope(self, person_id: str | None = None) -> dict[str, tuple[Sign, ...]]:
        """Return the signs of each hope that has any, the oldest first; of one person's hopes where given."""
        where, values = ("", ()) if person_id is None else (_OF_ONE, (person_id,))
        found: dict[str, list[Sign]] = defaultdict(list)
        rows = self._database.rows(_SIGNS.format(where=where), values)
        for hope, interaction, wall, body, direction in rows:
            found[hope].append(Sign(interaction, wall, body, _WAYS[direction]))
        return {hope: tuple(signs) for hope, signs in found.items()}
