"""The words charts use for what is in the data."""

from connect_desktop.domain import Feeling, Gift
from connect_desktop.i18n import tr
from connect_desktop.insight.gifts import CAME_BACK, REACHED


def given_word(kind: str) -> str:
    """Return what a kind of giving is called; a name for the user's and the other's side alike."""
    return {
        REACHED: tr("Reached out"),
        Gift.LISTENED: tr("Asked, listened"),
        Gift.SHARED: tr("Shared something true"),
        Gift.HELPED: tr("Helped, supported"),
        Gift.REMEMBERED: tr("Remembered"),
        Gift.APPRECIATED: tr("Appreciated aloud"),
        CAME_BACK: tr("Came back after a hurt"),
    }[kind]


def feeling_word(feeling: Feeling) -> str:
    """Return the heading of a group of words."""
    return {
        Feeling.EASY: tr("easier"),
        Feeling.TIGHT: tr("tighter"),
        Feeling.NEITHER: tr("neither"),
    }[feeling]
