"""The process that sets pages: `connect-desktop --typeset` answers requests on its standard input.

It runs apart from the app, so that it can be stopped at any moment and gives its memory back. What it sets
comes and goes through its pipes: no text of the user's is ever in a file or an argument.
"""

import json
import os
import re
from datetime import UTC, datetime
from typing import Any

import typst

from connect_desktop import paths
from connect_desktop.report.frames import read_frame, write_frame
from connect_desktop.report.galley import galley
from connect_desktop.report.locking import locked

_WIDTH = re.compile(r'viewBox="0 0 ([0-9.]+) ')
_POINTS_PER_INCH = 72
_FEW = 40
"""pages of a document of which each is looked at, and that is set twice in no time"""
_NEXT_TO_NOTHING = 6.5
"""centimetres from the upper edge of a page, the margin of 2.8 and about seven lines"""


def main() -> int:
    """Answer requests until the input ends."""
    with os.fdopen(0, "rb", closefd=False) as asked, os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)  # nothing a library prints gets between the answers
        desk = _Desk()
        while (request := read_frame(asked)) is not None:
            for frame in _answer(desk, json.loads(request)):
                write_frame(out, frame)
    return 0


def _answer(desk: "_Desk", request: dict[str, Any]) -> list[bytes]:
    """Return a head, JSON, and the files it announces."""
    try:
        if "document" in request:
            desk.lay(request["document"])
        if request["want"] == "pdf":
            word = request.get("passphrase")
            files = [desk.pdf() if word is None else locked(desk.pdf(), word)]
        else:
            files = desk.pages(**request["pages"])
        return [_head(pages=desk.count, files=len(files)), *files]
    except typst.TypstError as error:
        return [_head(refused=error.message)]


def _head(**values: object) -> bytes:
    return json.dumps(values).encode()


class _Desk:
    """One document at a time, set once and kept for the pages that are asked for next."""

    def __init__(self) -> None:
        folder = paths.resource("report")
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[paths.resource("fonts")])
        self._document, self._preview = (
            typst.Compiler(folder / name, root=folder, font_paths=fonts, ignore_system_fonts=True)
            for name in ("document.typ", "preview.typ")
        )
        self._on = datetime.now(UTC)
        self._drawn: list[bytes] = []

    def lay(self, document: dict[str, Any]) -> None:
        """Take a document up; it is set when it is first asked for."""
        self._on = datetime.fromisoformat(document["on"]).replace(tzinfo=UTC)
        self._inputs = {"document": json.dumps(galley(document), ensure_ascii=False)}
        self._drawn = []

    @property
    def count(self) -> int:
        """How many pages the document set last has."""
        return self._ends()[0]

    def pdf(self) -> bytes:
        """Return the document as a tagged PDF."""
        return _one(self._set(format="pdf", pdf_standards=["ua-1"], timestamp=self._on))

    def pages(self, first: int, last: int, width: int) -> list[bytes]:
        """Return pages first…last, counted from 1, as PNG `width` pixels wide."""
        if not self._drawn:
            self._drawn = _many(self._set(format="svg"))
        return [self._sheet(page.decode(), width) for page in self._drawn[first - 1 : last]]

    def _set(self, **how: Any) -> bytes | list[bytes] | None:
        """Return the document set, with its lines closer where that saves an almost empty last page."""
        made = self._document.compile(sys_inputs=self._inputs, **how)
        pages, end = self._ends()
        if not 1 < pages <= _FEW or end > _NEXT_TO_NOTHING:
            return made
        closer = self._document.compile(sys_inputs={**self._inputs, "closer": "yes"}, **how)
        if self.count < pages:
            return closer
        return self._document.compile(sys_inputs=self._inputs, **how)

    def _ends(self) -> tuple[int, float]:
        """Return how many pages the document set last has, and how far down the last one it goes, in cm."""
        pages, end = json.loads(self._document.query("<pages>", field="value", one=True))
        return pages, end

    def _sheet(self, page: str, width: int) -> bytes:
        found = _WIDTH.search(page)
        assert found is not None
        ppi = width * _POINTS_PER_INCH / float(found[1])
        return _one(self._preview.compile(format="png", ppi=ppi, sys_inputs={"page": page}))


def _many(made: bytes | list[bytes] | None) -> list[bytes]:
    """Return what Typst made as a list: one file alone comes as itself."""
    assert made is not None
    return made if isinstance(made, list) else [made]


def _one(made: bytes | list[bytes] | None) -> bytes:
    (file,) = _many(made)
    return file
