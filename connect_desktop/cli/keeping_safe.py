"""`backup`, `restore`, `check` and `rekey`: the store kept safe."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from connect_desktop.cli import opening, terminal
from connect_desktop.cli.terminal import Refused
from connect_desktop.domain import now, outfile
from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import clock, long_date, tr, tr_n
from connect_desktop.store import backup_file, backups, exchange, keeping, keys, repair, vault
from connect_desktop.store.health import Holdings


def add_to(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    """Add the commands to the parser."""
    backup = commands.add_parser(
        "backup", parents=[everywhere], help=tr("keep a copy of everything, checked")
    )
    backup.add_argument(
        "--to", type=Path, metavar=tr("FILE"), help=tr("a file or folder; else among the store’s own backups")
    )
    backup.set_defaults(run=_backup)
    restore = commands.add_parser(
        "restore", parents=[everywhere], help=tr("put a backup in the place of the store"),
        description=tr("Puts a backup in the place of the store. It opens with the passphrase it was made "
                       "with. The store there is now is kept aside."),
    )  # fmt: skip
    restore.add_argument(
        "file", type=Path, metavar=tr("FILE"), nargs="?",
        help=tr("the backup; with --salvage it can be left out for the newest one beside the store"),
    )  # fmt: skip
    restore.add_argument(
        "--salvage",
        action="store_true",
        help=tr("add all that can still be read of the damaged store"),
    )
    restore.add_argument("--dry-run", action="store_true", help=tr("only say what is in it"))
    restore.set_defaults(run=_restore)
    check = commands.add_parser(
        "check", parents=[everywhere], help=tr("see that store and backups are whole")
    )
    check.set_defaults(run=_check)
    rekey = commands.add_parser(
        "rekey", parents=[everywhere], help=tr("change the passphrase"),
        description=tr("Writes everything anew under a new key, with a new passphrase and recovery code. "
                       "Copies made before still open with the old passphrase."),
    )  # fmt: skip
    rekey.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar=tr("FILE"),
        help=tr("a file whose first line is the new passphrase; - reads it from standard input"),
    )
    rekey.set_defaults(run=_rekey)


def _backup(arguments: argparse.Namespace) -> None:
    own, at = opening.places(arguments).vault / backups.FOLDER, now()
    target = _target(arguments.to, backups.named(at)) if arguments.to else None
    with opening.opened(arguments) as store:
        if target:
            held = store.snapshot().keep(target)
        else:
            made = keeping.back_up(store, at)
            held, target = made.held, own / backups.named(made.at)
    terminal.say(tr("Backed up and checked: {what}.", what=_told(held)))
    terminal.say(str(target))


def _target(asked: Path, name: str) -> Path:
    target = asked / name if asked.is_dir() else asked
    outfile.check_target(target)
    return target


def _salvage(arguments: argparse.Namespace) -> None:
    """Repair: the backup that was named, or the newest of the store's own, and what can still be read."""
    folder = opening.places(arguments).vault
    path: Path | None = arguments.file
    slots = keys.decoded(backup_file.keys_of(path)) if path else keys.read(folder)
    if arguments.dry_run:
        raise Refused(tr("What --salvage finds is known only once it is done; leave out --dry-run."))
    found = repair.repair(folder, opening.key_in(slots, arguments), now(), path)
    if found.backup:
        terminal.say(tr("It began with the backup of {when}.", when=_moment(found.backup)))
    terminal.say(tr("Of the damaged store came back: {moments}, {people}. {damaged} of its {pages} pages "
                    "could not be read.", moments=tr_n("{n} moment", "{n} moments", found.moments),
                    people=tr_n("{n} person", "{n} people", found.people), damaged=found.damaged,
                    pages=found.pages))  # fmt: skip
    terminal.say(tr("There is now: {what}.", what=_told(found.holdings)))
    if found.aside:
        terminal.say(tr("The damaged store is kept in {folder}.", folder=found.aside))


def _restore(arguments: argparse.Namespace) -> None:
    if arguments.salvage:
        _salvage(arguments)
        return
    if arguments.file is None:
        raise Refused(tr("Name the backup to restore, or use --salvage."))
    folder = opening.places(arguments).vault
    backup_file.keys_of(arguments.file)  # refused before anyone is asked for a passphrase
    with vault.alone(folder):
        arrival = exchange.from_backup(
            arguments.file, folder, lambda slots: opening.key_in(slots, arguments).raw.hex()
        )
        terminal.say(tr("In the backup: {what}.", what=_told(arrival.holdings)))
        if arguments.dry_run:
            exchange.clear(folder)
            terminal.say(tr("Nothing was changed."))
            return
        aside = vault.restore(folder, arrival, now())
    terminal.say(tr("It is in the place of the store now."))
    if aside:
        terminal.say(tr("The store there was before is kept in {folder}.", folder=aside))


def _check(arguments: argparse.Namespace) -> None:
    own = opening.places(arguments).vault / backups.FOLDER
    with opening.opened(arguments) as store:
        faults, held = store.faults(), store.holdings()
    if faults:
        raise Refused(
            tr("The store is damaged: {fault}. Keep it as it is, and restore a backup.", fault=faults[0])
        )
    terminal.say(tr("The store is whole: {what}.", what=_told(held)))
    found = backups.found(own)
    damaged = [one for one in found if not _is_whole(one.path)]
    terminal.say(tr_n("{n} backup, the last of {when}.", "{n} backups, the last of {when}.", len(found),
                      when=_when(found[0])) if found else tr("There is no backup yet."))  # fmt: skip
    if damaged:
        raise Refused(tr("Damaged: {names}. Remove them and make a new backup.",
                         names=", ".join(one.path.name for one in damaged)))  # fmt: skip


def _is_whole(backup: Path) -> bool:
    try:
        backup_file.keys_of(backup)
    except ConnectError:
        return False
    return True


def _rekey(arguments: argparse.Namespace) -> None:
    with opening.opened(arguments) as store:
        passphrase = opening.new_passphrase(arguments, "new_passphrase_file")
        code = vault.new_recovery_code()
        key, slots = vault.new_key(passphrase, code)
        keeping.back_up(store, now())
        store.change_keys(key, slots)
        keeping.back_up(store, now())
    terminal.say(tr("The store opens with the new passphrase now. Copies made before open with the old one."))
    terminal.say(tr("The recovery code is new, too. It is shown this once:"))
    terminal.say(f"\n    {code}\n")
    terminal.say(tr("Write it down and keep it away from this computer."))


def _told(held: Holdings) -> str:
    parts = [
        tr_n("{n} person", "{n} people", held.people),
        tr_n("{n} moment", "{n} moments", held.moments),
        tr_n("{n} reflection", "{n} reflections", held.reflections),
    ]
    if held.first and held.last:
        parts.append(tr("from {first} to {last}", first=long_date(held.first.date()),
                        last=long_date(held.last.date())))  # fmt: skip
    return ", ".join(parts)


def _when(backup: backups.Backup) -> str:
    return _moment(backup.made.replace(tzinfo=UTC))


def _moment(at: datetime) -> str:
    made = at.astimezone()
    return f"{long_date(made.date())}, {clock(made)}"
