"""A document as Markdown: every word of it, and what the user wrote reads as it was meant."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from connect_desktop.domain import Moment, Person, Reflection
from connect_desktop.domain.errors import NotWritten
from connect_desktop.report.as_markdown import markdown, write
from connect_desktop.report.documents import booklet, period, person
from connect_desktop.report.markdown import parsed
from connect_desktop.report.options import Names, Options

TODAY = date(2026, 11, 22)


def one(text: str) -> str:
    """One reflection as Markdown, without what stands above its text."""
    reflection = Reflection(on=TODAY, title="Title", text=text)
    whole = markdown(booklet([reflection], [], start=TODAY, end=TODAY, options=Options(), today=TODAY))
    return whole.split("Sunday, 22 November 2026\n", 1)[1].strip("\n")


@pytest.mark.parametrize(
    "text",
    [
        "Two.\n\nParagraphs.",
        "*so* and **so**, ***both***",
        "- one\n- two\n\n  further\n- three",
        "3. three\n4. four",
        "> said\n>\n> twice",
        "a line\\\nand another",
        "---",
    ],
)
def test_what_was_written_reads_the_same_again(text: str) -> None:
    assert parsed(one(text), 1) == parsed(text, 1)


ODD = some.sampled_from(
    ["#", "*", "_", "- ", "1. ", "> ", "`", "\\", "[a](b)", "word", " ", "\n", "\n\n", "é", "~", "&", "<b>"]
)


@settings(deadline=None)
@given(some.lists(ODD, max_size=14))
@example(["**a", "***b*"])
def test_any_text_keeps_every_word(parts: list[str]) -> None:
    text = "".join(parts)
    assert _said(one(text)) == _said(text)


def _said(text: str) -> str:
    return "".join(filter(str.isalnum, str([_texts(block) for block in parsed(text, 1)])))


def _texts(block: Any) -> Any:
    """The texts of a block, whatever their emphasis."""
    if isinstance(block, list):
        return [_texts(part) for part in block]
    if "runs" in block:
        return "".join(run["text"] for run in block["runs"])
    return [_texts(block.get("blocks", [])), _texts(block.get("items", [])), block.get("numbers") or ""]


def test_markup_that_was_typed_is_no_markup() -> None:
    someone = Person(name="#1 *Zed* [x](y)")
    made = person(
        someone, [someone], moments=[], reflections=[], options=Options(names=Names.FULL), today=TODAY
    )
    assert markdown(made).startswith("# \\#1 \\*Zed\\* \\[x\\](y)\n")


def test_names_are_hidden_in_it_too(daniel: Person, autumn: list[Moment]) -> None:
    made = period(
        [daniel], start=date(2026, 1, 1), end=TODAY, moments=autumn,
        reflections=[Reflection(on=TODAY, title="Danny", text="**Dan**iel's *fox*: Fox.")],
        options=Options(notes=True), today=TODAY,
    )  # fmt: skip
    text = markdown(made)
    assert not [name for name in ("daniel", "danny", "fox.") if name in text.casefold()]
    assert "| D. | 9 | 6 | 2 | 2 of 8 | 3 | 2 | 4 |" in text
    assert "D. asked how I was." in text


def test_it_is_written_whole_or_not_at_all(tmp_path: Path, daniel: Person) -> None:
    made = person(daniel, [daniel], moments=[], reflections=[], options=Options(), today=TODAY)
    write(made, tmp_path / "d.md")
    assert (tmp_path / "d.md").read_text("utf-8") == "# D.\n\nWith D. nothing is logged.\n"
    with pytest.raises(NotWritten, match="There is no folder"):
        write(made, tmp_path / "none" / "d.md")
