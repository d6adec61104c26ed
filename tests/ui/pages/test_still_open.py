"""What is still open with somebody, on their page."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, Reach, Response, Status, WayBack
from connect_desktop.ui.pages.person import PersonPage
from connect_desktop.ui.pages.person_open import PersonOpen
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.day_field import DayField
from connect_desktop.ui.widgets.person_head import PersonHead
from connect_desktop.ui.widgets.reading_card import ReadingCard

pytestmark = pytest.mark.usefixtures("themed")

MAYA = Person(name="Maya")


@pytest.fixture
def session(session: Session) -> Session:
    session.apply("", Edit(None, MAYA))
    return session


def log(session: Session, *, days: int = 0, **values: object) -> Impression:
    made = Interaction(at=session.now() - timedelta(days=days))
    felt = Impression(interaction=made.id, person=MAYA.id, **{"body": 1, **values})
    session.apply("", Edit(None, made), Edit(None, felt))
    return felt


def shown(qtbot: QtBot, session: Session) -> PersonPage:
    page = PersonPage(session)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show_person(MAYA.id)
    with qtbot.waitActive(page):
        page.show()
    page.arrive()
    return page


def strip(page: PersonPage) -> PersonOpen:
    found = page.findChild(PersonOpen)
    assert isinstance(found, PersonOpen)
    return found


def press(page: PersonPage, text: str) -> None:
    buttons = strip(page).findChildren(QPushButton)
    next(one for one in buttons if text in one.text() and one.isVisible()).click()


def said(page: PersonPage) -> list[str]:
    return [row.said for row in strip(page).rows()]


def seen(page: PersonPage) -> list[str]:
    labels = [one.text() for one in strip(page).findChildren(QLabel) if one.isVisible()]
    return [text for text in said(page) if text in labels]


def felt(session: Session, one: Impression) -> Impression:
    found = session.store.impressions.get(one.id)
    assert found is not None
    return found


def test_nothing_open_shows_nothing(qtbot: QtBot, session: Session) -> None:
    log(session)
    assert not strip(shown(qtbot, session)).isVisible()


def test_a_hurt_finds_its_way_back_on_the_day_it_was(qtbot: QtBot, session: Session) -> None:
    hurt = log(session, days=9, hurt=True)
    page = shown(qtbot, session)
    assert said(page) == ["A hurt on 13 Nov is still open."]
    press(page, "Still open: 1")
    press(page, "There was a way back")
    day = strip(page).findChild(DayField)
    assert day.value() == date(2026, 11, 22)
    assert day.minimumDate().toPython() == date(2026, 11, 13)
    day.set_value(date(2026, 11, 20))
    press(page, "Maya came back")
    found = felt(session, hurt)
    assert (found.way_back, found.way_back_on) == (WayBack.THEM, date(2026, 11, 20))
    assert not strip(page).isVisible()
    session.undo_stack.undo()
    assert felt(session, hurt).way_back is None
    assert said(page) == ["A hurt on 13 Nov is still open."]


def test_not_yet_stays_open(qtbot: QtBot, session: Session) -> None:
    log(session, days=1, hurt=True, way_back="not_yet")
    assert said(shown(qtbot, session)) == ["A hurt yesterday is still open."]


def test_attempts_and_direct_words_find_their_answers(qtbot: QtBot, session: Session) -> None:
    mine, theirs = log(session, days=5, reach="me_unanswered"), log(session, days=6, reach="them_unanswered")
    truth, own = (
        log(session, days=7, truth="miss", response="none_yet"),
        log(session, days=8, response="none_yet"),
    )
    log(session, days=40, reach="me_unanswered")
    page = shown(qtbot, session)
    assert said(page) == [
        "You reached out on Tuesday; no answer yet.",
        "Maya reached out on Monday; you have not answered yet.",
        "You said “I miss you” on 15 Nov; no answer yet.",
        "You said something directly on 14 Nov; no answer yet.",
    ]
    press(page, "Still open")
    press(page, "Maya answered")
    press(page, "You answered")
    press(page, "stayed")
    press(page, "moved away")
    assert (felt(session, mine).reach, felt(session, theirs).reach) == (Reach.ME, Reach.THEM)
    assert (felt(session, truth).response, felt(session, own).response) == (Response.STAYED, Response.AWAY)
    assert said(page) == []


def test_the_newest_three_are_shown_and_the_rest_when_asked_for(qtbot: QtBot, session: Session) -> None:
    for days in range(2, 9):
        log(session, days=days, hurt=True)
    page = shown(qtbot, session)
    press(page, "Still open: 7")
    assert len(seen(page)) == 3
    press(page, "All 7")
    assert len(seen(page)) == 7


def test_it_stays_as_it_was_unfolded(qtbot: QtBot, session: Session) -> None:
    log(session, hurt=True)
    page = shown(qtbot, session)
    assert seen(page) == ["A hurt today is still open."]
    assert page.findChild(DayField) is None
    press(page, "Still open")
    again = shown(qtbot, session)
    assert any("way back" in one.text() for one in strip(again).findChildren(QPushButton) if one.isVisible())
    press(again, "Still open")
    assert session.store.memo("still_open") is None


def test_the_moment_can_be_seen(qtbot: QtBot, session: Session) -> None:
    hurt = log(session, hurt=True)
    page = shown(qtbot, session)
    press(page, "Still open")
    with qtbot.waitSignal(page.moment_asked) as asked:
        press(page, "See the moment")
    assert asked.args[0].interaction.id == hurt.interaction


def test_by_keyboard_alone(qtbot: QtBot, session: Session) -> None:
    hurt = log(session, hurt=True)
    page = shown(qtbot, session)
    head = next(one for one in strip(page).findChildren(QPushButton) if "Still open" in one.text())
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Space)
    qtbot.keyClick(head, Qt.Key.Key_Tab)
    ask = page.focusWidget()
    assert "way back" in ask.text()
    qtbot.keyClick(ask, Qt.Key.Key_Space)
    assert page.focusWidget().text() == "I came back"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert felt(session, hurt).way_back is WayBack.ME


def test_what_waits_to_be_felt_is_said_here_too(qtbot: QtBot, session: Session) -> None:
    log(session, body=None)
    page = shown(qtbot, session)
    with qtbot.waitSignal(page.catch_up_asked) as asked:
        press(page, "1 moment waits to be felt")
    assert asked.args == [MAYA.id]


@pytest.mark.parametrize("status", [Status.RESTING, Status.ENDED, Status.DIED])
def test_whatever_is_not_lived_now_asks_nothing(qtbot: QtBot, session: Session, status: Status) -> None:
    log(session, hurt=True)
    log(session, body=None)
    page = shown(qtbot, session)
    assert strip(page).isVisible()
    page.findChild(PersonHead).status_asked.emit(status)
    assert not strip(page).isVisible()
    assert session.store.people.get(MAYA.id).status is status
    page.findChild(PersonHead).status_asked.emit(Status.ACTIVE)
    assert strip(page).isVisible()


def test_the_card_says_kindly_that_nothing_is_read(qtbot: QtBot, session: Session) -> None:
    log(session)
    page = shown(qtbot, session)
    card, head = page.findChild(ReadingCard), page.findChild(PersonHead)
    head.status_asked.emit(Status.RESTING)
    assert card.text().startswith("This bond is resting, and so is its reading.")
    assert session.undo_stack.undoText() == "Let rest"
    head.status_asked.emit(Status.DIED)
    assert card.text() == "What you lived with Maya stays here, as it was."
    helps = [one for one in card.findChildren(QPushButton) if one.text() == "People who can help"]
    assert not helps[0].isVisible()
    session.undo_stack.undo()
    assert helps[0].isVisible()
    head.status_asked.emit(Status.RESTING)
    assert session.undo_stack.undoText() == "Let rest"


def test_the_menu_offers_every_other_way_it_can_be(qtbot: QtBot, session: Session) -> None:
    head = shown(qtbot, session).findChild(PersonHead)

    def offered() -> list[str]:
        return [action.text() for action in head._statuses.values() if action.isVisible()]

    assert offered() == ["Let it rest", "It has ended", "They have died"]
    head.status_asked.emit(Status.ENDED)
    assert offered() == ["Bring back", "Let it rest", "They have died"]
    head.status_asked.emit(Status.DIED)
    assert offered() == ["That was noted by mistake", "Let it rest", "It has ended"]
    head.status_asked.emit(Status.ACTIVE)
    assert session.undo_stack.undoText() == "Mark taken back"
