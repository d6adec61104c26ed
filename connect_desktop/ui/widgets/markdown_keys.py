"""What keys and buttons do to Markdown: each change is one step to undo, and the text stays plain text."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtGui import QTextBlock, QTextCursor

from connect_desktop.domain import markdown
from connect_desktop.domain.markdown import BOLD, ITALIC, Line

LEVELS = 3
"""depths of headings that the heading key walks through"""
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def toggle(cursor: QTextCursor, style: int) -> None:
    """Make what is chosen bold or italic, or no longer; where nothing is, the word here or what comes."""
    cursor.beginEditBlock()
    if cursor.hasSelection():
        _toggle_lines(cursor, style)
    else:
        _toggle_here(cursor, style)
    cursor.endEditBlock()


def set_heading(cursor: QTextCursor, level: int) -> None:
    """Make the lines headings of a depth, or no headings where they are of this depth; 0 for none."""
    if level and all(_line(block).level == level for block in _blocks(cursor)):
        level = 0
    _begin_each(cursor, lambda _line, _n: "#" * level + " " if level else "")


def next_heading(cursor: QTextCursor) -> None:
    """Make the lines headings, smaller ones, and in the end none."""
    set_heading(cursor, (_line(next(_blocks(cursor))).level + 1) % (LEVELS + 1))


def toggle_bullets(cursor: QTextCursor) -> None:
    """Make the lines entries of a list, or no longer."""
    off = all(_line(block).bullet for block in _blocks(cursor))
    _begin_each(cursor, lambda _line, _n: "" if off else "- ")


def toggle_numbers(cursor: QTextCursor) -> None:
    """Make the lines entries of a numbered list, or no longer."""
    off = all(_line(block).number for block in _blocks(cursor))
    _begin_each(cursor, lambda _line, n: "" if off else f"{n}. ")


def toggle_quote(cursor: QTextCursor) -> None:
    """Make the lines a quotation, or no longer."""
    off = all(_line(block).quote for block in _blocks(cursor))
    cursor.beginEditBlock()
    for block in _blocks(cursor):
        _replace(block, 0, len(_line(block).quote), "" if off else "> ")
    cursor.endEditBlock()


def continue_line(cursor: QTextCursor) -> bool:
    """Go on in the next line with the list or quotation of this one, and end it in an empty entry.

    False where there is nothing to go on with: a plain new line does.
    """
    line, at = _line(cursor.block()), cursor.positionInBlock()
    if cursor.hasSelection() or not (line.quote or line.bullet or line.number) or at < line.start:
        return False
    cursor.beginEditBlock()
    if not _text(cursor.block())[line.start :].strip():
        _replace(cursor.block(), 0, cursor.block().length() - 1, "")
    else:
        cursor.insertBlock()
        cursor.insertText(line.quote + line.indent + (_next_number(line) or line.bullet))
        _number_on(cursor.block())
    cursor.endEditBlock()
    return True


def take_mark_back(cursor: QTextCursor) -> bool:
    """Take away what a line begins with where the cursor stands right behind it; False where it does not."""
    line = _line(cursor.block())
    begins = line.bullet or line.number or line.heading
    if cursor.hasSelection() or cursor.positionInBlock() != line.start or not (begins or line.quote):
        return False
    cursor.beginEditBlock()
    first = len(line.quote) if begins else 0
    _replace(cursor.block(), first, line.start - first, "")
    cursor.endEditBlock()
    return True


# Lines


def _text(block: QTextBlock) -> str:
    return markdown.in_units(block.text())


def _line(block: QTextBlock) -> Line:
    return markdown.line(_text(block))


def _blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """Yield the lines in which something is chosen, or the one of the cursor."""
    document = cursor.document()
    first, last = (document.findBlock(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
    if last != first and cursor.selectionEnd() == last.position():
        last = last.previous()
    numbers = range(first.blockNumber(), last.blockNumber() + 1)
    found = [document.findBlockByNumber(number) for number in numbers]
    yield from [block for block in found if _text(block).strip()] or found[:1]


def _begin_each(cursor: QTextCursor, begin: Callable[[Line, int], str]) -> None:
    """Let each line begin with something else than it did; a quotation around it stays."""
    cursor.beginEditBlock()
    for number, block in enumerate(_blocks(cursor), 1):
        line = _line(block)
        first = len(line.quote) + len(line.indent)
        _replace(block, first, line.start - first, begin(line, number))
    cursor.endEditBlock()


def _replace(block: QTextBlock, first: int, size: int, text: str) -> None:
    edit = QTextCursor(block)
    edit.setPosition(block.position() + first)
    edit.setPosition(block.position() + first + size, QTextCursor.MoveMode.KeepAnchor)
    edit.insertText(text)


def _next_number(line: Line) -> str:
    return f"{int(line.number.rstrip()[:-1]) + 1}{line.number.rstrip()[-1]} " if line.number else ""


def _number_on(block: QTextBlock) -> None:
    """Count on through the entries that follow one."""
    line = _line(block)
    wanted = _next_number(line)
    block = block.next()
    while wanted and block.isValid():
        after = _line(block)
        if not after.number or (after.quote, after.indent) != (line.quote, line.indent):
            return
        _replace(block, len(after.quote) + len(after.indent), len(after.number), wanted)
        wanted = _next_number(_line(block))
        block = block.next()


# Emphasis


def _toggle_lines(cursor: QTextCursor, style: int) -> None:
    parts = [part for part in map(partial(_chosen, cursor), _blocks(cursor)) if part[1] < part[2]]
    if not parts:
        return
    off = all(_signs(_text(block), start, end) & style for block, start, end in parts)
    placed = [(part[0], *_set_signs(*part, style, not off)) for part in parts]
    (first, start, _), (last, _, end) = placed[0], placed[-1]
    cursor.setPosition(first.position() + start)
    cursor.setPosition(last.position() + end, QTextCursor.MoveMode.KeepAnchor)


def _chosen(cursor: QTextCursor, block: QTextBlock) -> tuple[QTextBlock, int, int]:
    """Return what is chosen of a line, without marks and white space at its edges."""
    text = _text(block)
    start = max(cursor.selectionStart() - block.position(), _line(block).start)
    end = min(cursor.selectionEnd() - block.position(), len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return block, *_within_signs(text, start, end)


def _within_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the words between two places without the signs that stand on either side of them."""
    first = len(text[:start].rstrip("*_"))
    last = len(text) - len(text[end:].lstrip("*_"))
    while last - first > 2 and text[first] == text[last - 1] and text[first] in "*_":
        first, last = first + 1, last - 1
    return max(first, min(start, last)), min(last, max(end, first))


def _signs(text: str, start: int, end: int) -> int:
    """Return how the words between two places are emphasised by the signs right beside them."""
    sign = text[start - 1] if start else ""
    if not sign or sign not in "*_":
        return 0
    before, after = text[:start], text[end:]
    around = min(len(before) - len(before.rstrip(sign)), len(after) - len(after.lstrip(sign)))
    return min(around, BOLD + ITALIC)


def _set_signs(block: QTextBlock, start: int, end: int, style: int, on: bool) -> tuple[int, int]:
    """Put signs around words, or take them away; return where the words are now."""
    has = bool(_signs(_text(block), start, end) & style)
    if has == on:
        return start, end
    if on:
        _replace(block, end, 0, "*" * style)
        _replace(block, start, 0, "*" * style)
        return start + style, end + style
    _replace(block, end, style, "")
    _replace(block, start - style, style, "")
    return start - style, end - style


def _toggle_here(cursor: QTextCursor, style: int) -> None:
    """Toggle the word of the cursor; elsewhere begin, step out of, or take back an emphasis that is empty."""
    block, at = cursor.block(), cursor.positionInBlock()
    text, sign = _text(block), "*" * style
    word = next((found for found in _WORD.finditer(text) if found.start() < at < found.end()), None)
    if word is not None:
        on = not _signs(text, word.start(), word.end()) & style
        start, _ = _set_signs(block, word.start(), word.end(), style, on)
        cursor.setPosition(block.position() + start + at - word.start())
    elif _signs(text, at, at) & style:
        _set_signs(block, at, at, style, on=False)
    elif text.startswith(sign, at) and markdown.style_at(markdown.spans(text), at) & style:
        cursor.setPosition(cursor.position() + style)
    else:
        cursor.insertText(sign * 2)
        cursor.setPosition(block.position() + at + style)
