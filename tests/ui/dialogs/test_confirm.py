import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from connect_desktop.ui.dialogs.confirm import Confirm

pytestmark = pytest.mark.usefixtures("themed")


def ask(key: Qt.Key, qtbot: QtBot, tabs: int = 0) -> bool:
    """What `Confirm.ask` says after Tab was pressed so often, then a key."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Confirm)
        for _ in range(tabs):
            qtbot.keyClick(dialog, Qt.Key.Key_Tab)
        qtbot.keyClick(dialog.focusWidget() or dialog, key)

    QTimer.singleShot(0, press)
    return Confirm.ask(None, "Delete Maya?", "What you logged goes too.", "Delete")


def test_enter_and_escape_leave_all_as_it_is(qtbot: QtBot) -> None:
    assert not ask(Qt.Key.Key_Return, qtbot)
    assert not ask(Qt.Key.Key_Escape, qtbot)


def test_the_verb_is_reached_by_keyboard(qtbot: QtBot) -> None:
    assert ask(Qt.Key.Key_Return, qtbot, tabs=1)


def test_it_says_what_it_does(qtbot: QtBot) -> None:
    dialog = Confirm(None, "Delete <b>Maya</b>?", "What you logged goes too.", "Delete")
    qtbot.addWidget(dialog)
    assert dialog.verb.text() == "Delete"
    assert [label.text() for label in dialog.findChildren(QLabel)] == [
        "Delete <b>Maya</b>?", "What you logged goes too.",
    ]  # fmt: skip
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))
