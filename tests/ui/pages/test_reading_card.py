from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, Status
from connect_desktop.insight.states import State
from connect_desktop.ui.dialogs.worked_out import WorkedOut
from connect_desktop.ui.pages.person import PersonPage
from connect_desktop.ui.pages.person_moments import PersonMoments
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.moment_rows import MomentRow
from connect_desktop.ui.widgets.reading_card import ReadingCard
from connect_desktop.ui.widgets.state_mark import StateMark
from connect_desktop.ui.widgets.steps import StepList

pytestmark = pytest.mark.usefixtures("themed")

DANIEL = Person(name="Daniel")
MAYA = Person(name="Maya")


def log(session: Session, person: Person, days: int, **felt: object) -> str:
    made = Interaction(at=session.now() - timedelta(days=days))
    impression = Impression(interaction=made.id, person=person.id, **felt)
    session.apply("", Edit(None, made), Edit(None, impression))
    return impression.id


def live(session: Session, person: Person, count: int, **felt: object) -> None:
    """Log `count` moments alike, one every third day up to yesterday."""
    for number in range(count):
        log(session, person, 1 + 3 * number, **felt)


@pytest.fixture
def lived(session: Session) -> Session:
    """Daniel, whom the user reaches for in vain, and Maya, with whom it lands."""
    session.apply("", Edit(None, DANIEL), Edit(None, MAYA))
    live(session, DANIEL, 20, reach="me", met=0, body=-2)
    for number in range(20):
        log(session, MAYA, 2 + 3 * number, reach="me" if number % 2 else "them", met=4, body=2)
    return session


@pytest.fixture
def page(qtbot: QtBot, lived: Session) -> Iterator[PersonPage]:
    found = PersonPage(lived)
    qtbot.addWidget(found)
    found.resize(1000, 760)
    turn(found, DANIEL)
    with qtbot.waitActive(found):
        found.show()
    yield found


def turn(page: PersonPage, person: Person) -> None:
    page.show_person(person.id)
    page.arrive()


def card(page: PersonPage) -> ReadingCard:
    return page.findChild(ReadingCard)


def press(qtbot: QtBot, page: PersonPage, text: str) -> None:
    button = next(one for one in card(page).findChildren(QPushButton) if one.text() == text)
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def rows(page: PersonPage) -> list[MomentRow]:
    return [row for row in page.findChild(MomentList).rows() if isinstance(row, MomentRow)]


def read(dialog: WorkedOut) -> str:
    return "\n".join(label.text() for label in dialog.findChild(StepList).findChildren(QLabel))


def test_the_card_says_the_state_with_its_counts_and_what_it_is_not(page: PersonPage) -> None:
    said = card(page).text()
    assert "You keep reaching out, and are rarely met." in said
    assert "Of the 20 times one of you reached out first, 20 were you." in said
    assert "You felt met in 0 of 20 moments." in said
    assert "in 20" in said
    assert "Not a verdict on Daniel or you." in said


def test_what_is_good_is_said_as_plainly(page: PersonPage) -> None:
    turn(page, MAYA)
    said = card(page).text()
    assert "You both reach out, and it lands." in said
    assert "You felt met in 20 of 20 moments." in said
    assert "verdict on Maya or you" in said


def test_the_moments_that_say_so_are_one_click_away(qtbot: QtBot, page: PersonPage, lived: Session) -> None:
    other = log(lived, DANIEL, 70, reach="chance", body=1)
    press(qtbot, page, "Which moments say so?")
    assert page.findChild(MomentList).isVisible()
    assert len(rows(page)) == 20
    assert other not in {found.id for row in rows(page) for found in row.moment.impressions}
    count = next(one for one in page.findChildren(QLabel) if one.text() == "Showing 20 moments behind this")
    assert count.isVisible()
    every = next(one for one in page.findChildren(QPushButton) if one.text() == "Show all")
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)
    assert len(rows(page)) == 21
    assert not count.isVisible()


def test_each_sentence_can_be_looked_behind(qtbot: QtBot, page: PersonPage, lived: Session) -> None:
    log(lived, DANIEL, 70, body=1)
    press(qtbot, page, "Which moments say so?")
    sentences = page.findChild(PersonMoments).findChild(QComboBox)
    place = next(n for n in range(sentences.count()) if sentences.itemText(n).startswith("Your body"))
    sentences.setCurrentIndex(place)
    sentences.activated.emit(place)
    assert len(rows(page)) == 21


def test_the_moments_shown_follow_what_is_logged_and_deleted(
    qtbot: QtBot, page: PersonPage, lived: Session
) -> None:
    press(qtbot, page, "Which moments say so?")
    log(lived, DANIEL, 0, reach="me", met=1, body=-1)
    assert len(rows(page)) == 21
    lived.undo_stack.undo()
    assert len(rows(page)) == 20


def test_another_person_shows_all_their_moments(qtbot: QtBot, page: PersonPage, lived: Session) -> None:
    log(lived, MAYA, 80, body=1)
    press(qtbot, page, "Which moments say so?")
    turn(page, MAYA)
    page._tabs.set_value("moments")
    page._tabs.changed.emit("moments")
    assert len(rows(page)) == 21


def test_how_it_is_worked_out_shows_every_step_with_their_numbers(qtbot: QtBot, page: PersonPage) -> None:
    press(qtbot, page, "How is this worked out?")
    dialog = page.findChild(WorkedOut)
    told = read(dialog)
    assert "20 moments with Daniel." in told
    assert "Reached out first: you 20, Daniel 0." in told
    assert "You felt met in 0 of 20 moments." in told
    assert "What is not known" in told
    assert "not a clinical measurement" in told
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_how_little_would_change_it_and_the_switch_wait_behind_more(qtbot: QtBot, page: PersonPage) -> None:
    switch = card(page).findChild(QCheckBox)
    assert not switch.isVisible()
    press(qtbot, page, "More")
    assert switch.isVisible()
    assert any("this would no longer hold" in one.text() for one in card(page).findChildren(QLabel))
    press(qtbot, page, "Less")
    assert not switch.isVisible()


def test_care_that_runs_one_way_is_marked_without_a_verdict_and_can_be_undone(
    qtbot: QtBot, page: PersonPage, lived: Session
) -> None:
    press(qtbot, page, "More")
    switch = card(page).findChild(QCheckBox)
    switch.click()
    assert lived.store.people.get(DANIEL.id).one_way
    assert "Care runs one way by nature here" in card(page).text()
    assert "rarely met." not in card(page).text()
    lived.undo_stack.undo()
    assert not switch.isChecked()
    assert "You keep reaching out, and are rarely met." in card(page).text()


@pytest.mark.parametrize(
    ("moments", "said"),
    [
        (0, "Not enough yet; 6 more moments will tell."),
        (3, "Not enough yet; 3 more moments will tell."),
        (5, "Not enough yet; 1 more moment will tell."),
    ],
)
def test_not_enough_yet_has_the_weight_of_a_finding(
    page: PersonPage, lived: Session, moments: int, said: str
) -> None:
    new = Person(name="Alex")
    lived.apply("", Edit(None, new))
    live(lived, new, moments, reach="them", met=3, body=1)
    turn(page, new)
    assert said in card(page).text()
    assert card(page).accessibleName() == said


def test_where_to_find_help_is_always_there_and_names_no_country(qtbot: QtBot, page: PersonPage) -> None:
    for person in (DANIEL, MAYA):
        turn(page, person)
        afraid = next(one for one in card(page).findChildren(QLabel) if "afraid" in one.text())
        assert afraid.isVisible()
    press(qtbot, page, "People who can help")
    told = read(page.findChild(WorkedOut))
    assert "Somebody you trust" in told
    assert not any(letter.isdigit() for letter in told)


def test_a_bond_at_rest_is_not_read_and_what_was_said_is_kept(page: PersonPage, lived: Session) -> None:
    lived.apply("", Edit(DANIEL, replace(DANIEL, status=Status.RESTING)))
    said = card(page).text()
    assert "This bond is resting, and so is its reading." in said
    assert "Until then it read as likely one-sided." in said
    assert BondReadings.of_session(lived).working(DANIEL.id) is None
    lived.undo_stack.undo()
    assert "You keep reaching out, and are rarely met." in card(page).text()


def test_of_the_dead_nothing_is_read_or_repeated(page: PersonPage, lived: Session) -> None:
    lived.apply("", Edit(DANIEL, replace(DANIEL, status=Status.DIED)))
    assert card(page).text() == "What you lived with Daniel stays here, as it was."
    assert not card(page).findChild(StateMark).isVisible()


def test_moments_with_others_change_what_is_usual_and_with_it_the_card(
    page: PersonPage, lived: Session
) -> None:
    before = card(page).text()
    for number in range(5):
        other = Person(name=f"Other {number}")
        lived.apply("", Edit(None, other))
        live(lived, other, 12, reach="me", met=0, body=-2)
    assert card(page).text() != before


def test_what_holds_for_most_people_is_said_of_all(page: PersonPage, lived: Session) -> None:
    for number in range(5):
        other = Person(name=f"Other {number}")
        lived.apply("", Edit(None, other))
        live(lived, other, 20, reach="me", met=0, body=-2)
    assert "as about them" in card(page).text()
    told = BondReadings.of_session(lived).of(DANIEL.id)
    assert told.listed is State.OPEN


@pytest.mark.parametrize("name", ["x" * 200, "<b>not bold</b>", "مريم الحسيني " * 10])
def test_any_name_fits_and_stays_as_typed(page: PersonPage, lived: Session, name: str) -> None:
    lived.apply("", Edit(DANIEL, replace(DANIEL, name=name.strip())))
    assert name[:15] in card(page).text()
    assert page.minimumSizeHint().width() <= 900 - 196


def test_the_smallest_window_shows_whole_sentences(qtbot: QtBot, page: PersonPage) -> None:
    page.resize(900 - 213, 640)
    press(qtbot, page, "More")
    qtbot.waitUntil(lambda: card(page).findChild(QCheckBox).isVisible())
    assert page.minimumSizeHint().height() <= 640
    for label in card(page).findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())
