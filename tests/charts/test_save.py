"""Charts as pixels and files: the same bytes every time, untouched by what else matplotlib was told."""

import os
import random
import subprocess
import sys
import threading
import xml.etree.ElementTree as ET
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
import pytest
from PIL import Image

from connect_desktop.charts import save
from connect_desktop.charts.palette import DARK
from connect_desktop.charts.picture import picture

KINDS = ("body_over_time", "what_each_gave", "half_a_year", "words_afterwards", "reach_by_month")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_life_gives_the_same_bytes_in_whatever_order_it_comes(draw, lived, kind):
    columns = lived(60, 185)
    order = list(range(len(columns)))
    random.Random(9).shuffle(order)
    names = type(columns).__dataclass_fields__
    mixed = type(columns)(**{name: [getattr(columns, name)[i] for i in order] for name in names})
    one, other = (draw(kind, c, usual=0.5, titled=True) for c in (columns, mixed))
    assert one.twin == other.twin
    assert one.marks == other.marks
    assert save.svg(one) == save.svg(one) == save.svg(other)
    assert save.png(one, 96) == save.png(one, 96) == save.png(other, 96)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_holds_its_title_and_words_but_neither_date_nor_maker(draw, lived, kind):
    chart = draw(kind, lived(60, 185), name="Zoë & <Max>")
    root = ET.fromstring(save.svg(chart))
    assert root.find(f"{SVG}title").text == chart.title
    assert chart.twin in "".join(root.find(f"{SVG}metadata").itertext())
    content = save.svg(chart) + save.png(chart, 96)
    assert b"Matplotlib" not in content and b"dc:date" not in content


def test_what_xml_cannot_hold_is_left_out(draw, columns):
    chart = draw("words_afterwards", columns([{"words": ("odd\ufffe\x07word",)}] * 5))
    root = ET.fromstring(save.svg(chart))
    assert "oddword 5" in "".join(root.itertext())


def test_a_png_has_as_many_pixels_as_asked_for(draw, lived):
    with Image.open(BytesIO(save.png(draw("half_a_year", lived(9, 9)), 192))) as image:
        assert image.size == (1200, 600)


def test_a_picture_is_rows_of_pixels_on_the_ground_of_its_palette(draw, lived):
    chart = draw("half_a_year", lived(9, 9), DARK)
    found = picture(chart, 96)
    assert not hasattr(chart.figure.canvas, "renderer")  # no second copy of them is kept
    assert (found.width, found.height) == (600, 300)
    assert len(found.pixels) == 600 * 300 * 4
    assert found.pixels[:4] == bytes((0x26, 0x25, 0x2A, 0xFF))


def test_a_user_s_own_matplotlib_settings_change_nothing(draw, lived):
    before = save.png(draw("body_over_time", lived(60, 185)), 96)
    loud = {
        "font.size": 30, "lines.linewidth": 9, "font.family": "monospace", "text.usetex": True,
        "figure.constrained_layout.use": True, "path.sketch": (9, 9, 9), "savefig.transparent": True,
        "savefig.bbox": "tight", "text.antialiased": False, "patch.force_edgecolor": True,
    }  # fmt: skip
    with mpl.rc_context(loud):
        assert save.png(draw("body_over_time", lived(60, 185)), 96) == before


def test_drawing_leaves_matplotlib_as_it_was(draw, lived):
    before = dict(mpl.rcParams)
    chart = draw("what_each_gave", lived(60, 185))
    save.svg(chart)
    picture(chart, 96)
    assert dict(mpl.rcParams) == before


def test_charts_can_be_drawn_in_several_threads(draw, lived):
    columns = lived(80, 185)
    alone = [save.png(draw(kind, columns), 96) for kind in KINDS]
    together = [b""] * len(KINDS)

    def work(i):
        together[i] = save.png(draw(KINDS[i], columns), 96)

    threads = [threading.Thread(target=work, args=(i,)) for i in range(len(KINDS))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == alone


def test_nothing_is_written_but_the_font_cache_in_its_own_folder(tmp_path):
    home, cache = tmp_path / "home", tmp_path / "cache"
    home.mkdir()
    draw = """
from connect_desktop.charts import empty, palette, save, sheet
text = "Ünïcödé 山田 🌻"
chart = empty.empty_chart(sheet.Sheet(palette.LIGHT, (3, 2), 1.0, titled=True), "Half a year", text)
assert save.svg(chart) and save.png(chart, 96)
"""
    places = {
        name: str(home) for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA")
    }
    root = Path(__file__).parents[2]
    told = subprocess.run(
        [sys.executable, "-W", "error", "-c", draw],
        env={**os.environ, **places, "MPLCONFIGDIR": str(cache), "PYTHONPATH": str(root)},
        cwd=home, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert list(home.iterdir()) == []
    assert {path.name.split("-")[0] for path in cache.iterdir()} == {"fontlist"}
