"""Colours made from the palette's: blends, and edges strong enough to be seen."""

from functools import lru_cache

from connect_desktop.charts.palette import Palette

SEEN = 3.0
"""the contrast a shape needs against its ground (WCAG 2.2, 1.4.11)"""


@lru_cache(maxsize=2048)
def blend(first: str, second: str, part: float) -> str:
    """Return the colour `part` (0 … 1) of the way from `first` to `second`, all "#rrggbb"."""
    mixed = (round(a + (b - a) * part) for a, b in zip(_parts(first), _parts(second), strict=True))
    return "#" + "".join(f"{value:02x}" for value in mixed)


@lru_cache(maxsize=2048)
def edge(colour: str, palette: Palette) -> str:
    """Return `colour`, drawn toward ink until it stands out 3 : 1 from a card."""
    for tenths in range(11):
        found = blend(colour, palette.ink, tenths / 10)
        if contrast(found, palette.surface) >= SEEN:
            return found
    return palette.ink


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 … 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
