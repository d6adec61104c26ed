"""Brought to a new schema: with a backup before, whole or not at all, and no row lost by it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from connect_desktop.domain import Edit, Person
from connect_desktop.domain.errors import VaultUnreadable
from connect_desktop.store import Store, backup_file, backups, keys, schema, slots, vault
from connect_desktop.store.database import Database

FILES = Path(__file__).parent / "files"
KEPT = "ALTER TABLE person ADD COLUMN extra TEXT;"


@pytest.fixture
def database(opened: Callable[[], Store]) -> Database:
    store = opened()
    store.apply([Edit(None, Person(name="Maya"))])
    return store._database


def test_several_steps_are_taken_together(database: Database) -> None:
    schema.migrate(database, (*schema.STEPS, KEPT, "UPDATE person SET extra = 'x';"))
    assert database.rows("SELECT name, extra FROM person") == [("Maya", "x")]
    assert schema.version(database) == len(schema.STEPS) + 2


@pytest.mark.parametrize(
    "step",
    [
        "DELETE FROM person;",
        "DROP TABLE word;",
        "INSERT INTO hope VALUES ('h', 'nobody', '', '2026-01-01', NULL, 'open', NULL, '');\n"
        "INSERT INTO hope SELECT 'x', person, text, since, look_again, state, closed, closing FROM hope;\n"
        "DELETE FROM hope WHERE id = 'h';",
    ],
)
def test_a_step_that_loses_rows_or_leaves_them_dangling_is_taken_back(database: Database, step: str) -> None:
    with pytest.raises(Exception) as raised:
        schema.migrate(database, (*schema.STEPS, KEPT, step))
    assert isinstance(raised.value, VaultUnreadable) or "belongs to" in str(raised.value)
    assert schema.version(database) == len(schema.STEPS)
    assert database.rows("SELECT name FROM person") == [("Maya",)]
    assert "extra" not in {row[1] for row in database.rows("PRAGMA table_info(person)")}


def test_links_are_seen_to_where_the_disk_does_not(database: Database) -> None:
    database.rows("PRAGMA foreign_keys = 0")
    step = "UPDATE about SET changed_at = changed_at;"
    database._connection.execute("INSERT INTO circle_member VALUES ('nowhere', 'nobody')")
    with pytest.raises(VaultUnreadable, match="links"):
        schema.migrate(database, (*schema.STEPS, step))
    assert schema.version(database) == len(schema.STEPS)


def test_a_backup_is_made_before_the_file_of_the_first_release_is_brought_up(tmp_path: Path) -> None:
    folder, raw = tmp_path / "vault", bytes.fromhex("c0" * 32)
    folder.mkdir()
    shutil.copy(FILES / "v1.db", folder / "vault.db")
    keys.write(folder, (slots.for_anyone(raw),))
    store = Store.open(folder, vault.unlock_open(folder))
    assert store.people.count() == 3
    store.close()
    (backup,) = backups.found(folder / backups.FOLDER)
    copy = tmp_path / "copy.db"
    backup_file.unpack(backup.path, copy)
    before = Database(copy, raw.hex(), to_look=True)
    assert schema.version(before) == 1
    before.close()
    Store.open(folder, vault.unlock_open(folder)).close()
    assert len(backups.found(folder / backups.FOLDER)) == 1
