import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.ui.shortcut_first import ShortcutFirst

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def lines(qtbot: QtBot) -> list[QLineEdit]:
    """Two lines of text in a window that has the keys first."""
    window = QWidget()
    qtbot.addWidget(window)
    ShortcutFirst("Ctrl+E", window)
    found = [QLineEdit(), QLineEdit()]
    down = QVBoxLayout(window)
    for line in found:
        down.addWidget(line)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return found


def kept(line: QLineEdit, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether the line keeps a key to itself, before any shortcut."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, "e")
    event.ignore()
    QApplication.sendEvent(line, event)
    return event.isAccepted()


def test_the_shortcut_comes_before_the_line_it_is_typed_in(lines: list[QLineEdit]) -> None:
    for line in (*lines, lines[0]):
        line.setFocus()
        assert not kept(line, Qt.Key.Key_E, CTRL)
        assert kept(line, Qt.Key.Key_E, NONE), "a letter is a letter"
        assert kept(line, Qt.Key.Key_C, CTRL)
