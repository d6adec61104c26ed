"""What the disk and the file refuse is said in a sentence; a fault of ours is not dressed up as one."""

import os
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from connect_desktop.domain.errors import NotSaved, StoreError, VaultInUse, VaultUnreadable
from connect_desktop.store import refusals
from connect_desktop.store.database import Database
from connect_desktop.store.files import told
from connect_desktop.store.lock import Lock

# SQLite's own result codes.
ERROR, BUSY, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB = 1, 5, 8, 10, 11, 13, 14, 26


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (BUSY, VaultInUse, "Another program"),
        (READONLY, VaultUnreadable, "right to write"),
        (CANTOPEN, VaultUnreadable, "right to write"),
        (IOERR, StoreError, "disk"),
        (FULL, StoreError, "disk"),
        (CORRUPT, VaultUnreadable, "damaged"),
        (NOTADB, VaultUnreadable, "damaged"),
    ],
)
def test_what_keeps_a_store_from_opening_is_said(code: int, kind: type[StoreError], words: str) -> None:
    found = refusals.not_opened(code)
    assert isinstance(found, kind)
    assert words in str(found)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (FULL, "The disk is full"),
        (IOERR, "refused to write"),
        (READONLY, "read-only"),
        (CANTOPEN, "read-only"),
        (BUSY, "Another program"),
        (CORRUPT, "damaged"),
        (NOTADB, "damaged"),
    ],
)
def test_what_keeps_a_change_from_being_saved_is_said(code: int, words: str) -> None:
    found = refusals.not_written(code)
    assert isinstance(found, NotSaved)
    assert words in str(found)


def test_a_fault_of_ours_stays_one() -> None:
    assert refusals.not_opened(ERROR) is None
    assert refusals.not_written(ERROR) is None
    assert refusals.code_of(ValueError("no code")) == 0


def test_a_folder_that_may_not_be_used_is_named(tmp_path: Path) -> None:
    with pytest.raises(VaultUnreadable, match="may not read and write"), told(tmp_path):
        raise PermissionError


def test_a_lock_that_cannot_be_had_at_all_lets_go_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[int] = []
    close = os.close

    def note(file: int) -> None:
        closed.append(file)
        close(file)

    monkeypatch.setattr("connect_desktop.store.lock.os.close", note)
    monkeypatch.setattr("connect_desktop.store.lock._take", _fail)
    with pytest.raises(OSError, match="no locks here"):
        Lock(tmp_path / "vault.lock")
    assert len(closed) == 1


def _fail(_file: int) -> None:
    raise OSError("no locks here")


def test_a_question_that_makes_no_sense_is_a_fault_of_ours() -> None:
    opened = Database(None)
    try:
        with pytest.raises(dbapi2.OperationalError, match="no such table"):
            opened.rows("SELECT * FROM nowhere")
    finally:
        opened.close()
