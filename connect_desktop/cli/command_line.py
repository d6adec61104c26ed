"""Arguments in, exit status out: 0 done, 1 refused with one line on standard error, 2 wrong usage."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from connect_desktop import __version__, i18n, paths, settings
from connect_desktop.cli import (
    bonds,
    bringing_in,
    charting,
    keeping_safe,
    lists,
    logging_moments,
    reporting,
    setting_up,
    taking_out,
    terminal,
)
from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr

PROGRAM = "connect-desktop"

_MODULES = (
    setting_up,
    logging_moments,
    lists,
    bonds,
    reporting,
    charting,
    bringing_in,
    taking_out,
    keeping_safe,
)
_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say and return the exit status; never raises."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    terminal.prepare()
    try:
        i18n.use_language(settings.load(paths.places(_data(arguments)).settings).language)
        chosen = parser().parse_args(arguments)
        terminal.refuse_mangled(chosen)
        chosen.run(chosen)
        sys.stdout.flush()
    except SystemExit as wrong:
        return wrong.code if isinstance(wrong.code, int) else 2
    except BrokenPipeError:
        terminal.nobody_listens()
    except KeyboardInterrupt:
        return terminal.refused(tr("Stopped."), _INTERRUPTED)
    except ConnectError as error:
        return terminal.refused(str(error))
    except OSError as error:
        return terminal.refused(tr("The answer could not be written: {why}.", why=error.strerror or error))
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command; each leaves its function in `run`."""
    everywhere = _everywhere()
    found = _Parser(
        prog=PROGRAM,
        description=tr(
            "Connect: people, moments, and how each one felt in the body. Without a command, a window."
        ),
        parents=[everywhere],
    )
    found.add_argument("--version", action="version", version=f"Connect {__version__}")
    commands = found.add_subparsers(metavar=tr("COMMAND"), required=True)
    for module in _MODULES:
        module.add_to(commands, everywhere)
    return found


class _Parser(argparse.ArgumentParser):
    """Takes an option only as it is spelled: `--passphrase x` is not to be read as the name of a file."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)


def _everywhere() -> argparse.ArgumentParser:
    """Return the options that stand before a command or after it."""
    found = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    found.add_argument("--data", type=_folder, metavar=tr("DIR"), help=tr("the folder everything is kept in"))
    found.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=tr("FILE"),
        help=tr("a file whose first line is the passphrase or the code; - reads standard input"),
    )
    return found


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError(tr("it names no folder"))
    return Path(text)


def _data(arguments: Sequence[str]) -> Path | None:
    """Return the folder from the arguments, before they are understood: the language lies in it."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    early.add_argument("--data", type=Path)
    try:
        with open(os.devnull, "w") as silence:  # noqa: PTH123 - what is wrong is said by the whole parser
            standard, sys.stderr = sys.stderr, silence
            try:
                found, _ = early.parse_known_args(arguments)
            finally:
                sys.stderr = standard
    except SystemExit:
        return None
    data: Path | None = found.data
    return data
