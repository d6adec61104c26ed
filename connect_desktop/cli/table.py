"""Neat columns for people to read: aligned whatever the script, long cells shortened."""

import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import chain, repeat

GAP = "  "
_MOST = 40
_NARROW = 80


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, whole: bool = False) -> str:
    """Return lines of aligned columns; the last column takes what the terminal leaves.

    What doesn't fit there goes on below where the `whole` of it is wanted, and is left out otherwise.
    """
    cells = [[_flat(cell) for cell in row] for row in (head, *rows)]
    cells = [[*(elided(cell, _MOST) for cell in row[:-1]), row[-1]] for row in cells]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    left = max(20, room() - sum(widths[:-1]) - len(GAP) * (len(widths) - 1))
    fitted = (folded(row[-1], left) if whole else [elided(row[-1], left)] for row in cells)
    blank = [""] * (len(widths) - 1)
    return "\n".join(
        _line([*(row[:-1] if first else blank), part], widths)
        for row, parts in zip(cells, fitted, strict=True)
        for first, part in zip(chain([True], repeat(False)), parts, strict=False)
    )


def room() -> int:
    """Return how many cells wide a line may be; as good as endless where nobody looks at a terminal."""
    return shutil.get_terminal_size((_NARROW, 24)).columns if sys.stdout.isatty() else 160


def width(text: str) -> int:
    """Return how many cells of a terminal text takes: two for wide letters, none for accents set apart."""
    return sum(_cells(sign) for sign in text)


def elided(text: str, most: int) -> str:
    """Return text that takes at most `most` cells, ending in "…" where something was left out."""
    if width(text) <= most:
        return text
    kept, taken = "", 1
    for sign in text:
        taken += _cells(sign)
        if taken > most:
            break
        kept += sign
    return kept.rstrip() + "…"


def folded(text: str, most: int) -> list[str]:
    """Return text as lines of at most `most` cells, parted between words."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return [elided(line, most) for line in lines if line] or [""]


def _cells(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _flat(text: str) -> str:
    """One line, without the marks that turn the direction of all that follows."""
    return "".join(sign for sign in " ".join(text.split()) if unicodedata.bidirectional(sign) not in _TURNING)


_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True))
    return GAP.join(padded).rstrip()
