"""Marking a moment toward, away or neither: while it is logged, and afterwards."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hands import arrived, focused, keep, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import (
    Direction,
    Edit,
    Evidence,
    Hope,
    HopeState,
    Impression,
    Interaction,
    Person,
    Status,
)
from connect_desktop.ui.dialogs.moment import MomentDialog
from connect_desktop.ui.moment_editor import MomentEditor
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.answers_form import AnswersForm
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.hope_strip import HopeStrip
from connect_desktop.ui.widgets.log_card import LogCard
from connect_desktop.ui.widgets.segmented import SegmentedChoice

pytestmark = pytest.mark.usefixtures("themed")

MAYA, TOM = Person(name="Maya"), Person(name="Tom")
CALL = Hope(person=MAYA.id, text="She will call first.", since=date(2026, 5, 1))
VISIT = Hope(person=TOM.id, text="He will come and see us.", since=date(2026, 6, 1))


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> TodayPage:
    keep(session, MAYA, TOM, CALL, VISIT)
    return arrived(qtbot, TodayPage(session))


def said(session: Session) -> set[tuple[str, str]]:
    people = {one.id: one.person for one in session.store.impressions.all()}
    assert all(
        people[one.impression] == session.store.hopes.get(one.hope).person
        for one in session.store.evidence.all()
    )
    return {(one.hope, one.direction) for one in session.store.evidence.all()}


def strip(widget: QWidget) -> HopeStrip | None:
    return next((one for one in widget.findChildren(HopeStrip) if one.isVisible()), None)


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(("key", "direction"), [("t", "toward"), ("a", "away"), ("N", "neither")])
def test_at_most_nine_keys_beside_the_name_for_a_moment_with_a_hope(
    qtbot: QtBot, session: Session, key: str, direction: str
) -> None:
    press(qtbot, "may")
    assert press(qtbot, f"\n2{key}\n") <= 9
    assert said(session) == {(CALL.id, direction)}
    assert session.store.interactions.count() == 1
    session.undo_stack.undo()
    assert session.store.evidence.count() == session.store.interactions.count() == 0
    session.undo_stack.redo()
    assert said(session) == {(CALL.id, direction)}


def test_a_hope_left_open_is_unknown(qtbot: QtBot, page: TodayPage, session: Session) -> None:
    press(qtbot, "may\n2")
    assert strip(page) is not None
    press(qtbot, "\n")
    assert session.store.interactions.count() == 1
    assert session.store.evidence.count() == 0
    assert strip(page) is None


def test_who_has_no_open_hope_is_asked_nothing(qtbot: QtBot, page: TodayPage, session: Session) -> None:
    session.apply("", Edit(CALL, replace(CALL, state=HopeState.LET_GO)))
    session.apply("", Edit(TOM, replace(TOM, status=Status.RESTING)))
    for name in ("may\n", "tom\n"):
        press(qtbot, name)
        assert strip(page) is None
        page.findChild(LogCard).clear()


def test_with_several_people_each_hope_is_its_own_persons(
    qtbot: QtBot, page: TodayPage, session: Session
) -> None:
    press(qtbot, "may,tom\n6")
    shown = strip(page)
    assert shown is not None
    names = [one.accessibleName() for one in shown.findChildren(SegmentedChoice) if one.isVisible()]
    assert ["Maya" in names[0], "Tom" in names[1]] == [True, True]
    press(qtbot, "ta\n")
    assert said(session) == {(CALL.id, "toward"), (VISIT.id, "away")}


def test_taking_the_person_out_takes_the_answer_out(qtbot: QtBot, page: TodayPage, session: Session) -> None:
    press(qtbot, "may\n6t")
    page.findChild(LogCard)._who.set_chosen(())
    page.findChild(LogCard)._who.focus_field()
    press(qtbot, "tom\n\n")
    assert session.store.interactions.count() == 1
    assert said(session) == set()


def test_the_answer_would_be_missed_and_clearing_forgets_it(qtbot: QtBot, page: TodayPage) -> None:
    press(qtbot, "may\nt")
    card = page.findChild(LogCard)
    assert page.findChild(LogCard).begun()
    assert page.findChild(HopeStrip).value() == {CALL.id: Direction.TOWARD}
    card.clear()
    assert not page.findChild(LogCard).begun()
    press(qtbot, "may\n")
    assert page.findChild(HopeStrip).value() == {}


def test_the_next_key_answers_the_next_hope_and_the_last_can_be_corrected(
    qtbot: QtBot, page: TodayPage, session: Session
) -> None:
    more = [Hope(person=MAYA.id, text=f"Hope {n}", since=date(2026, 7, n)) for n in range(1, 5)]
    session.apply("", *(Edit(None, one) for one in more))
    press(qtbot, "may\n4")
    shown = strip(page)
    assert shown is not None
    assert sum(one.isVisible() for one in shown.findChildren(SegmentedChoice)) == 3
    press(qtbot, "tantaa")
    assert list(page.findChild(HopeStrip).value().values()) == ["toward", "away", "neither", "toward", "away"]
    press(qtbot, "n")
    assert list(page.findChild(HopeStrip).value().values())[-1] == "neither"


def test_tab_goes_from_the_body_to_the_hope_and_enter_there_saves(
    qtbot: QtBot, page: TodayPage, session: Session
) -> None:
    press(qtbot, "may\n5")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    shown = strip(page)
    assert shown is not None
    assert shown.isAncestorOf(focused())
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    press(qtbot, "\n")
    assert said(session) == {(CALL.id, "away")}


def test_letters_typed_into_a_note_answer_nothing(qtbot: QtBot, page: TodayPage) -> None:
    press(qtbot, "may\n5")
    page.show_detail()
    card = page.findChild(LogCard)
    note = next(one for one in card.findChildren(QPlainTextEdit) if one.accessibleName() == "A note")
    note.setFocus()
    qtbot.keyClicks(note, "tan")
    assert (card.note(), page.findChild(HopeStrip).value()) == ("tan", {})


def test_the_answer_is_among_what_was_begun_and_comes_back(qtbot: QtBot, page: TodayPage) -> None:
    press(qtbot, "may\n3a")
    card = page.findChild(LogCard)
    kept = json.loads(json.dumps(card.answers()))
    card.clear()
    card.restore(kept)
    assert page.findChild(HopeStrip).value() == {CALL.id: Direction.AWAY}
    shown = strip(page)
    assert shown is not None
    assert [one.value() for one in shown.findChildren(SegmentedChoice) if one.isVisible()] == ["away"]


# Afterwards


def opened(qtbot: QtBot, session: Session, *, hopes: tuple[Hope, ...] = (CALL, VISIT)) -> MomentDialog:
    made = Interaction(id="made", at=session.now())
    felt = [
        Impression(id=f"felt-{one.name}", interaction=made.id, person=one.id, body=1) for one in (MAYA, TOM)
    ]
    keep(session, MAYA, TOM, *hopes, made, *felt)
    keep(session, Evidence(hope=CALL.id, impression="felt-Maya", direction=Direction.AWAY))
    return again(qtbot, session)


def again(qtbot: QtBot, session: Session) -> MomentDialog:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    moment = session.store.moments.get("made")
    assert moment is not None
    MomentEditor(session, window).edit(moment, MAYA.id)
    dialog = window.findChild(MomentDialog)
    assert dialog is not None
    return dialog


def save(qtbot: QtBot, dialog: MomentDialog) -> None:
    button = next(one for one in dialog.findChildren(QPushButton) if one.accessibleName() == "Save")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_direction_is_seen_changed_and_taken_back_afterwards(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    assert not dialog.differs()
    qtbot.keyClicks(dialog.findChild(BreathScale), "t")
    assert dialog.differs()
    save(qtbot, dialog)
    assert said(session) == {(CALL.id, "toward")}
    session.undo_stack.undo()
    assert said(session) == {(CALL.id, "away")}
    dialog = again(qtbot, session)
    shown = strip(dialog)
    assert shown is not None
    (choice,) = shown.findChildren(SegmentedChoice)
    assert choice.value() == Direction.AWAY
    qtbot.keyClick(choice, Qt.Key.Key_Backspace)
    save(qtbot, dialog)
    assert said(session) == set()


def test_each_of_several_people_is_asked_their_own_hope(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    dialog.findChild(AnswersForm).turn_to(TOM.id)
    qtbot.keyClicks(dialog.findChild(BreathScale), "n")
    dialog.findChild(AnswersForm).turn_to(MAYA.id)
    save(qtbot, dialog)
    assert said(session) == {(CALL.id, "away"), (VISIT.id, "neither")}


def test_only_hopes_of_that_day_are_asked_but_an_answer_given_is_always_shown(
    qtbot: QtBot, session: Session
) -> None:
    on = session.today()
    closed = replace(CALL, state=HopeState.CAME_TRUE, closed=on - timedelta(days=3))
    later = Hope(person=MAYA.id, text="Later", since=on + timedelta(days=1))
    past = Hope(person=MAYA.id, text="Past", since=on - timedelta(days=9), closed=on - timedelta(days=4))
    dialog = opened(qtbot, session, hopes=(closed, later, past))
    shown = strip(dialog)
    assert shown is not None
    (choice,) = shown.findChildren(SegmentedChoice)
    assert closed.text in choice.accessibleName()
    before = session.undo_stack.count()
    save(qtbot, dialog)
    assert said(session) == {(CALL.id, "away")}
    assert session.undo_stack.count() == before


def test_what_came_in_about_someone_elses_hope_stays(qtbot: QtBot, session: Session) -> None:
    dialog = opened(qtbot, session)
    keep(session, Evidence(hope=VISIT.id, impression="felt-Maya", direction=Direction.TOWARD))
    dialog.close()
    dialog = again(qtbot, session)
    qtbot.keyClicks(dialog.findChild(BreathScale), "t")
    save(qtbot, dialog)
    assert {(one.hope, one.direction) for one in session.store.evidence.all()} == {
        (CALL.id, "toward"),
        (VISIT.id, "toward"),
    }


def test_a_very_long_name_leaves_what_is_hoped_for_to_be_read(qtbot: QtBot, session: Session) -> None:
    long = Person(name=("Maximiliane von Hohenstein " * 8)[:200])
    keep(session, long, TOM, Hope(person=long.id, text="She will write.", since=date(2026, 5, 1)), VISIT)
    page = arrived(qtbot, TodayPage(session))
    press(qtbot, "maxi,tom\n")
    shown = strip(page)
    assert shown is not None
    qtbot.waitUntil(lambda: not any(label.elided() for label in shown.findChildren(ElidedLabel)))
    assert any("She will write." in label.text() for label in shown.findChildren(ElidedLabel))
