from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, Status
from connect_desktop.insight.said_before import MEMO
from connect_desktop.insight.states import State
from connect_desktop.interchange import sample
from connect_desktop.store import Store, vault
from connect_desktop.ui.readings import MENTIONED, BondReadings
from connect_desktop.ui.session import Session

ALEX = Person(name="Alex")
STATES = {
    "Daniel": State.ONE_SIDED,
    "Maya": State.MET,
    "Mum": State.THEY_REACH,
    "Tom": State.YOU_START_THEY_MEET,
    "Alex": State.NOT_ENOUGH,
    "Ines": State.HARD_AND_REAL,
    "Ben": State.THIN,
    "Gran": State.ONE_WAY,
    "Jonas": None,
}


class Clock:
    """A present that can be moved on."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
def moving(qapp: QApplication, store: Store, clock: Clock) -> Session:
    return Session(store, clock=clock, parent=qapp)


def log(session: Session, person: Person, days: int, **felt: object) -> None:
    made = Interaction(at=session.now() - timedelta(days=days))
    edits = [Edit(None, made), Edit(None, Impression(interaction=made.id, person=person.id, **felt))]
    if session.store.people.get(person.id) is None:
        edits.insert(0, Edit(None, person))
    session.apply("", *edits)


def live(session: Session, person: Person, count: int, **felt: object) -> None:
    for number in range(count):
        log(session, person, 1 + 3 * number, **felt)


def test_everyone_in_the_sample_is_told_of(session: Session) -> None:
    session.store.apply(sample.life(session.today()))
    told = BondReadings.of_session(session).all()
    by_name = {person.name: told[person.id].state for person in session.store.people.all()}
    assert {name: by_name[name] for name in STATES} == STATES


def test_they_are_kept_until_something_changes(session: Session) -> None:
    live(session, ALEX, 3, body=1)
    readings = BondReadings.of_session(session)
    before = readings.all()
    assert readings.all() is before
    log(session, ALEX, 0, body=1)
    assert readings.all() is not before
    assert readings.of(ALEX.id) == readings.all()[ALEX.id]
    assert readings.of("nobody") is None


def test_a_new_day_is_read_anew(moving: Session, clock: Clock) -> None:
    live(moving, ALEX, 8, reach="me", met=3, body=1)
    readings = BondReadings.of_session(moving)
    before = readings.all()
    clock.now += timedelta(days=1)
    assert readings.all() is not before


def test_one_session_has_one(session: Session) -> None:
    assert BondReadings.of_session(session) is BondReadings.of_session(session)


def test_looking_changes_nothing_that_is_exported(session: Session) -> None:
    live(session, ALEX, 8, reach="me", met=3, body=1)
    changed_at = session.store.changed_at
    readings = BondReadings.of_session(session)
    readings.all()
    readings.observation()
    assert session.store.changed_at == changed_at
    assert session.store.memo(MEMO)
    assert session.undo_stack.count() == 8


def test_what_was_logged_by_mistake_leaves_no_trace(session: Session) -> None:
    live(session, ALEX, 20, reach="me", met=0, body=-2)
    live(session, Person(name="Maya"), 20, reach="both", met=4, body=2)
    readings = BondReadings.of_session(session)
    before, text = readings.all(), session.store.memo(MEMO)
    for number in range(30):
        log(session, ALEX, number, reach="them", met=4, body=3)
    assert readings.of(ALEX.id).state is not State.ONE_SIDED
    for _ in range(30):
        session.undo_stack.undo()
    assert readings.all() == before
    assert session.store.memo(MEMO) == text


def test_what_no_longer_holds_is_said_and_later_no_more(moving: Session, clock: Clock) -> None:
    live(moving, ALEX, 20, reach="me", met=0, body=-2)
    live(moving, Person(name="Maya"), 20, reach="both", met=4, body=2)
    readings = BondReadings.of_session(moving)
    assert readings.of(ALEX.id).state is State.ONE_SIDED
    assert readings.of(ALEX.id).no_longer == ""
    clock.now += timedelta(days=60)
    for number in range(40):
        log(moving, ALEX, number, reach="them", met=4, body=3)
    assert "no longer holds" in readings.of(ALEX.id).no_longer
    clock.now += timedelta(days=31)
    assert readings.of(ALEX.id).no_longer == ""


def test_what_was_said_is_there_after_the_store_was_closed(
    qapp: QApplication, own_data: Path, now: datetime
) -> None:
    key = vault.create(own_data, None, None)
    first = Session(Store.open(own_data, key), clock=lambda: now, parent=qapp)
    live(first, ALEX, 20, reach="me", met=0, body=-2)
    live(first, Person(name="Maya"), 20, reach="both", met=4, body=2)
    BondReadings.of_session(first).all()
    first.store.close()
    second = Session(Store.open(own_data, key), clock=lambda: now, parent=qapp)
    alex = second.store.people.get(ALEX.id)
    second.apply("", Edit(alex, replace(alex, status=Status.ENDED)))
    told = BondReadings.of_session(second).of(ALEX.id)
    assert [line.text for line in told.lines] == ["Until then it read as likely one-sided."]
    second.store.close()


def test_forgotten_states_are_rebuilt(session: Session) -> None:
    live(session, ALEX, 20, reach="me", met=0, body=-2)
    live(session, Person(name="Maya"), 20, reach="both", met=4, body=2)
    before = BondReadings.of_session(session).all()
    session.store.apply((), changed_at=session.store.changed_at, memo=(MEMO, "not readable"))
    assert BondReadings(session).all() == before


def test_an_empty_store_says_nothing(session: Session) -> None:
    readings = BondReadings.of_session(session)
    assert readings.all() == {}
    assert readings.whole() == ""
    assert readings.observation() is None
    assert session.store.memo(MEMO) is None
    assert session.store.memo(MENTIONED) is None


def test_loading_tells_when_readings_can_be_had(qtbot: QtBot, session: Session) -> None:
    readings = BondReadings.of_session(session)
    with qtbot.waitSignal(readings.loaded):
        readings.load()
    assert readings.is_loaded()


def test_nothing_is_mentioned_of_the_first_days(session: Session) -> None:
    for days in range(10):
        log(session, ALEX, days, reach="me", met=0, body=-3)
    assert BondReadings.of_session(session).observation() is None


def test_what_is_mentioned_is_waved_away_for_good(moving: Session, clock: Clock) -> None:
    moving.store.apply(sample.life(moving.today()))
    readings = BondReadings.of_session(moving)
    first = readings.observation()
    assert first is not None
    assert not first.hard
    readings.wave_away()
    assert readings.observation() is None
    seen = set()
    for _ in range(60):
        clock.now += timedelta(days=1)
        found = readings.observation()
        if found is not None:
            seen.add((found.person, found.kind))
    assert (first.person, first.kind) not in seen
    assert seen
