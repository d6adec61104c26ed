"""The words documents use for what is in the data."""

import unicodedata
from collections.abc import Callable, Iterable

from connect_desktop.domain import WORD_FEELING, Impression, Tie, labels
from connect_desktop.i18n import tr

_APART, _POP = "\u2068", "\u2069"
_TURNING = {"R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"}


def joined(parts: Iterable[str]) -> str:
    """Return the parts that say something, in one line; each keeps its own direction of writing."""
    return labels.BETWEEN.join(f"{_APART}{part}{_POP}" if _turns(part) else part for part in parts if part)


def _turns(text: str) -> bool:
    """Return whether any of a text runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _TURNING for letter in text)


def afterwards(words: Iterable[str], own: Callable[[str], str]) -> str:
    """Return words for afterwards in one line; the user's own go through `own`."""
    return ", ".join(labels.word_label(word) if word in WORD_FEELING else own(word) for word in sorted(words))


def tie_words(ties: Iterable[Tie]) -> str:
    """Return what someone is to the user, always in the same order."""
    known = frozenset(ties)
    return joined(labels.tie_label(tie) for tie in Tie if tie in known)


def felt(found: Impression, name: str, own: Callable[[str], str]) -> str:
    """Return how a moment felt with someone called `name`, in one line; `own`: what becomes of own words."""
    parts = [tr("not felt yet") if found.body is None else labels.body_label(found.body)]
    if found.reach is not None:
        parts.append(labels.reached_out(found.reach, name))
    if found.met is not None:
        parts.append(labels.met_tag(found.met))
    parts.append(afterwards(found.words, own))
    if found.hurt:
        parts.append(tr("there was a hurt"))
    return joined(parts)
