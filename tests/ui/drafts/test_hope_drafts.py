"""A hope being written and not saved is offered when the window is opened again."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from windows import LONG, MAYA, abandoned, click, kept, offered, opened, stored, workspace

from connect_desktop.domain import Edit, Hope, HopeState
from connect_desktop.paths import Places
from connect_desktop.ui import drafts
from connect_desktop.ui.dialogs.hope import ClosingDialog, HopeDialog
from connect_desktop.ui.hope_actions import HopeActions
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.widgets.hope_row import Ask

pytestmark = pytest.mark.usefixtures("themed")

LETTER = Hope(person=MAYA.id, text="a letter", since=date(2024, 5, 1))


@pytest.fixture
def hoping(unprotected: Places) -> Places:
    store = stored(unprotected)
    store.apply([Edit(None, LETTER)])
    store.close()
    return unprotected


def actions(window: MainWindow) -> HopeActions:
    return HopeActions(workspace(window).session, workspace(window))


def hope_dialog(window: MainWindow) -> HopeDialog:
    (found,) = workspace(window).findChildren(HopeDialog)
    return found


def gone_on_with(qtbot: QtBot, where: Places, window: MainWindow, said: str) -> MainWindow:
    again = abandoned(qtbot, where, window)
    assert offered(again) == said
    click(qtbot, workspace(again), "Go on")
    return again


@pytest.mark.parametrize("person", [None, MAYA.id])
def test_a_new_hope(qtbot: QtBot, hoping: Places, person: str | None) -> None:
    first = opened(qtbot, hoping)
    actions(first).name(person)
    dialog = hope_dialog(first)
    dialog.person.set_text("May" if person is None else "")
    dialog.text.setPlainText("She will ask about my life.")
    dialog.again.set_value("week")
    before = dialog.answers()
    qtbot.waitUntil(lambda: "my life" in kept(first, f"hope of {person}" if person else "hope"), timeout=LONG)
    assert dialog.draft_line.text() == "Draft kept as you type"
    said = "You were naming a hope about Maya Okafor." if person else "You were writing a hope."
    again = gone_on_with(qtbot, hoping, first, said)
    dialog = hope_dialog(again)
    assert dialog.answers() == before
    if person is None:
        dialog.person.set_text("")
        dialog.person.set_known(
            [one for one in dialog.person._people().by_id().values() if one.id == MAYA.id]
        )
    dialog.save.click()
    assert dialog.isHidden()
    assert drafts.names(workspace(again).session) == []
    texts = {one.text for one in workspace(again).session.store.hopes.of(MAYA.id)}
    assert texts == {"a letter", "She will ask about my life."}
    assert again.close()


def test_a_hope_being_changed(qtbot: QtBot, hoping: Places) -> None:
    first = opened(qtbot, hoping)
    actions(first).act(Ask.CHANGE, LETTER)
    hope_dialog(first).text.setPlainText("a long letter")
    qtbot.waitUntil(lambda: "a long letter" in kept(first, f"hope {LETTER.id}"), timeout=LONG)
    again = gone_on_with(qtbot, hoping, first, "You were changing a hope about Maya Okafor.")
    hope_dialog(again).save.click()
    assert [one.text for one in workspace(again).session.store.hopes.all()] == ["a long letter"]
    assert drafts.names(workspace(again).session) == []
    assert again.close()


def test_closing_words(qtbot: QtBot, hoping: Places) -> None:
    first = opened(qtbot, hoping)
    actions(first).close(LETTER, HopeState.LET_GO)
    (dialog,) = workspace(first).findChildren(ClosingDialog)
    dialog.closing.setPlainText("It is good as it is.")
    qtbot.waitUntil(lambda: "good as it is" in kept(first, f"closing {LETTER.id}"), timeout=LONG)
    said = "You were writing how a hope about Maya Okafor ended."
    again = gone_on_with(qtbot, hoping, first, said)
    (dialog,) = workspace(again).findChildren(ClosingDialog)
    dialog.save.click()
    (found,) = workspace(again).session.store.hopes.all()
    assert (found.state, found.closing) == (HopeState.LET_GO, "It is good as it is.")
    assert drafts.names(workspace(again).session) == []
    assert again.close()


def test_words_about_a_hope_that_is_gone_go_on_as_a_new_one(qtbot: QtBot, hoping: Places) -> None:
    first = opened(qtbot, hoping)
    actions(first).close(LETTER, HopeState.LET_GO)
    (dialog,) = workspace(first).findChildren(ClosingDialog)
    dialog.closing.setPlainText("It is good as it is.")
    qtbot.waitUntil(lambda: "good as it is" in kept(first, f"closing {LETTER.id}"), timeout=LONG)
    workspace(first).session.store.close()
    store = stored(hoping)
    store.apply(store.deletion(LETTER))
    store.close()
    again = gone_on_with(qtbot, hoping, first, "You were writing a hope.")
    assert hope_dialog(again).text.toPlainText() == "a letter\n\nIt is good as it is."
    assert again.close()
