from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from connect_desktop.domain import (
    Direction,
    Edit,
    Evidence,
    Hope,
    HopeState,
    Impression,
    Interaction,
    Person,
    Record,
    Sign,
    Status,
)
from connect_desktop.store import Store

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 20, 19, 0, tzinfo=UTC)
MAYA, TOM = Person(name="Maya"), Person(name="Tom")


def hope(person: Person, text: str, **fields: object) -> Hope:
    return Hope(**{"person": person.id, "text": text, "since": date(2026, 5, 1)} | fields)


def keep(store: Store, *records: Record) -> None:
    store.apply([Edit(None, record) for record in records])


def moment(days: int, person: Person = MAYA, body: int | None = 1) -> tuple[Interaction, Impression]:
    made = Interaction(at=AT - timedelta(days=days))
    return made, Impression(interaction=made.id, person=person.id, body=body)


def test_only_what_is_waited_for_from_those_one_lives_with_now_is_open(store: Store) -> None:
    waiting = hope(MAYA, "a letter")
    true = hope(MAYA, "a call", state=HopeState.CAME_TRUE)
    keep(store, MAYA, TOM, waiting, true, hope(TOM, "a visit", since=date(2025, 1, 1)))
    assert [one.text for one in store.hopes.open()] == ["a visit", "a letter"]
    assert store.hopes.of(MAYA.id) == sorted([waiting, true], key=lambda one: one.id)
    for status in (Status.RESTING, Status.ENDED, Status.DIED):
        store.apply([Edit(store.people.get(TOM.id), replace(TOM, status=status))])
        assert store.hopes.open() == [waiting]


def test_what_is_due_comes_first_and_nothing_is_due_before_its_day(store: Store) -> None:
    late = hope(MAYA, "late", look_again=TODAY - timedelta(days=3))
    today = hope(TOM, "today", look_again=TODAY, since=date(2020, 1, 1))
    keep(store, MAYA, TOM, late, today, hope(TOM, "later", look_again=TODAY + timedelta(days=1)))
    keep(store, hope(TOM, "never"), hope(TOM, "past", state=HopeState.LET_GO, look_again=TODAY))
    assert store.hopes.due(TODAY) == [late, today]


def test_signs_are_in_the_order_of_their_moments(store: Store) -> None:
    first, second = hope(MAYA, "a letter"), hope(TOM, "a visit")
    (old, old_felt), (new, new_felt), (his, his_felt) = moment(9), moment(1, body=None), moment(2, TOM, -2)
    keep(store, MAYA, TOM, first, second, old, old_felt, new, new_felt, his, his_felt)
    assert store.evidence.by_hope() == {}
    keep(
        store,
        Evidence(hope=first.id, impression=new_felt.id, direction=Direction.AWAY),
        Evidence(hope=first.id, impression=old_felt.id, direction=Direction.TOWARD),
        Evidence(hope=second.id, impression=his_felt.id, direction=Direction.NEITHER),
    )
    found = store.evidence.by_hope()
    assert [(one.interaction, one.body, one.direction) for one in found[first.id]] == [
        (old.id, 1, "toward"),
        (new.id, None, "away"),
    ]
    assert found[second.id] == (
        Sign(
            interaction=his.id,
            wall=int((AT - timedelta(days=2)).timestamp()),
            body=-2,
            direction=Direction.NEITHER,
        ),
    )
    assert store.evidence.by_hope(TOM.id) == {second.id: found[second.id]}
    assert [one.direction for one in store.evidence.of_moment(old.id)] == ["toward"]


@pytest.mark.parametrize("gone", ["moment", "person", "hope"])
def test_what_moments_said_goes_with_moment_person_or_hope(store: Store, gone: str) -> None:
    wish = hope(MAYA, "a letter")
    made, felt = moment(1)
    said = Evidence(hope=wish.id, impression=felt.id, direction=Direction.AWAY)
    keep(store, MAYA, wish, made, felt, said)
    edits = store.deletion({"moment": made, "person": MAYA, "hope": wish}[gone])
    store.apply(edits)
    assert store.evidence.count() == 0
    store.apply([edit.inverse() for edit in reversed(edits)])
    assert store.evidence.all() == [said]
