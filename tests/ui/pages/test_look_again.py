"""A hope to be looked at again, in one quiet line on Today."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hands import shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Direction, Edit, Evidence, Hope, Impression, Interaction, Person, Status
from connect_desktop.ui.dialogs.hope import HopeDialog
from connect_desktop.ui.pages.hopes import HopesPage
from connect_desktop.ui.pages.look_again import MEMO
from connect_desktop.ui.pages.person import PersonPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.hope_card import HopeCard
from connect_desktop.ui.widgets.hope_line import HopeLine
from connect_desktop.ui.widgets.hope_row import Ask
from connect_desktop.ui.widgets.look_again_line import LookAgainLine
from connect_desktop.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("themed")

TODAY = date(2026, 11, 22)
DANIEL, MUM = Person(name="Daniel"), Person(name="Mum")
DUE = Hope(person=DANIEL.id, text="He will open up.", since=date(2026, 4, 22), look_again=TODAY)
LATER = Hope(person=MUM.id, text="She will ask.", since=date(2026, 9, 1), look_again=date(2026, 12, 6))


@pytest.fixture
def workspace(qtbot: QtBot, session: Session, own_data) -> Workspace:
    session.store.apply([Edit(None, one) for one in (DANIEL, MUM, DUE, LATER)])
    made = shown(qtbot, session, own_data)
    qtbot.waitUntil(lambda: made.findChild(LookAgainLine) is not None)
    return made


def line(workspace: Workspace) -> LookAgainLine:
    found = workspace.page("today").findChild(LookAgainLine)
    assert found is not None
    return found


def press(qtbot: QtBot, workspace: Workspace, text: str) -> None:
    found = line(workspace).findChildren(QPushButton)
    button = next(one for one in found if one.text() == text and one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def again(session: Session) -> date | None:
    found = session.store.hopes.get(DUE.id)
    return found.look_again if found else None


def test_a_date_that_has_come_is_one_line_that_leads_to_the_hope(qtbot: QtBot, workspace: Workspace) -> None:
    assert line(workspace).text() == "Today you wanted to look again at what you hope from Daniel."
    press(qtbot, workspace, "Look")
    page = workspace.page("hopes")
    assert isinstance(page, HopesPage)
    assert page.isVisible()
    card = next(one for one in page.findChildren(HopeCard) if one.row.hope == DUE)
    qtbot.waitUntil(lambda: card.isAncestorOf(QApplication.focusWidget()))


@pytest.mark.parametrize(
    ("button", "on"), [("In a week", date(2026, 11, 29)), ("In a month", date(2026, 12, 22))]
)
def test_it_can_be_put_off_and_that_undone(
    qtbot: QtBot, workspace: Workspace, session: Session, button: str, on: date
) -> None:
    press(qtbot, workspace, button)
    assert again(session) == on
    assert line(workspace).text() == ""
    session.undo_stack.undo()
    assert line(workspace).text() != ""


def test_waved_away_it_is_gone_until_the_next_date(
    qtbot: QtBot, workspace: Workspace, session: Session
) -> None:
    press(qtbot, workspace, "Not now")
    assert line(workspace).text() == ""
    assert (again(session), session.undo_stack.count()) == (TODAY, 0)
    workspace.page("today").refresh()
    assert line(workspace).text() == ""
    session.apply("", Edit(DUE, replace(DUE, look_again=TODAY - timedelta(days=1))))
    assert line(workspace).text() == "You wanted to look again at what you hope from Daniel."


def test_several_are_one_line(qtbot: QtBot, workspace: Workspace, session: Session) -> None:
    session.apply("", Edit(LATER, replace(LATER, look_again=TODAY - timedelta(days=9))))
    assert line(workspace).text() == "You wanted to look again at 2 hopes."
    assert [one.text() for one in line(workspace).findChildren(QPushButton) if one.isVisible()] == [
        "Look",
        "Not now",
    ]
    press(qtbot, workspace, "Not now")
    assert line(workspace).text() == ""


@pytest.mark.parametrize("status", [Status.RESTING, Status.ENDED, Status.DIED])
def test_with_whom_it_rests_nothing_asks(workspace: Workspace, session: Session, status: Status) -> None:
    session.apply("", Edit(DANIEL, replace(DANIEL, status=status)))
    assert line(workspace).text() == ""


def test_what_cannot_be_read_of_what_was_waved_away_asks_again(
    workspace: Workspace, session: Session
) -> None:
    for text in ("{", "[1]"):
        session.remember(MEMO, text)
        workspace.page("today").refresh()
        assert line(workspace).text() != ""


# On a person's page


@pytest.fixture
def person(workspace: Workspace) -> PersonPage:
    workspace.show_person(DANIEL.id)
    page = workspace.page("person")
    assert isinstance(page, PersonPage)
    page._tabs.set_value("hopes")
    page._tabs.changed.emit("hopes")
    return page


def test_their_hopes_are_a_tab_of_their_page(person: PersonPage, session: Session) -> None:
    (card,) = [one for one in person.findChildren(HopeCard) if one.isVisible()]
    assert card.row.hope == DUE
    assert "Hopes 1" in [one.accessibleName() for one in person._tabs.findChildren(QAbstractButton)]
    session.apply("", Edit(DUE, replace(DUE, text="He will talk.")))
    assert card.row.hope.text == "He will talk."


def test_a_hope_named_on_their_page_is_about_them(qtbot: QtBot, person: PersonPage, session: Session) -> None:
    buttons = [one for one in person.findChildren(QPushButton) if one.text() == "Name a hope"]
    button = next(one for one in buttons if one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    asked = person.findChild(HopeDialog)
    asked.text.setPlainText("He will sing.")
    asked.accept()
    assert {one.text for one in session.store.hopes.of(DANIEL.id)} == {DUE.text, "He will sing."}
    person._hope_actions.act(Ask.DELETE, DUE)
    assert [one.row.hope.text for one in person.findChildren(HopeCard) if one.isVisible()] == [
        "He will sing."
    ]


def test_a_dot_there_opens_its_moment(qtbot: QtBot, person: PersonPage, session: Session) -> None:
    made = Interaction(at=session.now())
    felt = Impression(interaction=made.id, person=DANIEL.id, body=1)
    said = Evidence(hope=DUE.id, impression=felt.id, direction=Direction.TOWARD)
    session.apply("", *(Edit(None, one) for one in (made, felt, said)))
    shown = next(one for one in person.findChildren(HopeLine) if one.isVisible())
    with qtbot.waitSignal(person.moment_asked) as asked:
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.places()[0].toPoint())
    assert (asked.args[0].interaction.id, asked.args[1]) == (made.id, DANIEL.id)
