"""A reflection's Markdown as blocks: paragraphs, headings, emphasis, lists, quotes, links as text.

All else prints as it was typed. No letter is ever lost: where reading a text as Markdown would drop one
(nesting without end, say), the text is set as plain paragraphs.
"""

import string
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from connect_desktop.report import blocks
from connect_desktop.report.blocks import Block, Run

_RULES = ["heading", "hr", "list", "blockquote", "newline", "escape", "emphasis", "balance_pairs",
          "fragments_join", "link"]  # fmt: skip
_MARKUP = frozenset(string.punctuation + string.whitespace)


def parsed(text: str, below: int) -> list[Block]:
    """Return the blocks of a Markdown text that stands below a heading of level `below`."""
    found = list(_blocks(iter(_parser().parse(text)), below))
    return found if _words(text) == "".join(map(_words, _said(found))) else blocks.plain(text)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(_RULES)
    # An address is text here and never followed: it stays as it was typed.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser


def _blocks(tokens: Iterator[Token], below: int, end: str = "") -> Iterator[Block]:
    """Yield the blocks up to the token `end`."""
    above: list[int] = []
    for token in tokens:
        match token.type:
            case "paragraph_open":
                yield blocks.paragraph(_runs(next(tokens)))
            case "heading_open":
                yield blocks.subheading(_runs(next(tokens)), below + _depth(above, int(token.tag[1:])))
            case "blockquote_open":
                yield blocks.quote(list(_blocks(tokens, below, "blockquote_close")))
            case "bullet_list_open" | "ordered_list_open":
                yield _items(tokens, below, ordered=token.type == "ordered_list_open")
            case "hr":
                yield blocks.rule()
            case found if found == end:
                return


def _items(tokens: Iterator[Token], below: int, *, ordered: bool) -> Block:
    entries: list[list[Block]] = []
    numbers: list[int] = []
    for token in tokens:
        if token.type != "list_item_open":
            break
        numbers.append(int(token.info or 0))
        entries.append(list(_blocks(tokens, below, "list_item_close")))
    return blocks.items(entries, numbers if ordered else None)


def _depth(above: list[int], level: int) -> int:
    """Return how deep a heading stands below those `above` it: never a level skipped."""
    while above and above[-1] >= level:
        above.pop()
    above.append(level)
    return min(len(above), 4)


def _runs(inline: Token) -> list[Run]:
    """Return the styled runs of a paragraph's inline token."""
    runs: list[Run] = []
    style = {"bold": 0, "italic": 0}
    address = ""
    for token in inline.children or []:
        match token.type:
            case "strong_open" | "strong_close":
                style["bold"] += token.nesting
            case "em_open" | "em_close":
                style["italic"] += token.nesting
            case "link_open":
                address = _address(token)
            case "link_close":
                _add(runs, address, style)
            case "softbreak" | "hardbreak":
                _add(runs, "\n", style)
            case _:
                _add(runs, token.content, style)
    return runs


def _address(link: Token) -> str:
    title = link.attrGet("title")
    return f' ({link.attrGet("href")} "{title}")' if title else f" ({link.attrGet('href')})"


def _add(runs: list[Run], text: str, style: dict[str, int]) -> None:
    """Append text, to the last run where that looks the same."""
    look = {name: True for name, depth in style.items() if depth}
    if runs and runs[-1].keys() - {"text"} == look.keys():
        runs[-1]["text"] += text
    elif text:
        runs.append({"text": text, **look})


def _said(found: list[Block]) -> Iterator[str]:
    """Yield all that blocks say, in order, with the numbers of their lists."""
    for block in found:
        yield from (run["text"] for run in block.get("runs", ()))
        yield from _said(block.get("blocks", []))
        for place, entry in enumerate(block.get("items", ())):
            yield str(block["numbers"][place]) if block["numbers"] else ""
            yield from _said(entry)


def _words(text: str) -> str:
    """Return text without white space and without anything that might be markup."""
    return "".join(character for character in text if character not in _MARKUP and not character.isspace())
