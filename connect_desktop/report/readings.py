"""What the moments with someone say, as sentences of counts."""

from collections.abc import Iterable

from connect_desktop.domain import Moment, Person
from connect_desktop.report import blocks
from connect_desktop.report.counts import counted, sentences
from connect_desktop.report.draft import Draft


def add_reading(draft: Draft, person: Person, moments: Iterable[Moment]) -> None:
    """Add what the moments with one person say, a sentence a line, where readings are wanted."""
    if said := _said(draft, person, moments):
        draft.add(blocks.facts(said))


def add_note(draft: Draft, person: Person, moments: Iterable[Moment]) -> None:
    """Add the same as one quiet paragraph."""
    if said := _said(draft, person, moments):
        draft.add(blocks.note(said))


def _said(draft: Draft, person: Person, moments: Iterable[Moment]) -> list[str]:
    found = with_person(moments, person)
    if not (draft.options.readings and found):
        return []
    counts = counted(one for moment in found for one in moment.impressions if one.person == person.id)
    days = [draft.day(moment) for moment in found]
    return list(sentences(counts, min(days), max(days), draft.cast.label(person.id)))


def with_person(moments: Iterable[Moment], person: Person) -> list[Moment]:
    """Return the moments with one person, oldest first."""
    found = [one for one in moments if any(part.person == person.id for part in one.impressions)]
    return sorted(found, key=lambda one: (one.at, one.interaction.id))
