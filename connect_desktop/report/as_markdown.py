"""A document as Markdown: the same words, names hidden the same way, charts as what they show in words.

What the user wrote reads as the same paragraphs, lists and quotes again; nothing in it becomes markup by
chance.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from connect_desktop.domain.outfile import replacing
from connect_desktop.report import blocks
from connect_desktop.report.blocks import Block, Run
from connect_desktop.report.document import Document
from connect_desktop.report.markdown import parsed

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&!])")
_AT_THE_START = re.compile(r"^[^\S\n]*(?:([-+=>])|(\d{1,9})([.)])(?!\S))?", re.MULTILINE)


def write(document: Document, path: Path) -> None:
    """Write a document as Markdown, whole or not at all; NotWritten where that fails."""
    with replacing(path) as stream:
        stream.write(markdown(document).encode())


def markdown(document: Document) -> str:
    """Return a document as Markdown."""
    below = [document.dates, document.line, document.foot]
    head = [f"# {_plain(document.title)}", *(_plain(text) for text in below if text)]
    return "\n\n".join([*head, *_blocks(document.body)]) + "\n"


def _blocks(found: Iterable[Block]) -> Iterator[str]:
    for block in found:
        if text := _KINDS.get(block["kind"], _line)(block):
            yield text


def _heading(block: Block) -> str:
    return f"{'#' * min(block['level'] + 1, 6)} {_line(block)}"


def _facts(block: Block) -> str:
    return "\n\n".join(map(_line, block["lines"]))


def _entry(block: Block) -> str:
    return "\n\n".join([_line(block["mark"]), *map(_line, block["lines"]), *_blocks(block["note"])])


def _list(block: Block) -> str:
    numbers = block["numbers"]
    marks = ["- "] * len(block["items"]) if numbers is None else [f"{number}. " for number in numbers]
    entries = ("\n\n".join(_blocks(entry)) for entry in block["items"])
    return "\n".join(
        _indented(text, mark, " " * len(mark)) for mark, text in zip(marks, entries, strict=True)
    )


def _quote(block: Block) -> str:
    return _indented("\n\n".join(_blocks(block["blocks"])), "> ", "> ")


def _indented(text: str, first: str, then: str) -> str:
    lines = text.split("\n")
    return "\n".join(((first if place == 0 else then) + line).rstrip(" ") for place, line in enumerate(lines))


def _table(block: Block) -> str:
    head, *rows = (" | ".join(map(_line, row)) for row in [block["head"], *block["rows"]])
    return "\n".join(f"| {row} |" for row in [head, " | ".join(["---"] * len(block["head"])), *rows])


def _drawing(block: Block) -> str:
    return f"**{_line(block['title'])}**\n\n{_plain(block['alt'])}"


def _nothing(_block: Block) -> str:
    return ""


_KINDS: dict[str, Callable[[Block], str]] = {
    "heading": _heading,
    "subheading": _heading,
    "aside": lambda block: f"*{_line(block)}*",
    "lead": lambda block: f"**{_line(block)}**",
    "facts": _facts,
    "entry": _entry,
    "list": _list,
    "quote": _quote,
    "rule": lambda _block: "---",
    "table": _table,
    "drawing": _drawing,
    "room": _nothing,
    "turn": _nothing,
    "contents": _nothing,
}
"""how each kind is written that is more than one line"""


def _line(line: dict[str, Any]) -> str:
    """Return a line; with its emphasis, where that is read as the same again."""
    runs = line["runs"]
    styled = _guarded("".join(map(_run, runs)))
    if not any(run.keys() - {"text"} for run in runs) or _reads_as(styled, runs):
        return styled
    return _guarded("".join(_escaped(run["text"]) for run in runs))


def _reads_as(text: str, runs: list[Run]) -> bool:
    return parsed(text, 1) == [blocks.paragraph(runs)]


def _run(run: Run) -> str:
    mark = "**" * bool(run.get("bold")) + "*" * bool(run.get("italic"))
    return mark + _escaped(run["text"]) + mark


def _plain(text: str) -> str:
    return _guarded(_escaped(" ".join(text.split())))


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _guarded(text: str) -> str:
    """Return escaped text in which no line begins like a list or a quote; a line break stays one."""
    return _AT_THE_START.sub(_start, text).replace("\n", "\\\n")


def _start(match: re.Match[str]) -> str:
    mark, number, after = match.groups()
    if mark:
        return f"\\{mark}"
    return f"{number}\\{after}" if number else ""
