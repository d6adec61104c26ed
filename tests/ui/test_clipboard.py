import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit
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


def marked() -> bool:
    return QGuiApplication.clipboard().mimeData().data("x-kde-passwordManagerHint") == b"secret"


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit])
@pytest.mark.parametrize("cut", [False, True], ids=["copied", "cut"])
def test_what_is_copied_or_cut_out_of_a_text_is_lent(
    qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit | QTextEdit], cut: bool
) -> None:
    clipboard.watch()
    clipboard.watch()
    field = kind()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    qtbot.keyClicks(field, "She said it first.")
    field.selectAll()
    keys = QKeySequence.StandardKey.Cut if cut else QKeySequence.StandardKey.Copy
    QTest.keySequence(field, QKeySequence(keys))
    qtbot.waitUntil(marked)
    assert QGuiApplication.clipboard().text() == "She said it first."
    loan = QGuiApplication.instance().findChildren(clipboard._Loan)[-1]
    assert loan.isActive() is not cut, "what was cut may be nowhere else: no time takes it away"
    assert loan.interval() == (0 if cut else clipboard.SECONDS * 1000)
    qtbot.keyClick(field, Qt.Key.Key_End)
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert "She said it first." in (field.text() if isinstance(field, QLineEdit) else field.toPlainText())
    clipboard.take_back()
    assert QGuiApplication.clipboard().text() == ""


def test_what_others_put_there_is_left_as_it_is(qtbot: QtBot) -> None:
    clipboard.watch()
    field = QLineEdit("a diary")
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    field.selectAll()
    QGuiApplication.clipboard().setText("a recipe")
    QApplication.processEvents()
    assert not marked()
    clipboard.take_back()
    assert QGuiApplication.clipboard().text() == "a recipe"
