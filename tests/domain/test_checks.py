"""Text in its one stored form, for any text there can be."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_desktop.domain import checks
from connect_desktop.domain.errors import InvalidValue

texts = st.text(st.characters(), max_size=200)
"""any text, lone surrogates and control characters too"""


@given(texts)
def test_clean_text_is_nfc_and_stays_as_it_is(text: str) -> None:
    cleaned = checks.clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert checks.clean(cleaned) == cleaned


@given(texts)
def test_clean_text_can_be_written_as_utf_8_and_holds_no_control_but_newline_and_tab(text: str) -> None:
    cleaned = checks.clean(text)
    cleaned.encode("utf-8")
    assert not [c for c in cleaned if unicodedata.category(c) == "Cc" and c not in "\n\t"]


@given(texts)
def test_nothing_else_is_lost(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    left = [c for c in lines if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs")]
    assert checks.clean(text) == unicodedata.normalize("NFC", "".join(left))


def test_what_a_dropped_character_held_apart_comes_together() -> None:
    assert checks.clean("e\x00\u0301") == "é"
    assert checks.clean("a\r\nb\rc") == "a\nb\nc"


@given(texts)
def test_a_line_has_no_white_space_at_its_ends_nor_twice_within(text: str) -> None:
    try:
        found = checks.line("name", text)
    except InvalidValue:
        return
    assert found == " ".join(found.split())
    assert checks.line("name", found) == found


@given(st.text(st.characters(categories=["Cf", "Zs", "Zl", "Zp", "Cc"]), max_size=20))
def test_joiners_marks_of_direction_and_spaces_alone_are_blank(text: str) -> None:
    with pytest.raises(InvalidValue, match="must not be blank"):
        checks.line("name", text)


@given(texts.filter(lambda text: text.isalnum()))
def test_letters_and_digits_are_never_blank(text: str) -> None:
    assert checks.line("name", text)


def test_every_new_id_is_another() -> None:
    assert len({checks.new_id() for _ in range(100)}) == 100
    assert checks.ident("id", checks.new_id())
