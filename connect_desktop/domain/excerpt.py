"""The part of a text in which something sought is found, and where in it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from connect_desktop.domain.terms import Wanted, spread

WIDTH = 150
"""characters of an excerpt, about"""
BEFORE = 40
"""characters shown before what was found, about"""
_BLOCK = 600
"""characters of a long text looked at together"""
_GAP = re.compile(r"\s+")
_SEVERAL = "\0"
"""stands for a character that is not one letter when folded"""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of text, and the ranges (from, to) of it that were sought."""

    text: str = ""
    marks: tuple[Span, ...] = ()


class Marker:
    """Finds in texts what is sought, as the search does that found them."""

    def __init__(self, sought: Sequence[Wanted]) -> None:
        self._pattern = re.compile("|".join(sorted(map(_pattern, sought), key=len, reverse=True)) or r"(?!)")

    def marked(self, text: str) -> Excerpt:
        """Return all of a short text, white space folded, with what is sought marked."""
        whole = " ".join(text.split())
        return Excerpt(whole, tuple(_joined(self._spans(whole))))

    def excerpt(self, texts: Iterable[str]) -> Excerpt:
        """Return the part of the first text that holds something sought.

        The beginning of the first text that is not empty where none does.
        """
        first = ""
        for text in texts:
            at = self._first(text)
            if at is not None:
                return self.marked(_cut(text, at))
            first = first or text
        return Excerpt(" ".join(_cut(first, 0).split()))

    def _first(self, text: str) -> int | None:
        """Look at a long text block by block: only where something is, each letter is looked at."""
        for start, block in _blocks(text):
            if self._pattern.search(spread(block)) and (found := next(self._spans(block), None)):
                return start + found[0]
        return None

    def _spans(self, text: str) -> Iterator[Span]:
        """Yield the ranges of a text that are sought."""
        folded = text.translate(_ALIGNED)
        if _SEVERAL in folded:
            folded, origin = _letters(text)
            for match in self._pattern.finditer(folded):
                yield origin[match.start()], _past(text, origin[match.end() - 1] + 1)
        else:
            yield from (match.span() for match in self._pattern.finditer(folded))


def _pattern(word: Wanted) -> str:
    """Return a regular expression that finds a word in the terms of a text."""
    begin = "" if word.inside else r"(?<!\S)"
    end = "" if word.open else r"(?!\S)"
    return begin + r"\s+".join(map(re.escape, word.terms)) + end


class _Aligned(dict[int, str]):
    """What one letter stands for each character of a text when it is folded, where it is one."""

    def __missing__(self, code: int) -> str:
        found = _letter(chr(code))
        self[code] = found if len(found) == 1 else _SEVERAL
        return self[code]


class _Letter(dict[str, str]):
    """What stands for each character of a text when it is folded."""

    def __missing__(self, letter: str) -> str:
        found = "" if unicodedata.combining(letter) else spread(letter)
        self[letter] = found or (" " if unicodedata.category(letter)[0] in "PZC" else "")
        return self[letter]


_LETTER = _Letter()
_ALIGNED = _Aligned()


def _letter(letter: str) -> str:
    return _LETTER[letter]


def _letters(text: str) -> tuple[str, list[int]]:
    """Return a text as its terms, and for each letter of them the place in the text it comes from."""
    found = [_LETTER[letter] for letter in text]
    return "".join(found), [place for place, one in enumerate(found) for _ in one]


def _past(text: str, end: int) -> int:
    """Return the end of a letter with the marks it carries."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while start < len(text):
        gap = _GAP.search(text, start + _BLOCK, start + 2 * _BLOCK)
        end = gap.end() if gap else start + 2 * _BLOCK
        yield start, text[start:end]
        start = end


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield ranges that follow each other, those that meet as one."""
    last: Span | None = None
    for span in spans:
        if last is not None and span[0] <= last[1]:
            last = (last[0], span[1])
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _cut(text: str, at: int) -> str:
    """Return about WIDTH characters of text around a place, cut between words where there are any."""
    start = max(0, at - BEFORE)
    if start > 0:
        gap = _GAP.search(text, start, at)
        start = gap.end() if gap else start
    end = min(len(text), start + WIDTH)
    if end < len(text):
        cut = max((gap.start() for gap in _GAP.finditer(text, at + 1, end)), default=end)
        end = cut if cut > start + WIDTH // 2 else end
    before = "…" if text[:start].strip() else ""
    after = "…" if text[end:].strip() else ""
    return f"{before}{text[start:end].strip()}{after}"
