"""What the fault tests share: a store to harm, and ways to run something in a process of its own.

Each test here is a program: `python tests/faults/NAME.py --full` runs it whole and prints its figures.
"""

import argparse
import logging
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from connect_desktop.domain import Edit, Impression, Interaction, Person, Record, Reflection
from connect_desktop.domain.errors import ConnectError, WrongPassphrase
from connect_desktop.store import Store, health, vault
from connect_desktop.store.derive import Cost

HERE = Path(__file__).resolve().parent
CHEAP = Cost(memory_kib=64, rounds=1, lanes=1)
OLD, NEW = "three quiet herons", "four loud geese"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MAYA = Person(id="0" * 32, name="Maya")

Outcome = tuple[str, list[str]]
"""how a process ended: done, refused, killed or broken; and the lines it told"""


# The store


def lived(moments: int = 60, seed: int = 1) -> list[Edit[Record]]:
    """Return the edits of a small life."""
    chance = random.Random(seed)
    records: list[Record] = [MAYA, Reflection(on=NOON.date(), text="quiet " * 900)]
    for n in range(moments):
        records += moment(n, "x" * chance.randrange(0, 400))
    return [Edit(None, record) for record in records]


def moment(n: int, note: str = "") -> tuple[Interaction, Impression]:
    """Return the nth moment with Maya."""
    talk = Interaction(at=NOON + timedelta(minutes=n), note=note)
    return talk, Impression(interaction=talk.id, person=MAYA.id, body=n % 7 - 3)


def make(folder: Path, edits: list[Edit[Record]], passphrase: str | None = OLD) -> vault.DataKey:
    """Make a store that holds what these edits say."""
    key = vault.create(folder, passphrase, None, cost=CHEAP)
    store = Store.open(folder, key)
    store.apply(edits)
    store.close()
    return key


def copied(folder: Path, to: Path) -> Path:
    """Return a fresh copy of a store's folder."""
    shutil.rmtree(to, ignore_errors=True)
    return Path(shutil.copytree(folder, to))


def ids(folder: Path, key: vault.DataKey) -> set[str]:
    """Return the ids of all moments, once the file is seen to be whole from the first page to the last."""
    store = Store.open(folder, key)
    try:
        faults = store.faults()
        if faults:
            raise AssertionError(faults)
        found = {row[0] for row in store._database.rows("SELECT id FROM interaction")}
        if len(found) != store.impressions.count():
            raise AssertionError("half a moment")
        return found
    finally:
        store.close()


def opened(folder: Path, *passphrases: str) -> tuple[str, vault.DataKey]:
    """Return the one of these passphrases that opens the store, and its key."""
    for passphrase in passphrases:
        try:
            return passphrase, vault.unlock(folder, passphrase)
        except WrongPassphrase:
            continue
    raise AssertionError("nothing opens it")


def holdings(folder: Path, key: vault.DataKey) -> health.Holdings:
    """Return what is in a store."""
    store = Store.open(folder, key)
    try:
        return store.holdings()
    finally:
        store.close()


# Processes


def forked(act: Callable[[Callable[[str], None]], object], kill_after: float | None = None) -> Outcome:
    """Run `act(tell)` in a process of its own, killed after so many seconds; return how it ended.

    A line that was told before the end is one that was acknowledged.
    """
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        _live(act, mouth)
    os.close(mouth)
    if kill_after is not None:
        select.select([], [], [], kill_after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(ear, encoding="utf-8") as stream:
        lines = [line[:-1] for line in stream if line.endswith("\n")]
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed", lines
    return {0: "done", 3: "refused"}.get(os.WEXITSTATUS(status), "broken"), lines


def _live(act: Callable[[Callable[[str], None]], object], mouth: int) -> NoReturn:
    status = 4
    try:
        act(lambda line: os.write(mouth, f"{line}\n".encode()) and None)
        status = 0
    except ConnectError as error:
        os.write(mouth, f"refused: {error}\n".encode())
        status = 3
    except BaseException as error:
        import traceback

        os.write(mouth, f"broken: {error!r} {traceback.format_exc()[-900:]!r}\n".encode())
    finally:
        os._exit(status)


def lasting(act: Callable[[Callable[[str], None]], object], ready: Callable[[], object]) -> float:
    """Return the seconds that `act` takes in a process of its own, the longest of a few."""
    spent = []
    for _ in range(3):
        ready()
        start = time.perf_counter()
        outcome, lines = forked(act)
        assert outcome == "done", lines
        spent.append(time.perf_counter() - start)
    return max(spent)


def wait(until: Callable[[], object]) -> None:
    """Let the window of this process go on until something is true."""
    from PySide6.QtWidgets import QApplication

    for _ in range(3000):
        if until():
            return
        QApplication.processEvents()
        select.select([], [], [], 0.01)
    raise AssertionError("waited in vain")


# The disk that can be told what to do


def has_disk() -> bool:
    """Return whether it can be made here: on Linux, with a C compiler."""
    return sys.platform == "linux" and shutil.which("cc") is not None


def disk() -> Path | None:
    """Return the library for LD_PRELOAD, built now; None where that cannot be."""
    if not has_disk():
        return None
    built = Path(tempfile.mkdtemp(prefix="connect-disk-")) / "disk.so"
    command = ["cc", "-shared", "-fPIC", "-O1", "-o", str(built), str(HERE / "disk.c"), "-ldl"]
    done = subprocess.run(command, capture_output=True, check=False)
    return built if done.returncode == 0 else None


def run(program: str, *arguments: str) -> str:
    """Run one of these programs as it would be by hand, and return what it printed."""
    done = subprocess.run(
        [sys.executable, HERE / program, *arguments], capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def on_disk(program: Path, *arguments: str, timeout: float = 3600) -> subprocess.CompletedProcess[str]:
    """Run a Python program on the disk that can be told what to do."""
    library = disk()
    assert library is not None
    try:
        return subprocess.run(
            [sys.executable, program, *arguments],
            env={**os.environ, "LD_PRELOAD": str(library)},
            capture_output=True, text=True, timeout=timeout, check=False,
        )  # fmt: skip
    finally:
        shutil.rmtree(library.parent)


# The programs


@contextmanager
def room() -> Iterator[Path]:
    """Give a folder in memory where there is one: some hundred thousand syncs would wear a real disk."""
    shared = Path("/dev/shm")
    place = str(shared) if os.access(shared, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="connect-faults-", dir=place) as made:
        yield Path(made)


def asked(what: str, few: int, many: int) -> tuple[int, argparse.Namespace]:
    """Return how often, from the command line: `--full`, or a number of one's own."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--full", action="store_true", help=f"{many} times instead of {few}")
    parser.add_argument("--times", type=int, help="so many times")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("rest", nargs="*")
    found = parser.parse_args()
    logging.disable()  # what the app logs of each harm would hide the figures
    return found.times or (many if found.full else few), found
