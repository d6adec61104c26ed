"""Begun twice with one store: never two writers, and the first answers; where it hangs, the second says so.

python tests/faults/second_start.py --full
"""

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import scene

from connect_desktop.domain.errors import VaultInUse
from connect_desktop.paths import places
from connect_desktop.store import Store, vault
from connect_desktop.ui.one_window import OneWindow


@dataclass
class Answers:
    starts: int = 0
    slowest: float = 0.0
    """seconds until the first window had shown itself"""
    whole_start: float = 0.0
    """seconds of a whole second start, until it ended"""
    writers: int = 0
    """that opened the store besides the first"""


def second_starts(place: Path, times: int) -> Answers:
    """Begin once, then again and again; return how it was answered."""
    folder = places(place).vault
    key = vault.create(folder, None, None)
    first = _start(place)
    try:
        _wait_until_open(folder, key, place)
        found = Answers()
        for _ in range(times):
            found.starts += 1
            found.slowest = max(found.slowest, _knock(place))
            found.writers += _opens(folder, key)
        began = time.perf_counter()
        assert _start(place).wait(60) == 0, "the second stayed"
        found.whole_start = time.perf_counter() - began
        assert first.poll() is None, "the first went"
        first.send_signal(signal.SIGSTOP)
        assert not OneWindow(places(place).cache).knock(), "a stopped window answered"
        second = _start(place, CONNECT_BENCHMARK="1")
        assert second.wait(60) == 0, "the second said nothing"
        found.writers += _opens(folder, key)
        first.send_signal(signal.SIGCONT)
        return found
    finally:
        first.kill()
        first.wait()


def _start(place: Path, **more: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "connect_desktop", "--data", str(place)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _knock(place: Path) -> float:
    another = OneWindow(places(place).cache)
    began = time.perf_counter()
    assert not another.take(), "two are the first"
    assert another.knock(), "not answered"
    return time.perf_counter() - began


def _opens(folder: Path, key: vault.DataKey) -> bool:
    try:
        Store.open(folder, key).close()
    except VaultInUse:
        return False
    return True


def _wait_until_open(folder: Path, key: vault.DataKey, place: Path) -> None:
    """Wait for the first window to have the store, without ever being in its way for long."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        another = OneWindow(places(place).cache)
        if another.take():
            another.release()
        elif another.knock() and not _opens(folder, key):
            return
        select.select([], [], [], 0.3)
    raise AssertionError("the first window did not come up")


if __name__ == "__main__":
    times, _ = scene.asked(__doc__, 5, 100)
    with tempfile.TemporaryDirectory(prefix="connect-twice-") as made:
        print(second_starts(Path(made), times))
