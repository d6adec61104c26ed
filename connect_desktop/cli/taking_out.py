"""`export`: everything, as one connect.json or a folder of CSV or Markdown."""

import argparse
import sys
from pathlib import Path
from typing import Any

from connect_desktop.cli import opening, terminal
from connect_desktop.cli.counting import counted
from connect_desktop.domain import outfile
from connect_desktop.i18n import tr
from connect_desktop.interchange import connect_json, csv_folder, markdown_folder
from connect_desktop.interchange.bundle import Bundle
from connect_desktop.interchange.contents import contents

_STANDARD_OUTPUT = Path("-")
_WRITERS = {"json": connect_json.write, "csv": csv_folder.write, "markdown": markdown_folder.write}


def add_to(commands: Any, everywhere: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    export = commands.add_parser(
        "export", parents=[everywhere], help=tr("write everything to a file or folder")
    )
    export.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar=tr("PATH"),
        help=tr("a file, - for standard output; with csv, markdown a new folder"),
    )
    export.add_argument(
        "--as", dest="form", choices=tuple(_WRITERS), default="json", help=tr("json is the default")
    )
    export.set_defaults(run=_export)


def _export(arguments: argparse.Namespace) -> None:
    out: Path = arguments.out
    streamed = out == _STANDARD_OUTPUT and arguments.form == "json"
    if arguments.form == "json" and not streamed:
        outfile.check_target(out)
    with opening.opened(arguments) as store:
        bundle = contents(store, opening.chosen(arguments).day_ends)
    if streamed:
        _stream(bundle)
        return
    _WRITERS[arguments.form](bundle, out)
    terminal.say(tr("Written to {path}: {what}. It is not encrypted.", path=out, what=counted(bundle)))


def _stream(bundle: Bundle) -> None:
    """Write to standard output in UTF-8, whatever the terminal speaks."""
    sys.stdout.flush()
    for line in connect_json.lines(bundle):
        sys.stdout.buffer.write(line.encode())
    sys.stdout.buffer.flush()
