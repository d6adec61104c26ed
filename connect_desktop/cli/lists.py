"""`people` and `interactions`: what is in the store, as a table or as JSON."""

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from connect_desktop.cli import opening, terminal, who
from connect_desktop.cli.table import table
from connect_desktop.domain import Moment, Status
from connect_desktop.domain.labels import BETWEEN
from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr
from connect_desktop.interchange import codec
from connect_desktop.interchange.wording import spelled
from connect_desktop.store import PersonRow


def add_to(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    """Add the commands to the parser."""
    people = commands.add_parser("people", parents=[everywhere], help=tr("list the people"))
    people.set_defaults(run=_people)
    interactions = commands.add_parser(
        "interactions", parents=[everywhere], help=tr("list the moments, the newest first")
    )
    interactions.add_argument("--person", metavar=tr("NAME"), help=tr("only those with one person"))
    interactions.set_defaults(run=_interactions)
    for command in (people, interactions):
        command.add_argument(
            "--json", action="store_true", help=tr("as a JSON list, keys as in connect.json")
        )


def as_json(moment: Moment) -> dict[str, Any]:
    """Return a moment as one JSON object: the interaction with its impressions in it."""
    impressions = [codec.encode(found) for found in moment.impressions]
    return {**codec.encode(moment.interaction), "impressions": impressions}


def _people(arguments: argparse.Namespace) -> None:
    with opening.opened(arguments) as store:
        rows = store.people.rows()
    if arguments.json:
        terminal.say_json(codec.encode(row.person) for row in rows)
        return
    if not rows:
        terminal.say(tr("There is nobody here yet."))
        return
    head = (tr("Name"), tr("Moments"), tr("Last"), tr("You first"), tr("They first"), tr("Ties"))
    terminal.say(table(head, map(_person, rows)))


def _person(row: PersonRow) -> tuple[str, ...]:
    last = f"{row.last:%Y-%m-%d}" if row.last else ""
    about = [*row.person.ties, *([] if row.person.status is Status.ACTIVE else [row.person.status])]
    return row.person.name, str(row.moments), last, str(row.me), str(row.them), spelled(about)


def _interactions(arguments: argparse.Namespace) -> None:
    with opening.opened(arguments) as store:
        people = store.people.all()
        if arguments.person is None:
            moments = store.moments.recent(store.interactions.count())
        else:
            moments = store.moments.of(who.meant(people, arguments.person).id)
    if arguments.json:
        terminal.say_json(map(as_json, moments))
        return
    if not moments:
        terminal.say(tr("There are no moments here yet."))
        return
    names = {person.id: person.name for person in people}
    head = (tr("When"), tr("Who"), tr("Body"), tr("Reach"), tr("Met"), tr("Note"))
    terminal.say(table(head, (row for moment in moments for row in _rows(moment, names))))


def _rows(moment: Moment, names: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield one row a person; when it was and its note stand in the first."""
    when, note = f"{moment.at:%Y-%m-%d %H:%M}", moment.interaction.note
    for found in sorted(moment.impressions, key=lambda one: (fold(names[one.person]), one.id)):
        body = "" if found.body is None else f"{found.body:+d}" if found.body else "0"
        met = "" if found.met is None else str(found.met)
        own = BETWEEN.join(text for text in (note, found.note) if text)
        yield when, names[found.person], body, spelled([found.reach] if found.reach else []), met, own
        when = note = ""
    if when:
        yield when, "", "", "", "", note
