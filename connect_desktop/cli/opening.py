"""The store of a command: found, unlocked, closed again."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from connect_desktop import paths, settings
from connect_desktop.cli.terminal import Refused
from connect_desktop.domain import now
from connect_desktop.domain.errors import NoVault
from connect_desktop.i18n import tr
from connect_desktop.paths import Places
from connect_desktop.settings import Settings
from connect_desktop.store import Store, keeping, vault

if TYPE_CHECKING:
    from connect_desktop.store.slots import Slot

_STANDARD_INPUT = Path("-")
_PASSPHRASE = "passphrase_file"
_LONGEST = 10_000


def places(arguments: argparse.Namespace) -> Places:
    """Return the folders that the arguments or the surroundings say."""
    return paths.places(getattr(arguments, "data", None))


def chosen(arguments: argparse.Namespace) -> Settings:
    """Return what the user chose about the app."""
    return settings.load(places(arguments).settings)


def keep_traces_inside(arguments: argparse.Namespace) -> None:
    """Let matplotlib keep its notes in the app's own folder, not in the home folder."""
    os.environ.setdefault("MPLCONFIGDIR", str(places(arguments).cache / "charts"))


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Store]:
    """Open the store, asking for its passphrase if it has one; a `ConnectError` where that cannot be done."""
    folder = places(arguments).vault
    refuse_in_use(arguments)
    store = Store.open(folder, _key(folder, arguments))
    try:
        yield store
    finally:
        store.close()


def back_up(store: Store) -> None:
    """Make a backup before much is changed at once, if there is anything new in it."""
    if keeping.is_due(store):
        keeping.back_up(store, now())


def refuse_in_use(arguments: argparse.Namespace) -> None:
    """Raise `VaultInUse` at once where another Connect has the store open; nothing where there is none."""
    vault.refuse_in_use(places(arguments).vault)


def key_in(slots: "tuple[Slot, ...]", arguments: argparse.Namespace) -> vault.DataKey:
    """Return the key of a backup with these slots, asking for its passphrase if it has one."""
    if vault.is_open(slots):
        return vault.key_in(slots, None)
    given = _given(arguments)
    return vault.key_in_either(slots, _asked(tr("Passphrase of the backup: ")) if given is None else given)


def new_passphrase(arguments: argparse.Namespace, named: str = _PASSPHRASE) -> str:
    """Return the passphrase for a store: from the file `named` among the arguments, or typed twice."""
    if (given := _given(arguments, named)) is not None:
        return given
    first = _asked(tr("New passphrase: "))
    if first != _asked(tr("The same once more: ")):
        raise Refused(tr("The two were not the same. Nothing was made."))
    return first


def _key(folder: Path, arguments: argparse.Namespace) -> vault.DataKey:
    state = vault.state(folder)
    if state is vault.State.MISSING:
        raise NoVault(
            tr("There is no store in {folder} yet; “connect-desktop init” makes one.", folder=folder.parent)
        )
    if state is vault.State.OPEN:
        return vault.unlock_open(folder)
    given = _given(arguments)
    return vault.unlock_either(folder, _asked(tr("Passphrase: ")) if given is None else given)


def _given(arguments: argparse.Namespace, named: str = _PASSPHRASE) -> str | None:
    """Return the first line of a passphrase file, which must hold something; None if none is named."""
    path: Path | None = getattr(arguments, named, None)
    if path is None:
        return None
    place = tr("standard input") if path == _STANDARD_INPUT else path
    try:
        if path == _STANDARD_INPUT:
            line = sys.stdin.buffer.readline(_LONGEST)
        else:
            with path.open("rb") as stream:
                line = stream.readline(_LONGEST)
        if len(line) == _LONGEST:
            raise Refused(tr("The first line of {file} is too long to be a passphrase.", file=place))
        if not (given := line.decode("utf-8-sig").rstrip("\r\n")):
            raise Refused(tr("There is no passphrase in {file}: its first line is empty.", file=place))
        return given
    except UnicodeDecodeError:
        raise Refused(tr("The passphrase in {file} is not UTF-8 text.", file=place)) from None
    except OSError as error:
        raise Refused(tr("The passphrase file {file}: {why}.", file=path, why=error.strerror)) from None


def _asked(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise Refused(
            tr("There is no terminal to ask for the passphrase; name a file with --passphrase-file.")
        )
    try:
        return getpass.getpass(prompt)
    except EOFError:
        raise KeyboardInterrupt from None
