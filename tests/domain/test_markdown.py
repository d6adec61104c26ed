"""What a line of Markdown begins with, and which words in it are emphasised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_desktop.domain import markdown
from connect_desktop.domain.markdown import BOLD, ITALIC, Line, line, spans, style_at


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", Line()),
        ("words", Line()),
        ("# One", Line(heading="# ")),
        ("###  Three", Line(heading="###  ")),
        ("#", Line(heading="#")),
        ("#tag", Line()),
        ("####### seven", Line()),
        ("- item", Line(bullet="- ")),
        ("  * item", Line(indent="  ", bullet="* ")),
        ("-", Line(bullet="-")),
        ("-5 degrees", Line()),
        ("12. twelfth", Line(number="12. ")),
        ("3) third", Line(number="3) ")),
        ("3.5 kilos", Line()),
        ("> said", Line(quote="> ")),
        ("> > twice", Line(quote="> > ")),
        ("> - in it", Line(quote="> ", bullet="- ")),
        ("> ## in it", Line(quote="> ", heading="## ")),
        ("***", Line(rule=True)),
        ("- - -", Line(rule=True)),
        ("___  ", Line(rule=True)),
    ],
)
def test_what_a_line_begins_with(text: str, found: Line) -> None:
    assert line(text) == found


def test_where_the_words_begin_and_how_deep_a_heading_is() -> None:
    assert (line("> ## in it").start, line("> ## in it").level) == (5, 2)
    assert (line("words").start, line("words").level) == (0, 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain", []),
        ("*one*", [("one", ITALIC)]),
        ("_one_ two", [("one", ITALIC)]),
        ("**one**", [("one", BOLD)]),
        ("***one***", [("one", BOLD), ("**one**", ITALIC)]),
        ("**one *two* three**", [("two", ITALIC), ("one *two* three", BOLD)]),
        ("*one **two***", [("two", BOLD), ("one **two**", ITALIC)]),
        ("snake_case_name", []),
        ("in*side*word", [("side", ITALIC)]),
        ("2 * 3 * 4", []),
        (r"\*not\*", []),
        (r"*a\* b*", [(r"a\* b", ITALIC)]),
        ("*open", []),
        ("*open _crossed* over_", [("open _crossed", ITALIC)]),
        ("**一** 二", [("一", BOLD)]),
        ("*مرحبا*", [("مرحبا", ITALIC)]),
        ("(*aside*)", [("aside", ITALIC)]),
        ("“*said*”", [("said", ITALIC)]),
    ],
)
def test_which_words_are_emphasised(text: str, found: list[tuple[str, int]]) -> None:
    assert [(text[one.start : one.end], one.signs) for one in spans(text)] == found


def test_the_look_of_what_would_be_typed() -> None:
    found = spans("a **b *c* d** e")
    assert [style_at(found, at) for at in (0, 4, 7, 11, 14)] == [0, BOLD, BOLD | ITALIC, BOLD, 0]


@pytest.mark.parametrize("text", ["plain", "", "一 é مر", "👩‍👩‍👧 *so* 🫁", "𐌰 𠀀"])
def test_a_text_in_units_is_as_long_as_an_editor_counts_it(text: str) -> None:
    assert len(markdown.in_units(text)) == len(text.encode("utf-16-le")) // 2
    assert [one.signs for one in spans(markdown.in_units(text))] == [one.signs for one in spans(text)]


def test_where_a_backslash_works() -> None:
    assert list(markdown.escapes(r"\*a\* b\c")) == [0, 3, 7]


@given(st.text(st.sampled_from("*_\\ ab\n#>-1."), max_size=60))
def test_whatever_is_typed_spans_lie_within_each_other_or_apart(text: str) -> None:
    markdown.line(text)
    found = spans(text)
    for one in found:
        assert 0 < one.signs <= one.start <= one.end <= len(text) - one.signs
        assert text[one.start - one.signs : one.start] == text[one.end : one.end + one.signs]
    for one in found:
        for other in found:
            assert (
                one.end <= other.start or other.end <= one.start
                or one.start <= other.start <= other.end <= one.end
                or other.start <= one.start <= one.end <= other.end
            )  # fmt: skip
