"""Texts as search compares them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_desktop.domain.search import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Åsa  MÜLLER", "asa muller"),
        (" Zoë\t", "zoe"),
        ("Zoe\u0308", "zoe"),
        ("Straße", "strasse"),
        ("Łukasz Øst", "lukasz ost"),
        ("Æther Œuvre Þór Đặng", "aether oeuvre thor dang"),
        ("İpek ISIL ışık", "ipek isil isik"),
        ("ＭＡＹＡ ﬁn", "maya fin"),
        ("ΣΟΦΟΣ", "σοφοσ"),
        ("Ёлка", "елка"),
        ("", ""),
        ("ぱぱ ハハ", "は\u309aは\u309a ハハ"),
        ("\u0301", "\u0301"),
        ("🌊", "🌊"),
    ],
)
def test_case_accents_and_white_space_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folded_text_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_upper_and_lower_case_are_one(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)
