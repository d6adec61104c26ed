"""The other end of `typeset`: starts the process that sets pages, asks it, stops it at once when told to."""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from connect_desktop.domain.errors import Cancelled, NotWritten
from connect_desktop.i18n import tr
from connect_desktop.report.frames import read_frame, write_frame

_LOOK_EVERY = 0.03
"""seconds between two looks at whether the user wants to stop"""


class Child:
    """A process that sets pages; close it, whatever it was doing, and it ends."""

    def __init__(self) -> None:
        self._process = _started()
        self._frames: SimpleQueue[bytes | None] = SimpleQueue()
        self._threads = [Thread(target=self._listen, daemon=True)]
        self._threads[0].start()

    def ask(
        self, request: dict[str, Any], cancelled: Callable[[], bool] | None = None
    ) -> tuple[int, list[bytes]]:
        """Return how many pages the document has and the files asked for; Cancelled, NotWritten."""
        self._threads.append(Thread(target=self._say, args=(json.dumps(request).encode(),), daemon=True))
        self._threads[-1].start()
        head = json.loads(self._next(cancelled))
        if "refused" in head:
            raise not_set() from RuntimeError(head["refused"])
        return head["pages"], [self._next(cancelled) for _ in range(head["files"])]

    def close(self) -> None:
        """Stop the process, in the middle of its work if need be."""
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()  # its end of the pipe is broken now
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()

    def _next(self, cancelled: Callable[[], bool] | None) -> bytes:
        """Return the next frame, asking meanwhile whether to stop."""
        while True:
            raise_if(cancelled)
            try:
                frame = self._frames.get(timeout=_LOOK_EVERY)
            except Empty:
                continue
            if frame is None:
                self._frames.put(None)
                raise not_set()
            return frame

    def _say(self, message: bytes) -> None:
        assert self._process.stdin is not None
        with suppress(OSError, ValueError):  # it has ended: whoever waits for its answer hears so
            write_frame(self._process.stdin, message)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            while (frame := read_frame(stream)) is not None:
                self._frames.put(frame)
        self._frames.put(None)


def raise_if(cancelled: Callable[[], bool] | None) -> None:
    """Raise Cancelled when the user wants to stop."""
    if cancelled is not None and cancelled():
        raise Cancelled(tr("Stopped. Nothing was written."))


def not_set() -> NotWritten:
    """Return the error for pages that could not be set."""
    return NotWritten(
        tr("The pages could not be set. Nothing was written and nothing is lost. Please try again.")
    )


def _started() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise not_set() from error


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--typeset"]
    return [sys.executable, "-m", "connect_desktop", "--typeset"]
