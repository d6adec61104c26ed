"""Reflections in a document, each below its own heading."""

from collections.abc import Iterable

from connect_desktop.domain import Reflection
from connect_desktop.i18n import brief_date, long_date, tr
from connect_desktop.report import blocks
from connect_desktop.report.draft import Draft
from connect_desktop.report.markdown import parsed
from connect_desktop.report.wording import joined


def in_time(reflections: Iterable[Reflection]) -> list[Reflection]:
    """Return reflections oldest first, the one order in which they are read."""
    return sorted(reflections, key=lambda one: (one.on, one.created, one.id))


def add_reflections(draft: Draft, reflections: Iterable[Reflection]) -> None:
    """Add reflections below a heading for all of them, where there are any."""
    with draft.below(blocks.heading(tr("Reflections"), 1)):
        for reflection in reflections:
            add_reflection(draft, reflection, 2)


def add_reflection(draft: Draft, reflection: Reflection, level: int) -> None:
    """Add a reflection below a heading of `level`: its title, its day and people, its prompt, its text."""
    draft.go_on()
    title = draft.cast.hide(reflection.title)
    day = long_date(reflection.on)
    draft.add(
        blocks.room(),
        blocks.heading(title or day, level, mark=brief_date(reflection.on) if title else ""),
    )
    if said := joined([day if title else "", *_linked(draft, reflection)]):
        draft.add(blocks.caption(said))
    if draft.options.prompts and (prompt := draft.prompts.get(reflection.prompt or "")):
        draft.add(blocks.aside(draft.cast.hide(prompt)))
    draft.add(*draft.hidden(parsed(reflection.text, level)))


def _linked(draft: Draft, reflection: Reflection) -> list[str]:
    """Return the people and circles a reflection is linked with."""
    circles = sorted(draft.circles[one].name for one in reflection.circles if one in draft.circles)
    people = [draft.cast.label(person.id) for person in draft.cast.known(reflection.people)]
    return [*people, *map(draft.cast.hide, circles)]
