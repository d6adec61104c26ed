"""What waits to be felt."""

from datetime import UTC, datetime, timedelta

from connect_desktop.domain import Edit, Impression, Interaction, Person, Status
from connect_desktop.store import Store

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
MAYA, LEO, RUTH = Person(name="Maya"), Person(name="Leo"), Person(name="Ruth", status=Status.DIED)


def log(store: Store, *people: Person, days: int = 0, **feel: object) -> list[Impression]:
    talk = Interaction(at=NOON - timedelta(days=days))
    felt = [Impression(interaction=talk.id, person=person.id, **feel) for person in people]
    store.apply([Edit(None, talk), *(Edit(None, one) for one in felt)])
    return felt


def test_what_waits_is_counted_and_listed_the_newest_first(store: Store) -> None:
    store.apply([Edit(None, person) for person in (MAYA, LEO, RUTH)])
    assert (store.unfelt.counts(), store.unfelt.ids()) == ({}, [])
    (old,) = log(store, MAYA, days=9)
    both = log(store, MAYA, LEO, days=1, reach="them", met=4)
    log(store, MAYA, body=0)
    assert store.unfelt.counts() == {MAYA.id: 2, LEO.id: 1}
    assert store.unfelt.ids()[2] == old.id
    assert set(store.unfelt.ids()[:2]) == {one.id for one in both}
    assert store.unfelt.ids(LEO.id) == [both[1].id]


def test_an_attempt_without_an_echo_needs_no_answer_of_the_body(store: Store) -> None:
    store.apply([Edit(None, MAYA)])
    log(store, MAYA, reach="me_unanswered")
    log(store, MAYA, reach="them_unanswered")
    (waits,) = log(store, MAYA, reach="me")
    assert store.unfelt.ids() == [waits.id]


def test_nobody_is_asked_about_the_dead(store: Store) -> None:
    store.apply([Edit(None, RUTH)])
    log(store, RUTH)
    assert (store.unfelt.counts(), store.unfelt.ids(RUTH.id)) == ({}, [])


def test_what_is_not_to_be_asked_about_is_left_out_until_its_day(store: Store) -> None:
    store.apply([Edit(None, MAYA), Edit(None, LEO)])
    log(store, MAYA, days=5)
    (new,) = log(store, MAYA, days=1)
    (other,) = log(store, LEO, days=5)
    quiet = {MAYA.id: NOON - timedelta(days=2)}
    assert store.unfelt.counts(quiet) == {MAYA.id: 1, LEO.id: 1}
    assert store.unfelt.ids(quiet=quiet) == [new.id, other.id]
    assert store.unfelt.ids(MAYA.id, quiet) == [new.id]


def test_which_of_some_still_wait(store: Store) -> None:
    store.apply([Edit(None, MAYA)])
    (felt,), (waits,) = log(store, MAYA, body=2), log(store, MAYA)
    assert store.unfelt.still([felt.id, waits.id, "gone"]) == {waits.id}
    assert store.unfelt.still([waits.id], {MAYA.id: NOON}) == set()
    assert store.unfelt.still([]) == set()
