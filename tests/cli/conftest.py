"""A store on disk and the command line on it, in this process or in one of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from connect_desktop import cli, paths
from connect_desktop.store import Store, vault


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """The one line of a refusal, after which there is nothing."""
        assert self.status == 1, self
        assert self.out == "", self.out
        assert self.err.count("\n") == 1, self.err
        return self.err.rstrip("\n")


Command = Callable[..., Answer]


@pytest.fixture
def empty(own_data: Path) -> Path:
    """A folder without a store."""
    return own_data


@pytest.fixture
def data(own_data: Path) -> Path:
    """A folder with an empty store that is not protected."""
    vault.create(paths.places(own_data).vault, None, None)
    return own_data


@pytest.fixture
def inside(data: Path) -> Callable[[], Any]:
    """Open the store beside the command line, to put things in or to look."""

    @contextmanager
    def opened() -> Iterator[Store]:
        folder = paths.places(data).vault
        store = Store.open(folder, vault.unlock_open(folder))
        try:
            yield store
        finally:
            store.close()

    return opened


@pytest.fixture
def connect(capfd: pytest.CaptureFixture[str]) -> Command:
    """Run a command in this process."""

    def run(*arguments: object) -> Answer:
        capfd.readouterr()
        status = cli.main([str(argument) for argument in arguments])
        return Answer(status, *capfd.readouterr())

    return run


@pytest.fixture
def program(own_data: Path) -> Command:
    """Run a command in a process of its own, as a shell does."""

    def run(*arguments: object, given: str | bytes = b"", **surroundings: str) -> Answer:
        data = given.encode() if isinstance(given, str) else given
        found = subprocess.run(
            [sys.executable, "-m", "connect_desktop", *map(str, arguments)],
            input=data, capture_output=True, timeout=60, check=False,
            env={**os.environ, "CONNECT_DATA": str(own_data), **surroundings},
        )  # fmt: skip
        return Answer(
            found.returncode, found.stdout.decode("utf-8", "replace"), found.stderr.decode("utf-8", "replace")
        )

    return run
