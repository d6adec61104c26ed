"""What a text is found by: its words, folded; where a script leaves no spaces between them, its characters.

Whatever is sought is found from its first character on. Where no space says where a word begins (Chinese,
Japanese, Thai, Korean), and where small words grow onto the front of others (Arabic, Hebrew), it is found
inside as well.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from connect_desktop.domain.search import fold

LONGEST = 60
"""characters of a word that count"""
MOST_WORDS = 16
"""words of a question that count"""

_WITHOUT_SPACES = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19DF), (0x1A20, 0x1AAF),
    (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x312F), (0x31A0, 0x31BF), (0x31F0, 0x31FF),
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA9E0, 0xA9FF), (0xAA60, 0xAADF), (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)  # fmt: skip
"""Thai and Lao, Burmese, Khmer, Tai, Han and kana"""
_KOREAN = ((0x1100, 0x11FF), (0xA960, 0xA97F), (0xAC00, 0xD7FF))
_GROWN = re.compile(r"(?<!\S)[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]\S*")
"""a term of Hebrew, Arabic and their kin"""
_UNSEEN = {"\u0640", *map(chr, range(0xFE00, 0xFE10))}
"""what changes the look of a letter and not the word"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word that is sought: terms that follow each other; the last may go on where it is `open`."""

    terms: tuple[str, ...]
    open: bool

    @property
    def inside(self) -> bool:
        """Whether it is sought inside words as well."""
        return len(self.terms) == 1 and is_grown_together(self.terms[0])


class _Spread(dict[int, str]):
    """What stands for each character of a folded text: itself, nothing, a gap, or a term of its own."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _spread(chr(code))
        return found


def _spread(letter: str) -> str:
    kind = unicodedata.category(letter)
    if letter in _UNSEEN or kind == "Cf":
        return ""
    if kind[0] in "PZ" or kind in ("Cc", "Cs"):
        return " "
    if _within(letter, _KOREAN):
        return f" {unicodedata.normalize('NFD', letter)} "
    return letter if kind[0] in "LMN" and not _within(letter, _WITHOUT_SPACES) else f" {letter} "


def _within(letter: str, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(first <= ord(letter) <= last for first, last in ranges)


_SPREAD = _Spread()


def spread(text: str) -> str:
    """Return a text as its terms with spaces between them."""
    return unicodedata.normalize("NFC", fold(text)).translate(_SPREAD)


def terms(text: str) -> list[str]:
    """Return what a text is found by, in its order."""
    return [term[:LONGEST] for term in spread(text).split() if not unicodedata.combining(term[0])]


def endings(found: str) -> Iterator[str]:
    """Yield what else terms, with spaces between them, are found by: the later parts of some."""
    for term in _GROWN.findall(found):
        yield from (term[start:] for start in range(1, len(term) - 1))


def is_grown_together(term: str) -> bool:
    """Return whether small words may have grown onto the front of a term."""
    return _GROWN.match(term) is not None


def wanted(text: str) -> tuple[Wanted, ...]:
    """Return the words that a question seeks, each once; none where it holds no word and no sign."""
    found = (terms(word) for word in fold(text).split())
    words = (Wanted(tuple(word[:LONGEST]), _may_go_on(word[:LONGEST][-1])) for word in found if word)
    return tuple(dict.fromkeys(words))[:MOST_WORDS]


def _may_go_on(term: str) -> bool:
    return not _within(term[0], _WITHOUT_SPACES)
