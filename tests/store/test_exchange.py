"""Another file in the place of the vault's: killed at any instant, the old one opens or the new one."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from connect_desktop.domain import Edit, Person
from connect_desktop.domain.errors import (
    BackupRefused,
    StoreError,
    VaultClosed,
    VaultInUse,
    VaultUnreadable,
    WrongPassphrase,
)
from connect_desktop.store import Store, exchange, keeping, keys, vault
from connect_desktop.store.derive import Cost

MAYA = Person(name="Maya")
EVERY = int(os.environ.get("CONNECT_KILL_EVERY", "4"))
"""kills at each so many-th touch of a file; 1 for all of them"""
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

# Dies at the nth time it touches a file or a name in the folder.
CHANGE = """
import os, signal, sys
from pathlib import Path
from connect_desktop.domain import Edit, Person
from connect_desktop.store import Store, exchange, vault
from connect_desktop.store.derive import Cost
from datetime import datetime
folder, backup, left = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
cheap = Cost(memory_kib=64, rounds=1, lanes=1)
raw = vault.unlock(folder, "old")
key, slots = vault.new_key("new", None, cheap)

def watch(event, args):
    global left
    if event.startswith(("open", "os.", "sqlite3")) and args and str(folder) in str(args[0]):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

def change():
    store = Store.open(folder, raw)
    sys.addaudithook(watch)
    store.change_keys(key, slots)
    store.close()

def restore():
    with vault.alone(folder):
        sys.addaudithook(watch)
        arrival = exchange.from_backup(backup, folder, lambda slots: vault.key_in(slots, "new").raw.hex())
        vault.restore(folder, arrival, datetime(2026, 11, 22))

change() if backup == folder else restore()
"""


def make(folder: Path, passphrase: str, cost: Cost, person: Person = MAYA) -> None:
    store = Store.open(folder, vault.create(folder, passphrase, None, cost=cost))
    store.apply([Edit(None, person)])
    store.close()


def names(folder: Path, passphrase: str) -> list[str]:
    store = Store.open(folder, vault.unlock(folder, passphrase))
    try:
        return [person.name for person in store.people.all()]
    finally:
        store.close()


def test_with_a_new_passphrase_all_is_there_and_the_old_one_opens_nothing(folder: Path, cheap: Cost) -> None:
    make(folder, "old", cheap)
    before = (folder / "vault.db").read_bytes()
    code = vault.new_recovery_code()
    key, slots = vault.new_key("new", code, cheap)
    store = Store.open(folder, vault.unlock(folder, "old"))
    store.change_keys(key, slots)
    assert store.people.all() == [MAYA]
    store.apply([Edit(None, Person(name="Tom"))])
    store.snapshot().keep(folder.parent / "one.backup")
    with pytest.raises(VaultInUse):
        Store.open(folder, key)
    store.close()
    assert names(folder, "new") == ["Maya", "Tom"]
    assert vault.unlock_with_code(folder, code) == key
    with pytest.raises(WrongPassphrase):
        vault.unlock(folder, "old")
    assert (folder / "vault.db").read_bytes()[:16] != before[:16]
    assert b"incoming" not in (folder / "vault.keys").read_bytes()


@pytest.mark.parametrize("later", [[], ["Tom"]])
def test_written_anew_in_another_thread_it_is_put_in_place_with_all_that_came_since(
    folder: Path, cheap: Cost, later: list[str]
) -> None:
    make(folder, "old", cheap)
    store = Store.open(folder, vault.unlock(folder, "old"))
    job, (key, slots) = keeping.begin(store, NOON), vault.new_key("new", None, cheap)
    with ThreadPoolExecutor() as other:
        other.submit(job.finish).result()
        ready = other.submit(job.anew, key.raw.hex(), slots).result()
    inode = ready.file.stat().st_ino
    for name in later:
        store.apply([Edit(None, Person(name=name))])
    before = (folder / "vault.db").read_bytes()[:16]
    store.change_keys(key, slots, ready)
    store.close()
    assert names(folder, "new") == ["Maya", *later]
    assert (folder / "vault.db").stat().st_ino == inode
    assert (folder / "vault.db").read_bytes()[:16] != before
    assert not [*folder.glob("*.new*"), *folder.glob("*.next*")]


def test_what_cannot_be_written_anew_leaves_nothing(folder: Path, cheap: Cost) -> None:
    make(folder, "old", cheap)
    store = Store.open(folder, vault.unlock(folder, "old"))
    job = keeping.begin(store, NOON)
    job.finish()
    job.target.write_bytes(job.target.read_bytes()[:-1])
    with pytest.raises(BackupRefused):
        job.anew("00" * 32, ())
    assert not [*folder.glob("*.new*"), *folder.glob("*.next*")]
    store.close()


def test_protection_can_be_switched_on_later(folder: Path, cheap: Cost) -> None:
    store = Store.open(folder, vault.create(folder, None, None))
    store.apply([Edit(None, MAYA)])
    store.change_keys(*vault.new_key("new", None, cheap))
    store.close()
    assert vault.state(folder) is vault.State.PROTECTED
    assert names(folder, "new") == ["Maya"]


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
@pytest.mark.parametrize("what", ["passphrase", "restore"])
def test_killed_at_any_instant_one_of_the_two_opens_with_all_that_was_in_it(
    tmp_path: Path, cheap: Cost, what: str
) -> None:
    other, backup = tmp_path / "other", tmp_path / "one.backup"
    make(other, "new", cheap, Person(name="Restored"))
    store = Store.open(other, vault.unlock(other, "new"))
    store.snapshot().keep(backup)
    store.close()
    after = ["Maya"] if what == "passphrase" else ["Restored"]
    opened = []
    for nth in range(1, 200, EVERY):
        folder = tmp_path / f"{nth}"
        make(folder, "old", cheap)
        done = subprocess.run(
            [sys.executable, "-c", CHANGE, folder, folder if what == "passphrase" else backup, str(nth)],
            capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode in (0, -signal.SIGKILL), done.stderr
        try:
            assert names(folder, "old") == ["Maya"]
            opened.append("old")
        except WrongPassphrase:
            assert names(folder, "new") == after
            opened.append("new")
        assert not (folder / exchange.NEXT).exists()
        if done.returncode == 0:
            break
    assert opened[-1] == "new"
    assert opened == sorted(opened, reverse=True)
    assert opened.count("old") > 3 and opened.count("new") > 1


def test_where_the_new_file_has_no_room_nothing_is_changed(folder: Path, cheap: Cost) -> None:
    make(folder, "old", cheap)
    store = Store.open(folder, vault.unlock(folder, "old"))
    (folder / exchange.NEXT).mkdir()
    with pytest.raises(StoreError, match="can’t be used"):
        store.change_keys(*vault.new_key("new", None, cheap))
    (folder / exchange.NEXT).rmdir()
    (folder / "vault.keys.bak.new").mkdir()
    with pytest.raises(StoreError, match="can’t be used"):
        store.change_keys(*vault.new_key("new", None, cheap))
    assert store.people.all() == [MAYA]
    store.apply([Edit(None, Person(name="Tom"))])
    store.close()
    assert not (folder / exchange.NEXT).exists()
    (folder / "vault.keys.bak.new").rmdir()
    assert names(folder, "old") == ["Maya", "Tom"]


def test_what_was_changed_and_cannot_be_opened_again_is_told_as_done(folder: Path, cheap: Cost) -> None:
    make(folder, "old", cheap)
    store = Store.open(folder, vault.unlock(folder, "old"))
    file = folder / "vault.db"
    with pytest.raises(VaultClosed, match="It is done"):
        store._database.change_file(file, "00" * 32, lambda: file.write_bytes(b"x" * 8192) and None)
    store.close()


def test_what_is_damaged_is_kept_aside_whole(folder: Path, cheap: Cost, tmp_path: Path) -> None:
    make(folder, "old", cheap)
    store = Store.open(folder, vault.unlock(folder, "old"))
    store.snapshot().keep(tmp_path / "one.backup")
    store.close()
    for name in ("vault.db", "vault.keys", "vault.keys.bak"):
        (folder / name).write_bytes(b"damaged")
    (folder / "vault.db-wal").write_bytes(b"left over")
    with pytest.raises(VaultUnreadable):
        vault.unlock(folder, "old")
    with vault.alone(folder):
        arrival = exchange.from_backup(
            tmp_path / "one.backup", folder, lambda slots: vault.key_in(slots, "old").raw.hex()
        )
        aside = vault.restore(folder, arrival, NOON)
    assert names(folder, "old") == ["Maya"]
    assert aside is not None
    assert (aside / "vault.db").read_bytes() == b"damaged"
    assert (aside / "vault.db-wal").read_bytes() == b"left over"


def test_what_is_kept_aside_can_take_its_place_again(folder: Path, cheap: Cost, tmp_path: Path) -> None:
    make(folder, "old", cheap)
    store = Store.open(folder, vault.unlock(folder, "old"))
    store.snapshot().keep(tmp_path / "one.backup")
    store.apply([Edit(None, Person(name="Tom"))])
    aside = exchange.set_aside(folder, NOON)  # as it is after a crash, not folded in
    store.close()
    assert aside is not None

    def key_of(slots: tuple[keys.Slot, ...]) -> str:
        return vault.key_in(slots, "old").raw.hex()

    with vault.alone(folder):
        vault.restore(folder, exchange.from_backup(tmp_path / "one.backup", folder, key_of), NOON)
    assert names(folder, "old") == ["Maya"]
    with vault.alone(folder):
        arrival = exchange.from_aside(aside, folder, key_of)
        assert arrival.holdings.people == 2
        assert vault.restore(folder, arrival, NOON) != aside  # in the same second, say
    assert names(folder, "old") == ["Maya", "Tom"]
    (aside / "vault.db-wal").unlink()  # as it is of a store that was closed
    with vault.alone(folder):
        assert exchange.from_aside(aside, folder, key_of).holdings.people == 2
        exchange.clear(folder)
    (aside / "vault.db").write_bytes(b"x" * 8192)
    with vault.alone(folder), pytest.raises(VaultUnreadable):
        exchange.from_aside(aside, folder, key_of)
    assert not (folder / exchange.NEXT).exists()
    assert names(folder, "old") == ["Maya", "Tom"]


def test_on_a_disk_without_second_names_it_is_copied(
    folder: Path, cheap: Cost, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(folder, "old", cheap)

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    aside = exchange.set_aside(folder, NOON)
    assert aside is not None
    assert names(aside, "old") == ["Maya"]


def test_keys_with_an_incoming_set_go_by_the_file_that_is_there(folder: Path, cheap: Cost) -> None:
    make(folder, "old", cheap)
    mine = keys.read(folder)
    _, theirs = vault.new_key("new", None, cheap)
    keys.write(folder, mine, keys.Incoming(b"another file's..", theirs))
    assert keys.read(folder) == mine
    keys.write(folder, mine, keys.Incoming(keys.salt(folder / "vault.db"), theirs))
    assert keys.read(folder) == theirs
    keys.write(folder, mine, keys.Incoming(b"another file's..", theirs))
    (folder / "vault.db").rename(folder / "moved away")
    assert keys.read(folder) == mine
    (folder / "moved away").rename(folder / "vault.db")
    assert names(folder, "old") == ["Maya"]
    assert b"incoming" not in (folder / "vault.keys").read_bytes()
