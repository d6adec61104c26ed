"""How many keys a moment takes besides the name, pressed one by one as a hand would."""

from collections.abc import Callable
from datetime import date

import pytest
from hands import arrived, focused
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Hope, Impression, Person, Reach
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.log_card import LogCard
from connect_desktop.ui.widgets.section import Section

pytestmark = pytest.mark.usefixtures("themed")

MAYA = Person(name="Maya")
HOPE = Hope(person=MAYA.id, text="That she asks first", since=date(2026, 1, 1))
ENTER = "⏎"
Press = Callable[[str], int]


@pytest.fixture
def press(qtbot: QtBot, session: Session) -> Press:
    """Types a name into the quick log, then presses keys; returns how many those were."""
    session.apply("", Edit(None, MAYA))
    arrived(qtbot, TodayPage(session))

    def pressed(keys: str) -> int:
        qtbot.keyClicks(focused(), "maya")
        for key in keys:
            _press(qtbot, key)
        return len(keys)

    return pressed


def _press(qtbot: QtBot, key: str) -> None:
    if key == ENTER:
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    elif key == "U":
        qtbot.keyClick(focused(), Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
    else:
        qtbot.keyClicks(focused(), key)


def felt(session: Session) -> Impression:
    (found,) = session.store.impressions.all()
    assert found.person == MAYA.id
    return found


def test_a_person_and_a_body_answer_take_three_keys(press: Press, session: Session) -> None:
    assert press("⏎6⏎") == 3
    assert felt(session).body == 2


@pytest.mark.parametrize("detail", [False, True])
def test_with_reach_and_met_it_takes_six(press: Press, session: Session, detail: bool) -> None:
    if detail:
        QApplication.activeWindow().findChild(LogCard).show_detail(True)
    assert press("⏎6im5⏎") == 6
    assert (felt(session).body, felt(session).reach, felt(session).met) == (2, Reach.ME, 4)


def test_with_a_hope_marked_it_takes_seven(press: Press, session: Session) -> None:
    session.apply("", Edit(None, HOPE))
    assert press("⏎6tym3⏎") == 7
    assert (felt(session).body, felt(session).reach, felt(session).met) == (2, Reach.THEM, 2)
    (sign,) = session.store.evidence.all()
    assert (sign.hope, sign.direction) == (HOPE.id, "toward")


@pytest.mark.parametrize(("key", "reach"), [("u", Reach.ME_UNANSWERED), ("U", Reach.THEM_UNANSWERED)])
def test_an_attempt_without_an_echo_is_one_key_and_needs_no_body(
    press: Press, session: Session, key: str, reach: Reach
) -> None:
    assert press(f"⏎{key}⏎") == 3
    assert (felt(session).reach, felt(session).body, felt(session).met) == (reach, None, None)


@pytest.mark.parametrize(
    ("key", "reach"), [("i", Reach.ME), ("y", Reach.THEM), ("b", Reach.BOTH), ("c", Reach.CHANCE)]
)
def test_each_way_of_reaching_is_one_key(press: Press, session: Session, key: str, reach: Reach) -> None:
    press(f"⏎{key}4⏎")
    assert (felt(session).reach, felt(session).body) == (reach, 0)


def test_the_same_key_again_takes_the_answer_back(press: Press, session: Session) -> None:
    press("⏎4uuii⏎")
    assert (felt(session).reach, felt(session).body) == (None, 0)


def test_enter_on_a_button_presses_it_and_saves_nothing(press: Press, session: Session, qtbot: QtBot) -> None:
    press("⏎6")
    card = QApplication.activeWindow().findChild(LogCard)
    mine = next(
        one for one in card.findChildren(QPushButton) if one.accessibleName() == "I reached out, no answer"
    )
    mine.setFocus()
    qtbot.keyClick(mine, Qt.Key.Key_Return)
    assert mine.isChecked()
    assert session.store.interactions.count() == 0
    card.show_detail(True)
    note = next(one for one in card.findChildren(Section) if one.name == "note")
    head = note.findChild(QPushButton)
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Return)
    assert not note.is_open()
    assert session.store.interactions.count() == 0


def test_letters_typed_into_a_note_are_letters(press: Press, session: Session, qtbot: QtBot) -> None:
    press("⏎6")
    card = QApplication.activeWindow().findChild(LogCard)
    card.show_detail(True)
    next(one for one in card.findChildren(QPlainTextEdit) if one.accessibleName() == "A note").setFocus()
    qtbot.keyClicks(focused(), "ubimc")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert felt(session).reach is None
    assert session.store.interactions.all()[0].note == "ubimc"
