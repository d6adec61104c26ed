"""The body's shapes: tight is small and knotted, easy is large and open; a star that becomes a circle."""

from functools import cache

import numpy as np
from matplotlib.path import Path

from connect_desktop.domain.interaction import BODY_HIGH, BODY_LOW

VALUES = range(BODY_LOW, BODY_HIGH + 1)
POINTS = 8
_INNER = {-3: 0.30, -2: 0.52, -1: 0.78}
"""where the star's notches lie, as a share of its radius"""
_WIDTH = {-3: 0.95, -2: 0.95, -1: 0.90, 0: 0.72, 1: 0.92, 2: 1.08, 3: 1.36}
"""how wide each shape is; about 1"""
_RING = 0.13
_CELL_WIDTH = {-3: 0.44, -2: 0.50, -1: 0.54, 0: 0.16, 1: 0.38, 2: 0.56, 3: 0.76}
_LINE = 0.11


@cache
def shape(value: int) -> Path:
    """Return the shape of a body value −3…+3 around (0, 0), about 1 wide."""
    width = _WIDTH[value]
    if value < 0:
        return _star(width / 2, _INNER[value])
    if value < BODY_HIGH:
        return _circle(width / 2)
    outer, inner = width / 2, width / 2 - _RING * 0.8
    return Path.make_compound_path(_circle(outer), _reversed(_circle(inner)), _circle(inner - _RING * 0.8))


@cache
def cell_shape(value: int) -> Path:
    """Return the shape that stands in a coloured cell 1 wide: a star, a point, or a ring that opens."""
    width = _CELL_WIDTH[value]
    if value < 0:
        return _star(width / 2, _INNER[value] * 0.9)
    if value == 0:
        return _circle(width / 2)
    return Path.make_compound_path(_circle(width / 2), _reversed(_circle(width / 2 - _LINE)))


def nearest(mean: float) -> int:
    """Return the body value a mean is shown as: halves go to the value nearer to neither."""
    return int(np.copysign(np.ceil(abs(mean) - 0.5), mean))


def _star(radius: float, inner: float) -> Path:
    turn = np.arange(2 * POINTS) * np.pi / POINTS + np.pi / 2
    radii = np.where(np.arange(2 * POINTS) % 2, radius * inner, radius)
    corners = np.column_stack([radii * np.cos(turn), radii * np.sin(turn)])
    return Path(np.vstack([corners, corners[:1]]), closed=True)


def _circle(radius: float) -> Path:
    unit = Path.unit_circle()
    return Path(np.asarray(unit.vertices) * radius, unit.codes)


def _reversed(path: Path) -> Path:
    turned = np.asarray(path.vertices) * np.array([-1.0, 1.0])
    return Path(turned, path.codes)
