"""Backups that are kept going: when one is due, where copies go, and that a restore is tried."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from connect_desktop.domain import Edit, Person
from connect_desktop.domain.errors import BackupRefused, StoreError, VaultUnreadable
from connect_desktop.store import Store, asides, backup_file, backups, exchange, keeping, vault
from connect_desktop.store.derive import Cost

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOON.date()


@pytest.fixture
def kept(opened: Callable[[], Store]) -> Store:
    store = opened()
    store.apply([Edit(None, Person(name="Maya"))])
    return store


def own(store: Store) -> list[Path]:
    assert store.folder is not None
    return [one.path for one in backups.found(store.folder / backups.FOLDER)]


def test_a_backup_is_due_when_something_was_changed_since_the_last(
    opened: Callable[[], Store], store: Store
) -> None:
    kept = opened()
    assert not keeping.is_due(store)  # in memory there is nothing to copy
    assert not keeping.is_due(kept)
    kept.apply([Edit(None, Person(name="Maya"))])
    assert keeping.is_due(kept)
    made = keeping.back_up(kept, NOON)
    assert (made.held.people, made.at) == (1, NOON)
    assert not keeping.is_due(kept)
    kept.remember("draft moment", "words")
    assert not keeping.is_due(kept)
    kept.apply([Edit(None, Person(name="Tom"))])
    assert keeping.is_due(kept)
    keeping.back_up(kept, NOON + timedelta(minutes=1))
    assert not keeping.is_due(kept)
    during = keeping.begin(kept, NOON + timedelta(minutes=2))
    kept.apply([Edit(None, Person(name="Sana"))])
    keeping.note(kept, during.finish())
    assert keeping.is_due(kept)
    keeping.back_up(kept, NOON + timedelta(minutes=3))
    assert not keeping.is_due(kept)
    for path in own(kept):
        path.unlink()
    assert keeping.is_due(kept)
    folder = kept.folder
    assert folder is not None
    (folder / backups.FOLDER).rmdir()
    (folder / backups.FOLDER).write_bytes(b"")
    assert keeping.is_due(kept)
    assert keeping.trial(kept, TODAY) is None


def test_two_backups_in_one_second_are_two(kept: Store) -> None:
    for _ in range(2):
        keeping.back_up(kept, NOON)
    assert [path.name for path in own(kept)] == [
        "connect-2026-11-22T120001Z.backup",
        "connect-2026-11-22T120000Z.backup",
    ]


def test_what_is_remembered_comes_back_and_what_cannot_be_read_is_nothing(kept: Store) -> None:
    assert keeping.recalled(kept) == keeping.Kept()
    keeping.back_up(kept, NOON)
    found = keeping.recalled(kept)
    assert (found.made, found.moments, found.begun, found.failed) == (NOON, 0, TODAY, 0)
    assert keeping.note_failure(kept, StoreError("The disk is full.")).failed == 1
    assert keeping.note_failure(kept, StoreError("The disk is full.")).why == "The disk is full."
    keeping.back_up(kept, NOON)
    assert (keeping.recalled(kept).failed, keeping.recalled(kept).why) == (0, "")
    for text in ("[]", "{", '{"made": "yesterday"}', '{"colour": 1}'):
        kept.remember(keeping.MEMO, text)
        assert keeping.recalled(kept) == keeping.Kept()


def test_finished_backups_go_to_a_second_place(kept: Store, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    found = keeping.choose_second(kept, stick)
    second = stick / keeping.SECOND
    assert Path(found.second) == second
    assert keeping.is_here(found)
    first = keeping.back_up(kept, NOON)
    assert first.copied == NOON
    assert (second / own(kept)[0].name).read_bytes() == own(kept)[0].read_bytes()
    assert keeping.copied(own(kept)[0], second, None, NOON)["copied"] == NOON  # it is there already
    second.rename(tmp_path / "unplugged")
    assert not keeping.is_here(found)
    assert keeping.back_up(kept, NOON + timedelta(hours=1)).copied is None
    assert not second.exists()
    assert keeping.recalled(kept).copied == NOON
    (tmp_path / "unplugged").rename(second)
    keeping.back_up(kept, NOON + timedelta(hours=2))
    assert len(backups.found(second)) == 2
    keeping.choose_second(kept, second)  # chosen again, it is the same
    assert Path(keeping.recalled(kept).second) == second
    assert keeping.choose_second(kept, None).second == ""
    assert keeping.back_up(kept, NOON + timedelta(hours=3)).copied is None
    assert len(backups.found(second)) == 2


def test_a_second_place_that_takes_nothing_is_told_and_the_backup_is_made(
    kept: Store, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.write_bytes(b"")
    with pytest.raises(StoreError):
        keeping.choose_second(kept, stick)
    assert not keeping.recalled(kept).second
    stick.unlink()
    stick.mkdir()
    keeping.choose_second(kept, stick)
    (stick / keeping.SECOND / (backups.named(NOON) + ".new")).mkdir()
    made = keeping.back_up(kept, NOON)
    assert "can’t be used" in made.not_copied
    assert keeping.recalled(kept).not_copied == made.not_copied
    assert len(own(kept)) == 1


def test_copies_from_before_are_cleared_when_the_place_is_here(kept: Store, tmp_path: Path) -> None:
    keeping.choose_second(kept, tmp_path)
    second = tmp_path / keeping.SECOND
    keeping.back_up(kept, NOON)
    keeping.remember(kept, cleared=NOON + timedelta(minutes=1))
    keeping.back_up(kept, NOON + timedelta(minutes=2))
    assert [one.made for one in backups.found(second)] == [NOON + timedelta(minutes=2)]
    assert keeping.recalled(kept).cleared is None


def test_a_backup_that_is_to_be_alone_takes_the_older_ones_away(kept: Store, tmp_path: Path) -> None:
    keeping.choose_second(kept, tmp_path)
    second = tmp_path / keeping.SECOND
    for hour in range(2):
        keeping.back_up(kept, NOON + timedelta(hours=hour))
    second.rename(tmp_path / "unplugged")
    keeping.note(kept, keeping.begin(kept, NOON + timedelta(hours=2), alone=True).finish())
    assert len(own(kept)) == 1
    (tmp_path / "unplugged").rename(second)
    keeping.back_up(kept, NOON + timedelta(hours=3))
    assert [one.made for one in backups.found(second)] == [NOON + timedelta(hours=3)]


def test_a_copy_of_what_is_damaged_is_none(kept: Store, tmp_path: Path) -> None:
    keeping.back_up(kept, NOON)
    (backup,) = own(kept)
    backup.write_bytes(backup.read_bytes()[:-1])
    with pytest.raises(BackupRefused):
        backup_file.copy(backup, tmp_path / "copy")
    assert [*tmp_path.glob("copy*")] == []


def test_a_second_place_is_asked_for_once_after_a_week() -> None:
    begun = keeping.Kept(begun=TODAY)
    assert not keeping.to_ask(keeping.Kept(), TODAY)
    assert not keeping.to_ask(begun, TODAY + timedelta(days=6))
    assert keeping.to_ask(begun, TODAY + timedelta(days=7))
    assert not keeping.to_ask(keeping.Kept(begun=TODAY, asked=True), TODAY + timedelta(days=7))
    assert not keeping.to_ask(keeping.Kept(begun=TODAY, second="x"), TODAY + timedelta(days=7))


def test_a_restore_is_tried_once_a_month_with_the_key_in_force(
    kept: Store, folder: Path, cheap: Cost, store: Store
) -> None:
    assert keeping.trial(store, TODAY) is None
    assert keeping.trial(kept, TODAY) is None  # there is nothing to try
    keeping.back_up(kept, NOON)
    trial = keeping.trial(kept, TODAY)
    assert trial is not None
    assert not trial.unread
    keeping.note_trial(kept, trial, trial.run(), TODAY)
    assert keeping.recalled(kept).tried == TODAY
    assert [path.name for path in folder.glob("*.new")] == []
    assert keeping.trial(kept, TODAY + timedelta(days=8)) is None
    assert keeping.trial(kept, date(2026, 12, 1)) is not None
    kept.change_keys(*vault.new_key("new", None, cheap))
    assert keeping.trial(kept, date(2026, 12, 1)) is None  # those from before open with the old one
    keeping.back_up(kept, NOON + timedelta(hours=1))
    trial = keeping.trial(kept, date(2026, 12, 1))
    assert trial is not None
    assert trial.backup.made == NOON + timedelta(hours=1)
    (folder / backups.FOLDER / backups.named(NOON)).write_bytes(b"damaged")
    assert len(kept.own_backups()) == 1
    with trial.backup.path.open("r+b") as stream:
        stream.seek(-5000, os.SEEK_END)
        stream.write(b"damage")
    with pytest.raises((BackupRefused, VaultUnreadable)):
        trial.run()
    assert [path.name for path in folder.glob("*.new")] == []


def test_what_a_crash_left_is_cleared(kept: Store, folder: Path) -> None:
    keeping.back_up(kept, NOON)
    for name in ("snapshot-abc", "connect-x.backup.new"):
        (folder / backups.FOLDER / name).write_bytes(b"half")
    with keeping.one_at_a_time:
        keeping.clear(folder)  # one is being made
    assert len([*(folder / backups.FOLDER).iterdir()]) == 3
    keeping.clear(folder)
    assert [path.name for path in (folder / backups.FOLDER).iterdir()] == [own(kept)[0].name]
    (folder / backups.FOLDER / "snapshot-folder").mkdir()
    backups.clear(folder / backups.FOLDER)  # what cannot be removed stays


def test_what_is_kept_aside_is_found_and_removed(kept: Store, folder: Path) -> None:
    assert asides.found(folder) == []
    then = NOON - timedelta(days=1)
    for at in (then, NOON):
        exchange.set_aside(folder, at)
    (folder / exchange.ASIDE / "mine").mkdir()
    newest, oldest = asides.found(folder)
    assert (newest.since, oldest.since) == (NOON.replace(tzinfo=None), then.replace(tzinfo=None))
    assert newest.size > 4096
    asides.remove(newest)
    assert asides.found(folder) == [oldest]
    with pytest.raises(StoreError):
        asides.remove(newest)
    assert [person.name for person in kept.people.all()] == ["Maya"]
