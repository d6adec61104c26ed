"""Documents as PDF files and as pictures of their pages, set in a process of their own."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from connect_desktop.domain.outfile import replacing
from connect_desktop.report.child import Child, raise_if
from connect_desktop.report.document import Document
from connect_desktop.report.locking import passphrase
from connect_desktop.report.request import request

Progress = Callable[[float], object]
"""is told how much is done, 0…1"""
Stop = Callable[[], bool]
"""says whether the user wants to stop; asked about 30 times a second"""


class Pages(list[bytes]):
    """Pictures of pages, PNG; `total` is how many pages the document has."""

    def __init__(self, pictures: list[bytes], total: int) -> None:
        super().__init__(pictures)
        self.total = total


def write_pdf(
    document: Document,
    path: Path,
    progress: Progress | None = None,
    cancelled: Stop | None = None,
    *,
    word: str | None = None,
) -> int:
    """Write a document as tagged PDF/UA-1 and return how many pages it has; `word` is what it opens with.

    The file appears whole or not at all: NotWritten where that fails, Cancelled at once when the user stops.
    """
    tell = progress or (lambda _share: None)
    tell(0.0)
    with replacing(path) as stream, closing(Child()) as child:
        tell(0.1)
        wanted = {"want": "pdf", "document": request(document)}
        if word is not None:
            wanted["passphrase"] = passphrase(word)
        pages, (made,) = child.ask(wanted, cancelled)
        tell(0.9)
        stream.write(made)
        raise_if(cancelled)
    tell(1.0)
    return pages


def preview(document: Document, width_px: int, first: int, last: int) -> Pages:
    """Return pages first…last, counted from 1, as they will be, `width_px` pixels wide."""
    with closing(Previewer()) as previewer:
        return previewer.pages(document, width_px, first, last)


class Previewer:
    """Keeps a document set, so that its next page comes at once; close it when it is no longer looked at."""

    def __init__(self) -> None:
        self._child: Child | None = None
        self._document: Document | None = None

    def pages(
        self, document: Document, width_px: int, first: int, last: int, cancelled: Stop | None = None
    ) -> Pages:
        """Return pages first…last of a document; quickly, when it is the one asked for before.

        NotWritten when they cannot be set, Cancelled at once when the user stops.
        """
        wanted = {"want": "pages", "pages": {"first": first, "last": last, "width": width_px}}
        if document != self._document:
            wanted["document"] = request(document)
        if self._child is None:
            self._child = Child()
        try:
            total, pictures = self._child.ask(wanted, cancelled)
        except BaseException:
            self.close()
            raise
        self._document = document
        return Pages(pictures, total)

    def close(self) -> None:
        """Let go of the document and of the process that holds it."""
        if self._child is not None:
            self._child.close()
        self._child = self._document = None
