"""A circle being made or changed and not saved is offered when the window is opened again."""

import pytest
from pytestqt.qtbot import QtBot
from windows import LONG, MAYA, abandoned, click, kept, offered, opened, stored, workspace

from connect_desktop.domain import Circle, Edit
from connect_desktop.paths import Places
from connect_desktop.ui import drafts
from connect_desktop.ui.circle_actions import CircleActions
from connect_desktop.ui.dialogs.circle import CircleDialog
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.widgets.people_match import NewName

pytestmark = pytest.mark.usefixtures("themed")

FLAT = Circle(name="The old flat", members={MAYA.id}, note="Four of us.")


@pytest.fixture
def living(unprotected: Places) -> Places:
    store = stored(unprotected)
    store.apply([Edit(None, FLAT)])
    store.close()
    return unprotected


def dialog_of(window: MainWindow) -> CircleDialog:
    (found,) = workspace(window).findChildren(CircleDialog)
    return found


def actions(window: MainWindow) -> CircleActions:
    return CircleActions(workspace(window).session, workspace(window))


def test_a_new_circle(qtbot: QtBot, living: Places) -> None:
    first = opened(qtbot, living)
    actions(first).make()
    dialog = dialog_of(first)
    dialog.name.setText("Sunday table")
    dialog.members.set_chosen([dialog._offered[MAYA.id], NewName("Gran")])
    dialog.members.set_text("To")
    dialog.note.setPlainText("One o’clock.")
    before = dialog.answers()
    qtbot.waitUntil(lambda: "Gran" in kept(first, "circle"), timeout=LONG)
    again = abandoned(qtbot, living, first)
    assert offered(again) == "You were making the circle Sunday table."
    click(qtbot, workspace(again), "Go on")
    dialog = dialog_of(again)
    assert dialog.answers() == before
    dialog.members.set_text("")
    dialog.save.click()
    assert drafts.names(workspace(again).session) == []
    store = workspace(again).session.store
    (made,) = [one for one in store.circles.all() if one.name == "Sunday table"]
    assert made.members == {MAYA.id, *(one.id for one in store.people.named("Gran"))}


def test_a_change_of_one(qtbot: QtBot, living: Places) -> None:
    first = opened(qtbot, living)
    actions(first).edit(FLAT)
    dialog_of(first).note.setPlainText("Three of us now.")
    qtbot.waitUntil(lambda: "Three" in kept(first, f"circle {FLAT.id}"), timeout=LONG)
    again = abandoned(qtbot, living, first)
    assert offered(again) == "You were changing the circle The old flat."
    click(qtbot, workspace(again), "Go on")
    dialog_of(again).save.click()
    changed = workspace(again).session.store.circles.get(FLAT.id)
    assert changed is not None
    assert (changed.note, changed.members) == ("Three of us now.", FLAT.members)
