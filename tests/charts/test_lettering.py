"""Text of any script: drawn with what is there, shortened between letters, wrapped between words."""

from pathlib import Path

import pytest
from matplotlib.font_manager import fontManager

from connect_desktop import paths
from connect_desktop.charts import lettering
from connect_desktop.charts.lettering import balanced, drawable, elided, name_or, width, wrapped

FAMILY = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"


def test_what_can_be_drawn_stays_as_it_is():
    assert drawable("Zoë Åström").text == "Zoë Åström"
    assert drawable("Zoë Åström").whole


def test_pictures_that_cannot_be_drawn_are_left_out():
    unknown = "\N{BEATING HEART}\U0001faf6\U0001f9ff" + FAMILY
    assert name_or(f"Maya {unknown}", "they").startswith("Maya")
    assert drawable("Maya\nLind\t B").text == "Maya Lind B"


def test_a_name_that_cannot_be_drawn_whole_is_replaced():
    egyptian = "\N{EGYPTIAN HIEROGLYPH A001}" * 3
    assert not drawable(egyptian).whole
    assert drawable(egyptian).text == lettering.MISSING * 3
    assert name_or(egyptian, "they") == "they"
    assert name_or("Maya", "they") == "Maya"
    assert name_or("  ", "they") == "they"


def test_charts_are_lettered_in_what_comes_with_the_app_and_in_nothing_else():
    for text in ("Zoë", "مايا", "山田太郎", "한국", "ひらがな", "🌻", "שלום", "नमस्ते", "∑", "▯"):
        found = drawable(text)
        assert found.whole and found.text, text
        for family in found.families:
            for strong in (False, True):
                (path,) = fontManager._find_fonts_by_props(lettering.font((family,), 9, strong))
                assert Path(path).is_relative_to(paths.resource())


def test_a_control_sign_is_never_drawn():
    assert drawable("a\x07b\ufffe\ue000c").text == "abc"


def test_every_letter_comes_from_a_typeface_that_has_it():
    for char in "aé中ع☃":
        found = drawable(char)
        if found.whole:
            assert any(lettering._has(family, char) for family in found.families)


def test_width_grows_with_text_and_size():
    assert width("", 9) == 0
    assert 0 < width("moment", 9) < width("moments", 9)
    assert width("moments", 18) == pytest.approx(2 * width("moments", 9), rel=0.02)


def test_a_text_too_long_is_shortened_as_little_as_needed():
    text = "Wilhelmina Featherstonehaugh"
    assert elided(text, 9, 1000) == text
    for room in (40, 60, 90):
        found = elided(text, 9, room)
        assert found.endswith("…")
        assert width(found, 9) <= room
        longer = text[: len(found) + text[: len(found)].endswith(" ")] + "…"
        assert width(longer, 9) > room
    assert elided(text, 9, 0) == "…"


def test_no_accent_is_torn_from_its_letter():
    text = "x" + "e\N{COMBINING ACUTE ACCENT}" * 20
    for room in range(10, 100, 3):
        kept = elided(text, 9, room)[:-1]
        assert not kept.endswith("e"), "an e without its accent"


def test_lines_break_between_words_and_lose_none():
    text = "your usual, with everyone"
    lines = wrapped(text, 9, 70)
    assert " ".join(lines) == text
    assert all(width(line, 9) <= 70 for line in lines)
    assert wrapped("", 9, 70) == []
    assert wrapped("Donaudampfschifffahrt", 9, 10) == ["Donaudampfschifffahrt"]


def test_balanced_lines_are_no_more_but_more_even():
    text = "your usual, with everyone"
    room = width("your usual, with", 9)
    assert wrapped(text, 9, room) == ["your usual, with", "everyone"]
    assert balanced(text, 9, room) == ["your usual,", "with everyone"]
