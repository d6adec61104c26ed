"""The words documents use for what is in the data."""

import unicodedata
from collections.abc import Callable, Iterable

from connect_desktop.domain import Channel, Impression, Reach, Tie
from connect_desktop.i18n import tr

BETWEEN = " · "
_APART, _POP = "\u2068", "\u2069"
_TURNING = {"R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"}


def joined(parts: Iterable[str]) -> str:
    """Return the parts that say something, in one line; each keeps its own direction of writing."""
    return BETWEEN.join(f"{_APART}{part}{_POP}" if _turns(part) else part for part in parts if part)


def _turns(text: str) -> bool:
    """Return whether any of a text runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _TURNING for letter in text)


def body_word(value: int) -> str:
    """Return what a body value −3…+3 is called."""
    return (
        tr("tightened a lot"), tr("tightened"), tr("a little tight"), tr("neither"),
        tr("a little easier"), tr("breathed easier"), tr("breathed freely"),
    )[value + 3]  # fmt: skip


def reached_out(value: Reach, name: str) -> str:
    """Return who reached out, as a fact about a moment."""
    return {
        Reach.ME: tr("you reached out"),
        Reach.THEM: tr("{name} reached out", name=name),
        Reach.BOTH: tr("you both reached out"),
        Reach.CHANCE: tr("by chance"),
        Reach.ME_UNANSWERED: tr("you reached out, no answer"),
        Reach.THEM_UNANSWERED: tr("{name} reached out, you didn’t answer", name=name),
    }[value]


def met_word(value: int) -> str:
    """Return how far someone was met, 0…4."""
    return (tr("not met"), tr("barely met"), tr("met in part"), tr("mostly met"), tr("truly met"))[value]


def afterwards(words: Iterable[str], own: Callable[[str], str]) -> str:
    """Return words for afterwards in one line; the user's own go through `own`."""
    known = {
        "replaying": tr("replaying it"), "hungry": tr("hungry for a response"), "off": tr("something is off"),
        "warmer": tr("warmer"), "calmer": tr("calmer"), "clearer": tr("clearer"), "alive": tr("alive"),
        "seen": tr("seen"), "relieved": tr("relieved"), "anxious": tr("anxious"), "tense": tr("tense"),
        "drained": tr("drained"),
    }  # fmt: skip
    return ", ".join(known.get(word) or own(word) for word in sorted(words))


def channel_word(value: Channel) -> str:
    """Return how a contact happened."""
    return {
        Channel.IN_PERSON: tr("in person"),
        Channel.CALL: tr("call"),
        Channel.VIDEO: tr("video call"),
        Channel.MESSAGE: tr("message"),
        Channel.LETTER: tr("letter"),
        Channel.OTHER: tr("another way"),
    }[value]


def tie_words(ties: Iterable[Tie]) -> str:
    """Return what someone is to the user, always in the same order."""
    words = {
        Tie.PARTNER: tr("partner"),
        Tie.FAMILY: tr("family"),
        Tie.FRIEND: tr("friend"),
        Tie.COLLEAGUE: tr("colleague"),
        Tie.NEIGHBOUR: tr("neighbour"),
        Tie.OTHER: tr("someone else"),
    }
    known = frozenset(ties)
    return joined(words[tie] for tie in Tie if tie in known)


def felt(found: Impression, name: str, own: Callable[[str], str]) -> str:
    """Return how a moment felt with someone called `name`, in one line; `own`: what becomes of own words."""
    parts = [tr("not felt yet") if found.body is None else body_word(found.body)]
    if found.reach is not None:
        parts.append(reached_out(found.reach, name))
    if found.met is not None:
        parts.append(met_word(found.met))
    parts.append(afterwards(found.words, own))
    if found.hurt:
        parts.append(tr("there was a hurt"))
    return joined(parts)
