"""Locking the window: what is asked, what is kept, what comes back."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop import paths
from connect_desktop.__main__ import wants_window
from connect_desktop.domain import now
from connect_desktop.settings import Settings
from connect_desktop.store import tries, vault
from connect_desktop.store.derive import Cost
from connect_desktop.ui import clipboard
from connect_desktop.ui.anew import HIDDEN
from connect_desktop.ui.gate import Gate
from connect_desktop.ui.gate.renewing import RenewStep
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.widgets.log_card import LogCard

pytestmark = pytest.mark.usefixtures("themed")

PASSPHRASE = "three quiet herons at dusk"
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"
QUICK = Cost(memory_kib=64, rounds=1, lanes=1)
Shown = Callable[..., MainWindow]


@pytest.fixture
def shown(qtbot: QtBot, own_data: Path) -> Iterator[Shown]:
    """Shows the window of a protected store, opened; `anew` takes what the new process would be given."""
    windows: list[MainWindow] = []

    def made(anew: Callable[..., object] | None = None, **chosen: object) -> MainWindow:
        places = paths.places(own_data)
        if vault.state(places.vault) is vault.State.MISSING:
            vault.create(places.vault, PASSPHRASE, CODE, cost=QUICK)
        window = MainWindow(places, Settings(**chosen), anew=anew)
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        unlock(window, qtbot)
        return window

    yield made
    for window in windows:
        window.close()


def unlock(window: MainWindow, qtbot: QtBot, typed: str = PASSPHRASE) -> None:
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), Gate))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(window.centralWidget(), Gate))
    qtbot.waitUntil(lambda: window.workspace() is not None and window.workspace().isVisible())


def texts(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_in_a_new_process_the_store_is_closed_before_and_hiding_stays_out_of_sight(shown: Shown) -> None:
    asked: list[tuple[str, ...]] = []
    window = shown(lambda *more: asked.append(more))
    window.lock()
    assert asked == [()]
    assert window.workspace() is None
    window = shown(lambda *more: asked.append(more))
    window.hide_away()
    assert asked[1:] == [(HIDDEN,)]


def test_what_begins_anew_out_of_sight_is_the_window_and_no_command() -> None:
    for given in ([HIDDEN], ["--data", "folder", HIDDEN], ["--data=folder", HIDDEN]):
        assert wants_window(given)
        assert not wants_window([*given, "people"])


def test_when_it_is_minimised_it_locks_where_that_is_wished(shown: Shown, qtbot: QtBot) -> None:
    asked: list[tuple[str, ...]] = []
    window = shown(lambda *more: asked.append(more), lock_minimised=True)
    window.showMinimized()
    qtbot.waitUntil(lambda: asked == [(HIDDEN,)])
    asked.clear()
    window = shown(lambda *more: asked.append(more))
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized)
    QApplication.processEvents()
    assert asked == []


def test_the_idle_time_of_the_settings_is_followed(shown: Shown, qtbot: QtBot) -> None:
    window = shown(lock_after=1)
    qtbot.waitUntil(lambda: window._away is not None)
    window._away._touched -= 61
    window._away.look()
    assert isinstance(window.centralWidget(), Gate)
    unlock(window, qtbot)
    window.workspace().session.save_settings(lock_after=0)
    window._away._touched -= 36_000
    window._away.look()
    assert not isinstance(window.centralWidget(), Gate)


def test_what_cannot_be_kept_stays_open_behind_the_lock(
    shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown()
    card = window.findChild(LogCard)
    workspace = window.workspace()
    store = workspace.session.store

    def full(*_: object) -> None:
        from connect_desktop.domain.errors import NotSaved

        raise NotSaved("The disk is full.")

    monkeypatch.setattr(store, "remember", full)
    qtbot.keyClicks(QApplication.focusWidget(), "Maya")
    window.lock()
    assert isinstance(window.centralWidget(), Gate)
    assert "Maya" not in texts(window)
    monkeypatch.undo()
    unlock(window, qtbot)
    assert window.workspace() is workspace
    assert window.findChild(LogCard) is card
    assert card.answers()


def test_tries_with_another_passphrase_are_told_once(shown: Shown, own_data: Path, qtbot: QtBot) -> None:
    shown().close()
    tries.note(paths.places(own_data).vault, now() - timedelta(days=1))
    tries.note(paths.places(own_data).vault, now() - timedelta(minutes=1))
    window = shown()
    assert "2 tries with another passphrase since you were last here" in texts(window)
    window.lock()
    unlock(window, qtbot)
    assert "another passphrase" not in texts(window)


def test_whoever_used_the_recovery_code_is_offered_another_passphrase(shown: Shown, qtbot: QtBot) -> None:
    window = shown()
    assert "recovery code" not in texts(window)
    window.lock()
    window.centralWidget().step().other.click()
    unlock(window, qtbot, CODE)
    assert "Your recovery code opened it." in texts(window)
    button = next(one for one in window.findChildren(QPushButton) if one.text() == "Choose a passphrase…")
    button.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(RenewStep)))
    window.findChild(RenewStep).cancel.click()


def test_what_was_copied_from_here_leaves_the_clipboard_with_the_lock(shown: Shown) -> None:
    window = shown(lambda *_more: None)
    clipboard.lend("QW3R-TY12")
    window.lock()
    assert QGuiApplication.clipboard().text() == ""
