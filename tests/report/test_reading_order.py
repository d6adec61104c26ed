"""The structure of a PDF as a screen reader walks it: every word once, in the order it was written."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from connect_desktop.domain import Moment, Person, Reflection
from connect_desktop.report.documents import booklet, person, therapist
from connect_desktop.report.options import Names, Options

TODAY = date(2026, 11, 22)
TEXT = """First, *with* emphasis.

- one
- two

> Quoted, and **bold**.

1. three
2. four

Last."""


class Tagged(PDFTextDevice):
    """Collects the text of each piece of marked content of a page, by its number."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.found: dict[int, str] = {}
        self._open: list[int | None] = []

    def begin_tag(self, _tag: Any, props: Any = None) -> None:
        self._open.append(props.get("MCID") if isinstance(props, dict) else None)

    def end_tag(self) -> None:
        self._open.pop()

    def render_string_horizontal(self, seq: Any, _matrix: Any, pos: Any, font: Any, *_rest: Any) -> Any:
        number = next((one for one in reversed(self._open) if one is not None), None)
        for part in seq:
            if isinstance(part, bytes) and number is not None:
                text = "".join(font.to_unichr(code) for code in font.decode(part))
                self.found[number] = self.found.get(number, "") + text
        return pos


def marked(path: Path) -> list[dict[int, str]]:
    """The marked text of each page."""
    resources, pages = PDFResourceManager(), []
    with path.open("rb") as file:
        for page in PDFPage.get_pages(file):
            device = Tagged(resources)
            PDFPageInterpreter(resources, device).process_page(page)
            pages.append(device.found)
    return pages


def read(path: Path) -> list[tuple[str, str]]:
    """The words of each structure element that has its own, with its kind, as they are walked through."""
    texts = marked(path)
    with pikepdf.open(path) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

        def walk(node: Any, kind: str, page: Any) -> Iterator[tuple[str, str]]:
            if isinstance(node, int):
                yield kind, texts[numbers[page.objgen]].get(int(node), "")
            elif isinstance(node, pikepdf.Array):
                for part in node:
                    yield from walk(part, kind, page)
            elif isinstance(node, pikepdf.Dictionary):
                page = node.get("/Pg", page)
                if "/MCID" in node:
                    yield kind, texts[numbers[page.objgen]].get(int(node.MCID), "")
                elif "/K" in node:
                    yield from walk(node.K, str(node.get("/S", kind)), page)

        return list(walk(pdf.Root.StructTreeRoot.K, "", None))


def squeezed(parts: Iterator[str] | list[str]) -> str:
    return "".join("".join(parts).split())


def lines(node: Any) -> list[str]:
    """Every line of a part of a document in the order it is to be read."""
    if isinstance(node, list | tuple):
        return [line for part in node for line in lines(part)]
    if not isinstance(node, dict):
        return []
    if node.get("kind") == "list":
        marks = (
            [f"{number}." for number in node["numbers"]] if node["numbers"] else ["–"] * len(node["items"])
        )
        return [
            line for mark, item in zip(marks, node["items"], strict=True) for line in (mark, *lines(item))
        ]
    own = ["".join(run["text"] for run in node["runs"])] if "runs" in node else []
    inside = [
        part for key, part in node.items() if key not in ("runs", "mark") or node.get("kind") == "entry"
    ]
    return own + lines(inside)


def test_a_reflection_is_read_in_its_order(printed: Callable[..., Any]) -> None:
    written = Reflection(on=TODAY, title="Title", text=TEXT)
    document = booklet([written], [], start=TODAY, end=TODAY, options=Options(), today=TODAY)
    said = squeezed([text for _, text in read(printed(document).path)])
    assert said == squeezed(["Reflections", document.dates, *lines(document.body)])


def test_numbers_and_tables_are_read_row_by_row(
    printed: Callable[..., Any], daniel: Person, autumn: list[Moment]
) -> None:
    document = therapist(
        [daniel], start=date(2026, 9, 1), end=TODAY, moments=autumn, reflections=[], about=(), today=TODAY,
        options=Options(),
    )  # fmt: skip
    found = read(printed(document).path)
    assert squeezed([text for _, text in found]) == squeezed(
        ["For my therapist", document.dates, *lines(document.body)]
    )


def test_notes_are_read_after_their_moment(
    printed: Callable[..., Any], daniel: Person, autumn: list[Moment]
) -> None:
    document = person(
        daniel, [daniel], moments=autumn, reflections=[], today=TODAY,
        options=Options(names=Names.FULL, notes=True),
    )  # fmt: skip
    said = squeezed([text for _, text in read(printed(document).path)])
    note = squeezed(["Daniel asked how I was."])
    before, after = (squeezed([f"{day} September 2026"]) for day in ("Tuesday, 29", "Tuesday, 22"))
    assert said.index(after) < said.index(before) < said.index(note)
    assert said.endswith(squeezed(lines(document.body))[-40:])
