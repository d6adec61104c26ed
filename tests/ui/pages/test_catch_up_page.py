"""What waits to be felt, walked through in one sweep."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, Tie
from connect_desktop.ui.pages.catch_up import CatchUpPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.waiting import Waiting
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.turn_card import TurnCard

pytestmark = pytest.mark.usefixtures("themed")

MAYA, LEO = Person(name="Maya", ties={Tie.FRIEND}), Person(name="Leo & Co")


@pytest.fixture
def session(session: Session) -> Session:
    session.apply("", Edit(None, MAYA), Edit(None, LEO))
    return session


def log(session: Session, *people: Person, days: int = 0, note: str = "", **feel: object) -> list[Impression]:
    made = Interaction(at=session.now() - timedelta(days=days), channel="call", minutes=25, note=note)
    felt = [Impression(interaction=made.id, person=person.id, **feel) for person in people]
    session.apply("", Edit(None, made), *(Edit(None, one) for one in felt))
    return felt


def shown(qtbot: QtBot, session: Session, person: Person | None = None) -> CatchUpPage:
    page = CatchUpPage(session)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitActive(page):
        page.show()
    page.begin(person.id if person else None)
    page.arrive()
    return page


def press(qtbot: QtBot, *keys: Qt.Key | str) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, key) if isinstance(key, str) else qtbot.keyClick(focused, key)


def body(session: Session, felt: Impression) -> int | None:
    found = session.store.impressions.get(felt.id)
    assert found is not None
    return found.body


def asked(page: CatchUpPage) -> str:
    turn = page.findChild(TurnCard).turn()
    return turn.spoken() if turn and page.findChild(TurnCard).isVisible() else ""


def progress(page: CatchUpPage) -> str:
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    return next((text for text in texts if " of " in text), "")


def ending(page: CatchUpPage) -> str:
    done = page.findChild(EmptyState)
    return f"{done.accessibleName()} {done.accessibleDescription()}" if done.isVisible() else ""


def button(page: QWidget, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if text in one.text() and not one.isHidden())


def test_one_key_answers_and_the_next_is_asked_about(qtbot: QtBot, session: Session) -> None:
    (old,), (new,) = log(session, MAYA, days=9), log(session, LEO, note="A walk.", reach="them")
    page = shown(qtbot, session)
    assert asked(page) == "Leo & Co. Today, 21:14. call · 25 min · Leo & Co reached out. A walk."
    assert progress(page).startswith("1 of 2")
    press(qtbot, "6")
    assert (body(session, new), body(session, old)) == (2, None)
    assert asked(page).startswith("Maya. Friday, 13 November 2026, 21:14")
    press(qtbot, "1")
    assert body(session, old) == -3
    assert ending(page) == "That’s all. 2 felt."


def test_what_is_left_stays_unknown_and_is_not_asked_again_in_this_sweep(
    qtbot: QtBot, session: Session
) -> None:
    left = [*log(session, MAYA), *log(session, MAYA, days=1)]
    (felt,) = log(session, MAYA, days=2)
    page = shown(qtbot, session)
    press(qtbot, " ", Qt.Key.Key_Right, "4")
    assert [body(session, one) for one in left] == [None, None]
    assert body(session, felt) == 0
    assert ending(page) == "That’s all. 1 felt, 2 left as they are."
    assert session.undo_stack.undoText() == "Answer saved"


def test_what_was_left_comes_last_and_is_not_counted_as_new(qtbot: QtBot, session: Session) -> None:
    (left,), (other,) = log(session, MAYA), log(session, MAYA, days=1)
    page = shown(qtbot, session)
    press(qtbot, " ")
    page.flush()
    waiting = Waiting.of_session(session)
    assert (waiting.ids(), waiting.new()) == ([other.id, left.id], 1)
    page.begin()
    page.arrive()
    press(qtbot, "5")
    assert (body(session, other), waiting.new(), waiting.counts()) == (1, 0, {MAYA.id: 1})


def test_the_arrow_goes_back_and_another_answer_can_be_given(qtbot: QtBot, session: Session) -> None:
    (new,), (old,) = log(session, MAYA), log(session, MAYA, days=1)
    page = shown(qtbot, session)
    press(qtbot, "2", Qt.Key.Key_Left)
    assert progress(page).startswith("1 of 2")
    assert page.findChild(BreathScale).value() == -2
    press(qtbot, "3")
    assert progress(page).startswith("2 of 2")
    press(qtbot, "3", Qt.Key.Key_Left, Qt.Key.Key_Left, "3")
    assert (body(session, new), body(session, old)) == (-1, -1)
    assert ending(page)


def test_undo_takes_an_answer_back_and_goes_to_it(qtbot: QtBot, session: Session) -> None:
    (new,), (old,) = log(session, MAYA), log(session, MAYA, days=1)
    page = shown(qtbot, session)
    press(qtbot, "2", "7")
    session.undo_stack.undo()
    assert (body(session, new), body(session, old)) == (-2, None)
    assert progress(page).startswith("2 of 2")
    session.undo_stack.undo()
    assert body(session, new) is None
    assert progress(page).startswith("1 of 2")
    session.undo_stack.redo()
    assert progress(page).startswith("2 of 2")
    press(qtbot, "4")
    assert ending(page) == "That’s all. 2 felt."


def test_backspace_takes_the_answer_back_and_stays(qtbot: QtBot, session: Session) -> None:
    (felt,) = log(session, MAYA)
    page = shown(qtbot, session)
    press(qtbot, Qt.Key.Key_Backspace)
    assert session.undo_stack.undoText() == ""
    press(qtbot, "2", Qt.Key.Key_Left, Qt.Key.Key_Backspace)
    assert body(session, felt) is None
    assert progress(page).startswith("1 of 1")


def test_up_and_down_only_walk_and_enter_answers_then(qtbot: QtBot, session: Session) -> None:
    (felt,) = log(session, MAYA)
    page = shown(qtbot, session)
    press(qtbot, Qt.Key.Key_Return)
    assert body(session, felt) is None
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert body(session, felt) is None
    press(qtbot, Qt.Key.Key_Return)
    assert body(session, felt) == 1
    assert ending(page)


def test_each_person_of_a_moment_has_a_turn_and_the_rest_can_be_felt_alike(
    qtbot: QtBot, session: Session
) -> None:
    eve = Person(name="Eve")
    session.apply("", Edit(None, eve))
    three = log(session, MAYA, LEO, eve)
    page = shown(qtbot, session)
    assert "too." in asked(page)
    press(qtbot, "0")
    assert [body(session, one) for one in three] == [None] * 3
    press(qtbot, "6", "0")
    assert [body(session, one) for one in three] == [2] * 3
    assert ending(page) == "That’s all. 3 felt."
    session.undo_stack.undo()
    assert sum(body(session, one) is None for one in three) == 2
    assert button(page, "As with").text().endswith(": breathed easier")


def test_one_persons_moments_alone(qtbot: QtBot, session: Session) -> None:
    log(session, MAYA, LEO)
    log(session, LEO, days=1)
    page = shown(qtbot, session, MAYA)
    assert progress(page).startswith("1 of 1")
    who = page.findChild(QComboBox)
    assert [who.itemText(n) for n in range(who.count())] == ["Everyone, 3", "Leo & Co, 2", "Maya, 1"]
    assert who.currentText() == "Maya, 1"
    who.setCurrentIndex(1)
    who.activated.emit(1)
    assert progress(page).startswith("1 of 2")
    assert asked(page).startswith("Leo")


def test_where_one_is_not_asked_about_any_more_the_others_are(qtbot: QtBot, session: Session) -> None:
    log(session, MAYA)
    log(session, LEO, days=1)
    page = shown(qtbot, session)
    page._who.setCurrentIndex(page._who.findData(MAYA.id))
    page._choose()
    assert progress(page).startswith("1 of 1")
    page._less_of_one.trigger()
    assert asked(page).startswith("Leo")


def test_what_is_not_to_be_asked_about_is_gone_until_it_is_wanted(qtbot: QtBot, session: Session) -> None:
    log(session, MAYA)
    (leo,) = log(session, LEO, days=1)
    page = shown(qtbot, session)
    page._offer_less()
    assert page._less_of_one.text() == "Don’t ask about these with Maya any more"
    assert not page._again.isVisible()
    page._less_of_one.trigger()
    assert progress(page).startswith("1 of 1")
    assert Waiting.of_session(session).ids() == [leo.id]
    page._offer_less()
    assert page._less_of_one.text() == "Don’t ask about these with Leo && Co any more"
    page._less_of_all.trigger()
    assert ending(page).startswith("Nothing waits")
    assert page._more.isVisibleTo(page), "what is not asked about can be asked about again"
    assert Waiting.of_session(session).new() == 0
    page._again.trigger()
    assert progress(page).startswith("1 of 2")


def test_mouse_and_buttons_do_the_same(qtbot: QtBot, session: Session) -> None:
    (felt,), _ = log(session, MAYA), log(session, MAYA, days=1)
    page = shown(qtbot, session)
    scale = page.findChild(BreathScale)
    qtbot.mouseClick(scale._cells[6], Qt.MouseButton.LeftButton)
    assert body(session, felt) == 3
    button(page, "Back").click()
    assert scale.value() == 3
    button(page, "Leave it").click()
    button(page, "Leave it").click()
    assert ending(page) == "That’s all. 1 felt, 1 left as it is."
    with qtbot.waitSignal(page.ended):
        button(page, "Done").click()


def test_left_goes_back_from_the_end_and_escape_ends(qtbot: QtBot, session: Session) -> None:
    log(session, MAYA)
    page = shown(qtbot, session)
    press(qtbot, " ")
    assert ending(page)
    press(qtbot, Qt.Key.Key_Left)
    assert progress(page).startswith("1 of 1")
    with qtbot.waitSignal(page.ended):
        press(qtbot, Qt.Key.Key_Escape)


def test_a_digit_answers_wherever_the_focus_is(qtbot: QtBot, session: Session) -> None:
    (felt,) = log(session, MAYA)
    page = shown(qtbot, session)
    button(page, "Open this moment").setFocus()
    press(qtbot, "7")
    assert body(session, felt) == 3


def test_the_moment_can_be_opened(qtbot: QtBot, session: Session) -> None:
    (felt,) = log(session, MAYA)
    page = shown(qtbot, session)
    with qtbot.waitSignal(page.moment_asked) as found:
        button(page, "Open this moment").click()
    assert found.args[0].interaction.id == felt.interaction
    assert found.args[1] == MAYA.id


def test_what_is_deleted_meanwhile_is_passed_over(qtbot: QtBot, session: Session) -> None:
    (new,), _ = log(session, MAYA), log(session, LEO, days=1)
    page = shown(qtbot, session)
    session.apply("", *session.store.deletion(session.store.interactions.get(new.interaction)))
    assert progress(page).startswith("1 of 1")
    assert asked(page).startswith("Leo")


def test_a_note_as_long_as_a_book_is_cut_and_scrolls(qtbot: QtBot, session: Session) -> None:
    log(session, MAYA, note="word " * 20_000)
    page = shown(qtbot, session)
    assert page.minimumSizeHint().height() < 500
    assert len(page.findChild(TurnCard)._note.text()) < 2100


def test_two_of_one_name_are_told_apart(qtbot: QtBot, session: Session) -> None:
    other = Person(name="maya", ties={Tie.COLLEAGUE})
    session.apply("", Edit(None, other))
    log(session, other)
    page = shown(qtbot, session)
    assert asked(page).startswith("maya (colleague)")


def test_nothing_waits(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session)
    assert ending(page).startswith("Nothing waits to be felt.")
    press(qtbot, Qt.Key.Key_Left)
    assert ending(page)


def test_what_was_added_elsewhere_meanwhile_is_kept_beside_the_answer(qtbot: QtBot, session: Session) -> None:
    (felt,) = log(session, MAYA)
    shown(qtbot, session)
    session.store.apply([Edit(felt, replace(felt, met=1))])
    press(qtbot, "6")
    assert session.store.impressions.get(felt.id) == replace(felt, met=1, body=2)
