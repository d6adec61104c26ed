"""Colours: contrast as the guidelines define it, edges for what is too pale."""

import pytest

from connect_desktop.charts.contrast import contrast, edge, mixed, readable
from connect_desktop.charts.palette import DARK, LIGHT


def test_contrast_of_known_pairs():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_mixing_goes_from_one_to_the_other():
    assert mixed("#000000", "#ff8000", 0) == "#000000"
    assert mixed("#000000", "#ff8000", 1) == "#ff8000"
    assert mixed("#000000", "#ff8000", 0.5) == "#804000"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_an_edge_stands_out_and_a_colour_that_does_is_its_own(palette):
    for value in range(-3, 4):
        colour = palette.for_body(value)
        rim = edge(colour, palette.surface, palette.ink)
        assert contrast(rim, palette.surface) >= 3
        if contrast(colour, palette.surface) >= 3:
            assert rim == colour.lower()


def test_the_more_readable_ink_is_taken():
    assert readable("#ffffff", "#000000", "#eeeeee") == "#000000"
    assert readable("#111111", "#000000", "#eeeeee") == "#eeeeee"
