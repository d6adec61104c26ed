"""What is read before the window shows: nothing that only charts and documents need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from connect_desktop.paths import places
from connect_desktop.store import Store, vault

HEAVY = {"numpy", "matplotlib", "typst"}


def imported(text: str) -> set[str]:
    """The top-level names in the report of `python -X importtime`."""
    lines = (line.rpartition("|")[2].strip() for line in text.splitlines() if line.startswith("import time:"))
    return {name.partition(".")[0] for name in lines}


def run(*arguments: str, **environment: str) -> str:
    """Run Python with a list of its imports, and return what it said on standard error."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        env={**os.environ, **environment}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stderr


def test_the_window_is_ready_for_typing_before_charts_and_documents_are_read(own_data: Path) -> None:
    folder = places(own_data).vault
    Store.open(folder, vault.create(folder, None, None)).close()
    report = run("-m", "connect_desktop", "--data", str(own_data), CONNECT_BENCHMARK="1")
    before, ready, _ = report.partition("\nready")
    assert ready
    assert "PySide6" in imported(before)
    assert HEAVY & imported(before) == set()


def test_a_list_of_imports_would_show_a_heavy_one() -> None:
    assert imported(run("-c", "import numpy.random")) >= {"numpy"}


@pytest.mark.parametrize("command", [["--help"], ["people", "--json"]])
def test_a_command_reads_no_qt_and_no_charts(own_data: Path, command: list[str]) -> None:
    folder = places(own_data).vault
    Store.open(folder, vault.create(folder, None, None)).close()
    found = imported(run("-m", "connect_desktop", *command))
    assert "argparse" in found
    assert found & {"PySide6", "shiboken6", *HEAVY} == set()
