"""What is still open with somebody."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from connect_desktop.domain import Edit, Impression, Interaction, Person
from connect_desktop.store import Store
from connect_desktop.store.open_ends import Open, OpenEnd

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=timezone(timedelta(hours=1)))
MONTH = NOON - timedelta(days=30)
MAYA, LEO = Person(name="Maya"), Person(name="Leo")


@pytest.fixture
def store(store: Store) -> Store:
    store.apply([Edit(None, MAYA), Edit(None, LEO)])
    return store


def log(store: Store, person: Person = MAYA, *, days: int = 0, **feel: object) -> Impression:
    talk = Interaction(at=NOON - timedelta(days=days))
    felt = Impression(interaction=talk.id, person=person.id, **feel)
    store.apply([Edit(None, talk), Edit(None, felt)])
    return felt


def test_hurts_truths_and_attempts_come_newest_first_with_their_time(store: Store) -> None:
    hurt = log(store, days=400, body=-3, hurt=True)
    later = log(store, days=300, hurt=True, way_back="not_yet")
    truth = log(store, days=2, truth="miss", response="none_yet")
    attempt = log(store, days=5, reach="me_unanswered")
    assert store.open_ends.of(MAYA.id, MONTH) == [
        OpenEnd(kind=Open.TRUTH, impression=truth, at=NOON - timedelta(days=2)),
        OpenEnd(kind=Open.ATTEMPT, impression=attempt, at=NOON - timedelta(days=5)),
        OpenEnd(kind=Open.HURT, impression=later, at=NOON - timedelta(days=300)),
        OpenEnd(kind=Open.HURT, impression=hurt, at=NOON - timedelta(days=400)),
    ]


def test_what_came_to_an_end_is_not_open(store: Store) -> None:
    log(store, hurt=True, way_back="them")
    log(store, truth="miss", response="stayed")
    log(store, reach="me")
    log(store, LEO, hurt=True)
    assert store.open_ends.of(MAYA.id, MONTH) == []


def test_one_moment_can_be_open_in_two_ways(store: Store) -> None:
    log(store, hurt=True, truth="hurts", response="none_yet")
    assert {one.kind for one in store.open_ends.of(MAYA.id, MONTH)} == {Open.HURT, Open.TRUTH}


def test_attempts_are_found_between_two_times(store: Store) -> None:
    log(store, days=40, reach="me_unanswered")
    kept = [log(store, days=days, reach="them_unanswered") for days in (3, 4)]
    log(store, reach="me_unanswered")
    found = store.open_ends.attempts(MAYA.id, MONTH, NOON.astimezone(UTC))
    assert [one.impression for one in found] == kept


def test_the_last_open_hurt_of_each_since_a_day(store: Store) -> None:
    log(store, days=20, hurt=True)
    log(store, days=10, hurt=True, way_back="not_yet")
    log(store, days=5, hurt=True, way_back="me")
    log(store, LEO, days=200, hurt=True)
    assert store.open_ends.hurts(MONTH) == {MAYA.id: NOON - timedelta(days=10)}
