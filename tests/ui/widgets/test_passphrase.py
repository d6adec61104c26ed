import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.ui.widgets.guessing import Grade
from connect_desktop.ui.widgets.passphrase_field import PassphraseField
from connect_desktop.ui.widgets.strength import Strength

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def field(qtbot: QtBot) -> PassphraseField:
    made = PassphraseField("Passphrase")
    qtbot.addWidget(made)
    made.resize(300, made.sizeHint().height())
    with qtbot.waitActive(made):
        made.show()
    return made


def toggle(field: PassphraseField) -> QPushButton:
    found = field.findChild(QPushButton)
    assert found is not None
    return found


def test_what_is_typed_is_hidden_and_told(field: PassphraseField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.changed) as told:
        qtbot.keyClicks(field, "h")
    assert told.args == ["h"]
    assert field.echoMode() == QLineEdit.EchoMode.Password
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_it_can_be_seen_and_hidden_by_keyboard(field: PassphraseField, qtbot: QtBot) -> None:
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is toggle(field)
    qtbot.keyClick(toggle(field), Qt.Key.Key_Space)
    assert (field.shown(), toggle(field).accessibleName()) == (True, "Hide the passphrase")
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    qtbot.keyClick(toggle(field), Qt.Key.Key_Space)
    assert (field.shown(), toggle(field).accessibleName()) == (False, "Show the passphrase")


def test_an_emptied_field_hides_what_comes_next(field: PassphraseField) -> None:
    field.setText("herons")
    field.show_text(True)
    field.clear()
    assert not field.shown()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_text_and_button_never_overlap(field: PassphraseField, direction: Qt.LayoutDirection) -> None:
    field.setLayoutDirection(direction)
    field.resize(301, field.height())
    button, margins = toggle(field).geometry(), field.textMargins()
    assert field.rect().contains(button)
    beside = margins.left() if direction == Qt.LayoutDirection.RightToLeft else margins.right()
    assert beside >= button.width()


def test_strength_is_told_in_words(qtbot: QtBot) -> None:
    bar = Strength()
    qtbot.addWidget(bar)
    assert (bar.value(), bar.words()) == (None, "")
    bar.show_strength("password")
    assert (bar.value(), bar.words(), bar.accessibleName()) == (
        Grade.GUESSABLE, "could be guessed", "Strength: could be guessed"
    )  # fmt: skip


def test_a_stronger_passphrase_fills_more_of_the_bar(qtbot: QtBot) -> None:
    bar = Strength()
    qtbot.addWidget(bar)
    bar.resize(300, bar.sizeHint().height())
    pictures = []
    for text in ("", "maya", "password", "walnut soup tuesday lantern", "walnut soup tuesday lantern bridge"):
        bar.show_strength(text)
        pictures.append(bytes(bar.grab().toImage().constBits()))
    assert len(set(pictures)) == 5
