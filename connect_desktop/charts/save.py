"""A chart as a file: SVG for documents, PNG for everything else. The same chart gives the same bytes."""

import re
from io import BytesIO

from connect_desktop.charts.chart import Chart
from connect_desktop.charts.style import styled

_NOT_IN_XML = re.compile(r"[^\t\n\r -\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


@styled
def svg(chart: Chart) -> bytes:
    """Return the chart as SVG, its letters as outlines, its text twin as the description inside."""
    chart.figure.set_dpi(72)
    out = BytesIO()
    title, twin = (_NOT_IN_XML.sub("", text) for text in (chart.title, chart.twin))
    about = {"Title": title, "Description": twin, "Date": None, "Creator": None, "Format": None}
    chart.figure.savefig(out, format="svg", dpi=72, facecolor=chart.figure.get_facecolor(), metadata=about)
    return out.getvalue()


@styled
def png(chart: Chart, dpi: float) -> bytes:
    """Return the chart as PNG with `dpi` pixels an inch."""
    out = BytesIO()
    chart.figure.savefig(
        out, format="png", dpi=dpi, facecolor=chart.figure.get_facecolor(), metadata={"Software": None}
    )
    return out.getvalue()
