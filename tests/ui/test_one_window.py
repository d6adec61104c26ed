"""A second start shows the window of the first; a clock that was set back is told once."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Person
from connect_desktop.paths import places
from connect_desktop.settings import Settings
from connect_desktop.store import Store
from connect_desktop.ui.clock_back import said
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.one_window import OneWindow
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.notice import Notice
from connect_desktop.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    made = tmp_path / "cache"
    made.mkdir()
    return made


def test_the_second_has_the_first_show_itself(qtbot: QtBot, cache: Path, own_data: Path) -> None:
    window = MainWindow(places(own_data), Settings())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.showMinimized()
    first, second = OneWindow(cache), OneWindow(cache)
    assert first.take() and not second.take()
    first.listen()
    first.asked.connect(window.come_forward)
    with qtbot.waitSignal(first.asked):
        second._knock.touch()
    assert not window.isMinimized()
    assert not second._knock.exists()
    first.release()
    assert second.take()
    second.release()


def test_a_window_that_was_begun_out_of_sight_is_ready_once(qtbot: QtBot, own_data: Path) -> None:
    window = MainWindow(places(own_data), Settings())
    qtbot.addWidget(window)
    told: list[int] = []
    window.ready.connect(lambda: told.append(1))
    with qtbot.waitSignal(window.ready):
        window.begin_hidden()
        assert window.isMinimized()
    window.come_forward()
    window.repaint()
    QApplication.processEvents()
    assert told == [1]


def test_a_knock_before_the_first_listens_is_heard(qtbot: QtBot, cache: Path) -> None:
    first = OneWindow(cache)
    assert first.take()
    (cache / "window.knock").touch()
    with qtbot.waitSignal(first.asked):
        first.listen()
    first.release()


def test_a_window_that_hangs_does_not_keep_the_second_waiting(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = OneWindow(cache), OneWindow(cache)
    monkeypatch.setattr("connect_desktop.ui.one_window.PATIENCE", 0.05)
    assert first.take() and not second.take()
    assert not second.knock()
    assert not (cache / "window.knock").exists()
    first.release()
    first.release()


def test_where_no_lock_can_be_kept_everyone_is_the_first(tmp_path: Path) -> None:
    only = OneWindow(tmp_path / "nowhere")
    assert only.take()
    only.release()


def test_a_clock_that_was_set_back_is_told_once_for_each_change(store: Store, now: datetime) -> None:
    session = Session(store, clock=lambda: now)
    assert said(session) == ""
    store.apply([Edit(None, Person(name="Maya"))], now + timedelta(minutes=5))
    assert said(session) == ""
    store.apply([Edit(None, Person(name="Tom"))], now + timedelta(days=2))
    sentence = said(session)
    assert "Sunday, 22 November 2026, 21:14" in sentence and "Tuesday, 24 November 2026" in sentence
    assert "Nothing is lost" in sentence
    assert said(session) == ""
    store.apply([Edit(None, Person(name="Ines"))], now + timedelta(days=3))
    assert said(session) != ""


def test_it_is_told_above_the_pages(qtbot: QtBot, store: Store, now: datetime, own_data: Path) -> None:
    store.apply([Edit(None, Person(name="Tom"))], now + timedelta(days=2))
    workspace = Workspace(Session(store, clock=lambda: now), places(own_data), protected=False)
    qtbot.addWidget(workspace)
    workspace.start()
    workspace.show()
    qtbot.waitUntil(
        lambda: any("Nothing is lost" in notice.text() for notice in workspace.findChildren(Notice))
    )
