"""What is read before the window shows: nothing of the store, of charts or of documents."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from connect_desktop import domain, store
from connect_desktop.paths import places
from connect_desktop.store import Store, vault
from connect_desktop.store.derive import Cost

HEAVY = {"numpy", "matplotlib", "typst"}
CIPHER = {"peewee", "playhouse", "sqlcipher3", "argon2", "cryptography"}
QUICK = Cost(memory_kib=64, rounds=1, lanes=1)


LATER = {"connect_desktop.domain.record", "connect_desktop.store.database", "connect_desktop.ui.moments"}
"""what there is to show is read once the window shows"""


def modules(text: str) -> set[str]:
    """The names in the report of `python -X importtime`."""
    return {line.rpartition("|")[2].strip() for line in text.splitlines() if line.startswith("import time:")}


def imported(text: str) -> set[str]:
    """The top-level ones of them."""
    return {name.partition(".")[0] for name in modules(text)}


def run(*arguments: str, **environment: str) -> str:
    """Run Python with a list of its imports, and return what it said on standard error."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        env={**os.environ, **environment}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stderr


@pytest.mark.parametrize("passphrase", [None, "three quiet herons at dusk"], ids=["open", "locked"])
def test_the_window_is_ready_for_typing_before_the_store_charts_and_documents_are_read(
    own_data: Path, passphrase: str | None
) -> None:
    vault.create(places(own_data).vault, passphrase, None, cost=QUICK)
    report = run("-m", "connect_desktop", "--data", str(own_data), CONNECT_BENCHMARK="1")
    before, ready, _ = report.partition("\nready")
    assert ready
    assert "PySide6" in imported(before)
    assert (HEAVY | CIPHER | {"ctypes"}) & imported(before) == set()
    assert LATER & modules(before) == set()


def test_a_list_of_imports_would_show_what_is_heavy() -> None:
    assert imported(run("-c", "import numpy.random")) >= {"numpy"}
    assert imported(run("-c", "import connect_desktop.store as store; store.Store")) >= {
        "peewee",
        "sqlcipher3",
    }


@pytest.mark.parametrize("package", [domain, store])
def test_what_is_read_when_asked_for_is_all_there_and_no_more(package: ModuleType) -> None:
    assert all(hasattr(package, name) for name in package.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = package.nothing


@pytest.mark.parametrize("command", [["--help"], ["people", "--json"]])
def test_a_command_reads_no_qt_and_no_charts(own_data: Path, command: list[str]) -> None:
    folder = places(own_data).vault
    Store.open(folder, vault.create(folder, None, None)).close()
    found = imported(run("-m", "connect_desktop", *command))
    assert "argparse" in found
    assert found & {"PySide6", "shiboken6", *HEAVY} == set()


def test_no_source_of_what_is_read_later_is_kept_in_memory() -> None:
    imports = "import sys, linecache, PySide6.QtCore, connect_desktop.ui, numpy"
    run("-c", f"{imports}; sys.exit('numpy' in str([*linecache.cache]))")
