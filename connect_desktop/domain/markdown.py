"""How the lines of a reflection are marked: headings, lists, quotes, emphasis; where each mark stands.

It reads one line at a time, in a time that grows with its length alone, whatever is typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

BOLD, ITALIC = 2, 1
"""how many signs stand on either side; both together are three"""

_LINE = re.compile(
    r"(?P<quote>(?:[ ]{0,3}>[ ]?)*)(?P<indent>[ \t]*)"
    r"(?:(?P<heading>\#{1,6}(?:[ \t]+|$))"
    r"|(?P<bullet>[-*+](?:[ \t]+|$))|(?P<number>\d{1,9}[.)](?:[ \t]+|$)))?",
    re.VERBOSE,
)
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ABOVE = re.compile("[\U00010000-\U0010ffff]")
_RUNS = re.compile(r"\\.|\*+|_+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a line begins with; each part as it is typed, empty where it is not there."""

    quote: str = ""
    indent: str = ""
    heading: str = ""
    bullet: str = ""
    number: str = ""
    rule: bool = False

    @property
    def start(self) -> int:
        """Where the words begin."""
        return sum(map(len, (self.quote, self.indent, self.heading, self.bullet, self.number)))

    @property
    def level(self) -> int:
        """How deep a heading it is, 1 to 6; 0 for none."""
        return len(self.heading.rstrip())


@dataclass(frozen=True, slots=True)
class Span:
    """Words between marks, from `start` to `end`; on either side of them stand so many `signs`."""

    start: int
    end: int
    signs: int


@dataclass(slots=True)
class _Open:
    """Signs that may begin an emphasis."""

    sign: str
    at: int
    left: int


def in_units(text: str) -> str:
    """Return a text of the same marks in which every character is one UTF-16 unit, as editors count them."""
    return _ABOVE.sub(lambda found: ("\u4e00" if found[0].isalnum() else "\ufffd") * 2, text)


def line(text: str) -> Line:
    """Return what a line begins with."""
    if _RULE.match(text):
        return Line(rule=True)
    found = _LINE.match(text)
    assert found is not None
    quote, indent, heading, bullet, number = found.groups("")
    return Line(quote=quote, indent=indent, heading=heading, bullet=bullet, number=number)


def spans(text: str, start: int = 0) -> list[Span]:
    """Return what is emphasised in a line from `start` on, inner ones before those around them."""
    return list(_Reader(text).read(start))


def style_at(found: list[Span], position: int) -> int:
    """Return BOLD, ITALIC, both or 0: what would be typed at a position looks like this."""
    style = 0
    for span in found:
        if span.start <= position <= span.end:
            style |= span.signs
    return style


def escapes(text: str, start: int = 0) -> Iterator[int]:
    """Yield where a backslash takes its meaning from a sign."""
    return (found.start() for found in _RUNS.finditer(text, start) if found[0][0] == "\\")


@dataclass(slots=True)
class _Reader:
    text: str
    open: list[_Open] = field(default_factory=list)
    count: dict[str, int] = field(default_factory=lambda: {"*": 0, "_": 0})

    def read(self, start: int) -> Iterator[Span]:
        for found in _RUNS.finditer(self.text, start):
            sign, at, size = found[0][0], found.start(), len(found[0])
            if sign == "\\":
                continue
            opens, closes = self._sides(sign, at, size)
            if closes:
                used = 0
                while used < size and self.count[sign]:
                    span = self._close(sign, at + used, size - used)
                    used += span.signs
                    yield span
                at, size = at + used, size - used
            if opens and size:
                self.open.append(_Open(sign, at, size))
                self.count[sign] += 1

    def _sides(self, sign: str, at: int, size: int) -> tuple[bool, bool]:
        """Return whether signs may begin, and may end, an emphasis: it stands close to its words."""
        before = self.text[at - 1] if at else " "
        after = self.text[at + size] if at + size < len(self.text) else " "
        opens, closes = not after.isspace(), not before.isspace()
        if sign == "_":
            return opens and not before.isalnum(), closes and not after.isalnum()
        return opens and (after.isalnum() or not before.isalnum()), closes and (
            before.isalnum() or not after.isalnum()
        )

    def _close(self, sign: str, at: int, size: int) -> Span:
        while self.open[-1].sign != sign:
            self.count[self.open.pop().sign] -= 1
        last = self.open[-1]
        signs = min(last.left, size, BOLD)
        last.left -= signs
        span = Span(last.at + last.left + signs, at, signs)
        if not last.left:
            self.open.pop()
            self.count[sign] -= 1
        return span
