"""What SQLite leaves out of a damaged log without a word is noticed; what was refused is told truly."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from limits import files_up_to

from connect_desktop.domain import Edit, Person
from connect_desktop.domain.errors import NotSaved, VaultDamaged
from connect_desktop.store import Store, repair, vault, written
from connect_desktop.store.derive import Cost
from connect_desktop.store.repair import Repaired

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LOG = "vault.db-wal"


@pytest.fixture
def left(opened: Callable[[], Store], folder: Path, tmp_path: Path) -> Path:
    """What a killed process leaves: one person in the file, and two more beside it."""
    store = opened()
    store.apply([Edit(None, Person(name="Maya"))])
    store.close()
    store = opened()
    for name in ("Tom", "Sana"):
        store.apply([Edit(None, Person(name=name))])
    return Path(shutil.copytree(folder, tmp_path / "left"))


def who(folder: Path) -> list[str]:
    store = Store.open(folder, vault.unlock_open(folder))
    try:
        return sorted(person.name for person in store.people.all())
    finally:
        store.close()


def repaired(folder: Path) -> Repaired:
    return repair.repair(folder, vault.unlock_open(folder), NOON)


def test_what_lies_beside_the_file_is_in_it_when_it_is_next_opened(left: Path) -> None:
    assert written.noted(left) > 2
    assert who(left) == ["Maya", "Sana", "Tom"]
    assert not (left / written.FILE).exists()


def test_a_log_that_is_gone_is_noticed_until_it_is_repaired(left: Path) -> None:
    (left / LOG).unlink()
    for _ in range(2):
        with pytest.raises(VaultDamaged, match="saved last can’t be read"):
            who(left)
    assert repaired(left).damaged == 0
    assert who(left) == ["Maya"]


def test_a_log_that_is_damaged_stays_as_it_is_and_gives_what_can_be_read(left: Path) -> None:
    whole = (left / LOG).read_bytes()
    for place in (20, 32 + 24 + 100, len(whole) - 100):
        folder = Path(shutil.copytree(left, left.parent / str(place)))
        broken = bytearray(whole)
        broken[place] ^= 1
        (folder / LOG).write_bytes(broken)
        for _ in range(2):
            with pytest.raises(VaultDamaged):
                who(folder)
            assert (folder / LOG).read_bytes() == broken
        assert repaired(folder).damaged <= 1
        assert "Maya" in who(folder)


def test_a_note_that_is_damaged_or_older_says_nothing(left: Path) -> None:
    note = left / written.FILE
    whole = note.read_bytes()
    for content in (b"", whole[:-1], b"\xff" + whole[1:]):
        note.write_bytes(content)
        assert written.noted(left) == 0
    written.note(left, 1)
    assert written.noted(left) == 1
    assert who(left) == ["Maya", "Sana", "Tom"]
    written.note(left / "nowhere", 1)
    assert written.noted(left / "nowhere") == 0
    written.forget(left)


def test_a_change_of_keys_goes_on_counting(opened: Callable[[], Store], folder: Path, cheap: Cost) -> None:
    store = opened()
    store.apply([Edit(None, Person(name="Maya"))])
    before = store.holdings().written
    store.change_keys(*vault.new_key("new", None, cheap))
    store.apply([Edit(None, Person(name="Tom"))])
    assert written.noted(folder) == store.holdings().written == before + 1
    store.remember("nothing", None)
    assert store.holdings().written == before + 1


def test_what_could_not_be_folded_in_keeps_its_note(left: Path) -> None:
    vault.forget_written(left)
    assert written.noted(left) > 0
    (left / LOG).unlink()
    vault.forget_written(left)
    assert written.noted(left) == 0


@pytest.mark.skipif(os.name == "nt", reason="needs a limit for files")
def test_what_was_refused_is_told_as_not_there_only_where_that_is_certain(
    opened: Callable[[], Store],
) -> None:
    store = opened()
    with files_up_to(0), pytest.raises(NotSaved) as certain:
        store.apply([Edit(None, Person(name="Tom"))])
    assert "whether it is there" not in str(certain.value)
    store.apply([Edit(None, Person(name="Maya"))])
    with files_up_to(0), pytest.raises(NotSaved, match="look first whether it is there"):
        store.apply([Edit(None, Person(name="Tom"))])
    store.apply([Edit(None, Person(name="Tom"))])
    assert sorted(person.name for person in store.people.all()) == ["Maya", "Tom"]
