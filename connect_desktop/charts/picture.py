"""A chart as pixels."""

from dataclasses import dataclass

from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

from connect_desktop.charts.chart import Chart
from connect_desktop.charts.style import styled


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows from the top, four bytes a pixel: red, green, blue, alpha."""

    width: int
    height: int
    pixels: bytes


@styled
def picture(chart: Chart, dpi: float) -> Picture:
    """Return a chart drawn at `dpi` pixels an inch."""
    chart.figure.set_dpi(dpi)
    canvas = FigureCanvasAgg(chart.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    width, height = canvas.get_width_height(physical=True)
    pixels = bytes(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    FigureCanvasBase(chart.figure)  # in the place of the other, which keeps them all once more
    return Picture(width, height, pixels)
