"""What the moments with someone say: as their page says it, and as sentences of counts."""

from collections.abc import Collection, Iterable

from connect_desktop.domain import Moment, Person, Status
from connect_desktop.i18n import plain_date, tr
from connect_desktop.report import blocks
from connect_desktop.report.bonds import Bonds
from connect_desktop.report.counts import counted, sentences
from connect_desktop.report.draft import Draft
from connect_desktop.report.moments import oldest_first


def add_bond(draft: Draft, person: Person, bonds: Bonds | None, *, headed: bool) -> None:
    """Add what a person's page says of them, where readings are wanted; `headed`: with how it was read."""
    if bonds is None or not draft.options.readings or not bonds.moments(person.id):
        return
    found = bonds.of(person.id, draft.cast.label(person.id))
    draft.add(blocks.lead(found.said))
    if said := list(filter(None, [found.changed, found.counts, found.doubt])):
        draft.add(blocks.facts(said))
    if headed:
        draft.add(blocks.remark(_how(bonds)))


def _how(bonds: Bonds) -> str:
    return tr(
        "Read from everything you logged up to {day}; what is recent counts for more. "
        "It is about what you logged, and no verdict on anyone.",
        day=plain_date(bonds.on),
    )


def add_reading(
    draft: Draft, person: Person, moments: Collection[Moment], bonds: Bonds | None = None
) -> None:
    """Add what these moments with one person say, a sentence a line, where readings are wanted.

    After what `bonds` has told, in one paragraph; of the same moments only from when to when they were.
    """
    said = _said(draft, person, moments)
    if said and bonds is not None:
        told = bonds.moments(person.id) == len(moments)
        said = said[:1] if told else [" ".join(said)]
    if said:
        draft.add(blocks.facts(said))


def add_note(draft: Draft, person: Person, moments: Iterable[Moment]) -> None:
    """Add the same as one quiet paragraph, which names them."""
    if said := _said(draft, person, moments, named=True):
        draft.add(blocks.note(said))


def _said(draft: Draft, person: Person, moments: Iterable[Moment], *, named: bool = False) -> list[str]:
    found = with_person(moments, person)
    if not (draft.options.readings and found):
        return []
    counts = counted(one for moment in found for one in moment.impressions if one.person == person.id)
    days = [draft.day(moment) for moment in found]
    name, lived = draft.cast.label(person.id), person.status is Status.ACTIVE
    return list(sentences(counts, min(days), max(days), name, named=named, lived=lived))


def with_person(moments: Iterable[Moment], person: Person) -> list[Moment]:
    """Return the moments with one person, oldest first."""
    return oldest_first(one for one in moments if any(part.person == person.id for part in one.impressions))
