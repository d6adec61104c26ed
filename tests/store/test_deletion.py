"""Deleting takes what hangs on it and nothing else, and can be undone whole."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from connect_desktop.domain import (
    CheckIn,
    Circle,
    Closeness,
    Edit,
    Evidence,
    Hope,
    Impression,
    Interaction,
    Person,
    Record,
    Reflection,
    Step,
    Word,
)
from connect_desktop.store import Store

AT = datetime(2026, 11, 22, 21, 14, tzinfo=UTC)
DAY = date(2026, 11, 22)


class Life:
    """Maya and Daniel, one moment with each and one with both, and one of everything else for each."""

    maya, daniel = Person(id="maya", name="Maya"), Person(id="daniel", name="Daniel")
    choir = Circle(id="choir", name="Choir", members={"maya", "daniel"}, note="Tuesdays")
    word = Word(id="word", text="fizzy")
    alone_maya = Interaction(id="alone-maya", at=AT)
    alone_daniel = Interaction(id="alone-daniel", at=AT + timedelta(days=1))
    shared = Interaction(id="shared", at=AT + timedelta(days=2), circle="choir")
    felt_maya = Impression(id="felt-maya", interaction="alone-maya", person="maya", words={"fizzy"})
    felt_daniel = Impression(id="felt-daniel", interaction="alone-daniel", person="daniel")
    shared_maya = Impression(id="shared-maya", interaction="shared", person="maya", body=2)
    shared_daniel = Impression(id="shared-daniel", interaction="shared", person="daniel", body=-1)
    hope_maya = Hope(id="hope-maya", person="maya", text="that she calls", since=DAY)
    hope_daniel = Hope(id="hope-daniel", person="daniel", text="that he asks", since=DAY)
    own = Evidence(id="own", hope="hope-maya", impression="felt-maya", direction="toward")
    crossed = Evidence(id="crossed", hope="hope-maya", impression="felt-daniel", direction="away")
    across = Evidence(id="across", hope="hope-daniel", impression="shared-maya", direction="neither")
    others = Evidence(id="others", hope="hope-daniel", impression="shared-daniel", direction="toward")
    text = Reflection(id="text", on=DAY, text="Long", people={"maya", "daniel"}, circles={"choir"})
    step_maya = Step(id="step-maya", practice="ask", person="maya", offered=DAY, state="taken")
    step_free = Step(id="step-free", practice="rest", offered=DAY, state="done")
    close_maya = Closeness(id="close-maya", person="maya", on=DAY, ring=1)
    close_daniel = Closeness(id="close-daniel", person="daniel", on=DAY, ring=3)
    week = CheckIn(id="week", week=date(2026, 11, 16), seen=3)

    @classmethod
    def records(cls) -> list[Record]:
        return [value for value in vars(cls).values() if isinstance(value, Record)]


@pytest.fixture
def life(store: Store) -> Iterator[Store]:
    store.apply([Edit(None, record) for record in Life.records()])
    return store


def contents(store: Store) -> dict[str, Record]:
    shelves = (
        store.people, store.circles, store.words, store.interactions, store.impressions, store.hopes,
        store.evidence, store.reflections, store.steps, store.closeness, store.checkins,
    )  # fmt: skip
    return {record.id: record for shelf in shelves for record in shelf.all()}


GONE = {
    "maya": {
        "maya", "alone-maya", "felt-maya", "shared-maya", "hope-maya", "own", "crossed", "across",
        "step-maya", "close-maya",
    },
    "choir": {"choir"},
    "word": {"word"},
    "alone-maya": {"alone-maya", "felt-maya", "own"},
    "shared": {"shared", "shared-maya", "shared-daniel", "across", "others"},
    "felt-maya": {"felt-maya", "own", "alone-maya"},
    "shared-maya": {"shared-maya", "across"},
    "hope-maya": {"hope-maya", "own", "crossed"},
    "own": {"own"},
    "text": {"text"},
    "step-free": {"step-free"},
    "close-maya": {"close-maya"},
    "week": {"week"},
}  # fmt: skip
UNLINKED = {"maya": {"choir", "text"}, "choir": {"shared", "text"}}


@pytest.mark.parametrize("name", GONE)
def test_deleting_takes_what_hangs_on_it_and_undo_brings_all_back(life: Store, name: str) -> None:
    before = contents(life)
    edits = life.deletion(before[name])
    life.apply(edits)
    after = contents(life)
    assert before.keys() - after.keys() == GONE[name]
    changed = {key for key in after if after[key] != before[key]}
    assert changed == UNLINKED.get(name, set())
    assert len({edit.record.id for edit in edits}) == len(edits)
    life.apply([edit.inverse() for edit in reversed(edits)])
    assert contents(life) == before


def test_what_only_names_a_deleted_person_keeps_the_rest(life: Store) -> None:
    life.apply(life.deletion(Life.maya))
    text, choir = life.reflections.get("text"), life.circles.get("choir")
    assert text is not None and (text.text, text.people, text.circles) == ("Long", {"daniel"}, {"choir"})
    assert choir is not None and (choir.members, choir.note) == ({"daniel"}, "Tuesdays")
    shared = life.moments.get("shared")
    assert shared is not None and shared.impressions == (Life.shared_daniel,)


def test_children_go_before_what_they_hang_on(life: Store) -> None:
    order = [edit.record.id for edit in life.deletion(Life.maya) if edit.after is None]
    for child, parent in (
        ("own", "felt-maya"), ("felt-maya", "alone-maya"), ("crossed", "hope-maya"), ("hope-maya", "maya"),
        ("alone-maya", "maya"), ("close-maya", "maya"),
    ):  # fmt: skip
        assert order.index(child) < order.index(parent)
