"""What was changed in a dialog and not saved is offered when the window is opened again."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from windows import (
    LONG,
    MAYA,
    MET,
    TOM,
    abandoned,
    answer,
    card,
    change,
    click,
    edited,
    kept,
    note,
    offered,
    opened,
    stored,
    workspace,
    write,
)

from connect_desktop.domain import Edit, Interaction, now
from connect_desktop.paths import Places
from connect_desktop.store import Store
from connect_desktop.ui import drafts
from connect_desktop.ui.dialogs.person import PersonDialog
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.person_actions import PersonActions
from connect_desktop.ui.widgets.breath import BreathScale

pytestmark = pytest.mark.usefixtures("themed")


def open_again(window: MainWindow) -> None:
    moment = workspace(window).session.store.moments.get(MET.id)
    assert moment is not None
    workspace(window).edit_moment(moment)


def begun_and_left(qtbot: QtBot, where: Places) -> tuple[MainWindow, Store, Interaction]:
    """A window in which the moment is being changed, and the store under it, open for somebody else."""
    first = opened(qtbot, where)
    change(qtbot, first)
    workspace(first).session.store.close()
    store = stored(where)
    found = store.interactions.get(MET.id)
    assert found is not None
    return first, store, found


def test_a_changed_moment_is_offered_after_a_crash_and_gone_on_with(qtbot: QtBot, where: Places) -> None:
    first = opened(qtbot, where)
    assert change(qtbot, first).draft_line.text() == "Draft kept as you type"
    again = abandoned(qtbot, where, first)
    qtbot.waitUntil(lambda: offered(again) == "You were changing a moment with Maya Okafor, Tom.")
    click(qtbot, workspace(again), "Go on")
    dialog = edited(again)
    assert note(dialog).toPlainText() == "Soup\n and rain"
    assert dialog.findChild(BreathScale).value() == -2
    assert dialog.draft_line.text() == "Kept from earlier"
    assert dialog.told() == ""
    assert offered(again) == ""
    click(qtbot, dialog, "Save")
    store = workspace(again).session.store
    assert drafts.names(workspace(again).session) == []
    found = store.moments.get(MET.id)
    assert found is not None
    assert found.interaction.note == "Soup\n and rain"
    assert sorted((one.body or 0) for one in found.impressions) == [-2, 1]
    assert again.close()


def test_a_changed_moment_is_let_go_of_when_that_is_wanted(qtbot: QtBot, unprotected: Places) -> None:
    first = opened(qtbot, unprotected)
    change(qtbot, first)
    again = abandoned(qtbot, unprotected, first)
    answer(verb=False)
    click(qtbot, workspace(again), "Let it go")
    assert offered(again)
    answer(verb=True)
    click(qtbot, workspace(again), "Let it go")
    assert offered(again) == ""
    assert drafts.names(workspace(again).session) == []
    assert again.close()


def test_an_offer_that_is_not_answered_is_there_next_time(qtbot: QtBot, unprotected: Places) -> None:
    first = opened(qtbot, unprotected)
    change(qtbot, first)
    again = abandoned(qtbot, unprotected, first)
    assert offered(again)
    assert again.close()
    third = opened(qtbot, unprotected)
    assert offered(third)
    open_again(third)
    assert "and rain" in note(edited(third)).toPlainText()
    click(qtbot, edited(third), "Save")
    assert offered(third) == "", "it was found another way"
    assert third.close()


def test_cancelling_a_dialog_lets_its_draft_go(qtbot: QtBot, unprotected: Places) -> None:
    window = opened(qtbot, unprotected)
    dialog = change(qtbot, window)
    asked = answer(verb=True)
    click(qtbot, dialog, "Cancel")
    assert asked == ["Leave without saving?"]
    assert drafts.names(workspace(window).session) == []
    open_again(window)
    assert note(edited(window)).toPlainText() == "Soup"
    edited(window).reject()
    assert window.close()


def test_a_moment_changed_in_between_says_so(qtbot: QtBot, unprotected: Places) -> None:
    first, store, found = begun_and_left(qtbot, unprotected)
    store.apply([Edit(found, replace(found, minutes=40, edited=now()))])
    store.close()
    again = abandoned(qtbot, unprotected, first)
    click(qtbot, workspace(again), "Go on")
    assert "was changed since" in edited(again).told()
    assert "and rain" in note(edited(again)).toPlainText()
    workspace(again).flush()
    assert again.close()


def test_a_moment_that_is_gone_goes_on_as_a_new_one(qtbot: QtBot, unprotected: Places) -> None:
    first, store, found = begun_and_left(qtbot, unprotected)
    store.apply(store.deletion(found))
    store.apply(store.deletion(TOM))
    store.close()
    again = abandoned(qtbot, unprotected, first)
    assert "gone now" in offered(again)
    click(qtbot, workspace(again), "Go on")
    assert card(again).note() == "Soup\n and rain"
    assert [one["name"] for one in card(again).answers()["people"]] == ["Maya Okafor"]
    assert drafts.names(workspace(again).session) == ["draft log"]
    click(qtbot, card(again), "Save")
    assert workspace(again).session.store.moments.recent(1)[0].at == MET.at
    assert again.close()


def test_what_is_begun_in_the_quick_log_is_not_pushed_aside(qtbot: QtBot, unprotected: Places) -> None:
    first, store, found = begun_and_left(qtbot, unprotected)
    store.apply(store.deletion(found))
    store.close()
    again = abandoned(qtbot, unprotected, first)
    write(qtbot, again, "Another one.")
    click(qtbot, workspace(again), "Go on")
    assert card(again).note() == "Another one."
    assert "Save or clear it" in card(again).told()
    assert offered(again)
    click(qtbot, card(again), "Save")
    click(qtbot, workspace(again), "Go on")
    assert card(again).note() == "Soup\n and rain"
    assert offered(again) == ""
    assert again.close()


@pytest.mark.parametrize("known", [True, False])
def test_a_person_being_written_is_offered_and_gone_on_with(
    qtbot: QtBot, unprotected: Places, known: bool
) -> None:
    first = opened(qtbot, unprotected)
    dialog = person_dialog(first, known)
    dialog.name.setText("Zoë")
    dialog.aliases.setText("Zo, ")
    dialog.note.setPlainText("all that there is to know")
    dialog.knows_since.setChecked(True)
    before = dialog.answers()
    name = f"person {MAYA.id}" if known else "person"
    qtbot.waitUntil(lambda: "all that" in kept(first, name), timeout=LONG)
    again = abandoned(qtbot, unprotected, first)
    said = "You were changing what you wrote about Maya Okafor." if known else "You were adding Zoë."
    assert offered(again) == said
    click(qtbot, workspace(again), "Go on")
    (dialog,) = workspace(again).findChildren(PersonDialog)
    assert dialog.answers() == before
    dialog.save.click()
    assert dialog.isHidden()
    assert drafts.names(workspace(again).session) == []
    (zoe,) = workspace(again).session.store.people.named("Zoë")
    assert (zoe.id == MAYA.id, zoe.note, zoe.aliases) == (known, "all that there is to know", ("Zo",))
    assert again.close()


def person_dialog(window: MainWindow, known: bool) -> PersonDialog:
    actions = PersonActions(workspace(window).session, workspace(window))
    if known:
        actions.edit(MAYA)
    else:
        actions.add()
    (dialog,) = workspace(window).findChildren(PersonDialog)
    return dialog


def test_a_person_who_is_gone_can_be_added_again(qtbot: QtBot, unprotected: Places) -> None:
    first = opened(qtbot, unprotected)
    dialog = person_dialog(first, known=True)
    dialog.note.setPlainText("all that there is to know")
    qtbot.waitUntil(lambda: "all that" in kept(first, f"person {MAYA.id}"), timeout=LONG)
    workspace(first).session.store.close()
    store = stored(unprotected)
    store.apply(store.deletion(MAYA))
    store.close()
    again = abandoned(qtbot, unprotected, first)
    assert offered(again) == "You were adding Maya Okafor."
    click(qtbot, workspace(again), "Go on")
    (dialog,) = workspace(again).findChildren(PersonDialog)
    assert (dialog.name.text(), dialog.note.toPlainText()) == ("Maya Okafor", "all that there is to know")
    dialog.save.click()
    assert drafts.names(workspace(again).session) == []
    assert again.close()


def test_what_cannot_be_read_is_left_alone(qtbot: QtBot, unprotected: Places) -> None:
    store = stored(unprotected)
    for name in ("log", "moment x", "another kind"):
        store.remember(f"draft {name}", "{not for this version")
    store.close()
    window = opened(qtbot, unprotected)
    assert offered(window) == ""
    assert not card(window).begun()
    assert window.close()
