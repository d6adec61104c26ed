"""A large JSON object read piece by piece: one member of a list at a time, never the whole file.

Every piece is measured before it is parsed, so that neither its length nor its depth can exhaust anything.
"""

import codecs
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, BinaryIO, NamedTuple, NoReturn

from connect_desktop.domain.errors import FileRefused
from connect_desktop.i18n import tr

FILE_LIMIT = 512 * 2**20
"""bytes; the largest life imaginable is a fifth of it"""
PIECE_LIMIT = 16 * 2**20
"""characters; a reflection of a million characters, every one escaped, is under it"""
DEPTH_LIMIT = 6

_CHUNK = 2**20
_SPACE = re.compile(r"[ \t\n\r]*+")
_STRING = r'"(?:[^"\\]++|\\.)*+"'
# A string that is not all there yet reaches to the end of the text: were it to fail there, Python 3.11.2
# would not go back to where it begins.
_UP_TO_BRACKET = re.compile(r'(?:[^{}\[\]"]++|"(?:[^"\\]++|\\.)*+(?:"|\\?\Z))*+', re.DOTALL)
_SCALAR = re.compile(rf"{_STRING}|[^\s,:{{}}\[\]\"]++", re.DOTALL)


class Piece(NamedTuple):
    """One member of the object, or one item of a list in it."""

    key: str
    position: int | None
    """1, 2, … in a list; 0 where a list begins; None: the value is no list"""
    value: Any


class Outline:
    """The pieces of one JSON object in a stream of UTF-8, with or without a byte order mark."""

    def __init__(self, stream: BinaryIO, opening: bytes = b"") -> None:
        """Read on in a stream of which `opening` has been read already."""
        self._stream, self._opening = stream, opening
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._parser = json.JSONDecoder(object_pairs_hook=_each_key_once, parse_constant=_no_such_number)
        self._text, self._at = "", 0
        self._lines_before, self._bytes_read = 0, 0
        self._ended = False

    @property
    def line(self) -> int:
        """The line that is being read, from 1."""
        return self._line_of(self._at)

    def is_blank(self) -> bool:
        """Return whether there is nothing ahead but white space."""
        return not self._peek()

    def pieces(self, expect: Callable[[str], None] = lambda _key: None) -> Iterator[Piece]:
        """Yield the pieces in the order of the file; `FileRefused` with the line where it makes no sense.

        `expect` is told each key before its value is read, and may refuse it.
        """
        seen: set[str] = set()
        self._take("{")
        while not (not seen and self._peek() == "}"):
            key = self._key(seen)
            self._take(":")
            expect(key)
            if self._peek() == "[":
                yield from self._items(key)
            else:
                yield Piece(key, None, self._value())
            if self._peek() != ",":
                break
            self._take(",")
        self._take("}")
        if self._peek():
            self._refuse(tr("there is something after the end"))

    def _items(self, key: str) -> Iterator[Piece]:
        self._take("[")
        yield Piece(key, 0, None)
        if self._peek() == "]":
            return self._take("]")
        for position in count(1):
            yield Piece(key, position, self._value())
            if self._peek() != ",":
                break
            self._take(",")
        return self._take("]")

    def _key(self, seen: set[str]) -> str:
        if self._peek() != '"':
            self._refuse(tr("a key in double quotes is expected"))
        key = str(self._value())
        if key in seen:
            self._refuse(tr("“{key}” is there twice", key=key))
        seen.add(key)
        return key

    def _value(self) -> Any:
        self._peek()
        while (end := self._end()) is None:
            if not self._read_on():
                self._refuse(tr("the file stops in the middle"))
        piece, start = self._text[self._at : end], self._at
        try:
            value = self._parser.decode(piece)
        except json.JSONDecodeError as error:
            self._refuse(tr("this is not JSON"), start + error.pos)
        except (ValueError, FileRefused) as error:
            self._refuse(str(error) if isinstance(error, FileRefused) else tr("a number is too long"))
        if "\\u" in piece:
            self._check_surrogates(value)
        self._at = end
        return value

    def _end(self) -> int | None:
        """Return where the value that begins here ends, None when that is not yet read."""
        text, at, depth = self._text, self._at, 0
        if text[at : at + 1] not in ("{", "["):
            found = _SCALAR.match(text, at)
            if found is None and text[at : at + 1] != '"':
                self._refuse(tr("a value is expected"))
            return None if found is None or found.end() == len(text) else found.end()
        while (at := _UP_TO_BRACKET.match(text, at).end()) < len(text):  # type: ignore[union-attr]
            depth += 1 if text[at] in "{[" else -1
            at += 1
            if depth == 0:
                return at
            if depth > DEPTH_LIMIT:
                self._refuse(tr("it is nested deeper than anything Connect writes"), at)
        return None

    def _take(self, sign: str) -> None:
        found = self._peek()
        if found != sign:
            self._refuse(
                tr("“{sign}” is expected", sign=sign) if found else tr("the file stops in the middle")
            )
        self._at += 1

    def _peek(self) -> str:
        """Return the next character that is not white space, "" at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._read_on():
                return ""

    def _read_on(self) -> bool:
        """Read the next part of the file; False at its end."""
        rest = self._text[self._at :]
        if len(rest) > PIECE_LIMIT:
            self._refuse(tr("one record is longer than any Connect writes"))
        if self._ended:
            return False
        # As much again as is waiting: a long piece is measured a few times, not once a chunk.
        data, self._opening = self._opening or self._stream.read(max(_CHUNK, len(rest))), b""
        self._bytes_read += len(data)
        if self._bytes_read > FILE_LIMIT:
            raise FileRefused(too_large())
        self._ended = not data
        try:
            more = self._decoder.decode(data, final=self._ended)
        except UnicodeDecodeError as error:
            good = data[: error.start].count(b"\n")
            self._refuse(tr("it is not UTF-8 text"), len(self._text), good)
        self._lines_before += self._text.count("\n", 0, self._at)
        self._text, self._at = rest + more, 0
        return not self._ended

    def _check_surrogates(self, value: Any) -> None:
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            self._refuse(tr("half a character (a lone surrogate) is written as \\ud800 or the like"))

    def _line_of(self, at: int) -> int:
        return self._lines_before + self._text.count("\n", 0, at) + 1

    def _refuse(self, reason: str, at: int | None = None, further_lines: int = 0) -> NoReturn:
        line = self._line_of(self._at if at is None else at) + further_lines
        raise FileRefused(tr("line {line}: {reason}", line=line, reason=reason))


def too_large() -> str:
    """Return why a file over `FILE_LIMIT` is refused."""
    return tr("it is larger than {limit} MB", limit=FILE_LIMIT // 2**20)


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        times = Counter(key for key, _ in pairs)
        twice = next(key for key, n in times.items() if n > 1)
        raise FileRefused(tr("“{key}” is there twice", key=twice[:60]))
    return found


def _no_such_number(spelling: str) -> NoReturn:
    raise FileRefused(tr("{spelling} is not a number JSON has", spelling=spelling))
