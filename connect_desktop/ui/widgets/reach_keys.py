"""The keys that answer who reached out, wherever letters are not text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.key_hint import spelled
from connect_desktop.ui.widgets.letters import Letter, letter_of, letters

_REACHES = {Letter.ME: "me", Letter.THEM: "them", Letter.BOTH: "both", Letter.CHANCE: "chance"}
MINE, THEIRS = UNANSWERED = ("me_unanswered", "them_unanswered")


def spelled_keys() -> dict[str, str]:
    """Return the keys as this system writes them, by the spelling of the answer."""
    known = letters()
    plainly = {reach: known[letter] for letter, reach in _REACHES.items()}
    unanswered = known[Letter.UNANSWERED]
    return {**plainly, MINE: unanswered, THEIRS: spelled(f"Shift+{unanswered}")}


def spoken_keys() -> str:
    """Return what a screen reader says about the keys that answer on the body scale."""
    known = letters()
    return tr(
        "Keys 1 to 7, or the arrows. {me}, {them}, {both} or {chance} say who reached out, {unanswered} and "
        "Shift {unanswered} that nobody answered, {met} goes on to whether you were met. Enter saves.",
        **{letter.name.lower(): known[letter] for letter in (*_REACHES, Letter.UNANSWERED, Letter.MET)},
    )


def plain(event: QKeyEvent) -> bool:
    """Return whether a key was pressed by itself."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def reach_of(event: QKeyEvent) -> str | None:
    """Return the spelling of what a key answers, None where it answers nothing."""
    letter, shifted = letter_of(event), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if letter is Letter.UNANSWERED:
        return THEIRS if shifted else MINE
    return None if letter is None or shifted else _REACHES.get(letter)
