"""The backup on the way out: a copy of the closed file, whole or none, that counts once it was read."""

import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from connect_desktop.domain import Edit, Person
from connect_desktop.domain.errors import StoreError
from connect_desktop.store import Store, backups, keeping, leaving
from connect_desktop.store.leaving import Leaving

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOON.date()


@pytest.fixture
def lived(opened: Callable[[], Store]) -> Store:
    store = opened()
    store.apply([Edit(None, Person(name="Maya"))])
    return store


def left(store: Store, at: datetime = NOON) -> Leaving:
    """Close a store and return what it left."""
    found = leaving.begin(store, at)
    assert found is not None
    assert store.close(found.take)
    return found


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / backups.FOLDER).iterdir())


def test_it_is_made_without_a_key_and_counts_once_it_was_read(
    lived: Store, folder: Path, opened: Callable[[], Store]
) -> None:
    found = left(lived)
    assert found.copy.read_bytes() == (folder / "vault.db").read_bytes()
    found.hand_on()
    leaving.finish()
    leaving.finish()  # there is nothing more
    assert names(folder) == [backups.named(NOON)]
    if os.name == "posix":
        assert stat.S_IMODE((folder / backups.FOLDER / names(folder)[0]).stat().st_mode) == 0o600
    again = opened()
    trial = keeping.trial(again, TODAY)
    assert trial is not None and trial.unread
    keeping.note_trial(again, trial, trial.run(), TODAY)
    assert not keeping.is_due(again)
    assert leaving.begin(again, NOON) is None
    assert keeping.trial(again, TODAY) is None
    assert not again.close()


def test_no_older_one_goes_for_it_before_it_was_read(lived: Store, opened: Callable[[], Store]) -> None:
    for second in range(6):  # more than are kept of one hour
        left(lived, NOON + timedelta(seconds=second)).finish()
        lived = opened()
    folder = lived.folder
    assert folder is not None
    assert len(names(folder)) == 6
    trial = keeping.trial(lived, TODAY)
    assert trial is not None
    trial.run()
    assert len(names(folder)) < 6


def test_what_was_written_after_it_is_due(lived: Store, opened: Callable[[], Store]) -> None:
    left(lived).finish()
    again = opened()
    trial = keeping.trial(again, TODAY)
    assert trial is not None
    again.apply([Edit(None, Person(name="Tom"))])
    keeping.note_trial(again, trial, trial.run(), TODAY)
    assert keeping.recalled(again).made == NOON
    assert keeping.is_due(again)


def test_one_that_was_to_be_alone_takes_the_older_ones_away(
    lived: Store, folder: Path, opened: Callable[[], Store]
) -> None:
    keeping.back_up(lived, NOON)
    keeping.begin(lived, NOON + timedelta(hours=1), alone=True)  # cut short
    lived.apply([Edit(None, Person(name="Tom"))])
    left(lived, NOON + timedelta(hours=2)).finish()
    again = opened()
    keeping.clear(folder)
    assert len(names(folder)) == 2
    trial = keeping.trial(again, TODAY)
    assert trial is not None
    keeping.note_trial(again, trial, trial.run(), TODAY)
    assert names(folder) == [backups.named(NOON + timedelta(hours=2))]


def test_it_goes_to_the_second_place_where_that_is_here(
    lived: Store, tmp_path: Path, opened: Callable[[], Store]
) -> None:
    keeping.choose_second(lived, tmp_path)
    left(lived).hand_on()
    leaving.finish()
    second = tmp_path / keeping.SECOND
    assert [path.name for path in second.iterdir()] == [backups.named(NOON)]
    second.rename(tmp_path / "unplugged")
    left(opened(), NOON + timedelta(hours=1)).finish()
    assert not second.exists()


def test_what_is_refused_leaves_nothing_and_is_due(
    lived: Store, folder: Path, opened: Callable[[], Store], caplog: pytest.LogCaptureFixture
) -> None:
    (folder / backups.FOLDER).write_bytes(b"")
    with pytest.raises(StoreError):
        leaving.begin(lived, NOON)
    (folder / backups.FOLDER).unlink()
    found = left(lived)
    found.target.mkdir()
    found.hand_on()
    leaving.finish()
    assert "no backup on the way out" in caplog.text
    assert str(folder) not in caplog.text
    found.target.rmdir()
    assert names(folder) == []
    assert keeping.is_due(opened())


def test_a_file_that_is_not_whole_by_itself_is_not_copied(lived: Store, folder: Path) -> None:
    found = leaving.begin(lived, NOON)
    assert found is not None
    lived.close()
    log = folder / "vault.db-wal"
    log.write_bytes(b"not folded in")
    assert not found.take()
    assert names(folder) == []
    assert not found.take()  # there is nothing to take away
    log.unlink()
