"""The booklet: reflections of some days, in the order in which they were lived."""

from collections.abc import Iterable, Mapping
from datetime import date

from connect_desktop.domain import Circle, Moment, Person, Reflection
from connect_desktop.i18n import tr
from connect_desktop.report import blocks
from connect_desktop.report.dates import span
from connect_desktop.report.document import Document
from connect_desktop.report.draft import ChartsOf, Draft, Stop
from connect_desktop.report.options import Options
from connect_desktop.report.readings import add_note
from connect_desktop.report.reflections import add_reflection, in_time


def booklet(
    reflections: Iterable[Reflection],
    people: Iterable[Person],
    *,
    start: date,
    end: date,
    options: Options,
    today: date,
    moments: Iterable[Moment] = (),
    circles: Iterable[Circle] = (),
    prompts: Mapping[str, str] | None = None,
    charts: ChartsOf | None = None,
    day_ends: int = 240,
    stop: Stop | None = None,
) -> Document:
    """Return the reflections of start…end.

    The first one that is about one person alone is followed by what `charts` and `moments` have of them.
    """
    draft = Draft(
        people, options, circles=circles, prompts=prompts, charts=charts, day_ends=day_ends, stop=stop
    )
    moments = list(moments)
    shown: set[str] = set()
    found = in_time(one for one in reflections if start <= one.on <= end)
    for reflection in found:
        add_reflection(draft, reflection, 1)
        for person in draft.cast.known(reflection.people - shown) if len(reflection.people) == 1 else ():
            draft.add_charts(person, named=True)
            add_note(draft, person, moments)
            shown.add(person.id)
    if not found:
        draft.add(blocks.remark(tr("No reflections were written in these days.")))
    return draft.document(tr("Reflections"), span(start, end), today)
