"""Reflections, by day, by person and by circle."""

from datetime import date

from connect_desktop.domain import Reflection
from connect_desktop.store.shelf import Shelf


class Reflections(Shelf[Reflection]):
    """Reads reflections, the oldest first."""

    def between(self, start: date, end: date) -> list[Reflection]:
        """Return the reflections on the days `start` to `end`, both included."""
        return self.where('t."on" BETWEEN ? AND ?', (start.isoformat(), end.isoformat()))

    def of(self, person_id: str) -> list[Reflection]:
        """Return the reflections that name a person."""
        return self.where("t.id IN (SELECT reflection FROM reflection_person WHERE person = ?)", (person_id,))

    def in_circle(self, circle_id: str) -> list[Reflection]:
        """Return the reflections that are linked with a circle."""
        return self.where("t.id IN (SELECT reflection FROM reflection_circle WHERE circle = ?)", (circle_id,))
