"""What the commands say and how: one line for a refusal, one JSON document where asked, any terminal."""

import argparse
import contextlib
import io
import json
import logging
import os
import sys
from collections.abc import Iterable
from typing import IO, Any

from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr


class Refused(ConnectError):
    """A command was refused and nothing was changed."""


def prepare() -> None:
    """Let nothing about the terminal stop a command, and nothing but its own words reach it.

    Where it cannot show a character, it shows "?". Where a stream was closed, the next file that is opened
    would take its number, and words would go there.
    """
    logging.lastResort = logging.NullHandler()  # what is logged is for a log file, never a second line here
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, _nothing(number, mode))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _nothing(number: int, mode: str) -> IO[str]:
    """Return a stream that says and takes nothing, under the number of the one that was closed."""
    opened = os.open(os.devnull, os.O_RDWR)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    return os.fdopen(number, mode, encoding="utf-8")


def say(text: str) -> None:
    """Write one line to standard output."""
    print(text)


def note(text: str) -> None:
    """Write one line to standard error: something to know that is no refusal."""
    print(text, file=sys.stderr)


def refused(sentence: str, status: int = 1) -> int:
    """Write a refusal as one line to standard error and return the exit status."""
    try:
        sys.stdout.flush()
    except OSError:
        nobody_listens()
    note(" ".join(sentence.split()))
    return status


def say_json(records: Iterable[dict[str, Any]]) -> None:
    """Write a JSON list to standard output, one record a line, keys sorted as in a connect.json."""
    lines = [json_line(record) for record in records]
    say("[\n  " + ",\n  ".join(lines) + "\n]" if lines else "[]")


def json_line(value: Any) -> str:
    """Return a value as JSON in one line, in signs that standard output can show."""
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    return json.dumps(value, ensure_ascii=ascii_only, sort_keys=True)


def refuse_mangled(arguments: argparse.Namespace) -> None:
    """Refuse text that came in another encoding; a path may be any bytes."""
    for value in vars(arguments).values():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and any("\ud800" <= sign <= "\udfff" for sign in text):
                raise Refused(tr("What was typed is not UTF-8 text: {text}.", text=ascii(text)))


def nobody_listens() -> None:
    """Take note that whoever read the output has gone: nothing more can be said, not even at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
