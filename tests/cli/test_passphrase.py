"""The passphrase as it is typed at a terminal: twice for a new store, never shown."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from connect_desktop import paths
from connect_desktop.store import vault
from connect_desktop.store.derive import FLOOR

fcntl = pytest.importorskip("fcntl")
pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")


class Typist:
    """A program at a terminal of its own, and someone who types."""

    def __init__(self, running: "subprocess.Popen[bytes]", terminal: int) -> None:
        self._running, self._terminal = running, terminal
        self.seen = ""

    def answers(self, prompt: str, typed: str) -> None:
        """Wait for a prompt, then type."""
        while prompt not in self.seen:
            assert select.select([self._terminal], [], [], 60)[0], self.seen
            self.seen += os.read(self._terminal, 1000).decode()
        self.seen = self.seen.partition(prompt)[2]
        os.write(self._terminal, typed.encode())

    def end(self) -> tuple[int, str, str]:
        """Wait for the program to end; return its status, what it said and what it refused."""
        out, err = self._running.communicate(timeout=60)
        return self._running.returncode, out.decode(), err.decode()


@contextmanager
def at_a_terminal(data: Path, *arguments: str) -> Iterator[Typist]:
    terminal, other_end = pty.openpty()

    def sit_down() -> None:
        os.setsid()
        fcntl.ioctl(other_end, termios.TIOCSCTTY, 0)

    with subprocess.Popen(
        [sys.executable, "-m", "connect_desktop", *arguments],
        stdin=other_end, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=sit_down,  # noqa: PLW1509 - no threads here
        env={**os.environ, "CONNECT_DATA": str(data)},
    ) as running:  # fmt: skip
        try:
            yield Typist(running, terminal)
        finally:
            os.close(other_end)
            os.close(terminal)


def state(data: Path) -> Any:
    return vault.state(paths.places(data).vault)


def test_a_new_passphrase_is_typed_twice_and_never_shown(own_data: Path) -> None:
    with at_a_terminal(own_data, "init") as typist:
        typist.answers("New passphrase: ", "grüne Tür\n")
        typist.answers("The same once more: ", "grüne Tür\n")
        status, out, err = typist.end()
    assert (status, err) == (0, "")
    assert "recovery code" in out
    assert "Tür" not in typist.seen + out
    assert vault.unlock(paths.places(own_data).vault, "grüne Tür")


def test_two_that_differ_make_nothing(own_data: Path) -> None:
    with at_a_terminal(own_data, "init") as typist:
        typist.answers("New passphrase: ", "one\n")
        typist.answers("The same once more: ", "two\n")
        assert typist.end() == (1, "", "The two were not the same. Nothing was made.\n")
    assert state(own_data) is vault.State.MISSING


def test_a_store_opens_with_what_is_typed(own_data: Path) -> None:
    vault.create(paths.places(own_data).vault, "grüne Tür", None, cost=FLOOR)
    with at_a_terminal(own_data, "people") as typist:
        typist.answers("Passphrase: ", "grüne Tür\n")
        assert typist.end() == (0, "There is nobody here yet.\n", "")


def test_nothing_typed_stops_quietly(own_data: Path) -> None:
    with at_a_terminal(own_data, "init") as typist:
        typist.answers("New passphrase: ", "\x04")
        assert typist.end() == (130, "", "Stopped.\n")
    assert state(own_data) is vault.State.MISSING
