"""Text folded for finding names in it: case and accents gone, each place in it traced back to the text."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_ALIKE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})
_SPACES = str.maketrans(dict.fromkeys("\t\n\v\f\r", " "))
_UNSEEN = frozenset("\u00ad\u034f\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff")
_HANGUL = range(0xAC00, 0xD7A4)


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` folded, and for each of its characters where it stands in the `source`."""

    source: str
    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stands in the source, with the accents that follow it."""
        last = self.places[end - 1] + 1
        while last < len(self.source) and not _letters(self.source[last]):
            last += 1
        return self.places[start], last


def fold(source: str) -> Folded:
    """Return `source` folded; each white space becomes one plain space."""
    if source.isascii():
        return Folded(source, source.lower().translate(_SPACES), range(len(source)))
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(source):
        for letter in _letters(character):
            letters.append(letter)
            places.append(place)
    return Folded(source, "".join(letters), places)


@lru_cache(maxsize=8192)
def _letters(character: str) -> str:
    """Return the folded letters of one character; none for an accent and for what has no width."""
    if character.isspace():
        return " "
    if ord(character) in _HANGUL:
        return character
    parts = unicodedata.normalize("NFKD", character.translate(_ALIKE))
    return "".join(p for p in parts if not unicodedata.combining(p) and p not in _UNSEEN).casefold()
