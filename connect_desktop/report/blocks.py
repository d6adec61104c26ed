"""The blocks a document is made of, as `resources/report/blocks.typ` sets them.

All text sits in lines, `{"runs": [{"text": "…", "bold": true, "italic": true}]}`: what the user wrote stays
data to the last. A newline within a run is a line break. A line that is `written` by the user runs in the
direction of its own first letter, any other in that of the document.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

Run: TypeAlias = dict[str, Any]
Block: TypeAlias = dict[str, Any]

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def line(text: str) -> dict[str, Any]:
    """Return one line of the app's own words, though there may be words of the user's in it."""
    return {"runs": [{"text": text}]}


def written(text: str) -> dict[str, Any]:
    """Return one line of the user's."""
    return {"runs": [{"text": text}], "written": True}


def heading(text: str, level: int, *, mark: str = "") -> Block:
    """Return a heading of level 1 or 2; `mark` stands before it in the contents."""
    return {"kind": "heading", "level": level, "mark": line(mark) if mark else None, **written(text)}


def name(text: str) -> Block:
    """Return a heading of level 2 for someone: a name from any script stands where the others do."""
    return {**heading(text, 2), "written": False}


def caption(text: str) -> Block:
    """Return a quiet line that stays with what follows."""
    return {"kind": "caption", **line(text)}


def aside(text: str) -> Block:
    """Return a line in italics that stays with what follows, such as the question a text answers."""
    return {"kind": "aside", **written(text)}


def remark(text: str) -> Block:
    """Return a quiet line that stands alone."""
    return {"kind": "remark", **line(text)}


def plain(text: str) -> list[Block]:
    """Return plain text as paragraphs: a blank line parts them, other line breaks are kept."""
    return [paragraph([{"text": part}]) for part in _BLANK_LINES.split(text.strip("\n")) if part.strip()]


def paragraph(runs: list[Run]) -> Block:
    """Return one paragraph of styled runs."""
    return {"kind": "paragraph", "runs": runs, "written": True}


def subheading(runs: list[Run], level: int) -> Block:
    """Return a heading inside a text of the user's; it is in no contents."""
    return {"kind": "subheading", "level": level, "runs": runs, "written": True}


def items(entries: list[list[Block]], numbers: Sequence[int] | None) -> Block:
    """Return a list; with `numbers`, one for each entry, a numbered one."""
    return {"kind": "list", "numbers": list(numbers) if numbers is not None else None, "items": entries}


def quote(blocks: list[Block]) -> Block:
    """Return quoted blocks."""
    return {"kind": "quote", "blocks": blocks}


def rule() -> Block:
    """Return a thin line across."""
    return {"kind": "rule"}


def facts(sentences: Iterable[str]) -> Block:
    """Return sentences, each on its own."""
    return {"kind": "facts", "lines": [line(sentence) for sentence in sentences]}


def lead(text: str) -> Block:
    """Return the sentence that says the whole; what explains it follows."""
    return {"kind": "lead", **line(text)}


def note(sentences: Iterable[str]) -> Block:
    """Return sentences as one quiet paragraph, such as below a chart."""
    return {"kind": "note", **line(" ".join(sentences))}


def drawing(name: str, title: str, caption: str, alt: str) -> Block:
    """Return the chart `name`, its title and how to read it; `alt` is what it shows, in words."""
    return {
        "kind": "drawing",
        "name": name,
        "alt": alt,
        "title": line(title),
        "caption": line(caption) if caption else None,
    }


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool, wide: bool = False) -> Block:
    """Return a table; with `numbers`, every column but the first is set as figures, few of them `wide`."""
    return {
        "kind": "table",
        "wide": wide,
        "head": [_cell(cell) for cell in head],
        "rows": [[_cell(cell) for cell in row] for row in rows],
        "numbers": numbers,
    }


def _cell(text: str) -> dict[str, Any]:
    return {**line(text), "cell": True}


def entry(mark: str, said: Iterable[str], note: list[Block]) -> Block:
    """Return a dated entry: a quiet first line, what there is to say, a note."""
    return {"kind": "entry", "mark": line(mark), "lines": [line(text) for text in said], "note": note}


def room() -> Block:
    """Return the space between two texts."""
    return {"kind": "room"}


def turn() -> Block:
    """Return the end of a page, however full it is."""
    return {"kind": "turn"}


def contents() -> Block:
    """Return what the document holds, with links, where there is much in it."""
    return {"kind": "contents"}
