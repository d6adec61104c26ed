"""Whatever the size, the name or the number of moments: nothing is cut off and no two texts touch."""

import itertools

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from connect_desktop.charts import style
from connect_desktop.charts.palette import DARK, LIGHT

KINDS = (
    "body_over_time", "what_each_gave", "half_a_year", "words_afterwards", "reach_by_month", "said_directly",
    "hurts_and_returns", "before_after",
)  # fmt: skip
LONG = ("Wilhelmina Konstantinopolitanska-Featherstonehaugh " * 4)[:200]
NAMES = {
    "plain": "Daniel",
    "long": LONG,
    "rtl": "مايا ابراهيم العبد الله",
    "cjk": "山田太郎",
    "emoji": "🌻👩‍👧",
    "markup": "$x^2$ \\frac{1} <b>&",
}
SIZES = {"small": (3.75, 2.3), "usual": (6.25, 3.125), "large": (12.5, 5.5), "narrow": (3.0, 4.0)}


def texts_of(chart):
    """Return every text with its box in pixels, as it is drawn."""
    with style.applied():
        canvas = FigureCanvasAgg(chart.figure)
        canvas.draw()
        renderer = canvas.get_renderer()
        return [(t.get_text(), t.get_window_extent(renderer)) for t in chart.figure.texts], canvas


def check(chart):
    texts, canvas = texts_of(chart)
    width, height = canvas.get_width_height()
    for text, box in texts:
        assert box.x0 >= 0 and box.x1 <= width + 1, f"{text!r} is cut off at a side"
        assert box.y0 >= -1 and box.y1 <= height + 1, f"{text!r} is cut off at top or bottom"
    for (one, a), (other, b) in itertools.combinations(texts, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        down = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across <= 1 or down <= 2, f"{one!r} and {other!r} touch"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("count", "days"), [(5, 3), (46, 185), (900, 900)])
def test_nothing_is_cut_off_and_nothing_overlaps(draw, lived, kind, size, count, days):
    check(draw(kind, lived(count, days), size=SIZES[size], usual=0.6))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_any_name_fits(draw, lived, kind, name):
    check(draw(kind, lived(46, 185), name=NAMES[name], size=SIZES["small"]))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scale", [0.8, 1.3, 2.0])
def test_larger_text_fits_too(draw, lived, kind, scale):
    check(draw(kind, lived(46, 185), scale=scale, size=SIZES["usual"], usual=-2.8))


@pytest.mark.parametrize("kind", KINDS)
def test_the_title_stands_above_the_rest(draw, lived, parts, kind):
    chart = draw(kind, lived(46, 185), titled=True)
    check(chart)
    assert " ".join(parts(chart).texts("title")) == chart.title
    assert " ".join(parts(chart).texts("caption")) == chart.caption
    lowest = min(text.get_position()[1] for text in parts(chart)("title"))
    rest = [t for t in chart.figure.texts if t.get_gid() not in ("title", "caption")]
    assert all(t.get_position()[1] < lowest for t in rest)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(0.1, 0.1), (1.0, 0.5), (0.5, 5.0), (40.0, 0.7)])
def test_even_absurd_sizes_are_drawn(draw, lived, kind, size):
    chart = draw(kind, lived(46, 185), size=size, usual=0.6, titled=True)
    texts_of(chart)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_reads_on_its_ground(draw, lived, kind, palette):
    from connect_desktop.charts.contrast import contrast

    chart = draw(kind, lived(46, 185), palette, usual=0.6, titled=True)
    assert {
        t.get_text() for t in chart.figure.texts if contrast(t.get_color(), palette.surface) < 4.5
    } == set()


@pytest.mark.parametrize("kind", KINDS)
def test_marks_lie_inside_the_figure_and_lead_to_impressions(draw, lived, kind):
    columns = lived(46, 185)
    chart = draw(kind, columns)
    assert chart.marks
    for mark in chart.marks:
        assert 0 <= mark.x <= 1 and 0 <= mark.y <= 1
        assert mark.text
        assert set(mark.impressions) <= set(columns.impression)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [0, 1, 4])
def test_under_five_moments_a_chart_says_what_will_appear(draw, lived, parts, kind, count):
    chart = draw(kind, lived(count, 30), size=SIZES["small"])
    assert chart.empty
    assert chart.marks == ()
    more = "After one more moment" if count == 4 else f"After {5 - count} more moments"
    assert chart.twin.startswith(more)
    assert " ".join(parts(chart).texts("label")) == chart.twin
    check(chart)
    assert not draw(kind, lived(40, 30)).empty


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_chart_can_carry_its_title_too(draw, lived, parts, kind):
    chart = draw(kind, lived(2, 30), titled=True)
    assert " ".join(parts(chart).texts("title")) == chart.title
    check(chart)


def test_a_text_of_which_nothing_can_be_drawn_leaves_its_place_empty(draw, columns, parts):
    unseen = "\ufffe\uffff"
    found = parts(draw("words_afterwards", columns([{"words": (unseen, "tense")}] * 5)))
    assert found.texts("word") == ["tense"]
    assert found.texts("count") == ["5", "5"]
