"""For a therapist: one page of plain numbers, then the people, notes and reflections that were chosen."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from connect_desktop.domain import Circle, Moment, Person, Reflection
from connect_desktop.i18n import tr
from connect_desktop.report import blocks
from connect_desktop.report.bonds import Bonds
from connect_desktop.report.dates import span
from connect_desktop.report.document import Document
from connect_desktop.report.draft import ChartsOf, Draft, Stop
from connect_desktop.report.hopes import Waited, add_hopes
from connect_desktop.report.numbers import numbers
from connect_desktop.report.options import Options
from connect_desktop.report.period import add_counts, add_notes
from connect_desktop.report.readings import add_bond
from connect_desktop.report.reflections import add_reflections
from connect_desktop.report.stretch import Stretch, people_in, stretch

_MOST_CHANGES = 5
"""sentences about changes that the first page has room for"""


def therapist(
    people: Iterable[Person],
    *,
    start: date,
    end: date,
    moments: Iterable[Moment],
    reflections: Iterable[Reflection],
    options: Options,
    today: date,
    about: Collection[str] | None = None,
    last: date | None = None,
    bonds: Bonds | None = None,
    hopes: Mapping[str, Sequence[Waited]] | None = None,
    charts: ChartsOf | None = None,
    circles: Iterable[Circle] = (),
    prompts: Mapping[str, str] | None = None,
    chosen: Collection[str] | None = None,
    day_ends: int = 240,
    stop: Stop | None = None,
) -> Document:
    """Return the numbers of start…end, all `moments` and `reflections` counted, and what was chosen of them.

    `about` are the people and `chosen` the reflections that follow the numbers, all where None. Since `last`,
    the day of the last one, everything is counted apart too.
    """
    draft = Draft(
        people, options, circles=circles, prompts=prompts, charts=charts, day_ends=day_ends, stop=stop
    )
    whole = stretch(draft, start, end, moments, reflections)
    shown = [one for one in people_in(draft, whole.moments) if about is None or one.id in about]
    if whole.moments or whole.reflections:
        _add_numbers(draft, whole, last)
    else:
        draft.add(blocks.remark(tr("Nothing was logged or written in these days.")))
    _add_changes(draft, shown, bonds, last or start)
    wanted = [one for one in whole.reflections if chosen is None or one.id in chosen]
    if shown or wanted:
        draft.add(blocks.turn(), blocks.contents())
    _add_people(draft, shown, whole.moments, bonds, hopes or {})
    add_notes(draft, whole.moments, {one.id for one in shown})
    add_reflections(draft, wanted)
    return draft.document(tr("For my therapist"), span(start, end), today)


def _add_numbers(draft: Draft, whole: Stretch, last: date | None) -> None:
    stretches = [whole]
    if last is not None and whole.start < last <= whole.end:
        parts = ((whole.start, last - timedelta(days=1)), (last, whole.end))
        stretches = [*(stretch(draft, *days, whole.moments, whole.reflections) for days in parts), whole]
    draft.add(
        blocks.remark(
            tr(
                "Self-reported, not a clinical measurement. “You” is the person who kept these notes. What "
                "was left open is not counted; a moment with two people has answers for each of them."
            )
        ),
        blocks.heading(tr("In numbers"), 1),
        numbers(draft, stretches),
    )


def _add_changes(draft: Draft, shown: list[Person], bonds: Bonds | None, since: date) -> None:
    """Add what has clearly changed since a day, with whom, as far as the page has room."""
    if bonds is None or not draft.options.readings:
        return
    said = []
    for person in shown:
        name = draft.cast.label(person.id)
        found = bonds.of(person.id, name)
        if found.since is not None and found.since >= since:
            said.append(tr("{name}: {felt}", name=name, felt=found.changed))
    if said:
        more = [tr("More of what has changed is told with each person.")] if len(said) > _MOST_CHANGES else []
        draft.add(blocks.heading(tr("What has changed"), 1), blocks.facts([*said[:_MOST_CHANGES], *more]))


def _add_people(
    draft: Draft,
    shown: list[Person],
    lived: Sequence[Moment],
    bonds: Bonds | None,
    hopes: Mapping[str, Sequence[Waited]],
) -> None:
    if not shown:
        return
    draft.add(blocks.heading(tr("People"), 1))
    add_counts(draft, shown, lived)
    for person in shown:
        _add_person(draft, person, bonds, hopes.get(person.id, ()))


def _add_person(draft: Draft, person: Person, bonds: Bonds | None, waited: Sequence[Waited]) -> None:
    """Add what is said of someone, their charts and hopes below their name; nothing where there is none."""
    with draft.below(blocks.name(draft.cast.label(person.id))):
        with draft.together():
            add_bond(draft, person, bonds, headed=False)
            draft.add_charts(person)
        add_hopes(draft, person, waited, inside=True)
