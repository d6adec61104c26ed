"""`import`: a connect.json into the store, told before it is done, and taken back by its id."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from connect_desktop import settings
from connect_desktop.cli import opening, terminal, who
from connect_desktop.cli.counting import counted
from connect_desktop.cli.terminal import Refused
from connect_desktop.domain import Person
from connect_desktop.domain.errors import FileRefused
from connect_desktop.i18n import tr, tr_n
from connect_desktop.interchange import batch, connect_json, merge
from connect_desktop.interchange.bundle import Bundle
from connect_desktop.interchange.merge import Differing, Plan
from connect_desktop.store import Store

_NEW = "new"


def add_to(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    found = commands.add_parser(
        "import", parents=[everywhere], help=tr("bring a file in, or take an import back")
    )
    what = found.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", type=Path, metavar=tr("FILE"), help=tr("a connect.json"))
    what.add_argument("--undo", metavar=tr("BATCH"), help=tr("the id of an import to take back"))
    found.add_argument(
        "--as", dest="source", choices=("connect",), help=tr("what the file is; else it is found out")
    )
    found.add_argument("--dry-run", action="store_true", help=tr("only say what would be done"))
    found.add_argument(
        "--map", action="append", default=[], metavar=tr("NAME=NAME"), type=_pair,
        help=tr("who of the file is who here, or “new” for someone new of the same name"),
    )  # fmt: skip
    found.add_argument(
        "--differing", choices=[*map(str, Differing)],
        help=tr("what becomes of records that are here with other contents"),
    )  # fmt: skip
    found.add_argument(
        "--with-later",
        action="store_true",
        help=tr("with --undo: also what was changed or added to it since"),
    )
    found.set_defaults(run=_run)


def _pair(text: str) -> tuple[str, str]:
    name, equals, other = text.partition("=")
    if not (equals and name.strip() and other.strip()):
        raise argparse.ArgumentTypeError(tr("“{text}” is not NAME=NAME", text=text))
    return name.strip(), other.strip()


def _run(arguments: argparse.Namespace) -> None:
    if arguments.undo is None:
        _import(arguments)
    else:
        _undo(arguments)


def _import(arguments: argparse.Namespace) -> None:
    opening.refuse_in_use(arguments)
    bundle = connect_json.read(arguments.file)
    differing = None if arguments.differing is None else Differing(arguments.differing)
    with opening.opened(arguments) as store:
        planned = merge.plan(store, bundle, _who(store, bundle, arguments.map))
        if arguments.dry_run:
            _tell(planned, differing)
        _check_decided(planned, differing)
        if arguments.dry_run:
            return
        if planned.new or planned.differing:
            opening.back_up(store)
        taken = merge.bring_in(store, planned, differing, opening.chosen(arguments).day_ends)
    _set_day_ends(arguments, planned.day_ends)
    if taken is None:
        terminal.say(tr("Nothing in it is new; nothing was changed."))
        return
    terminal.say(tr("Brought in: {what}.", what=counted(planned.new)))
    if planned.differing:
        _tell_differing(planned, differing)
    terminal.say(tr("To take it back: connect-desktop import --undo {batch}", batch=taken))


def _who(store: Store, bundle: Bundle, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return whose id in the file is whose here; the same id for someone new."""
    found: dict[str, str] = {}
    here = store.people.all()
    for name, other in pairs:
        theirs = who.meant(bundle.of(Person), name).id
        found[theirs] = theirs if other == _NEW else who.meant(here, other).id
    return found


def _check_decided(planned: Plan, differing: Differing | None) -> None:
    try:
        merge.check_decided(planned, differing)
    except FileRefused as undecided:
        hint = tr("Choose with --differing keep or --differing replace.")
        if planned.namesakes:
            name, here = (person.name for person in planned.namesakes[0])
            hint = tr("Choose with --map “{name}={here}” or, for someone else, --map “{name}=new”.",
                      name=name, here=here)  # fmt: skip
        raise Refused(tr("{why} {hint} Nothing was brought in.", why=undecided, hint=hint)) from None


def _tell(planned: Plan, differing: Differing | None) -> None:
    terminal.say(tr("New: {what}.", what=counted(planned.new)))
    if planned.same:
        terminal.say(
            tr_n(
                "{n} record is here already, just so.", "{n} records are here already, just so.", planned.same
            )
        )
    if planned.differing:
        _tell_differing(planned, differing)
    for theirs, here in planned.namesakes:
        terminal.say(
            tr("{name} of the file has the name of {here}, who is here.", name=theirs.name, here=here.name)
        )


def _tell_differing(planned: Plan, differing: Differing | None) -> None:
    what = counted(here for here, _ in planned.differing)
    if differing is Differing.REPLACE:
        terminal.say(tr("Replaced by those of the file: {what}.", what=what))
    elif differing is Differing.KEEP:
        terminal.say(tr("Kept as they are here: {what}.", what=what))
    else:
        terminal.say(tr("Here with other contents: {what}.", what=what))


def _undo(arguments: argparse.Namespace) -> None:
    with opening.opened(arguments) as store:
        planned = batch.taking_back(store, arguments.undo)
        if arguments.dry_run:
            terminal.say(tr("To be taken back: {what}.", what=_taken(planned)))
            if planned.later:
                terminal.say(tr("Changed or added since: {what}.", what=counted(planned.later)))
            return
        if planned.later and not arguments.with_later:
            raise Refused(
                tr("Something was changed since this import, or added to what came with it: {what}. "
                   "Nothing was taken back. With --with-later, that goes too.", what=counted(planned.later))
            )  # fmt: skip
        opening.back_up(store)
        batch.take_back(store, planned, with_later=arguments.with_later)
    _set_day_ends(arguments, planned.day_ends)
    terminal.say(tr("Taken back: {what}.", what=_taken(planned)))


def _taken(planned: batch.TakingBack) -> str:
    return counted(edit.record for edit in planned.edits)


def _set_day_ends(arguments: argparse.Namespace, day_ends: int | None) -> None:
    """Keep the setting that came with a whole life; the life is safe even if the setting is not."""
    if day_ends is None:
        return
    path = opening.places(arguments).settings
    try:
        settings.save(opening.chosen(arguments).changed(day_ends=day_ends), path)
    except OSError as error:
        terminal.note(tr("The setting of when your day ends could not be kept: {why}.", why=error.strerror))
