"""Which part of a map is shown. Standard library only."""

from dataclasses import dataclass

CLOSEST = 8.0
_LIMIT = 1e-9


@dataclass(frozen=True, slots=True)
class View:
    """A window on the map around `x`, `y`, both 0…1 from the lower left, and how many times enlarged."""

    zoom: float = 1.0
    x: float = 0.5
    y: float = 0.5

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Return where a place of the map lies in this window, 0…1 where it can be seen."""
        return 0.5 + (x - self.x) * self.zoom, 0.5 + (y - self.y) * self.zoom

    def under(self, across: float, up: float) -> tuple[float, float]:
        """Return the place of the map that lies at a place of the window."""
        return self.x + (across - 0.5) / self.zoom, self.y + (up - 0.5) / self.zoom

    def zoomed(self, factor: float, across: float = 0.5, up: float = 0.5) -> "View":
        """Return a closer or wider view in which the place at `across`, `up` of the window stays there."""
        zoom = min(CLOSEST, max(1.0, self.zoom * factor))
        x, y = self.under(across, up)
        return _kept(zoom, x - (across - 0.5) / zoom, y - (up - 0.5) / zoom)

    def moved(self, across: float, up: float) -> "View":
        """Return the view further right and up by parts of the window."""
        return _kept(self.zoom, self.x + across / self.zoom, self.y + up / self.zoom)

    def whole(self) -> bool:
        """Return whether all of the map is shown."""
        return self.zoom < 1 + _LIMIT


def _kept(zoom: float, x: float, y: float) -> View:
    """Return a view that does not leave the map."""
    half = 0.5 / zoom
    return View(zoom, min(1 - half, max(half, x)), min(1 - half, max(half, y)))


WHOLE = View()
