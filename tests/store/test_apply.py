"""One transaction for every list of edits: all of it or none, whatever comes between."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from connect_desktop.domain import Circle, Edit, Evidence, Hope, Impression, Interaction, Person, Record
from connect_desktop.domain.errors import NotSaved
from connect_desktop.store import Store

AT = datetime(2026, 11, 22, 21, 14, tzinfo=UTC)

MAYA, DANIEL = Person(name="Maya"), Person(name="Daniel")
TALK = Interaction(at=AT)
WITH_MAYA = Impression(interaction=TALK.id, person=MAYA.id, body=2)
WITH_DANIEL = Impression(interaction=TALK.id, person=DANIEL.id, body=-1)


def made(*records: Record) -> list[Edit[Record]]:
    return [Edit(None, record) for record in records]


@pytest.fixture
def talk(store: Store) -> Store:
    store.apply(made(MAYA, DANIEL, TALK, WITH_MAYA, WITH_DANIEL), AT)
    return store


def everything(store: Store) -> list[object]:
    shelves = (
        store.people, store.circles, store.words, store.interactions, store.impressions, store.hopes,
        store.evidence, store.reflections, store.steps, store.closeness, store.checkins,
    )  # fmt: skip
    return [shelf.all() for shelf in shelves]


REFUSED: dict[str, tuple[list[Edit[Record]], str]] = {
    "the same id twice": (made(Person(name="Ann"), MAYA), "id is in the store already"),
    "someone twice in a moment": (
        made(Impression(interaction=TALK.id, person=MAYA.id)),
        "in a moment only once",
    ),
    "nobody's impression": (
        made(Impression(interaction=TALK.id, person="nobody")),
        "a person who is not in the store",
    ),
    "an impression of no moment": (
        made(Impression(interaction="none", person=MAYA.id)),
        "a moment that is not",
    ),
    "a circle of nobody": (
        made(Circle(name="Choir", members={"nobody"})),
        "a person who is not in the store",
    ),
    "a moment of no circle": (made(Interaction(at=AT, circle="none")), "a circle that is not in the store"),
    "evidence for no hope": (
        made(Evidence(hope="none", impression=WITH_MAYA.id, direction="away")),
        "a hope that is not in the store",
    ),
    "a person with moments deleted alone": ([Edit(MAYA, None)], "a person who is not in the store"),
    "a change of what was changed since": (
        [Edit(replace(MAYA, name="May"), replace(MAYA, note="x"))],
        "changed elsewhere meanwhile",
    ),
    "a change of what is not there": (
        [Edit(Person(id="x", name="X"), Person(id="x", name="Y"))],
        "meanwhile",
    ),
    "a deletion of what is not there": ([Edit(Person(name="X"), None)], "meanwhile"),
    "edits that jar": (
        [Edit(MAYA, replace(MAYA, name="A")), Edit(MAYA, replace(MAYA, name="B"))],
        "meanwhile",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_list_changes_nothing_and_says_why(talk: Store, name: str) -> None:
    edits, reason = REFUSED[name]
    before = everything(talk)
    with pytest.raises(NotSaved, match=reason) as told:
        talk.apply([*made(Person(name="First")), *edits, *made(Person(name="Last"))])
    assert str(told.value).startswith("Not saved; what was saved before is safe.")
    assert everything(talk) == before
    assert talk.changed_at == AT
    talk.apply(made(Person(name="Afterwards")))
    assert talk.people.count() == 3


def test_a_hope_takes_a_moment_once(talk: Store) -> None:
    hope = Hope(person=MAYA.id, text="that she calls", since=AT.date())
    talk.apply(made(hope, Evidence(hope=hope.id, impression=WITH_MAYA.id, direction="toward")))
    with pytest.raises(NotSaved, match="only once for a hope"):
        talk.apply(made(Evidence(hope=hope.id, impression=WITH_MAYA.id, direction="away")))


def test_an_edit_can_build_on_one_before_it_in_the_list(store: Store) -> None:
    named, noted = replace(MAYA, name="Maya B."), replace(MAYA, name="Maya B.", note="met in Lisbon")
    store.apply(
        [Edit(None, MAYA), Edit(MAYA, named), Edit(named, noted), Edit(None, DANIEL), Edit(DANIEL, None)]
    )
    assert store.people.all() == [noted]


def test_a_changed_parent_keeps_its_children(talk: Store) -> None:
    later = replace(TALK, at=AT + timedelta(days=1))
    talk.apply([Edit(MAYA, replace(MAYA, name="Maya B.")), Edit(TALK, later)])
    assert talk.impressions.count() == 2
    [moment] = talk.moments.of(MAYA.id)
    assert moment.interaction == later


def test_two_people_of_a_moment_can_be_swapped(talk: Store) -> None:
    swapped = [replace(WITH_MAYA, person=DANIEL.id), replace(WITH_DANIEL, person=MAYA.id)]
    edits = [Edit(WITH_MAYA, swapped[0]), Edit(WITH_DANIEL, swapped[1])]
    talk.apply(edits)
    assert talk.impressions.columns(MAYA.id).body == [-1] and talk.impressions.columns(DANIEL.id).body == [2]
    talk.apply([edit.inverse() for edit in reversed(edits)])
    assert talk.impressions.get(WITH_MAYA.id) == WITH_MAYA


def test_a_changed_offset_alone_is_a_change(talk: Store) -> None:
    from datetime import timezone

    there = replace(TALK, at=AT.astimezone(timezone(timedelta(hours=9))))
    assert there == TALK
    talk.apply([Edit(TALK, there)])
    found = talk.interactions.get(TALK.id)
    assert found is not None and found.at.isoformat() == "2026-11-23T06:14:00+09:00"
    with pytest.raises(NotSaved, match="meanwhile"):
        talk.apply([Edit(TALK, replace(TALK, note="x"))])


def test_changed_at_is_kept_in_the_file(opened: Callable[[], Store]) -> None:
    store = opened()
    assert store.changed_at is None
    store.apply(made(MAYA), AT)
    assert opened().changed_at == AT


def test_a_long_list_goes_in_and_out_whole(store: Store) -> None:
    talks = [Interaction(at=AT + timedelta(minutes=n)) for n in range(4_000)]
    felt = [Impression(interaction=t.id, person=MAYA.id, body=n % 7 - 3) for n, t in enumerate(talks)]
    edits = made(*reversed(felt), *talks, MAYA)
    store.apply(edits)
    assert store.interactions.all() == talks
    assert [m.interaction for m in store.moments.of(MAYA.id)] == talks[::-1]
    before = everything(store)
    deletion = store.deletion(MAYA)
    store.apply(deletion)
    assert everything(store) == [[]] * 11
    store.apply([edit.inverse() for edit in reversed(deletion)])
    assert everything(store) == before
