"""Bringing a file in: whole into an empty store, by explicit choice into another, and back out again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connect_desktop.domain import (
    Circle,
    Edit,
    Hope,
    Impression,
    Interaction,
    Moment,
    Person,
    Record,
    Reflection,
    Version,
    Word,
)
from connect_desktop.domain.errors import FileRefused, InvalidValue, NotSaved
from connect_desktop.interchange import batch, connect_json, merge
from connect_desktop.interchange.bundle import Bundle
from connect_desktop.interchange.contents import contents, is_empty
from connect_desktop.interchange.merge import Differing
from connect_desktop.store import Store

Written = Callable[[Any], Path]
Life = dict[str, Any]
AT = datetime(2026, 11, 22, 21, 14, tzinfo=UTC)


def text(store: Store) -> str:
    return "".join(connect_json.lines(contents(store, 240)))


def take_in(store: Store, bundle: Bundle, differing: Differing | None = None, **who: str) -> str | None:
    return merge.bring_in(store, merge.plan(store, bundle, who), differing)


def take_out(store: Store, batch_id: str | None, *, with_later: bool = False) -> None:
    assert batch_id is not None
    batch.take_back(store, batch.taking_back(store, batch_id), with_later=with_later)


@pytest.fixture
def bundle(life: Life, written: Written) -> Bundle:
    return connect_json.read(written(life))


@pytest.fixture
def full(store: Store, bundle: Bundle) -> Store:
    """A store that the whole life was brought into."""
    take_in(store, bundle)
    return store


@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_out_of_one_store_into_an_empty_one_and_out_again_gives_the_same_bytes(
    data: st.DataObject, lives: st.SearchStrategy[Bundle], tmp_path: Path
) -> None:
    first, second, file = Store.memory(), Store.memory(), tmp_path / "life.json"
    first.apply([Edit(None, record) for record in data.draw(lives)])
    connect_json.write(contents(first, 90), file)
    bundle = connect_json.read(file)
    planned = merge.plan(second, bundle)
    assert planned.day_ends == 90
    merge.bring_in(second, planned)
    assert "".join(connect_json.lines(contents(second, 90))) == file.read_text(encoding="utf-8")
    first.close()
    second.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data(), differing=st.sampled_from(Differing))
def test_any_life_joins_any_other_and_is_taken_back_without_a_trace(
    data: st.DataObject, differing: Differing, lives: st.SearchStrategy[Bundle]
) -> None:
    store = Store.memory()
    store.apply([Edit(None, record) for record in data.draw(lives)])
    before, other = contents(store, 0).records, data.draw(lives)
    strangers = {theirs.id: theirs.id for theirs, _ in merge.plan(store, other).namesakes}
    taken = take_in(store, other, differing, **strangers)
    here = {(type(record), record.id) for record in contents(store, 0)}
    assert here >= {(type(record), record.id) for record in other if not isinstance(record, Word)}
    if taken is not None:
        assert take_in(store, other, differing, **strangers) is None
        take_out(store, taken)
    assert contents(store, 0).records == before
    store.close()


def test_an_empty_store_goes_through_a_file_unchanged(store: Store, tmp_path: Path) -> None:
    file, other = tmp_path / "life.json", Store.memory()
    person = Person(name="Maya")
    store.apply([Edit(None, person)])
    store.apply([Edit(person, None)], changed_at=AT)
    connect_json.write(contents(store, 240), file)
    assert take_in(other, connect_json.read(file)) is None
    assert text(other) == file.read_text(encoding="utf-8")
    assert other.changed_at == AT
    other.close()


def test_an_unchanged_store_writes_the_same_bytes_twice(full: Store) -> None:
    assert text(full) == text(full)


def test_the_second_and_third_time_nothing_is_added(full: Store, bundle: Bundle) -> None:
    before = text(full)
    for _ in range(2):
        planned = merge.plan(full, bundle)
        assert (planned.new, planned.differing, planned.namesakes, planned.same) == ((), (), (), 16)
        assert merge.bring_in(full, planned) is None
    assert text(full) == before


def test_what_is_new_joins_what_is_there(store: Store, bundle: Bundle) -> None:
    mine = Person(name="Someone else")
    store.apply([Edit(None, mine)])
    planned = merge.plan(store, bundle)
    assert (len(planned.new), planned.same) == (16, 0)
    assert planned.exported is None  # what is there was changed now, not when the file was written
    assert planned.day_ends is None  # nor does the file say when this user's day ends
    merge.bring_in(store, planned)
    assert store.people.get(mine.id) == mine
    assert store.people.count() == 3


def changed_here(store: Store) -> Person:
    maya = store.people.get("p2")
    assert maya is not None
    store.apply([Edit(maya, replace(maya, note="sings alto"))])
    return replace(maya, note="sings alto")


def test_other_contents_under_one_id_are_for_the_user_to_decide(full: Store, bundle: Bundle) -> None:
    changed_here(full)
    before = text(full)
    with pytest.raises(FileRefused, match=r"1 record .* other contents \(people, id p2\)"):
        take_in(full, bundle)
    assert text(full) == before


def test_keep_leaves_what_is_here(full: Store, bundle: Bundle) -> None:
    mine = changed_here(full)
    assert take_in(full, bundle, Differing.KEEP) is None
    assert full.people.get("p2") == mine


def test_replace_takes_what_is_in_the_file_and_can_be_taken_back(full: Store, bundle: Bundle) -> None:
    mine = changed_here(full)
    before = contents(full, 0).records
    taken = take_in(full, bundle, Differing.REPLACE)
    assert full.people.get("p2") == replace(mine, note="met at the choir")
    take_out(full, taken)
    assert contents(full, 0).records == before


def test_two_spellings_of_one_instant_are_a_difference(full: Store, life: Life, written: Written) -> None:
    life["interactions"][0]["at"] = "2026-11-20T21:40:00Z"
    assert len(merge.plan(full, connect_json.read(written(life))).differing) == 1


def test_a_word_is_the_same_word_whatever_its_id(store: Store, bundle: Bundle) -> None:
    mine = Word(text="soft", feeling="easy")
    store.apply([Edit(None, mine)])
    planned = merge.plan(store, bundle)
    assert planned.same == 1
    merge.bring_in(store, planned)
    assert store.words.all() == [mine]


def test_a_word_that_points_elsewhere_keeps_its_id_when_replaced(store: Store, bundle: Bundle) -> None:
    mine = Word(text="soft", feeling="tight")
    store.apply([Edit(None, mine)])
    take_in(store, bundle, Differing.REPLACE)
    assert store.words.all() == [replace(mine, feeling="easy")]


@pytest.fixture
def known(store: Store) -> Person:
    """Someone here who is called as someone in the file is."""
    here = Person(name="MAYA BEÍSPIEL")
    store.apply([Edit(None, here)])
    return here


def test_a_namesake_is_for_the_user_to_decide(store: Store, bundle: Bundle, known: Person) -> None:
    before = text(store)
    planned = merge.plan(store, bundle)
    assert [(one.id, here) for one, here in planned.namesakes] == [("p2", known)]
    with pytest.raises(FileRefused, match="MAYA BEÍSPIEL is here already"):
        merge.bring_in(store, planned)
    assert text(store) == before


def test_an_alias_makes_a_namesake_too(store: Store, bundle: Bundle) -> None:
    store.apply([Edit(None, Person(name="dan"))])
    assert [one.id for one, _ in merge.plan(store, bundle).namesakes] == ["p1"]


def test_the_same_one_is_not_added_and_everything_points_at_them(
    store: Store, bundle: Bundle, known: Person
) -> None:
    take_in(store, bundle, p2=known.id)
    assert {person.name for person in store.people.all()} == {"Daniel Example", known.name}
    assert store.circles.all()[0].members == {known.id}
    assert store.reflections.all()[0].people == {known.id}
    assert {one.person for one in store.impressions.all()} == {"p1", known.id}
    assert take_in(store, bundle, p2=known.id) is None  # and again: nothing


def test_someone_new_of_the_same_name_is_added(store: Store, bundle: Bundle, known: Person) -> None:
    take_in(store, bundle, p2="p2")
    assert store.people.count() == 3
    assert len(store.people.named(known.name)) == 2


def test_nobody_can_be_twice_in_one_moment(store: Store, bundle: Bundle, known: Person) -> None:
    before = text(store)
    with pytest.raises(FileRefused, match=r"the same interaction \+ person would be there twice"):
        take_in(store, bundle, p1=known.id, p2=known.id)
    assert text(store) == before


def test_an_import_is_taken_back_whole(store: Store, bundle: Bundle) -> None:
    mine = Person(name="Someone else")
    store.apply([Edit(None, mine)])
    before = contents(store, 0).records
    taken = take_in(store, bundle)
    assert not is_empty(store)
    take_out(store, taken)
    assert contents(store, 0).records == before
    with pytest.raises(InvalidValue, match="no import can be taken back"):
        take_out(store, taken)


def test_taken_back_the_store_writes_the_bytes_it_wrote_before(store: Store, bundle: Bundle) -> None:
    new = text(store)
    take_out(store, take_in(store, bundle))
    assert text(store) == new  # as if it had never been changed
    store.apply([Edit(None, Person(name="Someone else"))], changed_at=AT)
    before = text(store)
    take_out(store, take_in(store, bundle))
    assert text(store) == before
    assert store.changed_at == AT


def test_an_import_that_was_not_the_last_change_is_taken_back_now(
    store: Store, bundle: Bundle, written: Written
) -> None:
    first = take_in(store, bundle)
    other = {"format": "connect", "version": 1, "people": [{"id": "q1", "name": "Tom"}]}
    take_in(store, connect_json.read(written(other)))
    take_out(store, first)
    assert store.changed_at is not None
    assert store.changed_at > AT


def test_each_of_two_imports_is_taken_back_alone(store: Store, bundle: Bundle, written: Written) -> None:
    other = {"format": "connect", "version": 1, "people": [{"id": "q1", "name": "Tom"}]}
    first, second = take_in(store, bundle), take_in(store, connect_json.read(written(other)))
    with pytest.raises(InvalidValue, match=f"{min(first, second)}, {max(first, second)}"):  # type: ignore[type-var]
        take_out(store, "import-of-nothing")
    take_out(store, first)
    assert [person.name for person in store.people.all()] == ["Tom"]
    take_out(store, second)
    assert is_empty(store)


def later() -> list[Record]:
    """Add to what came with the import: a moment with an imported person, one alone with them, a mention."""
    mine = Person(id="mine", name="Someone else")
    both, alone = Interaction(id="both", at=AT), Interaction(id="alone", at=AT)
    return [
        mine, both, alone,
        Impression(id="both1", interaction="both", person="p2"),
        Impression(id="both2", interaction="both", person="mine"),
        Impression(id="alone1", interaction="alone", person="p2"),
        Hope(id="hope", person="p2", text="a letter", since=AT.date()),
        Reflection(id="text", on=AT.date(), people=frozenset({"p2", "mine"}), circles=frozenset({"c1"})),
        Circle(id="group", name="Two", members=frozenset({"p2", "mine"})),
    ]  # fmt: skip


def test_what_came_later_is_never_lost_unasked(full: Store) -> None:
    taken = full.memos()[0]
    full.apply([Edit(None, record) for record in later()])
    before = text(full)
    with pytest.raises(NotSaved, match="Nothing was taken back: 6 records were changed since"):
        take_out(full, taken)
    assert text(full) == before


def test_what_came_later_goes_with_it_when_asked(full: Store) -> None:
    taken = full.memos()[0]
    full.apply([Edit(None, record) for record in later()])
    take_out(full, taken, with_later=True)
    assert {person.id for person in full.people.all()} == {"mine"}
    assert {one.id for one in full.interactions.all()} == {"both"}
    assert {one.id for one in full.impressions.all()} == {"both2"}
    assert full.hopes.all() == []
    assert full.reflections.all()[0].people == {"mine"}
    assert full.reflections.all()[0].circles == set()
    assert full.circles.all()[0].members == {"mine"}


def test_earlier_versions_go_with_a_reflection_that_is_taken_back(full: Store) -> None:
    taken = full.memos()[0]
    full.apply([Edit(None, Version(reflection="r1", at=AT, text="before"))])
    take_out(full, taken)
    assert full.versions.all() == []


def test_what_was_deleted_since_stays_deleted_and_what_was_edited_is_told(full: Store) -> None:
    taken = full.memos()[0]
    full.apply(full.deletion(full.moments.get("i2").interaction))  # type: ignore[union-attr]
    assert batch.taking_back(full, taken).later == ()
    changed_here(full)
    assert [record.id for record in batch.taking_back(full, taken).later] == ["p2"]


def test_a_record_replaced_and_changed_since_is_told(full: Store, bundle: Bundle) -> None:
    changed_here(full)
    taken = take_in(full, bundle, Differing.REPLACE)
    assert taken is not None
    assert batch.taking_back(full, taken).later == ()
    changed_here(full)
    assert [record.id for record in batch.taking_back(full, taken).later] == ["p2"]


def test_the_setting_before_a_whole_life_is_remembered(store: Store, bundle: Bundle) -> None:
    taken = merge.bring_in(store, merge.plan(store, bundle), day_ends=300)
    assert taken is not None
    assert batch.taking_back(store, taken).day_ends == 300


def test_a_refused_import_leaves_nothing_to_take_back(store: Store, bundle: Bundle) -> None:
    planned = merge.plan(store, bundle)
    broken = replace(planned, new=tuple(record for record in planned.new if record.id != "p1"))
    with pytest.raises(NotSaved):
        merge.bring_in(store, broken)
    assert is_empty(store)
    assert store.memos() == []
    assert store.changed_at is None


def test_a_moment_comes_whole(full: Store) -> None:
    moment = full.moments.get("i1")
    assert isinstance(moment, Moment)
    assert {one.person for one in moment.impressions} == {"p1", "p2"}
