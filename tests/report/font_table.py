"""What the bundled fonts can show, as `resources/fonts/coverage.json` has it.

Run this file after changing a font: it writes the table anew. Libertinus Serif comes with Typst
and is no file of ours, so its ranges are kept as they are; a test typesets every one of them.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from connect_desktop import paths

ORDER = (
    "Libertinus Serif", "Noto Serif", "Noto Sans JP", "Noto Serif Hebrew", "Noto Naskh Arabic",
    "Noto Serif Armenian", "Noto Serif Georgian", "Noto Serif Devanagari", "Noto Serif Bengali",
    "Noto Serif Gurmukhi", "Noto Serif Gujarati", "Noto Sans Oriya", "Noto Serif Tamil",
    "Noto Serif Telugu", "Noto Serif Kannada", "Noto Serif Malayalam", "Noto Serif Sinhala",
    "Noto Serif Thai", "Noto Serif Lao", "Noto Serif Khmer", "Noto Serif Myanmar",
    "Noto Serif Tibetan", "Noto Serif Ethiopic", "Noto Sans Thaana", "Noto Sans Syriac",
    "Noto Sans CanAborig", "Noto Sans Cherokee", "Noto Sans Tifinagh", "Noto Sans Mongolian",
    "Noto Sans NKo", "Noto Sans Adlam", "Noto Sans Ol Chiki", "Noto Sans Yi", "Noto Sans Javanese",
    "Noto Sans MeeteiMayek", "Droid Sans Fallback", "Noto Sans HK", "Noto Emoji", "Noto Sans Math",
    "Noto Sans Symbols", "Noto Sans Symbols2",
)  # fmt: skip
"""every family a document is set in, the first that has a character shows it"""

WITH_TYPST = "Libertinus Serif"


def table_path() -> Path:
    return paths.resource("fonts", "coverage.json")


def table() -> list[dict[str, Any]]:
    """Return the table as the fonts themselves say it should be."""
    kept = {row["family"]: row for row in json.loads(table_path().read_text("utf-8"))}
    found = {row["family"]: row for row in _rows_of_files()}
    return [kept[name] if name == WITH_TYPST else found[name] for name in ORDER]


def characters(row: dict[str, Any]) -> list[int]:
    spans = (span.partition("-") for span in row["has"].split())
    return [c for low, _, high in spans for c in range(int(low, 16), int(high or low, 16) + 1)]


def ranges(characters: Iterable[int]) -> str:
    spans: list[list[int]] = []
    for c in sorted(characters):
        if spans and c == spans[-1][1] + 1:
            spans[-1][1] = c
        else:
            spans.append([c, c])
    return " ".join(f"{low:X}" if low == high else f"{low:X}-{high:X}" for low, high in spans)


def text(rows: list[dict[str, Any]]) -> str:
    return "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n"


def _rows_of_files() -> Iterable[dict[str, Any]]:
    """One row a family; a character counts where every face of the family has it."""
    families: dict[str, set[int]] = {}
    for path in sorted(paths.resource("fonts").glob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            name = font["name"].getDebugName(1)
            glyphs = font.getBestCmap()
            has = {c for c in glyphs if glyphs[c] != ".notdef" and c >= 0x20} - {0xFEFF}
        families[name] = families.get(name, has) & has
    return ({"family": name, "has": ranges(has)} for name, has in families.items())


if __name__ == "__main__":
    table_path().write_text(text(table()), "utf-8")
