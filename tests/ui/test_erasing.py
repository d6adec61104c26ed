"""Erasing for good from the window: a moment, a person, everything."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, now
from connect_desktop.paths import Places, places
from connect_desktop.settings import Settings
from connect_desktop.store import Store, asides, backups, exchange, keeping, moving, vault
from connect_desktop.ui.dialogs.erase import EraseDialog
from connect_desktop.ui.dialogs.moment import MomentDialog
from connect_desktop.ui.erasing import Erasing, everything, holders
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.one_window import OneWindow
from connect_desktop.ui.pages.person import PersonPage
from connect_desktop.ui.pages.safety import SafetyPage
from connect_desktop.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("themed")
LONG = 30_000
"""milliseconds at most, on a busy machine"""
MAYA, TOM = Person(name="Maya"), Person(name="Tom")
SOUP = Interaction(at=now() - timedelta(days=2), note="soup")
FELT = Impression(interaction=SOUP.id, person=MAYA.id, body=1)


@pytest.fixture
def where(own_data: Path) -> Places:
    found = places(own_data)
    store = Store.open(found.vault, vault.create(found.vault, None, None))
    store.apply([Edit(None, one) for one in (MAYA, TOM, SOUP, FELT)])
    keeping.back_up(store, now() - timedelta(days=1))
    store.close()
    return found


@pytest.fixture
def window(qtbot: QtBot, where: Places) -> Iterator[MainWindow]:
    made = MainWindow(where, Settings())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    found = window.workspace()
    assert found is not None
    return found


def question(workspace: Workspace) -> EraseDialog:
    found = workspace.findChild(EraseDialog)
    assert found is not None
    return found


def button(inside: object, words: str) -> QPushButton:
    return next(one for one in inside.findChildren(QPushButton) if one.text() == words)  # type: ignore[attr-defined]


def made(where: Places) -> list[Path]:
    return [one.path for one in backups.found(where.vault / backups.FOLDER)]


def test_a_person_is_erased_with_the_backups_that_hold_them(
    qtbot: QtBot, workspace: Workspace, where: Places
) -> None:
    exchange.set_aside(where.vault, now())
    workspace.session.apply("Person added", Edit(None, Person(name="Sana")))
    workspace.show_person(MAYA.id)
    page = workspace.page("person")
    assert isinstance(page, PersonPage)
    page._head.erase_asked.emit()
    asked = question(workspace)
    assert asked.also.isChecked()
    (old,) = made(where)
    asked.erase.setFocus()
    qtbot.keyClick(asked.erase, Qt.Key.Key_Return)  # the button that has the focus, not the one that cancels
    store = workspace.session.store
    assert [one.name for one in store.people.all()] == ["Sana", "Tom"]
    assert store.moments.recent(1) == []
    assert workspace.session.undo_stack.count() == 0
    assert asides.found(where.vault) == []
    qtbot.waitUntil(lambda: not keeping.is_due(store) and len(made(where)) == 1, timeout=LONG)
    assert made(where) != [old]
    assert workspace.shown()[0] == "people"


def test_the_backups_can_be_kept(qtbot: QtBot, workspace: Workspace, where: Places) -> None:
    erasing = Erasing(workspace.session, workspace)
    erasing.person(MAYA)
    asked = question(workspace)
    asked.also.setChecked(False)
    with qtbot.waitSignal(erasing.erased):
        asked.erase.click()
    assert len(made(where)) == 1


def test_a_moment_is_erased_where_it_is_changed(workspace: Workspace) -> None:
    (moment,) = workspace.session.store.moments.recent(1)
    workspace.edit_moment(moment)
    dialog = workspace.findChild(MomentDialog)
    for words, left in (("Cancel", 1), ("Erase for good", 0)):
        button(dialog, "Erase for good…").click()
        asked = next(one for one in dialog.findChildren(EraseDialog) if one.isVisible())
        button(asked, words).click()
        assert len(workspace.session.store.moments.recent(2)) == left
    assert dialog.isHidden()
    assert workspace.session.undo_stack.count() == 0


def test_what_still_holds_it_is_named(workspace: Workspace, where: Places, tmp_path: Path) -> None:
    assert len(holders(workspace.session)) == 2
    keeping.back_up(workspace.session.store, now())
    exchange.set_aside(where.vault, now())
    keeping.choose_second(workspace.session.store, tmp_path)
    own, aside, second, unknown = holders(workspace.session)
    assert own.startswith("2 backups, the oldest: Yesterday, ")
    assert aside.startswith("What is kept aside: Today, ")
    assert second == "The copies in the second place."
    assert "PDFs" in unknown
    (tmp_path / keeping.SECOND).rmdir()
    assert holders(workspace.session)[2].endswith("they go when it is here again.")


def test_everything_goes_after_a_word_was_typed(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, where: Places, tmp_path: Path
) -> None:
    second = keeping.choose_second(workspace.session.store, tmp_path).second
    keeping.back_up(workspace.session.store, now())
    workspace.session.save_settings(theme="light")
    assert where.settings.exists()
    workspace.go("safety")
    page = workspace.page("safety")
    assert isinstance(page, SafetyPage)
    page.erase.click()
    asked = question(workspace)
    assert not asked.erase.isEnabled()
    assert asked.focusWidget() is asked.typed
    qtbot.keyClicks(asked.typed, "Erase ")
    qtbot.mouseClick(asked.erase, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert not where.vault.exists()
    assert not where.settings.exists()
    assert not Path(second).exists()
    assert tmp_path.exists()


def test_of_a_store_that_was_moved_nothing_is_left_where_it_was(where: Places, tmp_path: Path) -> None:
    backups.make_place(where.vault / backups.FOLDER)
    (where.vault / backups.FOLDER / backups.named(now())).touch()
    moving.move(where.vault, tmp_path / "there")
    assert not where.vault.exists()
    moved = places(where.data)
    assert (moved.data, moved.moved_from) == (tmp_path / "there", where.data)
    everything(moved, None)
    assert not where.data.exists() and not moved.data.exists()


def test_only_what_is_ours_goes(where: Places, tmp_path: Path) -> None:
    where.cache.mkdir(exist_ok=True)
    where.log.write_text("start")
    assert OneWindow(where.cache).take()
    mine = where.data / "letter.txt"
    mine.write_text("dear you")
    handler = logging.FileHandler(where.log)
    logging.getLogger().addHandler(handler)
    everything(where, tmp_path / "nowhere")
    assert handler not in logging.getLogger().handlers
    assert [path.name for path in where.data.iterdir()] == ["letter.txt"]
