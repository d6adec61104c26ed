"""Rows out of single pages of a SQLite file. (sqlite.org/fileformat2.html, sections 1.6 and 2.1)"""

import struct
from collections.abc import Iterator, Mapping
from typing import Any

from connect_desktop.store.pages import USABLE

Pages = Mapping[int, bytes]
Values = tuple[Any, ...]

LEAF, INTERIOR, INDEX_LEAF, INDEX_INTERIOR = 0x0D, 0x05, 0x0A, 0x02
_FILE_HEAD = 100
_MOST_IN_TABLE = USABLE - 35
_MOST_IN_INDEX = (USABLE - 12) * 64 // 255 - 23
_LEAST = (USABLE - 12) * 32 // 255 - 23
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""bytes of a value of each serial type below 10"""


class Broken(Exception):
    """A row does not hold together, or goes on in a page that is damaged."""


def kind(pages: Pages, number: int) -> int:
    """Return what a page is; 0 where it is not there."""
    page = pages.get(number, b"")
    start = _start(number)
    return page[start] if len(page) > start else 0


def children(pages: Pages, number: int) -> Iterator[int]:
    """Yield the pages below an interior page, from left to right."""
    page, start = pages[number], _start(number)
    for cell in _cells(page, start, 12):
        yield _number(page, cell)
    yield _number(page, start + 8)


def rows(pages: Pages, number: int) -> Iterator[Values]:
    """Yield the rows that lie in a page; those that are not whole are left out."""
    page, start, form = pages[number], _start(number), kind(pages, number)
    for cell in _cells(page, start, 12 if form in (INTERIOR, INDEX_INTERIOR) else 8):
        try:
            yield _values(_payload(pages, page, cell + (4 if form == INDEX_INTERIOR else 0), form == LEAF))
        except (Broken, IndexError, struct.error, UnicodeDecodeError):
            continue


def _start(number: int) -> int:
    return _FILE_HEAD if number == 1 else 0


def _number(page: bytes, at: int) -> int:
    return int.from_bytes(page[at : at + 4], "big")


def _cells(page: bytes, start: int, head: int) -> Iterator[int]:
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for at in range(start + head, min(start + head + 2 * count, USABLE - 1), 2):
        yield int.from_bytes(page[at : at + 2], "big")


def _payload(pages: Pages, page: bytes, at: int, in_table: bool) -> bytes:
    size, at = _varint(page, at)
    if in_table:
        _, at = _varint(page, at)
    most = _MOST_IN_TABLE if in_table else _MOST_IN_INDEX
    if size <= most:
        return page[at : at + size]
    here = _LEAST + (size - _LEAST) % (USABLE - 4)
    here = here if here <= most else _LEAST
    return page[at : at + here] + _rest(pages, _number(page, at + here), size - here)


def _rest(pages: Pages, number: int, size: int) -> bytes:
    """Return what goes on in other pages: never more of them than there are."""
    parts: list[bytes] = []
    for _ in range(size // (USABLE - 4) + 1):
        if size <= 0:
            break
        if number not in pages:
            raise Broken
        parts.append(pages[number][4 : 4 + min(size, USABLE - 4)])
        size -= len(parts[-1])
        number = _number(pages[number], 0)
    return b"".join(parts)


def _values(record: bytes) -> Values:
    end, at = _varint(record, 0)
    types = []
    while at < end:
        form, at = _varint(record, at)
        types.append(form)
    found = []
    for form in types:
        size = _SIZES[form] if form < 10 else (form - 12) // 2
        if size < 0 or at + size > len(record):
            raise Broken
        found.append(_value(form, record[at : at + size]))
        at += size
    return tuple(found)


def _value(form: int, content: bytes) -> Any:
    if form == 0:
        return None
    if form < 7:
        return int.from_bytes(content, "big", signed=True)
    if form == 7:
        return struct.unpack(">d", content)[0]
    if form < 10:
        return form - 8
    return content if form % 2 == 0 else content.decode()


def _varint(content: bytes, at: int) -> tuple[int, int]:
    found = 0
    for place in range(8):
        byte = content[at + place]
        found = found << 7 | byte & 0x7F
        if byte < 0x80:
            return found, at + place + 1
    return found << 8 | content[at + 8], at + 9
