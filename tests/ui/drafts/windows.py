"""A window over a store on the disk, typed into; and what is found when it is opened again."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from hands import press
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, Record
from connect_desktop.paths import Places, places
from connect_desktop.settings import Settings
from connect_desktop.store import Store, vault
from connect_desktop.store.derive import Cost
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.moment import MomentDialog
from connect_desktop.ui.gate import Gate
from connect_desktop.ui.gate.lock import LockStep
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.resuming import Resuming
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.log_card import LogCard
from connect_desktop.ui.workspace import Workspace

LONG = 30_000
"""milliseconds at most, on a busy machine"""
PASSPHRASE = "three quiet herons at dusk"
QUICK = Cost(memory_kib=64, rounds=1, lanes=1)
MAYA, TOM = Person(name="Maya Okafor"), Person(name="Tom")
MET = Interaction(at=datetime.now().astimezone() - timedelta(days=2), note="Soup")
FELT = [Impression(interaction=MET.id, person=one.id, body=1) for one in (MAYA, TOM)]
LIFE: list[Record] = [MAYA, TOM, MET, *FELT]


def made(own_data: Path, passphrase: str | None) -> Places:
    """A store with two people and a moment with both."""
    found = places(own_data)
    store = Store.open(found.vault, vault.create(found.vault, passphrase, None, cost=QUICK))
    store.apply([Edit(None, one) for one in LIFE])
    store.close()
    return found


def key(where: Places) -> vault.DataKey:
    with suppress(vault.WrongPassphrase):
        return vault.unlock_open(where.vault)
    return vault.unlock(where.vault, PASSPHRASE)


def stored(where: Places) -> Store:
    return Store.open(where.vault, key(where))


def opened(qtbot: QtBot, where: Places) -> MainWindow:
    window = MainWindow(where, Settings())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    if window.workspace() is None:
        unlock(qtbot, window)
    filled(qtbot, window)
    return window


def unlock(qtbot: QtBot, window: MainWindow) -> None:
    step = window.findChild(Gate).step()
    assert isinstance(step, LockStep)
    step.field.setText(PASSPHRASE)
    step.act.click()
    qtbot.waitUntil(lambda: window.workspace() is not None, timeout=LONG)
    filled(qtbot, window)


def filled(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the first page has read what it shows; another needs no readings in a narrow window."""
    qtbot.waitUntil(
        lambda: (
            workspace(window).shown()[0] != "today"
            or bool(workspace(window).session.findChildren(BondReadings))
        ),
        timeout=LONG,
    )


def workspace(window: MainWindow) -> Workspace:
    found = window.workspace()
    assert found is not None
    return found


def card(window: MainWindow) -> LogCard:
    return workspace(window).page("today").findChild(LogCard)


def note(inside: QWidget) -> QPlainTextEdit:
    return next(one for one in inside.findChildren(QPlainTextEdit) if one.isVisible())


def button(inside: QWidget, name: str) -> QPushButton:
    return next(
        one
        for one in inside.findChildren(QPushButton)
        if name in (one.text(), one.accessibleName()) and one.isVisible()
    )


def click(qtbot: QtBot, inside: QWidget, name: str) -> None:
    qtbot.mouseClick(button(inside, name), Qt.MouseButton.LeftButton)


def write(qtbot: QtBot, window: MainWindow, text: str = "She said it first.") -> None:
    """Begin a moment in the quick log."""
    card(window).begin()
    press(qtbot, "Maya\n6")
    card(window).show_detail(True)
    qtbot.keyClicks(note(card(window)), text)


def kept(window: MainWindow, name: str) -> str:
    return workspace(window).session.store.memo(f"draft {name}") or ""


def answer(verb: bool) -> list[str]:
    """Press a button of the question that is about to be asked, and say which it was."""
    asked: list[str] = []

    def act() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Confirm)
        asked.append(question.accessibleName())
        (question.accept if verb else question.reject)()

    QTimer.singleShot(0, act)
    return asked


def offered(window: MainWindow) -> str:
    return " ".join(one.notice.text() for one in workspace(window).findChildren(Resuming))


def edited(window: MainWindow) -> MomentDialog:
    found = workspace(window).findChildren(MomentDialog)
    assert found
    return found[-1]


def change(qtbot: QtBot, window: MainWindow, text: str = " and rain") -> MomentDialog:
    """Begin to change the moment, and wait until that is kept."""
    moment = workspace(window).session.store.moments.get(MET.id)
    assert moment is not None
    workspace(window).edit_moment(moment)
    dialog = edited(window)
    note(dialog).appendPlainText(text)
    dialog.findChild(BreathScale).setFocus()
    qtbot.keyClicks(dialog.findChild(BreathScale).focusWidget(), "2")
    qtbot.waitUntil(lambda: text in kept(window, f"moment {MET.id}"), timeout=LONG)
    return dialog


def abandoned(qtbot: QtBot, where: Places, window: MainWindow) -> MainWindow:
    """Another window on what is on the disk: the first is left as a crash leaves it."""
    session = workspace(window).session
    session.blockSignals(True)
    session.store.close()
    window.hide()
    return opened(qtbot, where)
