"""A disk that takes nothing is told; a crash costs no more than two seconds."""

import os
import signal
import subprocess
import sys

import pytest
from limits import files_up_to
from pytestqt.qtbot import QtBot
from windows import LONG, answer, card, kept, opened, workspace, write

from connect_desktop.paths import Places
from connect_desktop.ui import drafts
from connect_desktop.ui.widgets.notice import Notice

pytestmark = pytest.mark.usefixtures("themed")


def test_a_full_disk_is_told_and_it_is_kept_once_there_is_room(
    qtbot: QtBot, unprotected: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "RETRY", 100)
    window = opened(qtbot, unprotected)
    with files_up_to(0):
        write(qtbot, window)
        qtbot.waitUntil(lambda: card(window).draft_line.text() == "Not saved yet", timeout=LONG)
        assert "Connect keeps trying" in card(window).draft_line.toolTip()
        assert "Connect keeps trying" in workspace(window).findChild(Notice).text()
        asked = answer(verb=False)
        assert not window.close()
        assert asked == ["Something you typed is not saved yet."]
        assert card(window).note() == "She said it first."
    qtbot.waitUntil(lambda: "She said it first." in kept(window, "log"), timeout=LONG)  # it tries by itself
    assert card(window).draft_line.text() == "Draft kept as you type"
    assert [one.text() for one in workspace(window).findChildren(Notice) if one.text()] == []
    assert window.close()
    assert card(opened(qtbot, unprotected)).note() == "She said it first."


def test_what_could_not_be_kept_can_be_left_behind(qtbot: QtBot, unprotected: Places) -> None:
    window = opened(qtbot, unprotected)
    with files_up_to(0):
        write(qtbot, window)
        answer(verb=True)
        assert window.close()


A_KEY_EVERY = 20
"""milliseconds"""
TWO_SECONDS = 2000 // A_KEY_EVERY
"""in keys"""
TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from connect_desktop import app
from connect_desktop.paths import places
from connect_desktop.settings import Settings
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui import theme
from PySide6.QtWidgets import QPlainTextEdit
from connect_desktop.ui.widgets.log_card import LogCard

typed = 0
application = app.application()
theme.start(application, "light", still=True)
window = MainWindow(places(Path(sys.argv[1])), Settings())
window.show()
card = window.findChild(LogCard)
card.show_detail(True)
note = next(one for one in card.findChildren(QPlainTextEdit) if one.accessibleName() == "A note")

def key():
    global typed
    QTest.keyClicks(note, f"{typed:06d} ")
    print(typed, flush=True)
    typed += 1

timer = QTimer(interval=int(sys.argv[2]))
timer.timeout.connect(key)
timer.start()
application.exec()
"""


def test_after_a_kill_no_more_than_two_seconds_are_missing(qtbot: QtBot, unprotected: Places) -> None:
    typed = 0
    with subprocess.Popen(
        [sys.executable, "-c", TYPING, str(unprotected.vault.parent), str(A_KEY_EVERY)],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as typing:  # fmt: skip
        assert typing.stdout is not None
        for typed, _line in enumerate(typing.stdout, start=1):
            if typed == 2 * TWO_SECONDS:
                typing.send_signal(signal.SIGKILL)
    window = opened(qtbot, unprotected)
    found = [int(word) for word in card(window).note().split()]
    assert found == list(range(len(found)))
    assert card(window).draft_line.text() == "Kept from earlier"
    # Counted in keys: a busy machine types fewer of them in the same time.
    assert typed - len(found) <= TWO_SECONDS
