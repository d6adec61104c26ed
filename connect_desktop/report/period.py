"""A look back over some days: everyone in them by name, never ranked, and what was written."""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from datetime import date

from connect_desktop.domain import Circle, Moment, Person, Reflection
from connect_desktop.i18n import tr, tr_n
from connect_desktop.report import blocks
from connect_desktop.report.counts import Counts, counted
from connect_desktop.report.dates import span
from connect_desktop.report.document import Document
from connect_desktop.report.draft import ChartsOf, Draft, Stop
from connect_desktop.report.moments import add_entries
from connect_desktop.report.options import Options
from connect_desktop.report.reflections import add_reflections
from connect_desktop.report.stretch import Stretch, people_in, stretch


def period(
    people: Iterable[Person],
    *,
    start: date,
    end: date,
    moments: Iterable[Moment],
    reflections: Iterable[Reflection],
    options: Options,
    today: date,
    about: Collection[str] | None = None,
    charts: ChartsOf | None = None,
    circles: Iterable[Circle] = (),
    prompts: Mapping[str, str] | None = None,
    day_ends: int = 240,
    stop: Stop | None = None,
) -> Document:
    """Return what was lived and written in start…end; of people only those in `about`, where given."""
    draft = Draft(
        people, options, circles=circles, prompts=prompts, charts=charts, day_ends=day_ends, stop=stop
    )
    found = stretch(draft, start, end, moments, reflections)
    met = people_in(draft, found.moments)
    shown = [one for one in met if about is None or one.id in about]
    if found.moments or found.reflections:
        draft.add(blocks.facts([_whole(found, met)]))
    else:
        draft.add(blocks.remark(tr("Nothing was logged or written in these days.")))
    _add_people(draft, shown, found.moments)
    add_notes(draft, found.moments, {one.id for one in shown})
    add_reflections(draft, found.reflections)
    return draft.document(tr("A look back"), span(start, end), today)


def _whole(found: Stretch, met: Sequence[Person]) -> str:
    parts = [
        tr_n("{n} moment", "{n} moments", len(found.moments)),
        tr_n("{n} person", "{n} people", len(met)),
        tr_n("{n} reflection", "{n} reflections", len(found.reflections)),
    ]
    return tr("In these days: {what}.", what=", ".join(parts))


def _add_people(draft: Draft, met: Sequence[Person], lived: Sequence[Moment]) -> None:
    """Add counts and charts of everyone, by name."""
    options = draft.options
    if not met or not (options.readings or options.charts):
        return
    draft.add(blocks.heading(tr("People"), 1))
    add_counts(draft, met, lived)
    for person in met:
        with draft.below(blocks.name(draft.cast.label(person.id))):
            draft.add_charts(person)


def add_counts(draft: Draft, people: Sequence[Person], lived: Sequence[Moment]) -> None:
    """Add a table with a row for each person, where readings are wanted."""
    if draft.options.readings:
        draft.add(blocks.table(_head(), [_row(draft, one, lived) for one in people], numbers=True))


def _head() -> list[str]:
    return [tr("Name"), tr("Moments"), tr("You reached"), tr("They reached"), tr("You felt met"),
            tr("Easier"), tr("Neither"), tr("Tighter")]  # fmt: skip


def _row(draft: Draft, person: Person, lived: Sequence[Moment]) -> list[str]:
    found = counted(one for moment in lived for one in moment.impressions if one.person == person.id)
    return [draft.cast.label(person.id), *_figures(found)]


def _figures(found: Counts) -> list[str]:
    met = tr("{met} of {n}", met=found.met, n=found.met_of) if found.met_of else "–"
    body = (found.easier, found.neither, found.tighter)
    return [
        str(found.moments),
        str(found.mine),
        str(found.theirs),
        met,
        *(str(count) if found.body_of else "–" for count in body),
    ]


def add_notes(draft: Draft, lived: Sequence[Moment], about: Container[str]) -> None:
    """Add the moments with people in `about` that have a note, where notes are wanted."""
    noted = [
        one
        for one in lived
        if any(part.person in about for part in one.impressions)
        and (one.interaction.note or any(part.note for part in one.impressions))
    ]
    if draft.options.notes and noted:
        draft.add(blocks.heading(tr("Notes of the moments"), 1))
        add_entries(draft, noted, among=about)
