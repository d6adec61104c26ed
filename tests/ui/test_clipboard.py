import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from connect_desktop.ui import clipboard


def test_what_is_lent_is_marked_secret_and_taken_back(qtbot: QtBot) -> None:
    clipboard.lend("QW3R-TY12", seconds=0.05)
    assert QGuiApplication.clipboard().text() == "QW3R-TY12"
    assert QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint") == b"secret"
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_what_was_copied_since_is_left_alone(qtbot: QtBot) -> None:
    clipboard.lend("QW3R-TY12", seconds=0.05)
    loan = QGuiApplication.instance().findChildren(clipboard._Loan)[-1]  # earlier tests may have lent too
    QGuiApplication.clipboard().setText("a recipe")
    with qtbot.waitSignal(loan.destroyed):
        pass
    assert QGuiApplication.clipboard().text() == "a recipe"


@pytest.mark.usefixtures("qtbot")
def test_quitting_takes_it_back_at_once() -> None:
    clipboard.lend("QW3R-TY12")
    QGuiApplication.instance().aboutToQuit.emit()
    assert QGuiApplication.clipboard().text() == ""
