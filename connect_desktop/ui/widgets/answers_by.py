"""Whose answers are whose: one set for everybody in a moment, or one for each."""

from collections.abc import Mapping, Sequence
from typing import Any

ALIKE = ""
"""the key of what was felt with all"""
Fields = dict[str, Any]
"""fields of an impression"""


class AnswersBy:
    """Answers by the key of each person, and which of them are shown now."""

    def __init__(self) -> None:
        self.people: list[tuple[str, str]] = []
        """pairs of a lasting key and a name"""
        self.apart = False
        self.shown = ALIKE
        self.fields: dict[str, Fields] = {}
        self._joined: Fields | None = None

    def set_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Ask about these; who is left alone keeps the answers that were theirs."""
        self.people = list(people)
        keys = [key for key, _ in people]
        if self.apart and len(keys) < 2:
            self.fields[ALIKE] = self.fields.get(keys[0], {}) if keys else {}
            self.apart, self.shown = False, ALIKE
        elif self.apart and self.shown not in keys:
            self.shown = keys[0]

    def part(self) -> None:
        """Give each their own answers: those for all, or theirs from before where nothing changed."""
        now = self.fields.get(ALIKE, {})
        if now != self._joined:
            self.fields |= {key: dict(now) for key, _ in self.people}
        self.apart, self.shown = True, self.people[0][0]

    def join(self) -> None:
        """Take the answers that are shown for everybody; a note about one person stays theirs."""
        self._joined = {**self.fields.get(self.shown, {}), "note": ""}
        self.fields[ALIKE] = dict(self._joined)
        self.apart, self.shown = False, ALIKE

    def fill(self, fields: Mapping[str, Mapping[str, Any]], *, apart: bool) -> None:
        """Hold these answers, by the key of each person; under ALIKE those for all."""
        self.fields = {key: dict(found) for key, found in fields.items()}
        self._joined = None
        self.apart = apart and len(self.people) > 1
        first = self.people[0][0] if self.people else ALIKE
        self.shown = first if self.apart else ALIKE
        if not self.apart:
            self.fields[ALIKE] = self.fields.get(ALIKE, self.fields.get(first, {}))

    def each(self) -> dict[str, Fields]:
        """Return the answers about each person."""
        return {key: dict(self.fields.get(key if self.apart else ALIKE, {})) for key, _ in self.people}

    def counted(self) -> list[Fields]:
        """Return the answers that count now, also where nobody is chosen yet."""
        keys = [key for key, _ in self.people] if self.apart else [ALIKE]
        return [self.fields.get(key, {}) for key in keys]

    def unfelt(self, needless: Sequence[str]) -> str | None:
        """Return the key of the first without a body answer, but for who reached out in a `needless` way."""
        missing = (
            key
            for key, fields in self.each().items()
            if fields.get("body") is None and fields.get("reach") not in needless
        )
        return next(missing, None)

    def name(self) -> str:
        """Return the name of the person the answers shown are about, empty where they are about several."""
        if len(self.people) == 1:
            return self.people[0][1]
        return dict(self.people).get(self.shown, "")
