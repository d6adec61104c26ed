"""Backups: what is in them, which are kept, and that no damage goes unnoticed."""

import os
import stat
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from limits import files_up_to

from connect_desktop.domain import Edit, Impression, Interaction, Person, Reflection
from connect_desktop.domain.errors import (
    BackupRefused,
    StoreError,
    VaultTooNew,
    VaultUnreadable,
    WrongPassphrase,
)
from connect_desktop.store import Store, backup_file, backups, exchange, vault
from connect_desktop.store.derive import Cost
from connect_desktop.store.health import see_signed

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MAYA = Person(name="Maya")
SOUP = Interaction(at=NOON, note="soup on the sofa")
TEA = Interaction(at=NOON - timedelta(days=300))
LIVED = (
    MAYA,
    SOUP,
    TEA,
    Impression(interaction=SOUP.id, person=MAYA.id, body=2),
    Impression(interaction=TEA.id, person=MAYA.id),
    Reflection(on=date(2026, 11, 1), text="quiet"),
)


@pytest.fixture
def lived(opened: Callable[[], Store]) -> Store:
    store = opened()
    store.apply([Edit(None, record) for record in LIVED])
    return store


@pytest.fixture
def backup(lived: Store, tmp_path: Path) -> Path:
    path = tmp_path / "one.backup"
    lived.snapshot().keep(path)
    return path


def raw_key(folder: Path) -> Callable[[object], str]:
    return lambda _slots: vault.unlock_open(folder).raw.hex()


def test_a_backup_holds_everything_and_says_what(lived: Store, folder: Path, tmp_path: Path) -> None:
    first, second = folder / backups.FOLDER / backups.named(NOON), tmp_path / "elsewhere"
    held = lived.snapshot().keep(first, second)
    assert (held.people, held.moments, held.reflections, held.hopes) == (1, 2, 1, 0)
    assert (held.first, held.last) == (TEA.at, SOUP.at)
    assert held.changed_at == lived.changed_at
    assert first.read_bytes() == second.read_bytes()
    assert b"soup" not in first.read_bytes() and b"Maya" not in first.read_bytes()
    assert [one.path for one in backups.found(folder / backups.FOLDER)] == [first]
    assert [path.name for path in (folder / backups.FOLDER).iterdir()] == [first.name]
    if os.name == "posix":
        assert stat.S_IMODE(first.stat().st_mode) == 0o600
        assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700


def test_restored_it_is_the_store_and_what_was_there_is_kept_aside(
    lived: Store, backup: Path, folder: Path, opened: Callable[[], Store]
) -> None:
    lived.apply([Edit(None, Person(name="Later"))])
    lived.close()
    with vault.alone(folder):
        arrival = exchange.from_backup(backup, folder, raw_key(folder))
        assert arrival.holdings.people == 1
        aside = vault.restore(folder, arrival, NOON)
    assert opened().people.all() == [MAYA]
    assert aside is not None
    kept = Store.open(aside, vault.unlock_open(aside))
    assert [person.name for person in kept.people.all()] == ["Later", "Maya"]
    kept.close()


def test_it_opens_with_the_passphrase_it_was_made_with_also_where_there_was_nothing(
    tmp_path: Path, cheap: Cost
) -> None:
    old, new, backup = tmp_path / "old", tmp_path / "deep" / "new", tmp_path / "one.backup"
    store = Store.open(old, vault.create(old, "correct horse", None, cost=cheap))
    store.apply([Edit(None, MAYA)])
    store.snapshot().keep(backup)
    store.close()

    def key(passphrase: str | None) -> Callable[[object], str]:
        return lambda slots: vault.key_in(slots, passphrase).raw.hex()  # type: ignore[arg-type]

    for wrong in ("wrong", None):
        with pytest.raises(WrongPassphrase), vault.alone(new):
            exchange.from_backup(backup, new, key(wrong))
        assert not new.exists() and not new.parent.exists()
    with vault.alone(new):
        arrival = exchange.from_backup(backup, new, key("correct horse"))
        assert not vault.is_open(arrival.slots)
        assert vault.restore(new, arrival, NOON) is None
    assert vault.state(new) is vault.State.PROTECTED
    store = Store.open(new, vault.unlock(new, "correct horse"))
    assert store.people.all() == [MAYA]
    store.close()


def test_every_damage_is_noticed(backup: Path, folder: Path, tmp_path: Path) -> None:
    whole = backup.read_bytes()
    for place in [*range(40), *range(40, len(whole), 997), len(whole) - 1]:
        broken = bytearray(whole)
        broken[place] ^= 1 << place % 8
        backup.write_bytes(broken)
        with pytest.raises(BackupRefused, match="Nothing was changed"):
            exchange.from_backup(backup, folder, raw_key(folder))
    for length in (0, 10, 16, 20, 30, 1000, len(whole) - 1):
        backup.write_bytes(whole[:length])
        with pytest.raises(BackupRefused, match="Nothing was changed"):
            backup_file.keys_of(backup)
    for longer in (whole + b"x", b"SQLite format 3\0" * 400):
        backup.write_bytes(longer)
        with pytest.raises(BackupRefused):
            backup_file.keys_of(backup)
    assert not (folder / exchange.NEXT).exists()
    with pytest.raises(StoreError):
        exchange.from_backup(tmp_path / "nowhere", folder, raw_key(folder))


def test_a_backup_whose_keys_or_store_are_not_what_they_should_be_is_refused(
    lived: Store, folder: Path, tmp_path: Path
) -> None:
    forged = tmp_path / "forged"
    backup_file.pack(b"{}", folder / "vault.keys", forged)
    with pytest.raises(VaultUnreadable, match="keys"):
        exchange.from_backup(forged, folder, raw_key(folder))
    backup_file.pack((folder / "vault.keys").read_bytes(), folder / "vault.keys", forged)
    with pytest.raises(VaultUnreadable):
        exchange.from_backup(forged, folder, raw_key(folder))
    lived._database._connection.execute("INSERT INTO schema_step VALUES (99, '')")
    lived.snapshot().keep(forged)
    with pytest.raises(VaultTooNew, match="newer Connect"):
        exchange.from_backup(forged, folder, raw_key(folder))
    lived._database._connection.execute("DELETE FROM schema_step")
    with pytest.raises(VaultUnreadable):
        lived.snapshot().keep(forged)


def test_a_copy_that_is_damaged_never_becomes_a_backup(lived: Store, folder: Path, tmp_path: Path) -> None:
    copy = lived.snapshot()
    with copy.file.open("r+b") as stream:
        stream.seek(3 * 4096 + 100)
        stream.write(b"damage")
    backup = tmp_path / "one.backup"
    backup.write_bytes(b"what was there")
    with pytest.raises(VaultUnreadable, match="damaged"):
        copy.keep(backup)
    assert backup.read_bytes() == b"what was there"
    assert [*(folder / backups.FOLDER).iterdir()] == []


def test_where_it_cannot_be_written_nothing_is_left(lived: Store, folder: Path, tmp_path: Path) -> None:
    backup = tmp_path / "folder"
    backup.mkdir()
    with pytest.raises(StoreError, match="can’t be used"):
        lived.snapshot().keep(backup)
    assert [*tmp_path.glob("*.new")] == []
    (folder / backups.FOLDER).rmdir()
    (folder / backups.FOLDER).write_bytes(b"")
    with pytest.raises(StoreError):
        lived.snapshot()


@pytest.mark.skipif(os.name == "nt", reason="needs a limit for files")
def test_a_full_disk_is_told_and_changes_nothing(
    lived: Store,
    folder: Path,
    tmp_path: Path,
    cheap: Cost,
) -> None:
    lived.apply([Edit(None, Interaction(at=NOON, note=os.urandom(40_000).hex()))])
    copy = lived.snapshot()
    with files_up_to(60_000):
        with pytest.raises(StoreError, match=r"full|too large"):
            copy.keep(tmp_path / "one.backup")
        with pytest.raises(StoreError, match="full"):
            lived.snapshot()
        with pytest.raises(StoreError, match=r"full|refused"), files_up_to(1000):
            exchange.empty(folder, "00" * 32, ())
        with pytest.raises(StoreError, match="full"):
            lived.change_keys(*vault.new_key("new", None, cheap))
    assert lived.people.all() == [MAYA]
    assert lived.faults() == []
    assert [*(folder / backups.FOLDER).iterdir()] == [] == [*tmp_path.glob("one*")]
    assert not (folder / exchange.NEXT).exists()


def test_a_store_in_memory_has_no_file_to_copy(store: Store) -> None:
    with pytest.raises(TypeError):
        store.snapshot()


def test_a_few_of_each_age_are_kept() -> None:
    every_half_hour = [NOON - timedelta(minutes=30 * n) for n in range(48 * 800)]
    kept = sorted(backups.kept(every_half_hour), reverse=True)
    assert kept[:4] == every_half_hour[:4]
    hourly = [NOON, *(NOON - timedelta(hours=n, minutes=-30) for n in range(1, 12))]
    assert kept[:13] == sorted({*hourly, NOON - timedelta(hours=1)}, reverse=True)
    assert 12 + 13 <= len(kept) <= 1 + 12 + 13 + 7 + 11
    assert (NOON - kept[-1]).days in range(320, 366)
    assert len({at.date() for at in kept if at > NOON - timedelta(days=13, hours=12)}) == 14
    assert backups.kept([]) == set()
    assert backups.kept([NOON]) == {NOON}


def test_backups_that_are_seldom_made_all_stay() -> None:
    yearly = {NOON - timedelta(days=365 * n) for n in range(12)}
    assert backups.kept(yearly) == yearly


def test_pruning_removes_what_is_not_kept_and_what_was_left_unfinished(tmp_path: Path) -> None:
    ours = [tmp_path / backups.named(NOON - timedelta(minutes=n)) for n in range(50)]
    other = tmp_path / "holiday.backup"
    for path in (*ours, other, tmp_path / "connect-x.backup.new"):
        path.write_bytes(b"x")
    backups.prune(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*(one.name for one in ours[:4]), other.name}
    backups.prune(tmp_path / "nowhere")
    assert backups.found(tmp_path / "nowhere") == []


def test_faults_are_found(lived: Store, folder: Path, opened: Callable[[], Store], cheap: Cost) -> None:
    assert lived.faults() == []
    see_signed(lived._database)
    assert lived.holdings().moments == 2
    lived._database._connection.execute("PRAGMA foreign_keys=0")
    lived._database._connection.execute("DELETE FROM person")
    assert len(lived.faults()) == 2
    lived.close()
    broken = opened()
    with (folder / "vault.db").open("r+b") as stream:
        stream.seek(5 * 4096 + 100)
        stream.write(b"damage")
    broken._database.rows("PRAGMA shrink_memory")  # so that it is read again
    with pytest.raises(VaultUnreadable, match="damaged"):
        broken.change_keys(*vault.new_key("new", None, cheap))
    assert broken.faults() != []
    with pytest.raises(VaultUnreadable, match="damaged"):
        see_signed(broken._database)
