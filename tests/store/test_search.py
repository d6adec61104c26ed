"""Search: what is found, in which order, and that nothing found before is left once it is deleted."""

import random
import shutil
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seeking import ASE, AT, CHOIR, MAYA, found, keep, moment, see_in_step

from connect_desktop.domain import (
    CheckIn,
    Edit,
    Hope,
    HopeState,
    Impression,
    Interaction,
    Person,
    Reflection,
    Step,
    StepState,
)
from connect_desktop.domain.errors import NotSaved
from connect_desktop.domain.found import Found, Hit, Kind
from connect_desktop.store import Store, index, keys, schema, slots, vault
from connect_desktop.store.derive import Cost

FILES = Path(__file__).parent / "files"


def brackets(hit: Hit) -> str:
    text = hit.excerpt.text
    for start, end in reversed(hit.excerpt.marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def terms_left(store: Store) -> set[str]:
    """Every term the index holds, and every text it keeps."""
    database = store._database
    with database.transaction():
        database.write("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, fts, row)")
    left = {row[0] for row in database.rows("SELECT term FROM temp.vocabulary")}
    with database.transaction():
        database.write("DROP TABLE temp.vocabulary")
    kept = database.rows("SELECT c1, c2, c3 FROM fts_content")
    return left | {word for row in kept for text in row for word in text.split()}


def bytes_left(store: Store, word: str) -> bool:
    """Whether the bytes of a word lie anywhere in the tables of the index."""
    rows = store._database.rows("SELECT block FROM fts_data")
    blocks = [bytes(row[0]) for row in rows]
    return any(
        word[start : start + 4].encode() in block for block in blocks for start in range(len(word) - 3)
    )


# What is found


def test_everything_that_was_written_is_found(store: Store) -> None:
    talk, felt = moment("Soup on the sofa", note="She stayed", role="the translator", truth="I need quiet")
    hope = Hope(
        person=MAYA.id, text="That she asks", since=date(2026, 1, 1), state=HopeState.LET_GO,
        closed=date(2026, 2, 1), closing="Enough said",
    )  # fmt: skip
    text = Reflection(on=date(2026, 3, 1), title="Ångström nights", text="A *long* winter walk")
    step = Step(
        practice="ask", person=ASE.id, offered=date(2026, 4, 1), state=StepState.DONE, note="She laughed"
    )
    week = CheckIn(week=date(2026, 11, 16), seen=3, note="A quieter week")
    keep(store, MAYA, ASE, CHOIR, talk, felt, hope, text, step, week)
    for question, kind, record in (
        ("maya", Kind.PERSON, MAYA), ("mayi", Kind.PERSON, MAYA), ("bakery", Kind.PERSON, MAYA),
        ("ase", Kind.PERSON, ASE), ("OST", Kind.PERSON, ASE), ("choir", Kind.CIRCLE, CHOIR),
        ("badly", Kind.CIRCLE, CHOIR), ("soup", Kind.MOMENT, talk), ("stayed", Kind.MOMENT, talk),
        ("translator", Kind.MOMENT, talk), ("quiet need", Kind.MOMENT, talk),
        ("angstrom", Kind.REFLECTION, text), ("winter long", Kind.REFLECTION, text),
        ("asks", Kind.HOPE, hope), ("enough", Kind.HOPE, hope), ("laughed", Kind.STEP, step),
        ("quieter", Kind.CHECKIN, week),
    ):  # fmt: skip
        hits = store.search(question).hits
        assert [(hit.kind, hit.id) for hit in hits] == [(kind, record.id)], question
        assert hits[0].title.marks or hits[0].excerpt.marks, question
    assert found(store, "soup laughed") == []
    see_in_step(store)


def test_a_hit_says_where_when_and_whom_it_is_about(store: Store) -> None:
    talk, felt = moment("Soup on the sofa")
    text = Reflection(on=date(2026, 3, 1), title="Soup", text="and bread", people=frozenset({ASE.id}))
    keep(store, MAYA, ASE, CHOIR, talk, felt, text)
    of_talk, of_text = store.search("sou").hits
    assert (of_talk.on, of_talk.people, brackets(of_talk)) == (AT, (MAYA.id,), "[Sou]p on the sofa")
    assert (of_text.on, of_text.people, of_text.title.marks) == (date(2026, 3, 1), (ASE.id,), ((0, 3),))
    assert brackets(of_text) == "and bread"
    (person,) = store.search("maya").of(Kind.PERSON)
    assert person.on == AT and person.people == (MAYA.id,)
    assert store.search("choir").hits[0].people == (ASE.id,)
    assert store.search("ase").hits[0].on is None


def test_words_and_answers_are_found_as_they_are_shown(store: Store) -> None:
    talk, felt = moment(words=frozenset({"hungry", "glühend"}), role="strong", truth="miss")
    keep(store, MAYA, talk, felt)
    for question in ("hungry", "response", "Gluhend", "strong one", "i miss you"):
        (hit,) = store.search(question).hits
        assert hit.id == talk.id and hit.excerpt.marks, question
    assert found(store, "_whungry") == []
    assert found(store, "pleaser") == []


def test_names_come_before_notes_and_newer_before_older(store: Store) -> None:
    noted = Person(name="Ruth", note="Knows Maya")
    old, new = moment("maya", days=-9), moment("maya", days=3)
    titled = Reflection(on=date(2020, 1, 1), title="About Maya")
    texts = [Reflection(on=date(2026, 1, day), title="", text="Maya") for day in (1, 3, 2)]
    keep(store, noted, MAYA, *old, *new, titled, *texts)
    assert found(store, "maya") == [
        MAYA.id, noted.id, new[0].id, old[0].id, titled.id, texts[1].id, texts[2].id, texts[0].id,
    ]  # fmt: skip


def test_the_one_met_last_comes_first_of_those_of_one_name(store: Store) -> None:
    others = [Person(name="Maya"), Person(name="Maya B.")]
    keep(store, MAYA, *others, *moment(days=-5), *moment(days=-1, who=others[1]))
    assert found(store, "maya") == [others[1].id, MAYA.id, others[0].id]


def test_only_the_first_ones_are_returned_and_all_are_counted(store: Store) -> None:
    many = [record for n in range(30) for record in moment("tea", days=-n)]
    keep(store, MAYA, *many, *(Person(name=f"Tea {n}") for n in range(7)))
    answer = store.search("tea", {Kind.PERSON: 5, Kind.MOMENT: 5})
    assert [hit.id for hit in answer.of(Kind.MOMENT)] == [record.id for record in many[0:10:2]]
    assert answer.counts == {Kind.PERSON: 7, Kind.MOMENT: 30} and answer.total == 37
    assert len(answer.of(Kind.PERSON)) == 5
    assert len(store.search("tea").of(Kind.MOMENT)) == 30 and len(store.search("tea", {}).hits) == 37


def test_writing_without_spaces_is_found_from_one_character_on(store: Store) -> None:
    texts = {
        "東京で会った": "京 会っ で会", "แมวสีดำ": "แมว สี", "대한민국": "대 민국 한민", "وبالبيت": "بيت وبال",
        "הבית": "בית הב",
    }  # fmt: skip
    for text, questions in texts.items():
        talk, felt = moment(text)
        keep(store, *([] if store.people.count() else [MAYA]), talk, felt)
        for question in questions.split():
            (hit,) = store.search(question).hits
            assert hit.id == talk.id and hit.excerpt.marks, question
    assert found(store, "京東") == []


def test_two_notes_of_a_moment_are_not_one_text(store: Store) -> None:
    talk, felt = moment("the lamp-", note="shade")
    keep(store, MAYA, talk, felt)
    assert found(store, "lamp-shade") == []
    assert found(store, "shade lamp") == [talk.id]


@pytest.mark.parametrize(
    "question",
    [
        '"', "soup*", "NEAR(a b)", "AND", "soup OR", "NOT soup", "(soup", "name:soup", "-soup", "{text}:x",
        "^soup", "a + b", "'; DROP TABLE fts; --", "\\", "%_", "soup\x00", "\ud800", "* *", "", " \n",
    ],
)  # fmt: skip
def test_a_question_is_only_text(store: Store, question: str) -> None:
    keep(store, MAYA, *moment("plain words"))
    assert store.search(question) == Found()


def test_signs_in_a_question_take_nothing_away(store: Store) -> None:
    talk, felt = moment("Soup and bread (not tea) 5€ ☕")
    keep(store, MAYA, talk, felt)
    for question in ('"soup"', "soup*", "(bread", "AND", "not", "-soup", "5€", "☕", "soup AND bread"):
        assert found(store, question) == [talk.id], question


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(note=st.text(max_size=80), question=st.text(max_size=30), data=st.data())
def test_any_word_is_found_from_its_beginning_on(
    store: Store, note: str, question: str, data: st.DataObject
) -> None:
    store.search(question)
    talk, felt = moment(note)
    if store.people.get(MAYA.id) is None:
        keep(store, MAYA)
    keep(store, talk, felt)
    kept = store.interactions.get(talk.id)
    assert kept is not None
    words = kept.note.split()
    if words:
        word = data.draw(st.sampled_from(words))
        begun = word[: data.draw(st.integers(1, len(word)))]
        for text in (begun, begun.upper(), begun.swapcase()):
            answer = store.search(text)
            assert talk.id in [hit.id for hit in answer.hits] or (not answer.hits and not _asks(text))
    store.apply([Edit(felt, None), Edit(talk, None)])
    see_in_step(store)


def _asks(text: str) -> bool:
    from connect_desktop.domain.terms import wanted

    return bool(wanted(text))


# Kept in step


def test_the_index_follows_every_edit_and_its_undo(store: Store) -> None:
    talk, felt = moment("first words")
    keep(store, MAYA, talk, felt)
    edits = [
        Edit(talk, replace(talk, note="other words", at=AT + timedelta(days=2))),
        Edit(felt, replace(felt, note="tense jaw", words=frozenset({"tense"}))),
        Edit(MAYA, replace(MAYA, name="Mia")),
    ]
    store.apply(edits)
    assert found(store, "first") == found(store, "maya") == []
    assert found(store, "other tense jaw") == [talk.id] and found(store, "mia") == [MAYA.id]
    see_in_step(store)
    store.apply([edit.inverse() for edit in edits])
    assert found(store, "first") == [talk.id] and found(store, "other") == found(store, "mia") == []
    see_in_step(store)


def test_what_was_not_saved_is_not_found(store: Store) -> None:
    keep(store, MAYA)
    talk, felt = moment("never kept")
    with pytest.raises(NotSaved):
        store.apply([Edit(None, talk), Edit(None, felt), Edit(None, MAYA)])
    assert found(store, "never") == []
    see_in_step(store)


def test_moments_of_one_second_are_told_apart(store: Store) -> None:
    chance, seen = random.Random(1), dict[int, str]()
    twin = one = ""
    while twin == one:
        one = f"{chance.getrandbits(128):032x}"
        twin = seen.setdefault(zlib.crc32(one.encode()) >> 12, one)
    talks = [Interaction(id=found_id, at=AT, note="twins") for found_id in (twin, one)]
    later = Interaction(id=f"{one[:-1]}x", at=AT, note="twins")
    felt = [Impression(interaction=talk.id, person=MAYA.id) for talk in (*talks, later)]
    keep(store, MAYA, *talks, later, *felt)
    assert sorted(found(store, "twins")) == sorted([twin, one, later.id])
    changed = [Edit(talk, replace(talk, note="brothers")) for talk in talks]
    store.apply(changed[:1])
    store.apply(changed[1:])
    assert sorted(found(store, "brothers")) == sorted([twin, one])


def test_what_is_deleted_leaves_no_word_in_the_index(store: Store) -> None:
    talk, felt = moment("Xylophone zeppelin", note="quagmire")
    other = moment("plain soup")
    keep(store, MAYA, *other, talk, felt)
    assert {"xylophone", "zeppelin", "quagmire"} <= terms_left(store) and bytes_left(store, "zeppelin")
    store.apply([Edit(felt, None), Edit(talk, None)])
    assert not {"xylophone", "zeppelin", "quagmire"} & terms_left(store)
    assert not bytes_left(store, "zeppelin") and not bytes_left(store, "quagmire")
    assert found(store, "soup") == [other[0].id]


@pytest.mark.parametrize("kept", [20, 400])
def test_taking_back_an_import_leaves_no_word_in_the_index(store: Store, kept: int) -> None:
    keep(store, MAYA, *(record for n in range(kept) for record in moment(f"stay{n} here", days=-n)))
    before = terms_left(store)
    batch = [record for n in range(150) for record in moment(f"Zeppelin{n} gone", days=n)]
    edits = [Edit(None, record) for record in batch]
    store.apply(edits)
    assert store.search("zeppelin").total == 150
    store.apply([edit.inverse() for edit in reversed(edits)])
    assert terms_left(store) == before and not bytes_left(store, "zeppelin")
    assert store.search("here").total == kept
    see_in_step(store)
    assert store._database.row("SELECT v FROM fts_config WHERE k = 'secure-delete'") == (1,)


def test_a_large_deletion_that_fails_leaves_the_next_one_as_thorough(store: Store) -> None:
    batch = [record for n in range(300) for record in moment(f"Zeppelin{n}", days=n)]
    keep(store, MAYA, *batch)
    gone = [Edit(record, None) for record in reversed(batch[:240])]
    with pytest.raises(NotSaved):
        store.apply([*gone, Edit(None, MAYA)])
    assert store.search("zeppelin").total == 300
    talk, felt = batch[0], batch[1]
    store.apply([Edit(felt, None), Edit(talk, None)])
    assert "zeppelin0" not in terms_left(store)


# Files of before


def file_of_before(tmp_path: Path) -> tuple[Path, vault.DataKey]:
    """A vault of the first schema, not protected."""
    folder, raw = tmp_path / "vault", bytes.fromhex("c0" * 32)
    folder.mkdir(mode=0o700)
    shutil.copy(FILES / "v1.db", folder / "vault.db")
    keys.write(folder, (slots.for_anyone(raw),))
    return folder, vault.unlock_open(folder)


def test_a_file_of_before_is_brought_up_whole_and_all_in_it_is_found(tmp_path: Path) -> None:
    folder, key = file_of_before(tmp_path)
    store = Store.open(folder, key)
    try:
        assert schema.version(store._database) == len(schema.STEPS)
        assert store.interactions.count() == 3 and store.people.count() == 3
        for question, ident in (
            ("maya", "a1"), ("ase", "a2"), ("林", "a3"), ("choir", "b1"), ("sofa", "c1"), ("gluhend", "c1"),
            ("phone", "c2"), ("translator", "c2"), ("東京", "c3"), ("asks", "e1"), ("enough", "e1"),
            ("angstrom", "g1"), ("winter", "g1"), ("laughed", "h1"), ("quieter", "j1"),
        ):  # fmt: skip
            assert found(store, question) == [ident], question
        see_in_step(store)
        store.apply(store.deletion(store.people.all()[0]))
        see_in_step(store)
    finally:
        store.close()
    store = Store.open(folder, key)
    assert found(store, "sofa") == ["c1"]
    store.close()


def test_bringing_up_a_file_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, key = file_of_before(tmp_path)
    with monkeypatch.context() as broken:
        broken.setattr(index, "terms", lambda _text: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            Store.open(folder, key)
    store = Store.open(folder, key)
    assert schema.version(store._database) == len(schema.STEPS)
    assert found(store, "sofa") == ["c1"]
    store.close()


def test_an_index_made_in_another_way_is_made_anew(
    opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened()
    talk, felt = moment("soup")
    keep(store, MAYA, talk, felt)
    with store._database.transaction():
        store._database.write("DELETE FROM fts")
    assert found(opened(), "soup") == []
    monkeypatch.setattr(index, "AS_CUT", "another way")
    assert found(opened(), "soup") == [talk.id]


def test_what_was_written_under_another_key_is_found_there_and_erased_as_thoroughly(
    opened: Callable[[], Store], cheap: Cost
) -> None:
    store = opened()
    talk, felt = moment("Zeppelin soup")
    keep(store, MAYA, talk, felt)
    store.change_keys(*vault.new_key(None, None, cheap))
    store = opened()
    assert found(store, "zepp") == [talk.id]
    see_in_step(store)
    store.apply([Edit(felt, None), Edit(talk, None)])
    assert "zeppelin" not in terms_left(store) and not bytes_left(store, "zeppelin")
