"""The keys that answer who reached out, wherever letters are not text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.key_hint import spelled

REACH_KEYS = {
    (Qt.Key.Key_I, False): "me",
    (Qt.Key.Key_Y, False): "them",
    (Qt.Key.Key_B, False): "both",
    (Qt.Key.Key_C, False): "chance",
    (Qt.Key.Key_U, False): "me_unanswered",
    (Qt.Key.Key_U, True): "them_unanswered",
}
"""keys, with or without Shift, and the spelling of what they answer"""
MINE, THEIRS = UNANSWERED = ("me_unanswered", "them_unanswered")


def spelled_keys() -> dict[str, str]:
    """Return the keys as this system writes them, by the spelling of the answer."""
    shift = {True: "Shift+", False: ""}
    return {reach: spelled(shift[with_shift] + chr(key)) for (key, with_shift), reach in REACH_KEYS.items()}


def spoken_keys() -> str:
    """Return what a screen reader says about the keys that answer on the body scale."""
    return tr(
        "Keys 1 to 7, or the arrows. I, Y, B or C say who reached out, U and Shift U that nobody answered, "
        "M goes on to whether you were met. Enter saves."
    )


def plain(event: QKeyEvent) -> bool:
    """Return whether a key was pressed by itself."""
    return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def reach_of(event: QKeyEvent) -> str | None:
    """Return the spelling of what a key answers, None where it answers nothing."""
    shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return REACH_KEYS.get((Qt.Key(event.key()), shifted)) if shifted or plain(event) else None
