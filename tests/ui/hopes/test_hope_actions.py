"""Naming, changing, closing and deleting hopes, from their page."""

from dataclasses import replace
from datetime import date

import pytest
from hoped import ASK, MUM, OPEN_UP, TODAY, cards, choose, click, dialog, kept, signs, stored, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from connect_desktop.domain import (
    Edit,
    HopeState,
)
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.hope import ClosingDialog, HopeDialog
from connect_desktop.ui.pages.hopes import HopesPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.person_field import Choice, NewName

pytestmark = pytest.mark.usefixtures("themed")

# Naming


def test_a_hope_is_named_by_keyboard(qtbot: QtBot, session: Session, page: HopesPage) -> None:
    click(qtbot, page, "Name a hope")
    asked = dialog(page, HopeDialog)
    qtbot.waitUntil(asked.isActiveWindow)
    for text in ("mum", "", "She will call,", "", "and stay a while."):
        focused = QApplication.focusWidget()
        qtbot.keyClicks(focused, text) if text else qtbot.keyClick(focused, Qt.Key.Key_Return)
    qtbot.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not asked.isVisible()
    (found,) = [one for one in session.store.hopes.of(MUM.id) if one.id != ASK.id]
    assert (found.text, found.since) == ("She will call, and stay a while.", TODAY)
    assert found.look_again == date(2026, 12, 22)
    assert found.state is HopeState.WAITING
    assert len(cards(page)) == 3
    session.undo_stack.undo()
    assert len(cards(page)) == 2


def test_a_new_name_becomes_a_person_in_the_same_step(session: Session, page: HopesPage) -> None:
    page._actions.name()
    asked = dialog(page, HopeDialog)
    asked.person.set_chosen([Choice(id=MUM.id, name="Mum"), NewName("Tom")])
    asked.text.setPlainText("He will come.")
    asked.accept()
    (tom,) = session.store.people.named("Tom")
    assert [one.text for one in session.store.hopes.of(tom.id)] == ["He will come."]
    session.undo_stack.undo()
    assert session.store.people.named("Tom") == []


@pytest.mark.parametrize(
    ("preset", "on"),
    [
        ("week", date(2026, 11, 29)),
        ("month", date(2026, 12, 22)),
        ("quarter", date(2027, 2, 22)),
        ("never", None),
        ("day", date(2027, 5, 1)),
    ],
)
def test_when_to_look_again_is_asked_with_a_few_answers(
    session: Session, page: HopesPage, preset: str, on: date | None
) -> None:
    page._actions.name(MUM.id)
    asked = dialog(page, HopeDialog)
    asked.text.setPlainText("A letter")
    asked.again.set_value(preset)
    asked.again.changed.emit(preset)
    assert asked.again_on.isVisible() == (preset == "day")
    asked.again_on.set_value(date(2027, 5, 1))
    asked.accept()
    assert [one.look_again for one in session.store.hopes.of(MUM.id) if one.text == "A letter"] == [on]


def test_what_is_missing_or_too_long_is_said_and_nothing_is_lost(session: Session, page: HopesPage) -> None:
    page._actions.name()
    asked = dialog(page, HopeDialog)
    asked.accept()
    assert "Who is it about?" in asked.error.said()
    asked.person.set_chosen([Choice(id=MUM.id, name="Mum")])
    asked.accept()
    assert "A few words are enough" in asked.error.said()
    asked.text.setPlainText("x" * 1001)
    assert not asked.error.isVisible()
    asked.accept()
    assert "1,000 characters" in asked.error.said()
    asked.person.set_chosen([NewName("y" * 201)])
    asked.text.setPlainText("short")
    asked.accept()
    assert asked.error.isVisible()
    assert asked.isVisible()
    assert session.store.hopes.count() == 2


def test_leaving_asks_only_where_something_was_written(
    page: HopesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Confirm, "ask", lambda *args: asked.append(args[1]) or False)
    page._actions.name(MUM.id)
    shown = dialog(page, HopeDialog)
    shown.text.setPlainText("a letter")
    shown.reject()
    assert shown.isVisible()
    shown.text.setPlainText("")
    shown.reject()
    assert not shown.isVisible()
    assert asked == ["Leave without saving?"]


def test_a_hope_is_changed(session: Session, page: HopesPage) -> None:
    choose(cards(page)[0], "Change…")
    asked = dialog(page, HopeDialog)
    assert asked.again.value() == "day"
    asked.text.setPlainText("He will talk.")
    asked.since.set_value(date(2026, 11, 1))
    asked.accept()
    changed = replace(OPEN_UP, text="He will talk.", since=date(2026, 11, 1))
    assert stored(session, OPEN_UP) == changed
    choose(cards(page)[1], "Change…")
    dialog(page, HopeDialog).accept()
    assert session.undo_stack.count() == 2


# How it ends


@pytest.mark.parametrize(
    ("button", "state", "heading"),
    [("It came true", HopeState.CAME_TRUE, "Came true"), ("I let it go", HopeState.LET_GO, "Let go")],
)
def test_a_hope_is_closed_with_words_and_kept(
    qtbot: QtBot, session: Session, page: HopesPage, button: str, state: HopeState, heading: str
) -> None:
    click(qtbot, cards(page)[0], button)
    asked = dialog(page, ClosingDialog)
    qtbot.waitUntil(asked.closing.hasFocus)
    qtbot.keyClicks(asked.closing, "It hurt less than waiting.")
    asked.accept()
    found = stored(session, OPEN_UP)
    assert (found.state, found.closed, found.closing) == (state, TODAY, "It hurt less than waiting.")
    (past,) = kept(page)
    assert [card.row.hope.id for card in cards(page)] == [ASK.id]
    for part in (
        "He will open up.",
        "Daniel",
        "22 April 2026 – 22 November 2026",
        "It hurt less than waiting.",
    ):
        assert part in words(past)
    assert heading in words(page)
    session.undo_stack.undo()
    assert [card.row.hope.id for card in cards(page)] == [OPEN_UP.id, ASK.id]


def test_after_closing_one_the_keyboard_is_on_the_next(qtbot: QtBot, page: HopesPage) -> None:
    cards(page)[0].begin()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    asked = dialog(page, ClosingDialog)
    qtbot.waitUntil(asked.closing.hasFocus)
    asked.accept()
    (left,) = cards(page)
    qtbot.waitUntil(lambda: left.isAncestorOf(page.window().focusWidget()))
    choose(left, "Delete")
    assert kept(page)[0].isAncestorOf(page.window().focusWidget())
    choose(kept(page)[0], "Delete")
    assert page.window().focusWidget() is page._name


def test_closing_words_may_stay_empty(qtbot: QtBot, session: Session, page: HopesPage) -> None:
    click(qtbot, cards(page)[1], "I let it go")
    dialog(page, ClosingDialog).accept()
    assert stored(session, ASK).closing == ""


def test_what_was_closed_can_be_waited_for_again_and_its_words_stay(
    qtbot: QtBot, session: Session, page: HopesPage
) -> None:
    closed = replace(OPEN_UP, state=HopeState.LET_GO, closed=TODAY, closing="Enough.", look_again=TODAY)
    session.apply("", Edit(OPEN_UP, closed))
    choose(kept(page)[0], "Wait for it again")
    assert stored(session, OPEN_UP) == replace(OPEN_UP, closing="Enough.", look_again=None)
    click(qtbot, cards(page)[0], "I let it go")
    assert dialog(page, ClosingDialog).closing.toPlainText() == "Enough."


def test_a_closed_hope_can_be_worded_anew(session: Session, page: HopesPage) -> None:
    session.apply("", Edit(OPEN_UP, replace(OPEN_UP, state=HopeState.CAME_TRUE, closed=TODAY)))
    choose(kept(page)[0], "Change…")
    asked = dialog(page, ClosingDialog)
    asked.text.setPlainText("")
    asked.accept()
    assert asked.error.isVisible()
    asked.text.setPlainText("He opened up.")
    asked.closed.set_value(date(2026, 11, 20))
    asked.closing.setPlainText("At the lake.")
    asked.accept()
    found = stored(session, OPEN_UP)
    assert (found.text, found.closed, found.closing) == ("He opened up.", date(2026, 11, 20), "At the lake.")


def test_a_hope_is_deleted_with_its_answers_and_comes_back(session: Session, page: HopesPage) -> None:
    signs(session, OPEN_UP, "ta")
    page.refresh()
    choose(cards(page)[0], "Delete")
    assert session.store.hopes.all() == [ASK]
    assert session.store.evidence.count() == 0
    session.undo_stack.undo()
    assert "1 moment toward it · 1 away · 0 neither" in words(cards(page)[0])


@pytest.mark.parametrize(
    ("entry", "on"),
    [
        ("Look again in a week", date(2026, 11, 29)),
        ("Look again in a month", date(2026, 12, 22)),
        ("No date to look again", None),
    ],
)
def test_the_next_look_is_put_off(session: Session, page: HopesPage, entry: str, on: date | None) -> None:
    choose(cards(page)[0], entry)
    assert stored(session, OPEN_UP).look_again == on
