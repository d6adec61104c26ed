"""The letters that answer on the quick log."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from connect_desktop.ui.widgets.letters import Letter, letter_of, letters

NONE, SHIFT, ALT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def pressed(text: str, held: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, held, text)


def test_no_two_answers_have_one_letter() -> None:
    found = letters()
    assert found.keys() == set(Letter)
    assert len(set(found.values())) == len(found)
    assert all(len(letter) == 1 and letter == letter.upper() for letter in found.values())


def test_a_letter_is_told_by_what_it_types_with_shift_or_without() -> None:
    for one, letter in letters().items():
        assert letter_of(pressed(letter.lower())) is letter_of(pressed(letter, SHIFT)) is one
        assert letter_of(pressed(letter, ALT)) is letter_of(pressed("", CONTROL)) is None
    assert letter_of(pressed("x")) is letter_of(pressed("")) is None
