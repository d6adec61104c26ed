"""A lock asks nothing and loses nothing: the same page comes back, with what was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import LONG, TOM, card, change, edited, note, offered, opened, stored, unlock, workspace, write

from connect_desktop.paths import Places
from connect_desktop.ui.dialogs.moment import MomentDialog
from connect_desktop.ui.pages.person import PersonPage

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
