"""A reflection's Markdown: what it means, and that not a letter of it is lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from connect_desktop.report.markdown import parsed

ALPHABET = "ab é漢🌻*_#>-+1.()[]`~\\\n\t!<&;=\"'|"


def said(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        yield from (run["text"] for run in block.get("runs", []))
        yield from said(block.get("blocks", []))
        for entry in block.get("items", []):
            yield from said(entry)


def kinds(text: str) -> list[str]:
    return [block["kind"] for block in parsed(text, 1)]


def test_each_kind_of_block() -> None:
    text = "# Head\n\nText\n\n- a\n- b\n\n2. two\n5. five\n\n> quote\n\n---"
    assert kinds(text) == ["subheading", "paragraph", "list", "list", "quote", "rule"]
    bullets, numbered = parsed(text, 1)[2:4]
    assert bullets["numbers"] is None
    assert numbered["numbers"] == [2, 5]


def test_emphasis_is_carried_by_runs() -> None:
    (paragraph,) = parsed("a *b **c*** _d_", 1)
    assert paragraph["runs"] == [
        {"text": "a "},
        {"text": "b ", "italic": True},
        {"text": "c", "bold": True, "italic": True},
        {"text": " "},
        {"text": "d", "italic": True},
    ]


def test_line_breaks_are_kept_as_typed() -> None:
    (paragraph,) = parsed("one\ntwo  \nthree", 1)
    assert paragraph["runs"] == [{"text": "one\ntwo\nthree"}]


def test_links_show_their_address() -> None:
    (paragraph,) = parsed('[here](https://example.org/ä%20b "why")', 1)
    assert paragraph["runs"] == [{"text": 'here (https://example.org/ä%20b "why")'}]


def test_headings_never_skip_a_level() -> None:
    levels = [block["level"] for block in parsed("### a\n###### b\n## c\n# d\n#### e", 2)]
    assert levels == [3, 4, 3, 3, 4]


@pytest.mark.parametrize(
    "text",
    [
        "#panic()", "$x^2$ @ref <label>", "`code` ~~gone~~", "&amp; &#65;", "```\nfence\n```", "<b>bold</b>",
        "[ref]: https://example.org", "text\n===", "<https://example.org>", "| a | b |", "a_b_c 2 * 3",
    ],
)  # fmt: skip
def test_what_is_no_markup_here_stays_as_typed(text: str) -> None:
    assert list(said(parsed(text, 1))) == [text]


@pytest.mark.parametrize("text", [">" * 60 + " deep", "- " * 60 + "deep", "01. a", "[" * 40 + "x" + "]" * 40])
def test_what_markdown_would_drop_is_set_as_typed(text: str) -> None:
    letters = [letter for letter in "".join(said(parsed(text, 1))) if letter.isalnum()]
    assert letters == [letter for letter in text if letter.isalnum()]


@settings(deadline=None)
@given(some.text(ALPHABET, max_size=60))
def test_no_letter_is_lost(text: str) -> None:
    found = "".join(said(parsed(text, 1)))
    assert [c for c in found if c.isalpha()] == [c for c in text if c.isalpha()]


def test_a_very_long_text_is_read() -> None:
    assert len("".join(said(parsed("*a* **b** [c](d)\n" * 6_000, 1)))) > 50_000
