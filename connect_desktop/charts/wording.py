"""The words charts use for what is in the data."""

from connect_desktop.domain import Feeling, Gift
from connect_desktop.i18n import tr
from connect_desktop.insight.gifts import CAME_BACK, REACHED


def body_word(value: int) -> str:
    """Return what a body value −3…+3 is called."""
    return {
        -3: tr("tightened a lot"),
        -2: tr("tightened"),
        -1: tr("a little tight"),
        0: tr("neither"),
        1: tr("a little easier"),
        2: tr("breathed easier"),
        3: tr("breathed freely"),
    }[value]


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


def word_for(word: str) -> str:
    """Return what a word for afterwards is called; the user's own words stay as they wrote them."""
    return {
        "warmer": tr("warmer"),
        "calmer": tr("calmer"),
        "clearer": tr("clearer"),
        "alive": tr("alive"),
        "seen": tr("seen"),
        "relieved": tr("relieved"),
        "anxious": tr("anxious"),
        "tense": tr("tense"),
        "drained": tr("drained"),
        "replaying": tr("replaying it"),
        "hungry": tr("hungry for a response"),
        "off": tr("something is off"),
    }.get(word, word)


def feeling_word(feeling: Feeling) -> str:
    """Return the heading of a group of words."""
    return {
        Feeling.EASY: tr("easier"),
        Feeling.TIGHT: tr("tighter"),
        Feeling.NEITHER: tr("neither"),
    }[feeling]
