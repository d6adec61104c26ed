"""Text in charts: typefaces that are there, letters that can be drawn, widths, shortening, lines.

A name may be in any script. Each text gets the fewest typefaces that can draw it; what none of them can draw
(most emoji) is left out rather than shown as an empty box.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font
from matplotlib.textpath import text_to_path

from connect_desktop.charts import style

FALLBACKS = (
    "DejaVu Sans", "Noto Sans", "Segoe UI", "Arial Unicode MS", "Tahoma",
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans SC", "Noto Sans JP", "Noto Sans KR",
    "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Droid Sans Fallback", "Source Han Sans SC", "Unifont",
    "Microsoft YaHei", "Yu Gothic", "Malgun Gothic", "MS Gothic", "SimSun",
    "PingFang SC", "PingFang HK", "Hiragino Sans", "Hiragino Sans GB", "Apple SD Gothic Neo",
    "Noto Sans Arabic", "Noto Naskh Arabic", "Geeza Pro", "Noto Sans Hebrew", "Arial Hebrew",
    "Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari", "Noto Sans Bengali", "Noto Sans Tamil",
    "Noto Sans Thai", "Leelawadee UI", "Thonburi", "Noto Sans Armenian", "Noto Sans Georgian",
    "Noto Sans Ethiopic", "Ebrima", "Noto Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Symbola",
)  # fmt: skip
"""typefaces asked in turn for letters the first one lacks; no colour fonts, whose glyphs are pictures"""

MISSING = "\N{WHITE VERTICAL RECTANGLE}"
ELLIPSIS = "…"

_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


@dataclass(frozen=True, slots=True)
class Lettering:
    """Text as it can be drawn here."""

    text: str
    families: tuple[str, ...]
    """typefaces that have all its letters, the first one preferred"""
    whole: bool
    """False where letters had to be replaced; left-out pictures and invisible characters do not count"""


@lru_cache(maxsize=4096)
def drawable(text: str) -> Lettering:
    """Return one line of `text` as the typefaces of this computer can draw it, without a warning."""
    used, kept, whole = {_first_family(): None}, [], True
    for char in " ".join(text.split()):
        family = _family_for(char, tuple(used))
        if family is not None:
            kept.append(char)
            used[family] = None
        elif unicodedata.category(char)[0] in "LN":
            kept.append(MISSING)
            whole = False
    drawn = "".join(kept).strip(_JOINERS + " ")
    return Lettering(" ".join(drawn.split()), tuple(used), whole)


def name_or(name: str, instead: str) -> str:
    """Return a name as it can be drawn, or `instead` where it cannot be drawn whole."""
    lettering = drawable(name)
    return lettering.text if lettering.text and lettering.whole else instead


@lru_cache(maxsize=512)
def font(families: tuple[str, ...], size: float, strong: bool = False) -> FontProperties:
    """Return the font for a text; bold where its typeface has one."""
    weight = "bold" if strong and all(family in _bold_families() for family in families) else "normal"
    return FontProperties(family=list(families), size=size, weight=weight)


@lru_cache(maxsize=8192)
def width(text: str, size: float, strong: bool = False) -> float:
    """Return how wide one line is, in points."""
    lettering = drawable(text)
    if not lettering.text:
        return 0.0
    with style.applied():
        properties = font(lettering.families, size, strong)
        found: float = text_to_path.get_text_width_height_descent(lettering.text, properties, False)[0]
    return found


def elided(text: str, size: float, room: float) -> str:
    """Return `text`, shortened with an ellipsis until it is at most `room` points wide."""
    if width(text, size) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(_cut(text, middle), size) <= room:
            low = middle
        else:
            high = middle - 1
    return _cut(text, low)


def wrapped(text: str, size: float, room: float, strong: bool = False) -> list[str]:
    """Return `text` broken between words into lines at most `room` wide; one long word stays whole."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", size, strong) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def balanced(text: str, size: float, room: float) -> list[str]:
    """Return `text` broken into as few lines as `room` allows, all about equally long."""
    lines = wrapped(text, size, room)
    words = text.split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            narrower = width(" ".join(words[start:end]), size)
            if narrower < max(width(line, size) for line in lines):
                shorter = wrapped(text, size, narrower)
                if len(shorter) <= len(lines) and max(width(line, size) for line in shorter) <= narrower:
                    lines = shorter
    return lines


def _cut(text: str, length: int) -> str:
    """Return the first `length` characters and an ellipsis, no accent or joiner torn from its letter."""
    while 0 < length < len(text) and _belongs_to_last(text[length]):
        length -= 1
    return text[:length].rstrip(_JOINERS + " ,.") + ELLIPSIS


def _belongs_to_last(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char) in ("Mn", "Mc", "Me", "Sk")


def _family_for(char: str, used: tuple[str, ...]) -> str | None:
    if char == " ":
        return used[0]
    for family in (*used, *FALLBACKS):
        if family in _files() and _has(family, char):
            return family
    return None


@lru_cache(maxsize=8192)
def _has(family: str, char: str) -> bool:
    return _face(family).get_char_index(ord(char)) != 0


@cache
def _face(family: str) -> FT2Font:
    path, index = _files()[family]
    return FT2Font(path, face_index=index)


@cache
def _files() -> dict[str, tuple[str, int]]:
    """Return a file and face of each typeface that is there, upright and regular where there is one."""
    found: dict[str, tuple[str, int]] = {}
    for entry in sorted(
        fontManager.ttflist, key=lambda e: (e.style != "normal", abs(_weight(e.weight) - 400))
    ):
        found.setdefault(entry.name, (entry.fname, entry.index))
    return found


@cache
def _bold_families() -> frozenset[str]:
    return frozenset(entry.name for entry in fontManager.ttflist if _weight(entry.weight) == 700)


@cache
def _first_family() -> str:
    return next((family for family in style.families() if family in _files()), "DejaVu Sans")


def _weight(weight: str | int) -> int:
    return (
        {"normal": 400, "regular": 400, "bold": 700}.get(weight, 500) if isinstance(weight, str) else weight
    )
