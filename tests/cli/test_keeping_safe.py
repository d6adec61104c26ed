"""`backup`, `restore`, `check` and `rekey`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from connect_desktop import paths
from connect_desktop.domain import Edit, Person
from connect_desktop.store import Store, vault
from connect_desktop.store.derive import Cost

Command = Callable[..., Any]
CHEAP = Cost(memory_kib=64, rounds=1, lanes=1)


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    path = tmp_path / "old"
    path.write_text("correct horse\n")
    return path


@pytest.fixture
def kept(own_data: Path) -> Path:
    """A protected store with one person in it."""
    folder = paths.places(own_data).vault
    store = Store.open(folder, vault.create(folder, "correct horse", None, cost=CHEAP))
    store.apply([Edit(None, Person(name="Maya"))])
    store.close()
    return folder


def names(connect: Command, passphrase: Path, *more: object) -> list[str]:
    found = json.loads(connect("people", "--json", "--passphrase-file", passphrase, *more).out)
    return [one["name"] for one in found]


def test_a_backup_is_made_and_comes_back(
    connect: Command, kept: Path, passphrase: Path, tmp_path: Path
) -> None:
    with_it = ("--passphrase-file", passphrase)
    made = connect("backup", *with_it).out.splitlines()
    assert made[0] == "Backed up and checked: 1 person, 0 moments, 0 reflections."
    backup = Path(made[1])
    assert backup.parent == kept / "backups"
    connect("log", "Tom", "--new", "--body", "1", *with_it)
    dry = connect("restore", backup, "--dry-run", *with_it).out
    assert dry == "In the backup: 1 person, 0 moments, 0 reflections.\nNothing was changed.\n"
    assert names(connect, passphrase) == ["Maya", "Tom"]
    said = connect("restore", backup, *with_it).out.splitlines()
    assert names(connect, passphrase) == ["Maya"]
    aside = Path(said[-1].removeprefix("The store there was before is kept in ").removesuffix("."))
    assert {"vault.db", "vault.keys"} <= {path.name for path in aside.iterdir()}
    elsewhere = tmp_path / "elsewhere"
    connect("restore", backup, "--data", elsewhere, *with_it)
    assert names(connect, passphrase, "--data", elsewhere) == ["Maya"]


@pytest.mark.usefixtures("kept")
def test_a_backup_goes_where_it_is_told_to(connect: Command, passphrase: Path, tmp_path: Path) -> None:
    with_it = ("--passphrase-file", passphrase)
    stick = tmp_path / "stick"
    stick.mkdir()
    into = Path(connect("backup", "--to", stick, *with_it).out.splitlines()[1])
    assert into.parent == stick and into.exists()
    connect("backup", "--to", stick / "mine", *with_it)
    assert (stick / "mine").exists()
    refused = connect("backup", "--to", tmp_path / "nowhere" / "mine", *with_it)
    assert "There is no folder" in refused.line


@pytest.mark.usefixtures("kept")
def test_what_cannot_be_restored_is_refused(connect: Command, passphrase: Path, tmp_path: Path) -> None:
    with_it = ("--passphrase-file", passphrase)
    other = tmp_path / "other.txt"
    other.write_text("a letter")
    assert "not a backup" in connect("restore", other, *with_it).line
    assert "nowhere" in connect("restore", tmp_path / "nowhere", *with_it).line
    backup = Path(connect("backup", *with_it).out.splitlines()[1])
    wrong = tmp_path / "wrong"
    wrong.write_text("wrong")
    assert "doesn’t open" in connect("restore", backup, "--passphrase-file", wrong).line
    backup.write_bytes(backup.read_bytes()[:-1])
    assert "damaged or cut off" in connect("restore", backup, *with_it).line
    assert backup.name in connect("check", *with_it).err
    assert names(connect, passphrase) == ["Maya"]


def test_check_says_that_all_is_whole_or_what_is_not(connect: Command, inside: Callable[[], Any]) -> None:
    assert "There is no backup yet." in connect("check").out
    connect("backup")
    said = connect("check").out
    assert said.startswith("The store is whole: 0 people")
    assert "1 backup, the last of " in said
    with inside() as store:
        store.apply([Edit(None, Person(name="Maya", note="x" * 50_000))])
        folder = store._vault[0]
    with (folder / "vault.db").open("r+b") as stream:
        stream.seek(-8000, 2)
        stream.write(b"damage")
    assert "damaged" in connect("check").line


def test_with_a_new_passphrase_the_old_one_opens_only_what_was_copied_before(
    connect: Command, kept: Path, passphrase: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    new.write_text("battery staple")
    said = connect("rekey", "--passphrase-file", passphrase, "--new-passphrase-file", new).out
    code = said.split("\n\n")[1].strip()
    assert names(connect, new) == ["Maya"]
    assert "doesn’t open" in connect("people", "--passphrase-file", passphrase).line
    assert vault.unlock_with_code(kept, code) == vault.unlock(kept, "battery staple")
    backup, fresh = sorted((kept / "backups").iterdir())
    assert connect("restore", fresh, "--dry-run", "--passphrase-file", new).out.startswith("In the backup: 1")
    connect("restore", backup, "--passphrase-file", passphrase)
    assert names(connect, passphrase) == ["Maya"]


def test_the_recovery_code_does_in_place_of_the_passphrase(
    connect: Command, own_data: Path, tmp_path: Path
) -> None:
    folder, code = paths.places(own_data).vault, vault.new_recovery_code()
    Store.open(folder, vault.create(folder, "correct horse", code, cost=CHEAP)).close()
    paper, new = tmp_path / "paper", tmp_path / "new"
    paper.write_text(code.lower() + "\n")
    new.write_text("battery staple")
    backup = Path(connect("backup", "--passphrase-file", paper).out.splitlines()[1])
    connect("restore", backup, "--passphrase-file", paper)
    connect("rekey", "--passphrase-file", paper, "--new-passphrase-file", new)
    assert vault.unlock(folder, "battery staple")
    assert "doesn’t open" in connect("people", "--passphrase-file", paper).line


@pytest.mark.usefixtures("data")
def test_a_store_in_use_is_left_alone(connect: Command, inside: Callable[[], Any]) -> None:
    backup = Path(connect("backup").out.splitlines()[1])
    with inside():
        for command in (("backup",), ("restore", backup), ("check",), ("rekey",)):
            assert "open already" in connect(*command).line


def test_a_damaged_store_is_put_right_with_all_that_can_be_read(
    connect: Command, kept: Path, passphrase: Path, tmp_path: Path
) -> None:
    with_it = ("--passphrase-file", passphrase)
    backup = Path(connect("backup", *with_it).out.splitlines()[1])
    for name in ("Tom", "Ines"):
        connect("log", name, "--new", "--body", "1", *with_it)
    content = (kept / "vault.db").read_bytes()
    (kept / "vault.db").write_bytes(content[:-4096])
    assert "damaged" in connect("people", *with_it).line
    assert "only once it is done" in connect("restore", "--salvage", "--dry-run", *with_it).line
    assert "Name the backup" in connect("restore", *with_it).line
    said = connect("restore", "--salvage", *with_it).out.splitlines()
    assert said[0].startswith("It began with the backup of ")
    assert said[1].startswith("Of the damaged store came back: 2 moments, 2 people.")
    assert said[2].startswith("There is now: 3 people, 2 moments, 0 reflections")
    assert names(connect, passphrase) == ["Ines", "Maya", "Tom"]
    other = tmp_path / "mine.backup"
    backup.rename(other)
    (kept / "vault.db").unlink()
    connect("restore", other, "--salvage", *with_it)
    assert names(connect, passphrase) == ["Maya"]
