"""Colours worked out from the palette: how far apart two are, and an edge for what is too pale."""

from functools import cache

WANTED = 3.0
"""the least contrast of a mark with its ground (WCAG 1.4.11)"""


def mixed(colour: str, other: str, share: float) -> str:
    """Return "#rrggbb" with `share` 0…1 of `other` mixed in."""
    parts = (round(a + (b - a) * share) for a, b in zip(_rgb(colour), _rgb(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def contrast(colour: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1…21 (WCAG 2)."""
    light, dark = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def edge(colour: str, ground: str, ink: str) -> str:
    """Return `colour`, drawn towards `ink` until it stands out from `ground`."""
    shades = (mixed(colour, ink, share / 100) for share in range(0, 100, 5))
    return next((shade for shade in shades if contrast(shade, ground) >= WANTED), ink)


def readable(ground: str, *inks: str) -> str:
    """Return the one of `inks` that reads best on `ground`."""
    return max(inks, key=lambda ink: contrast(ink, ground))


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (c / 255 for c in _rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
