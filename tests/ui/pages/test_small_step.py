"""One small step on Today: offered, taken or passed, told, undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hands import arrived
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import (
    Circle,
    Edit,
    Impression,
    Interaction,
    Person,
    Status,
    Step,
    StepState,
)
from connect_desktop.domain.practices import practices
from connect_desktop.store import Store
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Session
from connect_desktop.ui.step_offer import todays_offer
from connect_desktop.ui.widgets.step_card import StepCard

pytestmark = pytest.mark.usefixtures("themed")


class Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
def session(store: Store, clock: Clock, qapp: QApplication) -> Iterator[Session]:
    opened = Session(store, clock=clock, parent=qapp)
    yield opened
    opened.deleteLater()


def log(session: Session, name: str, body: int, *, days: int = 0, **feel: object) -> Person:
    known = session.store.people.named(name)
    person = known[0] if known else Person(name=name)
    made = Interaction(at=session.now() - timedelta(days=days))
    felt = Impression(interaction=made.id, person=person.id, body=body, **feel)
    session.apply("", *([] if known else [Edit(None, person)]), Edit(None, made), Edit(None, felt))
    return person


def today(qtbot: QtBot, session: Session, *, size: tuple[int, int] = (1000, 760)) -> TodayPage:
    page = arrived(qtbot, TodayPage(session), *size)
    QApplication.processEvents()
    return page


def card(qtbot: QtBot, page: TodayPage) -> StepCard:
    """The card, once the moments were read at leisure."""
    page._lately.observe()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(StepCard)))
    return page.findChild(StepCard)


def press(qtbot: QtBot, parent: QWidget, text: str) -> None:
    card = parent.findChild(StepCard)
    button = next(one for one in card.findChildren(QPushButton) if one.text() == text)
    assert button.isVisible()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.fixture
def some(session: Session) -> Person:
    for days in range(6):
        log(session, "Maya", 2, days=days, met=4)
    return session.store.people.named("Maya")[0]


@pytest.mark.usefixtures("some")
def test_a_step_is_offered_at_leisure_and_stays_the_same_all_day(qtbot: QtBot, session: Session) -> None:
    page = today(qtbot, session)
    assert not page.findChildren(StepCard)
    offered = card(qtbot, page).text()
    assert offered
    log(session, "Tom", 1)
    assert card(qtbot, page).text() == offered
    assert card(qtbot, today(qtbot, session)).text() == offered, "also in another window"


@pytest.mark.usefixtures("some")
def test_what_was_only_looked_at_is_not_offered_again_soon(
    qtbot: QtBot, session: Session, clock: Clock
) -> None:
    seen = []
    for _ in range(5):
        seen.append(card(qtbot, today(qtbot, session)).text())
        clock.now += timedelta(days=1)
    assert len(set(seen)) == 5
    assert session.store.steps.all() == []


@pytest.mark.parametrize("status", [Status.RESTING, Status.ENDED, Status.DIED])
@pytest.mark.parametrize("days", [0, 2])
def test_a_step_is_not_spoken_of_once_the_bond_is_lived_no_more(
    qtbot: QtBot, session: Session, some: Person, days: int, status: Status
) -> None:
    on = session.today() - timedelta(days=days)
    session.apply("", Edit(None, Step(practice="deeper-question", person=some.id, offered=on, state="taken")))
    page = today(qtbot, session)
    assert page.findChild(StepCard).isVisible()
    session.apply("", Edit(some, replace(some, status=status)))
    page._lately.observe()
    assert not page.findChild(StepCard).isVisible()
    assert not today(qtbot, session).findChildren(StepCard)


def test_no_circle_is_offered_in_which_a_bond_has_ended(session: Session, some: Person, clock: Clock) -> None:
    for days in range(6):
        tom = log(session, "Tom", 2, days=days)
    ben = Person(name="Ben")
    table = Circle(name="Sunday table", members=frozenset({some.id, tom.id, ben.id}))
    session.apply("", Edit(None, ben), Edit(None, table))

    def offered(days: int) -> list[Circle]:
        found = []
        for _ in range(days):
            clock.now += timedelta(days=1)
            found.append(todays_offer(session, BondReadings.of_session(session)))
        return [one.circle for one in found if one is not None and one.circle is not None]

    assert offered(24) != []
    session.apply("", Edit(ben, replace(ben, status=Status.ENDED)))
    assert offered(24) == []


@pytest.mark.usefixtures("some")
def test_not_now_is_gone_for_today_and_can_be_undone(qtbot: QtBot, session: Session, clock: Clock) -> None:
    page = today(qtbot, session)
    offered = card(qtbot, page).text()
    press(qtbot, page, "Not now")
    assert [one.state for one in session.store.steps.all()] == [StepState.PASSED]
    assert not page.findChild(StepCard).isVisible()
    page._lately.observe()
    assert not page.findChild(StepCard).isVisible()
    session.undo_stack.undo()
    assert session.store.steps.all() == []
    assert page.findChild(StepCard).isVisible()
    assert page.findChild(StepCard).text() == offered
    session.undo_stack.redo()
    clock.now += timedelta(days=1)
    assert card(qtbot, page).text() != offered


@pytest.mark.usefixtures("some")
def test_a_step_taken_is_kept_quietly_and_asked_after_the_next_day(
    qtbot: QtBot, session: Session, clock: Clock
) -> None:
    page = today(qtbot, session)
    card(qtbot, page)
    press(qtbot, page, "I’ll try it")
    (step,) = session.store.steps.all()
    assert (step.state, step.offered) == (StepState.TAKEN, session.today())
    assert page.findChild(StepCard).text().startswith("You took: ")
    assert not page.findChild(StepCard).asking()
    clock.now += timedelta(days=1)
    page = today(qtbot, session)
    assert page.findChild(StepCard).asking()
    qtbot.keyClick(page.findChild(StepCard).landing.scale, Qt.Key.Key_6)
    assert session.store.steps.all() == [replace(step, state=StepState.DONE, landed=2)]
    session.undo_stack.undo()
    assert session.store.steps.all() == [step]
    assert page.findChild(StepCard).landing.scale.value() is None


def taken(session: Session, days: int, **more: object) -> Step:
    step = Step(
        practice="say-no", offered=session.today() - timedelta(days=days), state=StepState.TAKEN, **more
    )
    session.apply("", Edit(None, step))
    return step


def test_how_it_landed_with_a_few_words_is_one_step_to_undo(qtbot: QtBot, session: Session) -> None:
    step = taken(session, 1)
    page = today(qtbot, session)
    found = page.findChild(StepCard)
    before = session.undo_stack.count()
    qtbot.keyClick(found.landing.scale, Qt.Key.Key_3)
    found.landing.note.setFocus()
    qtbot.keyClicks(found.landing.note, "Easier said")
    qtbot.keyClick(found.landing.note, Qt.Key.Key_Return)
    (told,) = session.store.steps.all()
    assert (told.landed, told.note, told.state) == (-1, "Easier said", StepState.DONE)
    assert "It landed: a little tight." in found.text()
    assert not found.asking()
    assert session.undo_stack.count() == before + 1
    session.undo_stack.undo()
    assert session.store.steps.all() == [step]


def test_it_can_be_skipped(qtbot: QtBot, session: Session) -> None:
    taken(session, 2)
    page = today(qtbot, session)
    press(qtbot, page, "Skip")
    (told,) = session.store.steps.all()
    assert (told.landed, told.state) == (None, StepState.DONE)
    assert not page.findChild(StepCard).asking()


def test_after_a_few_days_it_is_not_asked_any_more(qtbot: QtBot, session: Session) -> None:
    log(session, "Maya", 1)
    taken(session, 4)
    assert "You took" not in card(qtbot, today(qtbot, session)).text()


@pytest.mark.usefixtures("some")
def test_how_it_landed_can_be_told_on_the_same_day(qtbot: QtBot, session: Session) -> None:
    page = today(qtbot, session)
    card(qtbot, page)
    press(qtbot, page, "I’ll try it")
    press(qtbot, page, "How did it land?")
    found = page.findChild(StepCard)
    assert found.landing.scale.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_7)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "It landed: breathed freely." in found.text()
    press(qtbot, page, "Change")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    (told,) = session.store.steps.all()
    assert told.landed is None


@pytest.mark.usefixtures("some")
def test_undoing_the_taking_while_it_is_told_brings_the_offer_back(qtbot: QtBot, session: Session) -> None:
    page = today(qtbot, session)
    offered = card(qtbot, page).text()
    press(qtbot, page, "I’ll try it")
    press(qtbot, page, "How did it land?")
    session.undo_stack.undo()
    assert page.findChild(StepCard).text() == offered
    assert not page.findChild(StepCard).asking()


def test_switched_off_there_is_none(qtbot: QtBot, session: Session) -> None:
    log(session, "Maya", 1)
    taken(session, 1)
    page = today(qtbot, session)
    assert page.findChild(StepCard).isVisible()
    session.save_settings(small_step=False)
    assert not page.findChild(StepCard).isVisible()
    page._lately.observe()
    assert not page.findChild(StepCard).isVisible()


@pytest.mark.usefixtures("some")
def test_an_offer_that_no_longer_fits_is_withdrawn(qtbot: QtBot, session: Session) -> None:
    page = today(qtbot, session)
    for days in range(6):
        session.store.apply(
            [Edit(None, Step(practice=one, offered=session.today() - timedelta(days=1 + days),
                             state=StepState.DONE)) for one in list(practices())[-38 + days :: 6]]
        )  # fmt: skip
    found = card(qtbot, page)
    assert "Maya" in found.text()
    for _ in range(3):
        log(session, "Maya", -2)
    page._lately.observe()
    assert not found.isVisible()


def test_a_name_of_two_hundred_characters_leaves_room_for_the_page(qtbot: QtBot, session: Session) -> None:
    person = Person(name="x" * 200)
    session.apply("", Edit(None, person))
    taken(session, 1, person=person.id)
    page = today(qtbot, session, size=(704, 640))
    found = page.findChild(StepCard)
    assert found.isVisible()
    assert found.mapTo(page, found.rect().topRight()).x() <= page.width()


def test_a_step_of_a_newer_connect_can_still_be_told(qtbot: QtBot, session: Session) -> None:
    session.apply("", Edit(None, Step(practice="newer", offered=session.today(), state=StepState.TAKEN)))
    assert today(qtbot, session).findChild(StepCard).text() == "You took: a small step"
