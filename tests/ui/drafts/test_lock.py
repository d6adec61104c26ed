"""A lock asks nothing and loses nothing: the same page comes back, with what was typed."""

import pytest
from hands import press
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import LONG, TOM, card, change, edited, note, offered, opened, stored, unlock, workspace, write

from connect_desktop.paths import Places
from connect_desktop.ui import drafts
from connect_desktop.ui.dialogs.hope import HopeDialog
from connect_desktop.ui.dialogs.moment import MomentDialog
from connect_desktop.ui.hope_actions import HopeActions
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.pages.person import PersonPage
from connect_desktop.ui.pages.reflections import ReflectionsPage
from connect_desktop.ui.widgets.own_question import OwnQuestion
from connect_desktop.ui.widgets.prompt_panel import PromptPanel

pytestmark = pytest.mark.usefixtures("themed")


def test_a_lock_asks_nothing_and_the_same_page_comes_back(qtbot: QtBot, protected: Places) -> None:
    window = opened(qtbot, protected)
    write(qtbot, window)
    workspace(window).show_person(TOM.id)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_L, both)
    assert window.workspace() is None
    unlock(qtbot, window)
    page = workspace(window).page("person")
    assert isinstance(page, PersonPage)
    qtbot.waitUntil(page.isVisible, timeout=LONG)
    assert page.about() == TOM.id
    workspace(window).go("today")
    assert card(window).note() == "She said it first."
    assert window.close()
    assert workspace(opened(qtbot, protected)).page("today").isVisible(), "another start begins with today"


def test_a_dialog_that_was_open_when_it_was_locked_is_open_again(qtbot: QtBot, protected: Places) -> None:
    window = opened(qtbot, protected)
    workspace(window).go("people")
    change(qtbot, window)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.waitUntil(lambda: QApplication.activeWindow() is edited(window), timeout=LONG)
    qtbot.keyClick(edited(window), Qt.Key.Key_L, both)
    qtbot.waitUntil(lambda: window.workspace() is None, timeout=LONG)
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: bool(workspace(window).findChildren(MomentDialog)), timeout=LONG)
    qtbot.waitUntil(workspace(window).page("people").isVisible, timeout=LONG)
    assert note(edited(window)).toPlainText() == "Soup\n and rain"
    assert offered(window) == ""
    window.lock()
    assert window.workspace() is None


def test_a_dialog_that_was_hidden_in_haste_is_open_again(qtbot: QtBot, where: Places) -> None:
    window = opened(qtbot, where)
    dialog = change(qtbot, window)
    window.hide_away()
    assert not dialog.isVisible()
    window.come_forward()
    if window.workspace() is None:
        unlock(qtbot, window)
    qtbot.waitUntil(lambda: edited(window).isVisible(), timeout=LONG)
    assert note(edited(window)).toPlainText() == "Soup\n and rain"
    edited(window).done(0)
    assert window.close()


@pytest.mark.parametrize("place", ["{", '["nowhere", null, ""]', '["person", "gone", ""]', "[1]", "7"])
def test_a_place_that_is_no_more_is_today(qtbot: QtBot, protected: Places, place: str) -> None:
    store = stored(protected)
    store.remember("place", place)
    store.close()
    window = opened(qtbot, protected)
    assert workspace(window).page("today").isVisible()
    assert workspace(window).session.store.memo("place") is None
    assert window.close()


def lock(qtbot: QtBot, window: MainWindow, inside: QWidget) -> None:
    """Lock with the keys that lock, and unlock."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(inside, Qt.Key.Key_L, both)
    qtbot.waitUntil(lambda: window.workspace() is None, timeout=LONG)
    unlock(qtbot, window)


def test_a_hope_half_named_when_it_was_locked_is_there_again(qtbot: QtBot, protected: Places) -> None:
    window = opened(qtbot, protected)
    workspace(window).go("people")
    HopeActions(workspace(window).session, workspace(window)).name()
    (dialog,) = workspace(window).findChildren(HopeDialog)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog, timeout=LONG)
    press(qtbot, "Tom\n")
    dialog.text.setFocus()
    qtbot.keyClicks(dialog.text, "He will ask")
    dialog.again.set_value("day")
    dialog.again.changed.emit("day")
    dialog.again_on.setDate(QDate(2027, 3, 1))
    typed = dialog.answers()
    lock(qtbot, window, dialog)
    qtbot.waitUntil(lambda: bool(workspace(window).findChildren(HopeDialog)), timeout=LONG)
    (dialog,) = workspace(window).findChildren(HopeDialog)
    assert dialog.isVisible() and dialog.answers() == typed
    assert [one.name for one in dialog.person.people()] == ["Tom"]
    assert workspace(window).session.store.hopes.all() == []
    assert offered(window) == ""
    dialog.save.click()
    assert [one.text for one in workspace(window).session.store.hopes.of(TOM.id)] == ["He will ask"]
    assert drafts.names(workspace(window).session) == []
    assert window.close()


def question(qtbot: QtBot, window: MainWindow) -> OwnQuestion:
    """The line for a question of one's own, with what was typed into it."""
    window.resize(1280, 800)
    workspace(window).go("reflections")
    page = workspace(window).page("reflections")
    assert isinstance(page, ReflectionsPage)
    qtbot.waitUntil(page.isVisible, timeout=LONG)
    found = page.findChild(OwnQuestion)
    if not found.isVisible():
        page._room.turn()
    return found


def test_a_question_half_typed_when_it_was_locked_is_there_again(qtbot: QtBot, protected: Places) -> None:
    window = opened(qtbot, protected)
    line = question(qtbot, window)
    line.setFocus()
    qtbot.keyClicks(line, "Who laughed")
    lock(qtbot, window, window)
    line = question(qtbot, window)
    assert line.text() == "Who laughed" and line.draft_line.text() == "Kept from earlier"
    assert workspace(window).session.store.prompts.all() == []
    assert offered(window) == "", "it waits where it was typed"
    line.setFocus()
    qtbot.keyClicks(line, " with me?")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    (own,) = workspace(window).session.store.prompts.all()
    assert own.text == "Who laughed with me?" and line.text() == ""
    workspace(window).page("reflections").findChild(PromptPanel).change.click()
    qtbot.keyClicks(line, "x")
    lock(qtbot, window, window)
    line = question(qtbot, window)
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.keyClicks(line, "!")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [one.text for one in workspace(window).session.store.prompts.all()] == ["Who laughed with me?!"]
    assert drafts.names(workspace(window).session) == []
    assert window.close()
