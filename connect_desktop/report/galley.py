"""A document as its templates read it: a glyph for every character, a direction and breaks for every line."""

import re
import unicodedata
from typing import Any

from connect_desktop.report import glyphs

_LONGEST, _LONGEST_IN_CELL = 28, 16
"""letters that fit side by side on a line, and in a cell of a table; a longer word may break anywhere"""
_PIECE = 3
# Scripts written without spaces, and emoji, break by rules of their own; so does a word after - or /.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U0001f000-\U0001faff\U00020000-\U0003ffff"
)
_LONG_WORD = re.compile(rf"(?:[^\s/\-{_UNSPACED}]|[/-](?![^\W\d_])){{{_LONGEST_IN_CELL},}}")
_JOINED_UP = re.compile("[\u0600-\u07ff\u0900-\u0dff\u1800-\u18af]")
_RIGHT_TO_LEFT = {"R", "AL"}
_STRONG = {"L", *_RIGHT_TO_LEFT}


def galley(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with its lines made ready for setting; see `resources/report/lines.typ`."""
    ready = _ready({key: value for key, value in document.items() if key != "drawings"})
    return {**ready, "drawings": document["drawings"], "fonts": glyphs.families()}


def _ready(node: Any) -> Any:
    """Return a part of a document with each of its lines ready."""
    if isinstance(node, list):
        return [_ready(part) for part in node]
    if not isinstance(node, dict):
        return node
    ready = {key: _ready(value) for key, value in node.items() if key != "runs"}
    if "runs" in node:
        return {**ready, **_line(node)}
    within = next(iter(ready.get("items") or [ready.get("blocks") or []]))
    return {**ready, "rtl": within[0].get("rtl", False)} if within else ready


def _line(line: dict[str, Any]) -> dict[str, Any]:
    longest = _LONGEST_IN_CELL if line.get("cell") else _LONGEST
    text = "".join(run["text"] for run in line["runs"])
    return {
        "runs": [{**run, "text": _pieces(run["text"], longest)} for run in line["runs"]],
        "rtl": line.get("written", False) and _from_the_right(text),
    }


def _from_the_right(text: str) -> bool:
    """Return whether the first letter that has a direction runs from right to left."""
    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((found for found in directions if found in _STRONG), "L") in _RIGHT_TO_LEFT


def _pieces(text: str, longest: int) -> str | list[str]:
    """Return text as it is to be shown; in pieces where a word is too long for any line."""
    text = glyphs.shown(text.replace("\t", "    "))
    places = [
        place
        for word in _LONG_WORD.finditer(text)
        if len(word[0]) >= longest
        for place in _breaks(word[0], word.start())
    ]
    if not places:
        return text
    return [text[low:high] for low, high in zip([0, *places], [*places, len(text)], strict=True)]


def _breaks(word: str, start: int) -> list[int]:
    """Return where a long word at `start` may break: anywhere, seldom where letters are written joined."""
    step = _LONGEST if _JOINED_UP.search(word) else _PIECE
    places = range(step, len(word), step)
    return [start + place for place in places if not (_clings(word[place]) or _clings(word[place - 1], "C"))]


def _clings(character: str, kinds: str = "MC") -> bool:
    """Return whether a character is a mark or a joiner (M, C), which no break may part from its letter."""
    return character > "\u02ff" and unicodedata.category(character)[0] in kinds
