"""`init` and `demo`: a store where there was none, and a life to look around in."""

import argparse
from typing import Any

from connect_desktop.cli import opening, terminal
from connect_desktop.cli.counting import counted
from connect_desktop.cli.terminal import Refused
from connect_desktop.domain import now
from connect_desktop.domain.errors import VaultExists
from connect_desktop.i18n import day_of, tr
from connect_desktop.interchange.contents import is_empty
from connect_desktop.store import vault


def add_to(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    """Add the commands to the parser."""
    init = commands.add_parser("init", parents=[everywhere], help=tr("make a new store"))
    init.add_argument(
        "--no-passphrase",
        action="store_true",
        help=tr("leave it unprotected: whoever can read the folder can read everything"),
    )
    init.set_defaults(run=_init, wrong=init.error)
    demo = commands.add_parser(
        "demo", parents=[everywhere], help=tr("fill an empty store with two years of made-up life")
    )
    demo.set_defaults(run=_demo)


def _init(arguments: argparse.Namespace) -> None:
    if arguments.no_passphrase and hasattr(arguments, "passphrase_file"):
        arguments.wrong(tr("--no-passphrase and --passphrase-file: one of the two, please"))
    folder = opening.places(arguments).vault
    if vault.state(folder) is not vault.State.MISSING:
        raise VaultExists(tr("There is a store in {folder} already. It was left as it is.", folder=folder))
    if arguments.no_passphrase:
        vault.create(folder, None, None)
        terminal.say(tr("A new store is in {folder}. It is not protected.", folder=folder))
        return
    passphrase, code = opening.new_passphrase(arguments), vault.new_recovery_code()
    vault.create(folder, passphrase, code)
    terminal.say(tr("A new store is in {folder}. It opens with your passphrase.", folder=folder))
    terminal.say(tr("Should you forget it, only this recovery code opens the store. It is shown this once:"))
    terminal.say(f"\n    {code}\n")
    terminal.say(tr("Write it down and keep it away from this computer."))


def _demo(arguments: argparse.Namespace) -> None:
    from connect_desktop.interchange import sample  # noqa: PLC0415 - start-up: only for this command

    with opening.opened(arguments) as store:
        if not is_empty(store):
            raise Refused(
                tr("There is something in this store already, and made-up people would mix with it. "
                   "Nothing was changed; use an empty store.")
            )  # fmt: skip
        edits = sample.life(day_of(now(), opening.chosen(arguments).day_ends))
        store.apply(edits)
    terminal.say(tr("Made up: {what}.", what=counted(edit.record for edit in edits)))
