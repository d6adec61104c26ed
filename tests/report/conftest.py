"""People, moments and reflections to print, and printed pages as an independent reader sees them."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdfminer.converter import TextConverter
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from connect_desktop.domain import Gift, Impression, Interaction, Moment, Person, Reach, Reflection
from connect_desktop.report.document import Document
from connect_desktop.report.documents import booklet
from connect_desktop.report.options import Options
from connect_desktop.report.pdf import write_pdf

sys.path.append(str(Path(__file__).parent))  # what several tests share lies beside them

TODAY = date(2026, 11, 22)
ZONE = timezone(timedelta(hours=1))


@dataclass(frozen=True)
class Printed:
    """A written PDF."""

    path: Path
    pages: int

    @property
    def data(self) -> bytes:
        return self.path.read_bytes()

    def text(self, page: int | None = None) -> str:
        """What pdfminer reads, in the order of the pages' content, without any white space."""
        out = StringIO()
        resources = PDFResourceManager()
        interpreter = PDFPageInterpreter(resources, TextConverter(resources, out, laparams=None))
        for number, found in enumerate(PDFPage.get_pages(BytesIO(self.data)), start=1):
            if page in (None, number):
                interpreter.process_page(found)
        return squeezed(out.getvalue())

    def structure(self) -> list[tuple[str, str | None]]:
        """The kinds of the structure elements in reading order, each with its alt text."""
        with pikepdf.open(self.path) as pdf:
            return list(_elements(pdf.Root.StructTreeRoot.K))

    def bookmarks(self) -> list[str]:
        with pikepdf.open(self.path) as pdf, pdf.open_outline() as outline:
            return [str(title) for item in outline.root for title in _titles(item)]

    def strings(self) -> str:
        """Every string and every piece of metadata in the file, one a line."""
        with pikepdf.open(self.path) as pdf:
            found = [text for part in pdf.objects for text in _strings(part)]
            return "\n".join([*found, pdf.Root.Metadata.read_bytes().decode("utf-8")])


def squeezed(text: str) -> str:
    return "".join(text.replace("\f", "").split())


def _elements(node: Any) -> Iterator[tuple[str, str | None]]:
    if isinstance(node, pikepdf.Array):
        for part in node:
            yield from _elements(part)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node and "/P" in node:
        yield str(node.S)[1:], str(node.Alt) if "/Alt" in node else None
        yield from _elements(node.get("/K"))


def _titles(item: Any) -> Iterator[str]:
    yield item.title
    for child in item.children:
        yield from _titles(child)


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, pikepdf.String):
        yield str(node)
    elif isinstance(node, pikepdf.Array):
        for part in node:
            if not getattr(part, "is_indirect", False):
                yield from _strings(part)
    elif isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
        values = node.values() if isinstance(node, pikepdf.Dictionary) else node.stream_dict.values()
        for part in values:
            if not getattr(part, "is_indirect", False):
                yield from _strings(part)


@pytest.fixture
def printed(tmp_path: Path) -> Callable[[Document], Printed]:
    """Writes a document and opens what was written."""

    def done(document: Document, name: str = "made.pdf") -> Printed:
        return Printed(tmp_path / name, write_pdf(document, tmp_path / name))

    return done


@pytest.fixture
def said(printed: Callable[[Document], Printed]) -> Callable[..., Printed]:
    """Prints one reflection, given its text."""

    def done(text: str, **fields: Any) -> Printed:
        people = fields.pop("among", [])
        options = fields.pop("options", Options())
        reflection = Reflection(on=TODAY, **{"title": "Title", "text": text, **fields})
        return printed(booklet([reflection], people, start=TODAY, end=TODAY, options=options, today=TODAY))

    return done


def moment(day: int, person: Person, note: str = "", **felt: Any) -> Moment:
    """A moment at noon, `day` days after the first of September."""
    at = datetime(2026, 9, 1, 12, tzinfo=ZONE) + timedelta(days=day)
    interaction = Interaction(at=at, note=note)
    return Moment(
        interaction=interaction,
        impressions=(Impression(interaction=interaction.id, person=person.id, **felt),),
    )


@pytest.fixture
def daniel() -> Person:
    return Person(name="Daniel Fox", aliases=("Danny",))


@pytest.fixture
def autumn(daniel: Person) -> list[Moment]:
    """Nine moments with Daniel, all of them answered."""
    reaches = [
        Reach.ME,
        Reach.ME,
        Reach.THEM,
        Reach.ME_UNANSWERED,
        Reach.ME,
        Reach.BOTH,
        Reach.ME,
        Reach.THEM,
        Reach.ME,
    ]
    return [
        moment(
            7 * number,
            daniel,
            note="Daniel asked how I was." if number == 4 else "",
            body=(-2, -1, 0, 1, 2)[number % 5],
            reach=reach,
            met=None if reach.unanswered else number % 5,
            gave={Gift.LISTENED},
            words={"tense", "Danny-ish"} if number % 2 else {"warmer"},
        )
        for number, reach in enumerate(reaches)
    ]
