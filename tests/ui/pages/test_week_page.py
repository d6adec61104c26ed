"""The page of a week: the questions kept as answered, the look back, the moments behind, earlier weeks."""

from datetime import date, timedelta

import pytest
from hands import arrived
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import CheckIn, Edit, Impression, Interaction, Person, Step, StepState, WayBack
from connect_desktop.ui.pages.steps_taken import StepsTaken
from connect_desktop.ui.pages.week import WeekPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.check_in import CheckInCard
from connect_desktop.ui.widgets.check_in_rows import CheckInRows
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.landing import Landing
from connect_desktop.ui.widgets.look_back_card import LookBackCard
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.moment_rows import MomentRow
from connect_desktop.ui.widgets.months_card import MonthsCard
from connect_desktop.ui.widgets.sentence_button import SentenceButton
from connect_desktop.ui.widgets.week import WeekStrip

pytestmark = pytest.mark.usefixtures("themed")

MONDAY = date(2026, 11, 16)
WEEK = timedelta(days=7)


def shown(qtbot: QtBot, session: Session, *, size: tuple[int, int] = (1060, 760)) -> WeekPage:
    page = arrived(qtbot, WeekPage(session), *size)
    QApplication.processEvents()
    return page


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> WeekPage:
    return shown(qtbot, session)


def log(session: Session, name: str, *, days: int = 0, **feel: object) -> Impression:
    known = session.store.people.named(name)
    person = known[0] if known else Person(name=name)
    made = Interaction(at=session.now() - timedelta(days=days))
    felt = Impression(interaction=made.id, person=person.id, **feel)
    session.apply("", *([] if known else [Edit(None, person)]), Edit(None, made), Edit(None, felt))
    return felt


def button(parent: QWidget, text: str) -> QPushButton:
    QApplication.processEvents()
    found = [one for one in parent.findChildren(QPushButton) if one.text() == text]
    return max(found, key=lambda one: one.isVisible())


def sentences(page: WeekPage) -> list[str]:
    return [line.text for line in page.findChild(LookBackCard).lines()]


def sentence(page: WeekPage, begins: str) -> SentenceButton:
    QApplication.processEvents()
    found = page.findChild(LookBackCard).findChildren(SentenceButton)
    return next(one for one in found if one.sentence.startswith(begins) and one.isVisible())


def rows(page: WeekPage) -> list[MomentRow]:
    return [row for row in page.findChild(MomentList).rows() if isinstance(row, MomentRow)]


# --- the questions ---


@pytest.mark.usefixtures("page")
def test_an_answer_is_kept_as_it_is_given(qtbot: QtBot, session: Session) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    (kept,) = session.store.checkins.all()
    assert (kept.week, kept.seen, kept.someone, kept.alone) == (MONDAY, 1, None, None)


def test_one_sitting_is_one_step_to_undo(qtbot: QtBot, page: WeekPage, session: Session) -> None:
    for field in ("seen", "someone", "alone"):
        page.findChild(CheckInCard)._answers[field].setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    page.findChild(CheckInCard).note.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "Soup helped")
    assert page.flush()
    (kept,) = session.store.checkins.all()
    assert (kept.seen, kept.someone, kept.alone, kept.note) == (4, 4, 4, "Soup helped")
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.store.checkins.all() == []
    assert page.findChild(CheckInCard).values() == {"seen": None, "someone": None, "alone": None, "note": ""}
    session.undo_stack.redo()
    assert page.findChild(CheckInCard).values()["note"] == "Soup helped"


def test_what_is_taken_back_leaves_nothing(qtbot: QtBot, page: WeekPage, session: Session) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert page.flush()
    assert session.store.checkins.all() == []


def test_an_earlier_answer_is_shown_and_can_be_changed(qtbot: QtBot, session: Session) -> None:
    before = CheckIn(week=MONDAY - WEEK, seen=3, note="Tired")
    session.apply("", Edit(None, before))
    page = shown(qtbot, session)
    page.show_week(MONDAY - WEEK)
    card = page.findChild(CheckInCard)
    assert card.values() == {"seen": 3, "someone": None, "alone": None, "note": "Tired"}
    card.begin()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    (kept,) = session.store.checkins.all()
    assert (kept.id, kept.seen, kept.note) == (before.id, 0, "Tired")


def test_what_is_being_typed_goes_to_its_own_week(qtbot: QtBot, session: Session) -> None:
    log(session, "Maya", days=30, body=1)
    page = shown(qtbot, session)
    page.findChild(CheckInCard).note.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "A long one")
    button(page, "Earlier week").click()
    assert page.findChild(CheckInCard).values()["note"] == ""
    assert [(one.week, one.note) for one in session.store.checkins.all()] == [(MONDAY, "A long one")]


# --- looking back ---


def test_an_empty_week_is_said_kindly(page: WeekPage) -> None:
    assert sentences(page) == []
    assert "That is all right." in page.findChild(EmptyState).accessibleDescription()
    assert not page.findChild(MomentList).isVisible()


def test_the_week_is_looked_back_on_and_follows_what_is_logged(page: WeekPage, session: Session) -> None:
    log(session, "Maya", body=2, met=4)
    log(session, "Daniel", body=-2, days=1)
    log(session, "Tom", body=3, days=8)
    assert sentences(page) == [
        "Your body breathed easier after 1 of 2 moments, with Maya.",
        "You felt met in 1 of 1 moment, with Maya.",
        "Truly met once, with Maya.",
        "Your body tightened after 1 of 2 moments, with Daniel.",
        "Sunday with Maya, and how your body answered: breathed easier.",
    ]
    assert [row.names for row in rows(page)] == ["Maya", "Daniel"]


def test_the_moments_behind_a_sentence_are_a_key_away(qtbot: QtBot, page: WeekPage, session: Session) -> None:
    log(session, "Maya", body=2)
    log(session, "Daniel", body=-2, days=1)
    found = sentence(page, "Your body tightened")
    found.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_Space)
    assert [row.names for row in rows(page)] == ["Daniel"]
    assert found.marked()
    button(page, "Show all").click()
    assert [row.names for row in rows(page)] == ["Maya", "Daniel"]
    assert not sentence(page, "Your body tightened").marked()


def test_pressing_a_sentence_again_shows_all(qtbot: QtBot, page: WeekPage, session: Session) -> None:
    log(session, "Maya", body=2)
    log(session, "Daniel", body=-2, days=1)
    for _ in range(2):
        qtbot.mouseClick(sentence(page, "Your body tightened"), Qt.MouseButton.LeftButton)
    assert [row.names for row in rows(page)] == ["Maya", "Daniel"]


def test_a_sentence_that_is_gone_takes_its_choice_with_it(page: WeekPage, session: Session) -> None:
    log(session, "Maya", body=2)
    log(session, "Daniel", body=-2, days=1)
    sentence(page, "Your body tightened").click()
    session.undo_stack.undo()
    assert [row.names for row in rows(page)] == ["Maya"]


def test_a_hurt_is_open_in_its_week_and_mended_in_the_week_of_the_way_back(
    qtbot: QtBot, session: Session
) -> None:
    log(session, "Ines", days=10, hurt=True, way_back=WayBack.BOTH, way_back_on=date(2026, 11, 20))
    page = shown(qtbot, session)
    assert sentences(page)[0] == "An earlier hurt with Ines found a way back."
    sentence(page, "An earlier hurt").click()
    assert [row.names for row in rows(page)] == ["Ines"]
    page.show_week(MONDAY - WEEK)
    assert sentences(page)[0] == "There was a hurt with Ines; the way back is open."


def test_a_moment_is_opened_and_deleted_from_here(qtbot: QtBot, page: WeekPage, session: Session) -> None:
    felt = log(session, "Maya", body=2)
    found = page.findChild(MomentList)
    found.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.moment_asked) as asked:
        qtbot.keyClick(found, Qt.Key.Key_Return)
    assert asked.args[0].interaction.id == felt.interaction
    qtbot.keyClick(found, Qt.Key.Key_Delete)
    assert session.store.interactions.count() == 0
    session.undo_stack.undo()
    assert [row.names for row in rows(page)] == ["Maya"]


# --- which week ---


def test_one_can_walk_back_to_the_first_week_and_no_further(page: WeekPage, session: Session) -> None:
    log(session, "Maya", days=14, body=1)
    earlier, later = button(page, "Earlier week"), button(page, "Later week")
    assert not later.isEnabled()
    earlier.click()
    earlier.click()
    assert page.shown() == MONDAY - 2 * WEEK
    assert not earlier.isEnabled()
    later.click()
    assert page.shown() == MONDAY - WEEK


def test_no_week_is_yet_to_come(page: WeekPage) -> None:
    page.show_week(MONDAY + 3 * WEEK)
    assert page.shown() == MONDAY


# --- the last months ---


def test_the_answers_of_months_are_drawn_walked_and_told_in_words(
    qtbot: QtBot, page: WeekPage, session: Session
) -> None:
    months = page.findChild(CheckInRows)
    assert not months.isVisible()
    session.apply("", *(Edit(None, CheckIn(week=MONDAY - n * WEEK, seen=n, alone=0)) for n in (1, 2)))
    assert months.isVisible()
    months.setFocus()
    qtbot.keyClick(months, Qt.Key.Key_Left)
    assert page.shown() == MONDAY - WEEK
    assert months.accessibleDescription() == "9 November 2026: seen: Barely, alone: Not alone"
    qtbot.keyClick(months, Qt.Key.Key_Right)
    qtbot.keyClick(months, Qt.Key.Key_Right)
    assert page.shown() == MONDAY
    qtbot.mouseClick(months, Qt.MouseButton.LeftButton, pos=QPoint(months.width() - 4, 20))
    assert page.shown() == MONDAY
    button(page, "In words").click()
    assert page.findChild(MonthsCard).text().splitlines() == [
        "9 November 2026: seen: Barely, alone: Not alone",
        "2 November 2026: seen: In part, alone: Not alone",
    ]


# --- the steps ---


def step(session: Session, days: int, **more: object) -> Step:
    made = {"practice": "say-no", "state": StepState.DONE, **more}
    found = Step(offered=session.today() - timedelta(days=days), **made)
    session.apply("", Edit(None, found))
    return found


def test_steps_are_kept_newest_first_and_those_passed_are_not(page: WeekPage, session: Session) -> None:
    step(session, 9, landed=2, note="Stayed in")
    step(session, 8, state=StepState.PASSED)
    step(session, 2, practice="half-done", state=StepState.TAKEN)
    found = list(page.findChild(StepsTaken)._rows.values())
    assert [row.step.practice for row in found] == ["half-done", "say-no"]
    assert not button(page, "Show earlier steps").isVisible()


def test_a_few_steps_are_read_at_a_time(page: WeekPage, session: Session) -> None:
    for days in range(8):
        step(session, days + 1)
    steps = page.findChild(StepsTaken)
    assert len(steps._rows) == 5
    button(page, "Show earlier steps").click()
    assert len(steps._rows) == 8
    assert not button(page, "Show earlier steps").isVisible()


def test_how_a_step_landed_can_be_told_later(qtbot: QtBot, page: WeekPage, session: Session) -> None:
    made = step(session, 20, state=StepState.TAKEN)
    button(page, "How did it land?").click()
    landing = page.findChild(StepsTaken).findChild(Landing)
    qtbot.keyClick(landing.scale, Qt.Key.Key_5)
    qtbot.keyClick(landing.scale, Qt.Key.Key_Return)
    (told,) = session.store.steps.all()
    assert (told.id, told.landed, told.state) == (made.id, 1, StepState.DONE)
    assert button(page, "Change").hasFocus()
    session.undo_stack.undo()
    assert session.store.steps.all() == [made]


def test_a_step_can_be_removed_and_brought_back(page: WeekPage, session: Session) -> None:
    made = step(session, 20, landed=1)
    button(page, "Change").click()
    button(page, "Remove this step").click()
    assert session.store.steps.all() == []
    session.undo_stack.undo()
    assert session.store.steps.all() == [made]
    assert button(page, "Change").isVisible()


def test_a_sentence_about_a_step_leads_to_the_steps(page: WeekPage, session: Session) -> None:
    step(session, 2, landed=1)
    sentence(page, "You tried a small step").click()
    assert page.findChild(StepsTaken).visibleRegion().boundingRect().isValid()


def test_tab_goes_down_the_page(qtbot: QtBot, page: WeekPage, session: Session) -> None:
    log(session, "Maya", body=2)
    step(session, 9, landed=1)
    QApplication.processEvents()
    page.findChild(CheckInCard).note.setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(type(QApplication.focusWidget()).__name__)
    assert seen == ["SentenceButton", "SentenceButton", "MomentList", "QPushButton"]


# --- room ---


@pytest.mark.parametrize("width", [704, 500])
def test_everything_fits_the_width(qtbot: QtBot, session: Session, width: int) -> None:
    name = "x" * 200
    log(session, name, body=2, met=4)
    log(session, "ليلى", body=-2)
    page = shown(qtbot, session, size=(width, 600))
    found = page.findChildren(SentenceButton)
    qtbot.waitUntil(lambda: all(part.height() >= part.heightForWidth(part.width()) for part in found))
    for part in found:
        assert part.mapTo(page, part.rect().topRight()).x() <= width


# --- from Today ---


@pytest.mark.parametrize(
    ("day", "words", "monday"),
    [
        (16, "Look back at last week", MONDAY - WEEK),
        (18, "Look back at this week", MONDAY),
        (22, "The week draws to a close. Look back at it", MONDAY),
    ],
)
def test_the_week_on_today_leads_here(qtbot: QtBot, day: int, words: str, monday: date) -> None:
    strip = WeekStrip()
    qtbot.addWidget(strip)
    today = date(2026, 11, day)
    strip.show_week(MONDAY, {}, today)
    with qtbot.waitSignal(strip.look_back_asked) as asked:
        button(strip, words).click()
    assert asked.args == [monday]
