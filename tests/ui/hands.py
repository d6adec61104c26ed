"""What the tests of the window do by hand: keep records, open a page, press keys."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Record
from connect_desktop.paths import Places
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.session import Session
from connect_desktop.ui.workspace import Workspace

P = TypeVar("P", bound=Page)


def keep(session: Session, *records: Record) -> None:
    """Keep records as the user would, one undo for all."""
    session.apply("", *(Edit(None, record) for record in records))


def arrived(qtbot: QtBot, page: P, width: int = 1000, height: int = 760) -> P:
    """Show a page as the window does when one goes to it."""
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitActive(page):
        page.show()
    page.arrive()
    return page


def shown(qtbot: QtBot, session: Session, data: Path, width: int = 1280, height: int = 800) -> Workspace:
    """Show all pages of a session in one window; its files lie in `data`."""
    places = Places(data=data, config=data, cache=data / "cache")
    made = Workspace(session, places, protected=True)
    qtbot.addWidget(made)
    made.resize(width, height)
    with qtbot.waitActive(made):
        made.show()
    made.start()
    return made


def focused() -> QWidget:
    """Return what the keyboard is on."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(qtbot: QtBot, keys: str) -> int:
    """Press a key a letter, Enter for a new line, wherever the focus goes; return how many those were."""
    for key in keys:
        qtbot.keyClick(focused(), Qt.Key.Key_Return) if key == "\n" else qtbot.keyClicks(focused(), key)
    return len(keys)
