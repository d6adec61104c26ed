"""One person: what the moments say, charts, what is waited for, the moments, the reflections about them."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from connect_desktop.domain import Circle, Moment, Person, Reflection
from connect_desktop.i18n import month_name, tr
from connect_desktop.report import blocks
from connect_desktop.report.bonds import Bonds
from connect_desktop.report.dates import span
from connect_desktop.report.document import Document
from connect_desktop.report.draft import ChartsOf, Draft, Stop
from connect_desktop.report.hopes import Waited, add_hopes
from connect_desktop.report.moments import add_entries, add_table
from connect_desktop.report.options import Options
from connect_desktop.report.readings import add_bond, add_reading, with_person
from connect_desktop.report.reflections import add_reflections, in_time
from connect_desktop.report.wording import joined, tie_words


def person(
    subject: Person,
    people: Iterable[Person],
    *,
    moments: Iterable[Moment],
    reflections: Iterable[Reflection],
    options: Options,
    today: date,
    bonds: Bonds | None = None,
    charts: ChartsOf | None = None,
    circles: Iterable[Circle] = (),
    prompts: Mapping[str, str] | None = None,
    hopes: Iterable[Waited] = (),
    shown: Collection[Moment] | None = None,
    day_ends: int = 240,
    stop: Stop | None = None,
) -> Document:
    """Return all that is given about `subject`; `people` are those whose names must be hidden in texts.

    `shown` are the moments that are told one by one, all where None; the counts are of all `moments`.
    """
    draft = Draft(
        people, options, circles=circles, prompts=prompts, charts=charts, day_ends=day_ends, stop=stop
    )
    name = draft.cast.label(subject.id)
    found = with_person(moments, subject)
    about = in_time(one for one in reflections if subject.id in one.people)
    add_bond(draft, subject, bonds, headed=True)
    add_reading(draft, subject, found, bonds)
    draft.add_charts(subject)
    add_hopes(draft, subject, hopes)
    listed = found if shown is None else with_person(shown, subject)
    if listed and (options.moments or options.notes):
        draft.add(blocks.heading(tr("Moments"), 1))
        add = add_entries if options.notes else add_table
        add(draft, listed, subject.id)
    add_reflections(draft, about)
    if draft.is_empty():
        draft.add(blocks.remark(tr("With {name} nothing is logged.", name=name)))
    return draft.document(name, _below(draft, subject, found), today)


def _below(draft: Draft, subject: Person, found: list[Moment]) -> str:
    """Return the line below the name: ties, since when, the days it is about."""
    since = subject.since
    return joined(
        [
            tie_words(subject.ties),
            tr("since {month} {year}", month=month_name(since.month), year=since.year) if since else "",
            span(draft.day(found[0]), draft.day(found[-1])) if found else "",
        ]
    )
