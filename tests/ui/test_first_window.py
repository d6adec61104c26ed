"""The first window takes keys before the store is read, and loses and doubles nothing typed then."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Person, Word
from connect_desktop.domain.errors import VaultUnreadable
from connect_desktop.paths import Places, places
from connect_desktop.settings import Settings
from connect_desktop.store import Store, vault
from connect_desktop.ui import crash
from connect_desktop.ui.gate import Gate
from connect_desktop.ui.gate.trouble import TroubleStep
from connect_desktop.ui.main_window import TITLE, MainWindow
from connect_desktop.ui.pages.lately import Lately
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.moment_form import MomentDetail
from connect_desktop.ui.widgets.person_field import Choice, PersonField
from connect_desktop.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("themed")

MAYA = Person(name="Maya")
HOMESICK = Word(text="homesick")


@pytest.fixture
def where(own_data: Path) -> Places:
    """Places with a store that is not protected and knows Maya."""
    found = places(own_data)
    store = Store.open(found.vault, vault.create(found.vault, None, None))
    store.apply([Edit(None, MAYA), Edit(None, HOMESICK)])
    store.close()
    return found


@pytest.fixture
def window(qtbot: QtBot, where: Places) -> MainWindow:
    """The window as it is before anything but its first paint could happen."""
    made = MainWindow(where, Settings())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def whole(window: MainWindow, where: Places) -> bytes:
    """What the file of the store held; now it is damaged, which only reading it can tell."""
    assert window.workspace() is not None
    found = _file(where).read_bytes()
    _file(where).write_bytes(b"x" * len(found))
    return found


def _file(where: Places) -> Path:
    return where.vault / "vault.db"


def workspace(window: MainWindow) -> Workspace:
    found = window.workspace()
    assert found is not None
    return found


def line(window: MainWindow) -> QLineEdit:
    found = window.findChild(PersonField).findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def fill(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: bool(window.findChildren(Lately)))


def test_ready_is_told_with_the_cursor_in_the_name_field_and_the_store_unread(
    qtbot: QtBot, where: Places
) -> None:
    window = MainWindow(where, Settings())
    qtbot.addWidget(window)
    found: list[tuple[QWidget | None, int]] = []
    window.ready.connect(lambda: found.append((window.focusWidget(), len(window.findChildren(Lately)))))
    window.show()
    fill(qtbot, window)
    assert found == [(line(window), 0)]


def test_who_is_faster_than_the_store_logs_with_the_known_person(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(line(window), "may")
    qtbot.keyClick(line(window), Qt.Key.Key_Return)
    assert not window.findChildren(Lately)
    scale = window.findChild(BreathScale)
    qtbot.keyClick(scale, Qt.Key.Key_6)
    qtbot.keyClick(scale, Qt.Key.Key_Return)
    fill(qtbot, window)
    store = workspace(window).session.store
    assert [person.id for person in store.people.all()] == [MAYA.id]
    assert [moment.impressions[0].body for moment in store.moments.recent(5)] == [2]


def test_the_list_of_people_stays_open_while_the_page_fills(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(line(window), "may")
    fill(qtbot, window)
    QApplication.processEvents()
    assert line(window).text() == "may"
    assert [offer.id for offer in window.findChild(PersonField).offers() if isinstance(offer, Choice)] == [
        MAYA.id
    ]


def test_a_new_name_typed_early_is_still_a_new_name(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClicks(line(window), "Tom")
    qtbot.keyClick(line(window), Qt.Key.Key_Return)
    fill(qtbot, window)
    assert [person.name for person in window.findChild(PersonField).people()] == ["Tom"]


def test_details_opened_early_offer_own_words(window: MainWindow) -> None:
    page = workspace(window).page("today")
    page.show_detail()
    boxes = page.findChild(MomentDetail).findChildren(QCheckBox)
    assert HOMESICK.text in [box.accessibleName() for box in boxes]


def test_a_page_gone_to_early_is_there(window: MainWindow) -> None:
    workspace(window).go("people")
    assert workspace(window).page("people").isVisible()
    assert workspace(window).session.store.people.count() == 1


def test_closing_before_anything_was_read_reads_nothing(window: MainWindow, where: Places) -> None:
    window.close()
    QApplication.processEvents()
    Store.open(where.vault, vault.unlock_open(where.vault)).close()


def test_a_store_in_use_is_told_at_once(qtbot: QtBot, where: Places) -> None:
    other = Store.open(where.vault, vault.unlock_open(where.vault))
    window = MainWindow(where, Settings())
    qtbot.addWidget(window)
    assert window.workspace() is None
    step = window.findChild(Gate).step()
    assert isinstance(step, TroubleStep)
    other.close()
    step.retry.click()
    assert workspace(window).session.store.people.count() == 1


def test_a_store_that_cannot_be_read_is_told_after_all(
    qtbot: QtBot, window: MainWindow, where: Places, whole: bytes
) -> None:
    qtbot.waitUntil(lambda: bool(window.findChildren(Gate)))
    assert window.workspace() is None
    step = window.findChild(Gate).step()
    assert isinstance(step, TroubleStep)
    _file(where).write_bytes(whole)
    step.retry.click()
    assert workspace(window).session.store.people.count() == 1


@pytest.mark.usefixtures("whole")
def test_a_key_too_early_for_a_store_that_cannot_be_read_is_answered_in_a_sentence(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.captureExceptions() as raised:
        qtbot.keyClicks(line(window), "m")
    ((kind, error, trace),) = raised
    assert issubclass(kind, VaultUnreadable)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.watch()
    sys.excepthook(kind, error, trace)
    box = window.findChild(QMessageBox) or QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.text() == str(error)
    box.close()


def test_a_bug_is_told_while_another_program_has_the_keyboard(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.watch()
    sys.excepthook(KeyError, KeyError("a name"), None)
    box = window.findChild(QMessageBox)
    assert box.isVisible() and "our mistake" in box.text() and "a name" not in box.detailedText()
    sys.excepthook(KeyError, KeyError("once more"), None)
    assert window.findChildren(QMessageBox) == [box]
    go_on = box.defaultButton()
    assert go_on.text() == "Go on" and box.escapeButton() is go_on
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_a_bug_before_there_is_a_window_is_told_and_waits(
    qtbot: QtBot, themed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        box.close()

    assert qtbot and themed
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    monkeypatch.setattr(QApplication, "topLevelWidgets", list)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.watch()
    QTimer.singleShot(0, answer)
    sys.excepthook(KeyError, KeyError("a name"), None)
    assert told == ["Something in Connect went wrong. It is our mistake, not yours."]


def test_the_window_is_no_taller_than_its_screen_with_the_title_above(window: MainWindow) -> None:
    assert window.height() + TITLE <= window.screen().availableSize().height() < 800 + TITLE
