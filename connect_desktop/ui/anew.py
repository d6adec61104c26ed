"""A new process in the place of this one: what was in memory, keys and texts, is gone with it."""

import logging
import os
import sys
from collections.abc import Sequence

_log = logging.getLogger(__name__)

HIDDEN = "--hidden"
"""begin out of sight"""


def begin_anew(*more: str) -> None:
    """Start Connect over, as it was started, with these arguments more; where it works it never returns."""
    command = _command(more)
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()
    try:
        if sys.platform == "win32":  # there is no such thing: a new process, and the end of this one
            import subprocess  # noqa: PLC0415 - start-up: only on the way out

            subprocess.Popen(command, close_fds=True)
            os._exit(0)
        os.execv(command[0], command)
    except OSError as error:
        _log.error("no new process: %s", error.strerror)


def _command(more: Sequence[str]) -> list[str]:
    """Return the program and its arguments."""
    if getattr(sys, "frozen", False):
        started = [sys.executable, *sys.argv[1:]]
    else:
        started = [sys.executable, *sys.orig_argv[1:]]
    return [*(part for part in started if part != HIDDEN), *more]
