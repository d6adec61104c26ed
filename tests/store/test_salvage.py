"""A damaged store made good: what lies in whole pages comes back, whatever else is damaged."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from connect_desktop.domain import (
    Circle,
    Closeness,
    Direction,
    Edit,
    Evidence,
    Hope,
    Impression,
    Interaction,
    Person,
    Record,
    Reflection,
    Step,
    StepState,
    Word,
)
from connect_desktop.domain.errors import BackupRefused, KeysLost, VaultDamaged
from connect_desktop.domain.reflection import OwnPrompt, Version
from connect_desktop.store import Store, backups, cells, pages, repair, salvage, vault
from connect_desktop.store.derive import Cost

NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=1)))
MAYA, TOM = Person(name="Maya"), Person(name="Tom", note="long " * 3000)
FRIENDS = Circle(name="Friends", members=frozenset({MAYA.id, TOM.id}))
HOPE = Hope(person=MAYA.id, text="to be asked", since=date(2026, 1, 1))
LAKE = Reflection(
    on=date(2026, 6, 1), text="quiet " * 2000, people=frozenset({MAYA.id}), circles=frozenset({FRIENDS.id})
)


def moment(n: int, person: Person = MAYA, note: str = "") -> tuple[Interaction, Impression]:
    talk = Interaction(at=NOON - timedelta(hours=n), note=note or f"walk {n} " * 9, circle=FRIENDS.id)
    return talk, Impression(interaction=talk.id, person=person.id, body=n % 7 - 3)


def life(moments: int = 300) -> list[Record]:
    both = [one for n in range(moments) for one in moment(n, (MAYA, TOM)[n % 2])]
    return [
        MAYA, TOM, FRIENDS, Word(text="homesick"), OwnPrompt(text="What eased you?"), *both, HOPE,
        Evidence(hope=HOPE.id, impression=both[1].id, direction=Direction.TOWARD), LAKE,
        Version(reflection=LAKE.id, at=NOON, text="quieter"),
        Closeness(person=MAYA.id, on=NOON.date(), ring=1),
        Step(practice="ask", person=TOM.id, offered=NOON.date(), state=StepState.TAKEN),
        Step(practice="rest", offered=NOON.date(), state=StepState.TAKEN),
    ]  # fmt: skip


@pytest.fixture
def key(folder: Path) -> vault.DataKey:
    made = vault.create(folder, None, None)
    store = Store.open(folder, made)
    store.apply([Edit(None, one) for one in life()])
    store.remember("draft", "half a sentence")
    store.close()
    return made


def file(folder: Path) -> Path:
    return folder / "vault.db"


def read(folder: Path, key: vault.DataKey) -> salvage.Salvaged:
    return salvage.read(file(folder), key.raw)


def everything(folder: Path, key: vault.DataKey) -> dict[str, Record]:
    return {own: one for some in read(folder, key).records.values() for own, one in some.items()}


def damage(folder: Path, numbers: Iterable[int]) -> None:
    with file(folder).open("r+b") as stream:
        for number in numbers:
            stream.seek((number - 1) * pages.SIZE + 2000)
            stream.write(b"damage")


def back_up(folder: Path, key: vault.DataKey, at: datetime = NOON) -> Path:
    store = Store.open(folder, key)
    path = folder / backups.FOLDER / backups.named(at)
    store.snapshot().keep(path)
    store.close()
    return path


def stored(folder: Path, key: vault.DataKey) -> Store:
    return Store.open(folder, key)


def test_of_a_whole_file_everything_is_read(folder: Path, key: vault.DataKey) -> None:
    found = read(folder, key)
    assert found.damaged == 0
    assert found.memos == {"draft": "half a sentence"}
    assert everything(folder, key).keys() >= {MAYA.id, TOM.id, HOPE.id, LAKE.id, FRIENDS.id}
    for some in found.records.values():
        assert all(own == one.id for own, one in some.items())
    assert found.records[Circle] == {FRIENDS.id: FRIENDS}
    assert found.records[Reflection] == {LAKE.id: LAKE}
    assert len(found.records[Interaction]) == len(found.records[Impression]) == 300


def test_what_was_not_folded_in_yet_is_read_too(folder: Path, key: vault.DataKey) -> None:
    store = Store.open(folder, key)
    late = Person(name="Late")
    store.apply([Edit(None, late)])
    (folder / "copy").mkdir()
    for name in ("vault.db", "vault.db-wal"):
        (folder / "copy" / name).write_bytes((folder / name).read_bytes())
    store.close()
    assert late.id in salvage.read(folder / "copy" / "vault.db", key.raw).records[Person]
    log = folder / "copy" / "vault.db-wal"
    log.write_bytes(log.read_bytes() + bytes(2 * (24 + pages.SIZE)))
    found = salvage.read(folder / "copy" / "vault.db", key.raw)
    assert late.id in found.records[Person]


@pytest.mark.parametrize("seed", range(6))
def test_rows_outside_damaged_pages_come_back(folder: Path, key: vault.DataKey, seed: int) -> None:
    whole = everything(folder, key)
    total = read(folder, key).pages
    damage(folder, random.Random(seed).sample(range(1, total + 1), 5))
    found = everything(folder, key)
    assert read(folder, key).damaged == 5
    assert found.keys() <= whole.keys()
    assert len(whole) - len(found) < 5 * 45


def test_without_the_page_that_says_where_tables_begin_rows_are_known_by_what_they_hold(
    folder: Path, key: vault.DataKey
) -> None:
    whole = everything(folder, key)
    damage(folder, [1])
    found = everything(folder, key)
    assert found.keys() == whole.keys()
    assert {type(found[own]) for own in whole} == {type(one) for one in whole.values()}
    assert found[MAYA.id] == MAYA and found[HOPE.id] == HOPE


def test_without_its_salt_no_page_is_signed_and_all_is_read(folder: Path, key: vault.DataKey) -> None:
    whole = everything(folder, key)
    with file(folder).open("r+b") as stream:
        stream.write(b"x")
    found = read(folder, key)
    assert found.damaged == found.pages
    assert everything(folder, key).keys() == whole.keys()


def test_of_something_else_nothing_is_read(folder: Path, key: vault.DataKey) -> None:
    file(folder).write_bytes(random.Random(1).randbytes(300 * pages.SIZE))
    assert everything(folder, key) == {}
    file(folder).write_bytes(b"short")
    assert everything(folder, key) == {}


def test_pages_that_lie_about_themselves_are_left() -> None:
    def page(head: bytes, *parts: tuple[int, bytes]) -> bytes:
        made = bytearray(head.ljust(pages.USABLE, b"\0"))
        for at, content in parts:
            made[at : at + len(content)] = content
        return bytes(made)

    leaf = bytes([cells.LEAF, 0, 0, 0, 1, 0, 0, 0])
    told = {
        "a number beyond the record": page(leaf + b"\x0f\xa0", (4000, b"\x03\x01\x02\x06\x01")),
        "a type that is reserved": page(leaf + b"\x0f\xa0", (4000, b"\x03\x01\x02\x0a\x00")),
        "a place beyond the page": page(leaf + b"\xff\xff"),
        "a next page that is not there": page(leaf + b"\x01\x00", (256, b"\xbf\x10\x01\x02\x01")),
        "no text": page(leaf + b"\x0f\xa0", (4000, b"\x03\x01\x02\x0f\xff")),
    }
    for what, content in told.items():
        assert [row for row in cells.rows({2: content}, 2) if any(row)] == [], what
    real = page(leaf + b"\x0f\xa0", (4000, b"\x0a\x01\x02\x07\x40\x09\x21\xfb\x54\x44\x2d\x18"))
    assert [*cells.rows({2: real}, 2)] == [(pytest.approx(3.14159265),)]
    assert cells._varint(b"\xff" * 9, 0) == ((1 << 64) - 1, 9)
    assert cells.kind({}, 7) == 0


def test_repaired_it_is_the_newest_backup_with_what_came_after(folder: Path, key: vault.DataKey) -> None:
    back_up(folder, key)
    later = replace(TOM, name="Thomas")
    store = Store.open(folder, key)
    store.apply([Edit(TOM, later), Edit(None, Person(name="Ines")), *(Edit(None, one) for one in moment(-1))])
    store.remember("words", "typed later")
    store.close()
    total = read(folder, key).pages
    file(folder).write_bytes(file(folder).read_bytes()[: (total - 1) * pages.SIZE])
    with pytest.raises(VaultDamaged):
        Store.open(folder, key)
    damaged = file(folder).read_bytes()
    found = repair.repair(folder, key, NOON)
    assert (found.moments, found.people) == (1, 1)
    assert found.backup == NOON
    assert found.aside is not None and file(found.aside).read_bytes() == damaged
    store = stored(folder, key)
    assert sorted(one.name for one in store.people.all()) == ["Ines", "Maya", "Thomas"]
    assert store.memo("words") == "typed later" and store.memo("draft") == "half a sentence"
    assert store.interactions.count() == found.holdings.moments == 301
    assert store.faults() == []
    store.close()


def test_a_backup_that_is_damaged_or_has_another_key_is_passed_over(folder: Path, key: vault.DataKey) -> None:
    back_up(folder, key)
    broken = back_up(folder, key, NOON + timedelta(hours=1))
    broken.write_bytes(broken.read_bytes()[:-1])
    damage(folder, [3])
    newest = repair.newest(folder, key)
    assert newest is not None and newest.made == NOON
    assert repair.newest(folder, vault.DataKey(bytes(32))) is None
    assert repair.repair(folder, key, NOON).backup == NOON


def test_without_a_backup_what_can_be_read_is_the_store(folder: Path, key: vault.DataKey) -> None:
    damage(folder, [2])
    found = repair.repair(folder, key, NOON)
    assert found.backup is None and found.damaged == 1
    assert found.people == 2
    assert stored_names(folder, key) == ["Maya", "Tom"]


def stored_names(folder: Path, key: vault.DataKey) -> list[str]:
    store = stored(folder, key)
    try:
        assert store.faults() == []
        return [one.name for one in store.people.all()]
    finally:
        store.close()


def test_where_there_is_nothing_to_repair_with_nothing_is_changed(folder: Path, key: vault.DataKey) -> None:
    file(folder).write_bytes(b"%PDF" * 4096)
    with pytest.raises(VaultDamaged, match="no backup"):
        repair.repair(folder, key, NOON)
    assert file(folder).read_bytes() == b"%PDF" * 4096
    assert not (folder / "aside").exists() and not (folder / "vault.db.next").exists()


def test_a_store_that_is_gone_comes_back_from_its_backup(folder: Path, key: vault.DataKey) -> None:
    back_up(folder, key)
    file(folder).unlink()
    found = repair.repair(folder, key, NOON)
    assert (found.moments, found.pages) == (0, 0)
    assert stored_names(folder, key) == ["Maya", "Tom"]


@pytest.mark.usefixtures("key")
def test_a_backup_from_elsewhere_opens_with_its_own_passphrase(
    folder: Path, tmp_path: Path, cheap: Cost
) -> None:
    other = tmp_path / "other"
    theirs = vault.create(other, "theirs", None, cost=cheap)
    Store.open(other, theirs).close()
    path = back_up(other, theirs)
    damage(folder, [2])
    repair.repair(folder, theirs, NOON, path)
    assert vault.unlock(folder, "theirs") == theirs
    assert stored_names(folder, theirs) == []
    with pytest.raises(BackupRefused):
        repair.repair(folder, theirs, NOON, tmp_path / "nowhere")


def test_a_repair_that_fails_leaves_all_as_it_was(
    folder: Path, key: vault.DataKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(folder, key)
    damage(folder, [2])
    before = file(folder).read_bytes()
    monkeypatch.setattr(repair, "_add", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        repair.repair(folder, key, NOON)
    assert file(folder).read_bytes() == before
    assert not (folder / "vault.db.next").exists()


def test_keys_come_back_from_the_newest_backup(tmp_path: Path, cheap: Cost) -> None:
    folder = tmp_path / "protected"
    key = vault.create(folder, "mine", None, cost=cheap)
    Store.open(folder, key).close()
    assert not repair.keys_from_backup(folder)
    back_up(folder, key)
    for name in ("vault.keys", "vault.keys.bak"):
        (folder / name).unlink()
    with pytest.raises(KeysLost):
        vault.unlock(folder, "mine")
    assert repair.keys_from_backup(folder)
    assert vault.unlock(folder, "mine") == key


# What points at a record that is lost


def joined(lost: Callable[[Record], bool]) -> dict[type[Record], dict[str, Record]]:
    """A life that was read but for some records, made whole."""
    records: dict[type[Record], dict[str, Record]] = {kind: {} for kind in salvage.TABLES}
    times = {}
    for one in life(4):
        if not lost(one):
            records[type(one)][one.id] = one
        if isinstance(one, Interaction):
            times[one.id] = (int(one.at.timestamp() * 1e6), int(one.at.replace(tzinfo=UTC).timestamp()))
    nothing = {kind: {} for kind in salvage.TABLES}
    whole = repair._joined(nothing, salvage.Salvaged(records, times, {}, 1, 9))
    store = Store.memory()
    store.apply(repair._edits(nothing, whole))
    assert store.faults() == []
    store.close()
    return whole


def test_a_person_who_is_lost_keeps_their_moments_under_no_name() -> None:
    whole = joined(lambda one: one in (MAYA, TOM))
    assert {one.name for one in whole[Person].values()} == {"Someone whose name was lost"}  # type: ignore[attr-defined]
    assert whole[Person].keys() == {MAYA.id, TOM.id}
    assert len(whole[Impression]) == 4


def test_a_moment_that_is_lost_keeps_its_time_and_how_it_felt() -> None:
    whole = joined(lambda one: isinstance(one, Interaction))
    assert sorted(one.at for one in whole[Interaction].values()) == sorted(  # type: ignore[attr-defined]
        one.at for one in life(4) if isinstance(one, Interaction)
    )
    assert {one.at.utcoffset() for one in whole[Interaction].values()} == {timedelta(hours=1)}  # type: ignore[attr-defined]


def test_what_hangs_on_a_lost_circle_reflection_or_hope_goes_on_without() -> None:
    lost = joined(lambda one: isinstance(one, Circle | Reflection | Hope))
    assert lost[Evidence] == {}
    assert all(one.circle is None for one in lost[Interaction].values())  # type: ignore[attr-defined]
    (reflection,) = lost[Reflection].values()
    assert (reflection.id, reflection.text) == (LAKE.id, "quieter")  # type: ignore[attr-defined]
    whole = joined(lambda one: isinstance(one, Impression))
    assert whole[Evidence] == {}


def test_of_two_about_the_same_that_which_was_read_stays() -> None:
    talk, felt = moment(1)
    read_one = replace(felt, id="f" * 32, body=3)
    here: dict[type[Record], dict[str, Record]] = {kind: {} for kind in salvage.TABLES}
    here[Person][MAYA.id], here[Interaction][talk.id], here[Impression][felt.id] = MAYA, talk, felt
    found = salvage.Salvaged({Impression: {read_one.id: read_one}}, {}, {}, 1, 9)
    assert [*repair._joined(here, found)[Impression].values()] == [read_one]
    other, theirs = moment(2)
    here[Interaction][other.id], here[Impression][theirs.id] = other, theirs
    moved = replace(felt, interaction=other.id)
    found = salvage.Salvaged({Impression: {moved.id: moved}}, {}, {}, 1, 9)
    assert [*repair._joined(here, found)[Impression].values()] == [moved]
