"""The letters that answer wherever letters are not text: they begin words, and follow the language."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from connect_desktop.i18n import tr


class Letter(Enum):
    """What a letter answers, or leads to."""

    ME = auto()
    THEM = auto()
    BOTH = auto()
    CHANCE = auto()
    UNANSWERED = auto()
    """with Shift: by the user"""
    MET = auto()
    DETAIL = auto()
    TOWARD = auto()
    AWAY = auto()
    NEITHER = auto()


def letters() -> dict[Letter, str]:
    """Return the letter of each, in the language in force; every one is another letter."""
    return {
        Letter.ME: tr("I"),
        Letter.THEM: tr("Y"),
        Letter.BOTH: tr("B"),
        Letter.CHANCE: tr("C"),
        Letter.UNANSWERED: tr("U"),
        Letter.MET: tr("M"),
        Letter.DETAIL: tr("D"),
        Letter.TOWARD: tr("T"),
        Letter.AWAY: tr("A"),
        Letter.NEITHER: tr("N"),
    }


def letter_of(event: QKeyEvent) -> Letter | None:
    """Return what a key stands for, with Shift or without; None for other keys, and with another one held."""
    others = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if event.modifiers() & others:
        return None
    typed = event.text().upper()
    return next((one for one, letter in letters().items() if letter == typed), None)
