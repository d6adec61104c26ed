"""Reflections, by day, by person and by circle, and how they were before."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from connect_desktop.domain import Edit, OwnPrompt, Record, Reflection, Version
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

    def answered(self, since: date) -> list[tuple[date, str]]:
        """Return the days from `since` on with the prompts answered then, the oldest first."""
        rows = self._database.rows(
            'SELECT "on", prompt FROM reflection WHERE "on" >= ? AND prompt IS NOT NULL ORDER BY "on", id',
            (since.isoformat(),),
        )
        return [(date.fromisoformat(on), str(prompt)) for on, prompt in rows]


class Versions(Shelf[Version]):
    """Reads how reflections were before, the oldest first."""

    def of(self, reflection_id: str) -> list[Version]:
        """Return the earlier versions of one reflection."""
        return self.where("t.reflection = ?", (reflection_id,))

    def of_each(self, reflection_ids: Sequence[str]) -> list[Version]:
        """Return the earlier versions of several reflections."""
        return self.where("t.reflection IN (SELECT value FROM json_each(?))", (json.dumps(reflection_ids),))


class OwnPrompts(Shelf[OwnPrompt]):
    """Reads the user's own prompts, by their text."""

    def offered(self) -> list[OwnPrompt]:
        """Return those that are on the list."""
        return self.where("t.offered")

    def taking_off(self, prompt: OwnPrompt) -> Edit[Record]:
        """Return the edit that takes one off the list: it stays where a reflection answers it."""
        used = self._database.row("SELECT 1 FROM reflection WHERE prompt = ? LIMIT 1", (prompt.id,))
        return Edit(prompt, replace(prompt, offered=False) if used else None)
