"""Text in charts: letters that can be drawn, widths, shortening, lines.

Charts are lettered in typefaces that come with Connect and in no others, so that the same chart is the same
picture on every computer. A name may be in any script. Each text gets the fewest typefaces that can draw it;
what none of them can draw is left out rather than shown as an empty box.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from matplotlib.font_manager import FontEntry, FontProperties, fontManager
from matplotlib.ft2font import FT2Font
from matplotlib.textpath import text_to_path

from connect_desktop import paths
from connect_desktop.charts import style

FIRST = "NotoSans"
LAST = (
    "NotoSansJP", "DroidSansFallback", "NotoSansHK", "NotoEmoji", "NotoSansMath", "NotoSansSymbols",
    "NotoSansSymbols2",
)  # fmt: skip
"""typefaces asked last for letters the first one lacks, in this order: they have what others have better"""
REGULAR, BOLD = 400, 700

MISSING = "\N{WHITE VERTICAL RECTANGLE}"
ELLIPSIS = "…"

_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


@dataclass(frozen=True, slots=True)
class Lettering:
    """Text as it can be drawn."""

    text: str
    families: tuple[str, ...]
    """typefaces that have all its letters, the first one preferred"""
    whole: bool
    """False where letters had to be replaced; left-out pictures and invisible characters do not count"""


@lru_cache(maxsize=4096)
def drawable(text: str) -> Lettering:
    """Return one line of `text` as it can be drawn, without a warning."""
    used, kept, whole = {next(iter(_files())): None}, [], True
    for char in " ".join(text.split()):
        family = _family_for(char, tuple(used)) if _may_be_drawn(char) else None
        if family is not None:
            kept.append(char)
            used[family] = None
        elif unicodedata.category(char)[0] in "LN":
            kept.append(MISSING)
            used.update(dict.fromkeys(filter(None, [_family_for(MISSING, tuple(used))])))
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
    weight = BOLD if strong and all(BOLD in _files()[family] for family in families) else REGULAR
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


def _may_be_drawn(char: str) -> bool:
    """Return whether a character is more than a sign to machines, for which some typefaces have a picture."""
    return unicodedata.category(char) not in ("Cc", "Cn", "Co", "Cs")


def _family_for(char: str, used: tuple[str, ...]) -> str | None:
    if char == " ":
        return used[0]
    return next((family for family in (*used, *_files()) if _has(family, char)), None)


@lru_cache(maxsize=8192)
def _has(family: str, char: str) -> bool:
    return _face(family).get_char_index(ord(char)) != 0


@cache
def _face(family: str) -> FT2Font:
    return FT2Font(_files()[family][REGULAR])


@cache
def _files() -> dict[str, dict[int, Path]]:
    """Return the files of each typeface by weight, in the order they are asked; matplotlib knows them then.

    They go by names of our own: a typeface of the same name on this computer may look different.
    """
    found: dict[str, dict[int, Path]] = {}
    for path in sorted(
        (*paths.resource("charts").glob("*.ttf"), *paths.resource("fonts").glob("*.ttf")), key=_order
    ):
        family, _, cut = path.stem.partition("-")
        found.setdefault(f"Connect {family}", {})[BOLD if cut == "Bold" else REGULAR] = path
    fontManager.ttflist += [
        FontEntry(fname=str(path), name=family, style="normal", variant="normal", weight=weight)
        for family, weights in found.items()
        for weight, path in weights.items()
    ]
    return found


def _order(path: Path) -> tuple[int, str]:
    family = path.stem.partition("-")[0]
    place = -1 if family == FIRST else LAST.index(family) + 1 if family in LAST else 0
    return place, path.name
