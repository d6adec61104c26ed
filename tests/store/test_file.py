"""The file: settings in force, damage told before anything is shown, versions, full and read-only disks."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from limits import files_up_to

from connect_desktop.domain import Edit, Impression, Interaction, Person, Record
from connect_desktop.domain.errors import NotSaved, StoreError, VaultDamaged, VaultTooNew, VaultUnreadable
from connect_desktop.store import Store, database, pages, schema, vault

MAYA = Person(name="Maya")
AT = datetime(2026, 11, 22, tzinfo=UTC)


def moments(count: int, first: int = 0, note: str = "") -> list[Edit[Record]]:
    talks = [Interaction(at=AT + timedelta(minutes=first + n), note=note) for n in range(count)]
    felt = [Impression(interaction=talk.id, person=MAYA.id, body=1) for talk in talks]
    return [Edit(None, record) for record in (*talks, *felt)]


def test_the_settings_that_keep_it_safe_are_in_force(opened: Callable[[], Store]) -> None:
    store = opened()
    for name, answer in {
        "locking_mode": "exclusive", "journal_mode": "wal", "synchronous": 2, "fullfsync": 1,
        "checkpoint_fullfsync": 1, "secure_delete": 1, "temp_store": 2, "cache_size": -12288,
        "foreign_keys": 1,
        "busy_timeout": 2000, "cipher_log_level": "NONE", "cipher_page_size": "4096", "cipher_use_hmac": "1",
    }.items():  # fmt: skip
        assert store._database.row(f"PRAGMA {name}") == (answer,), name


def test_a_setting_that_does_not_take_is_told(
    opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened().close()
    wanted = tuple((*s[:2], "other") if s[0] == "journal_mode" else s for s in database._SAFE)
    monkeypatch.setattr(database, "_SAFE", wanted)
    with pytest.raises(VaultUnreadable, match="journal_mode"):
        opened()


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlcipher3.dbapi2.sqlite_version_info", (3, 51, 2))
    with pytest.raises(StoreError, match=r"SQLite 3\.51\.2 .* 3\.51\.3 or newer"):
        Store.memory()
    monkeypatch.setattr("sqlcipher3.dbapi2.sqlite_version_info", (3, 51, 3))
    Store.memory().close()


def damages() -> dict[str, Callable[[bytes], bytes]]:
    return {
        "empty": lambda _: b"",
        "one byte": lambda whole: whole[:1],
        "a few bytes": lambda whole: whole[:100],
        "one page": lambda whole: whole[:4096],
        "half": lambda whole: whole[: len(whole) // 8192 * 4096],
        "another key": lambda whole: bytes(16) + whole[16:],
        "random": lambda whole: os.urandom(len(whole)),
        "a flipped bit at the start": lambda whole: whole[:20] + bytes([whole[20] ^ 1]) + whole[21:],
        "something else": lambda _: b"%PDF-1.7 not a store" * 1000,
    }


@pytest.mark.parametrize("how", damages())
def test_a_damaged_file_is_told_and_left_as_it_is(
    opened: Callable[[], Store], folder: Path, how: str, capfd: pytest.CaptureFixture[str]
) -> None:
    store = opened()
    store.apply([Edit(None, MAYA), *moments(200)])
    store.close()
    path = folder / "vault.db"
    whole = path.read_bytes()
    path.write_bytes(damages()[how](whole))
    damaged = path.read_bytes()
    with pytest.raises(VaultUnreadable, match="left as it is"):
        opened()
    assert path.read_bytes() == damaged
    assert capfd.readouterr() == ("", "")
    path.write_bytes(whole)
    assert opened().people.all() == [MAYA]


def test_a_file_with_nothing_in_it_is_never_shown_as_an_empty_store(
    opened: Callable[[], Store], folder: Path
) -> None:
    opened().close()
    path = folder / "vault.db"
    path.write_bytes(b"")
    database.Database(path, vault.unlock_open(folder).raw.hex()).close()
    before = path.read_bytes()
    assert before
    with pytest.raises(VaultUnreadable, match="left as it is"):
        opened()
    assert path.read_bytes() == before


def test_a_flipped_bit_further_in_is_told_before_anything_is_read(
    opened: Callable[[], Store], folder: Path
) -> None:
    store = opened()
    store.apply([Edit(None, MAYA), *moments(2000)])
    store.close()
    path = folder / "vault.db"
    content = bytearray(path.read_bytes())
    content[-1000] ^= 4
    path.write_bytes(content)
    with pytest.raises(VaultDamaged, match="damaged"):
        opened()


def test_a_page_that_a_power_cut_left_half_folded_in_is_whole_beside_the_file(
    opened: Callable[[], Store], folder: Path, tmp_path: Path
) -> None:
    store = opened()
    store.apply([Edit(None, MAYA), *moments(50)])
    store.close()
    store = opened()
    store.apply(moments(5, first=100))
    cut = tmp_path / "cut"
    shutil.copytree(folder, cut)
    number = max(number for number, _ in pages._logged((cut / "vault.db-wal").read_bytes()))
    with (cut / "vault.db").open("r+b") as stream:
        stream.seek((number - 1) * pages.SIZE + 512)
        stream.write(b"half of another page")
    found = Store.open(cut, vault.unlock_open(cut))
    assert found.interactions.count() == 55
    assert found.faults() == []
    found.close()


def test_a_newer_file_is_refused_and_left_untouched(opened: Callable[[], Store], folder: Path) -> None:
    store = opened()
    with store._database.transaction():
        store._database.write("INSERT INTO schema_step VALUES (99, 'later')")
    store.close()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for _ in range(2):
        with pytest.raises(VaultTooNew, match=r"schema 99; this one knows 4"):
            opened()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_steps_are_taken_once_each_whole_with_its_record(store: Store) -> None:
    file = store._database
    more = (*schema.STEPS, "CREATE TABLE a (b TEXT) STRICT;\nINSERT INTO a VALUES ('it''s; fine');")
    schema.migrate(file, more)
    schema.migrate(file, more)
    assert file.rows("SELECT b FROM a") == [("it's; fine",)]
    assert [row[0] for row in file.rows("SELECT number FROM schema_step")] == [1, 2, 3, 4, 5]
    with pytest.raises(Exception, match="no such table: nowhere"):
        schema.migrate(file, (*more, "DROP TABLE a;\nINSERT INTO nowhere VALUES (1);"))
    assert file.rows("SELECT b FROM a") == [("it's; fine",)]
    assert schema.version(file) == len(more)


def test_every_table_is_strict_and_every_reference_waits_for_the_end(store: Store) -> None:
    file = store._database
    tables = file.rows(
        "SELECT name, strict FROM pragma_table_list "
        "WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    assert len(tables) == 20 and all(strict for _, strict in tables)
    references = 0
    for name, _ in tables:
        keys = file.rows(f"PRAGMA foreign_key_list({name})")
        sql = file.row("SELECT sql FROM sqlite_schema WHERE name = ?", (name,))
        assert sql is not None and sql[0].count("DEFERRABLE INITIALLY DEFERRED") == len(keys)
        assert all(key[6] == "NO ACTION" for key in keys)
        references += len(keys)
    assert references == 15


def test_a_query_never_walks_through_everyone_to_find_one(store: Store) -> None:
    from connect_desktop.store import impressions

    page = "p.at_utc <= 9 AND (p.at_utc, t.created_utc, t.id) < (9, 9, 'x')"
    for sql in (
        impressions._OF_ONE.replace("?", "'x'"),
        "SELECT t.id FROM impression AS p CROSS JOIN interaction AS t ON t.id = p.interaction "
        f"WHERE p.person = 'x' AND {page} ORDER BY p.at_utc DESC, t.created_utc DESC, t.id DESC LIMIT 5",
    ):
        assert not [row for row in store._database.rows(f"EXPLAIN QUERY PLAN {sql}") if "SCAN" in row[3]]


# Disks


def see_usable(store: Store, kept: int) -> None:
    assert store.interactions.count() == store.impressions.count() == kept
    store.apply(moments(1, first=10**6))
    assert store.moments.recent(1)[0].at == AT + timedelta(minutes=10**6)
    assert store._database.rows("PRAGMA integrity_check") == [("ok",)]
    assert store._database.rows("PRAGMA foreign_key_check") == []


def fill(store: Store) -> int:
    """Save until nothing more fits; return how many moments were acknowledged."""
    for kept in range(0, 100_000, 5):
        try:
            store.apply(moments(5, first=kept, note="x" * 20_000))
        except NotSaved as error:
            assert "disk" in str(error) and "what was saved before is safe" in str(error)
            return kept
    raise AssertionError("it never got full")


def test_a_full_disk_loses_nothing_and_room_heals_it(opened: Callable[[], Store]) -> None:
    store = opened()
    store.apply([Edit(None, MAYA)])
    store._database.row("PRAGMA max_page_count = 400")
    kept = fill(store)
    assert kept > 0
    assert fill(store) == 0
    store._database.row("PRAGMA max_page_count = 4000")
    see_usable(store, kept)
    assert opened().interactions.count() == kept + 1


def test_a_refused_write_loses_nothing(opened: Callable[[], Store]) -> None:
    store = opened()
    store.apply([Edit(None, MAYA)])
    with files_up_to(1_000_000):
        kept = fill(store)
    assert kept > 0
    see_usable(store, kept)
    assert opened().interactions.count() == kept + 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True, check=False
    ) if sys.platform == "linux" else None  # fmt: skip
    if mounted is None or mounted.returncode != 0:
        pytest.skip("may not mount a disk here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_really_full_disk(small_disk: Path) -> None:
    folder = small_disk / "vault"
    key = vault.create(folder, None, None)
    filler = small_disk / "filler"
    filler.write_bytes(bytes(1_000_000))
    store = Store.open(folder, key)
    store.apply([Edit(None, MAYA)])
    kept = fill(store)
    assert kept > 0
    store.close()
    store = Store.open(folder, key)
    assert store.interactions.count() == kept
    filler.unlink()
    see_usable(store, kept)
    store.close()


def test_no_room_for_a_vault_leaves_none_and_room_heals_it(small_disk: Path) -> None:
    folder, filler = small_disk / "vault", small_disk / "filler"
    for free in (0, 8_000, 40_000, 120_000):
        filler.write_bytes(bytes(2 * 1024 * 1024 - 4096 * 2 - free))
        with pytest.raises(StoreError, match=r"room|full|space"):
            vault.create(folder, None, None)
        assert not folder.exists()
        filler.unlink()
    vault.create(folder, None, None)
    assert vault.state(folder) is vault.State.OPEN


READ_ONLY = """
import os, sys
from pathlib import Path
from connect_desktop.domain import Edit, Person
from connect_desktop.domain.errors import ConnectError
from connect_desktop.store import Store, vault
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
folder, made = Path(sys.argv[1]), Edit(None, Person(name="A"))
for attempt in (
    lambda: vault.create(folder / "new", None, None),
    lambda: Store.open(folder / "vault", vault.unlock_open(folder / "vault")).apply([made]),
):
    try:
        attempt()
    except ConnectError as error:
        print(error)
    else:
        print("nothing told")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("closed", ["folder", "vault folder", "file"])
def test_a_read_only_place_is_told(closed: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        vault.create(place / "vault", None, None)
        for path in (place, place / "vault", *(place / "vault").iterdir()):
            if os.getuid() == 0:
                os.chown(path, 65534, 65534)
        before = {path.name: path.read_bytes() for path in (place / "vault").iterdir()}
        target = {"folder": place, "vault folder": place / "vault", "file": place / "vault" / "vault.db"}[
            closed
        ]
        target.chmod(0o400 if target.is_file() else 0o500)
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, place], capture_output=True, text=True, check=True
        )
        place.chmod(0o700)
        (place / "vault").chmod(0o700)
        told = done.stdout.splitlines()
        assert len(told) == 2
        if closed == "folder":
            assert "right" in told[0] and "Nothing was changed" in told[0]
        else:
            assert "right" in told[1] or "read-only" in told[1]
            after = {path.name: path.read_bytes() for path in (place / "vault").iterdir()}
            assert {name: after[name] for name in before} == before
