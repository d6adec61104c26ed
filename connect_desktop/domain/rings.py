"""How close people were, read from dated notes: on one day, through the months, and as a history."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from connect_desktop.domain.practice import Closeness

RINGS = (1, 2, 3, 4)
"""from the innermost outwards"""


def rings_on(notes: Iterable[Closeness], on: date) -> dict[str, Closeness]:
    """Return the note in force on a day, by person: the latest up to it; of one day's the last given."""
    found: dict[str, Closeness] = {}
    for note in notes:
        held = found.get(note.person)
        if note.on <= on and (held is None or note.on >= held.on):
            found[note.person] = note
    return found


def changes(notes: Iterable[Closeness], person: str) -> list[Closeness]:
    """Return one person's notes where the ring became another, oldest first."""
    found: list[Closeness] = []
    for note in sorted((one for one in notes if one.person == person), key=lambda one: one.on):
        if found and found[-1].on == note.on:
            found.pop()
        if not found or found[-1].ring != note.ring:
            found.append(note)
    return found


def month_ends(notes: Sequence[Closeness], today: date) -> list[date]:
    """Return the last day of each month from the first note's on, and at the end today."""
    first = min((note.on for note in notes), default=today)
    ends: list[date] = []
    month = first.replace(day=1)
    while (following := (month + timedelta(days=31)).replace(day=1)) <= today:
        ends.append(following - timedelta(days=1))
        month = following
    return [*ends, today]


def by_ring(held: Mapping[str, Closeness], people: Iterable[str]) -> dict[int, list[str]]:
    """Return who of `people` is on each ring, in the order given."""
    found: dict[int, list[str]] = {ring: [] for ring in RINGS}
    for person in people:
        if person in held:
            found[held[person].ring].append(person)
    return found
