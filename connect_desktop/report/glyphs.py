"""What the document's fonts can show, and the visible form of what none of them can.

A character without a glyph would print as an empty box, like any other. Here it becomes "[U+1F9FF]".
"""

import json
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from connect_desktop import paths

# Invisible by their nature, in every font: joiners, direction marks, variation selectors, tags.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000e0100-\U000e01ef\n\t]"
)
# A PDF may not hold these; the first shows nothing, so nothing is lost.
_BARRED = {"\ufeff": ""}


@dataclass(frozen=True, slots=True)
class _Family:
    name: str
    exempt: str
    """ranges it is not used for, though it has them"""
    lows: list[int]
    highs: list[int]

    def has(self, character: int) -> bool:
        place = bisect_right(self.lows, character) - 1
        return place >= 0 and character <= self.highs[place]


def families() -> list[dict[str, str]]:
    """Return the font families in the order they are tried, as Typst wants them."""
    return [{"name": family.name, **_covers(family.exempt)} for family in _families()]


def shown(text: str) -> str:
    """Return text in which every character has a glyph, or stands as its code point in brackets."""
    if text.isascii():
        return text
    used = set(text)
    text = text.translate({ord(character): _form(character) for character in used if not _has(character)})
    marks = [character for character in used if unicodedata.category(character)[0] == "M"]
    return _clusters(marks).sub(_whole, text) if marks else text


def _form(character: str) -> str:
    return _BARRED.get(character, f"[U+{ord(character):04X}]")


def _has(character: str) -> bool:
    return bool(_showing(character)) or _UNSEEN.match(character) is not None


@lru_cache(maxsize=8192)
def _showing(character: str) -> int:
    """Return the families that show a character, one bit each."""
    return sum(1 << place for place, family in enumerate(_families()) if family.has(ord(character)))


def _clusters(marks: list[str]) -> re.Pattern[str]:
    joined = "".join(re.escape(mark) for mark in marks)
    return re.compile(f"[^{joined}][{joined}\u200c\u200d\ufe00-\ufe0f]*[{joined}]", re.DOTALL)


def _whole(match: re.Match[str]) -> str:
    """Return a letter with its marks, those apart that no font has together with it."""
    letter, marks = match[0][0], match[0][1:]
    together = _showing(letter) or -1
    parts = [letter]
    for mark in marks:
        both = together if _UNSEEN.match(mark) else together & _showing(mark)
        together = both or together
        parts.append(mark if both else _form(mark))
    return "".join(parts)


@cache
def _families() -> tuple[_Family, ...]:
    rows = json.loads(paths.resource("fonts", "coverage.json").read_text("utf-8"))
    return tuple(_family(row) for row in rows)


def _family(row: dict[str, Any]) -> _Family:
    spans = [span.partition("-") for span in row["has"].split()]
    return _Family(
        name=row["family"],
        exempt=row.get("except", ""),
        lows=[int(low, 16) for low, _, _ in spans],
        highs=[int(high or low, 16) for low, _, high in spans],
    )


def _covers(exempt: str) -> dict[str, str]:
    """Return the characters a family is used for as a pattern, where that is not all it has."""
    spans = [span.partition("-") for span in exempt.split()]
    inside = "".join(f"\\u{{{low}}}-\\u{{{high or low}}}" for low, _, high in spans)
    return {"covers": f"[^{inside}]"} if inside else {}
