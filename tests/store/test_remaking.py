"""Backups from before a change of passphrase, written anew or removed; a restore into the open store."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from connect_desktop.domain import Edit, Person
from connect_desktop.domain.errors import StoreError, WrongPassphrase
from connect_desktop.store import (
    Store,
    asides,
    backup_file,
    backups,
    exchange,
    keeping,
    keys,
    remaking,
    vault,
)
from connect_desktop.store.derive import Cost
from connect_desktop.store.remaking import Older

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CODE = vault.new_recovery_code()


@pytest.fixture
def kept(folder: Path, cheap: Cost) -> Store:
    store = Store.open(folder, vault.create(folder, "old", CODE, cost=cheap))
    store.apply([Edit(None, Person(name="Maya"))])
    return store


def changed(store: Store, passphrase: str, cheap: Cost) -> Older:
    before, slots = store.hex_key(), store.slots()
    store.change_keys(*vault.new_key(passphrase, None, cheap))
    return remaking.older(store, before, slots)


def opens(backup: Path, passphrase: str) -> bool:
    try:
        vault.key_in(keys.decoded(backup_file.keys_of(backup)), passphrase)
    except WrongPassphrase:
        return False
    return True


def test_written_anew_they_open_with_the_new_passphrase_only(
    kept: Store, folder: Path, cheap: Cost, tmp_path: Path
) -> None:
    keeping.choose_second(kept, tmp_path)
    keeping.back_up(kept, NOON)
    exchange.set_aside(folder, NOON)
    found = changed(kept, "new", cheap)
    assert not found.elsewhere
    assert len(found.backups) == 2
    assert len(found.asides) == 1
    assert keeping.is_due(kept)
    remaking.remake(found)
    for one in found.backups:
        assert opens(one.path, "new")
        assert not opens(one.path, "old")
    assert remaking.older(kept, "", ()).backups == ()
    assert [path.name for path in folder.glob("*.new*")] == []
    kept.close()
    arrival = exchange.from_backup(
        found.backups[0].path, folder, lambda slots: vault.key_in(slots, "new").raw.hex()
    )
    assert arrival.holdings.people == 1
    exchange.clear(folder)


def test_one_that_cannot_be_written_anew_stays_as_it_was(kept: Store, cheap: Cost) -> None:
    for hour in range(2):
        keeping.back_up(kept, NOON + timedelta(hours=hour))
    first = changed(kept, "new", cheap)
    newest, oldest = (one.path for one in first.backups)
    whole = newest.read_bytes()
    newest.write_bytes(whole[:-1])
    with pytest.raises(StoreError, match="damaged"):
        remaking.remake(first)
    assert newest.read_bytes() == whole[:-1]
    assert opens(oldest, "new")
    newest.write_bytes(whole)
    second = changed(kept, "newer", cheap)
    remaking.remake(second)  # what opened with neither is left alone
    assert newest.read_bytes() == whole
    assert opens(oldest, "newer")
    kept.close()


def test_removed_they_are_gone_with_what_is_kept_aside(kept: Store, folder: Path, cheap: Cost) -> None:
    keeping.back_up(kept, NOON)
    exchange.set_aside(folder, NOON)
    remaking.remove(changed(kept, "new", cheap))
    assert backups.found(folder / backups.FOLDER) == []
    assert asides.found(folder) == []
    kept.close()


def test_a_second_place_that_is_not_here_is_not_known(kept: Store, cheap: Cost, tmp_path: Path) -> None:
    keeping.choose_second(kept, tmp_path)
    (tmp_path / keeping.SECOND).rmdir()
    assert changed(kept, "new", cheap).elsewhere
    kept.close()


def test_the_code_opens_where_the_passphrase_is_asked_for(kept: Store, folder: Path) -> None:
    keeping.back_up(kept, NOON)
    slots = keys.decoded(backup_file.keys_of(backups.found(folder / backups.FOLDER)[0].path))
    for typed in ("old", CODE, CODE.lower()):
        assert vault.unlock_either(folder, typed) == vault.key_in_either(slots, typed)
    for wrong in ("new", vault.new_recovery_code()):
        with pytest.raises(WrongPassphrase):
            vault.unlock_either(folder, wrong)
        with pytest.raises(WrongPassphrase):
            vault.key_in_either(slots, wrong)
    kept.close()


def test_a_backup_is_restored_into_the_open_store(kept: Store, folder: Path) -> None:
    keeping.back_up(kept, NOON)
    kept.apply([Edit(None, Person(name="Tom"))])
    (backup,) = kept.own_backups()
    key = vault.unlock(folder, "old")
    arrival = exchange.from_backup(backup.path, folder, lambda _slots: key.raw.hex())
    aside = kept.restore(arrival, key, NOON)
    assert [person.name for person in kept.people.all()] == ["Maya"]
    assert keeping.is_due(kept)
    kept.apply([Edit(None, Person(name="Sana"))])
    kept.close()
    assert aside is not None
    before = Store.open(aside, vault.unlock(aside, "old"))
    assert [person.name for person in before.people.all()] == ["Maya", "Tom"]
    before.close()


def test_what_was_restored_is_said_once(kept: Store) -> None:
    assert keeping.restored(kept) == ""
    keeping.remember_restored(kept, "Restored: 3 people.")
    assert [keeping.restored(kept) for _ in range(2)] == ["Restored: 3 people.", ""]
    kept.close()
