"""Pages of a document for looking at: made in another thread, the newest wish first, stale ones left off."""

import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from connect_desktop.domain.errors import ConnectError
from connect_desktop.report.document import Document
from connect_desktop.report.options import Options
from connect_desktop.report.pdf import Pages, Previewer
from connect_desktop.ui.documents import Material
from connect_desktop.ui.work import Work


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is made: material and how it is to look. Equal only where the same was read."""

    material: Material
    options: Options


class PageMaker(QObject):
    """Makes one page at a time. `made(QImage, number, total)`, or `failed(sentence)`."""

    made = Signal(QImage, int, int)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = _Desk()
        self._asked: tuple[Wanted, int, int] | None = None
        self._work: Work | None = None

    def ask(self, wanted: Wanted, number: int, width: int) -> None:
        """Ask for page `number`, `width` pixels wide; what was asked before is stale."""
        self._asked = (wanted, number, width)
        if self._work is not None:
            self._work.cancel()
        else:
            self._start()

    def document(self, wanted: Wanted) -> Document | None:
        """Return the document where it was made already."""
        return self._desk.document if self._desk.wanted == wanted else None

    def close(self) -> None:
        """Leave off, and let go of the process that sets pages."""
        self._asked = None
        if self._work is not None:
            self._work.cancel()
        self._desk.close()

    def _start(self) -> None:
        if self._asked is None:
            return
        (wanted, number, width), self._asked = self._asked, None
        desk = self._desk
        self._work = Work(lambda work: desk.pages(work, wanted, number, width))
        self._work.done.connect(self._tell)
        self._work.failed.connect(self._tell_failure)
        self._work.left.connect(self._go_on)
        self._work.start()

    def _tell(self, found: tuple[Pages, int]) -> None:
        pages, number = found
        self._go_on()
        self.made.emit(QImage.fromData(pages[0]), number, pages.total)

    def _tell_failure(self, error: ConnectError) -> None:
        self._go_on()
        self.failed.emit(str(error))

    def _go_on(self) -> None:
        self._work = None
        self._start()


class _Desk:
    """What the other thread works with, one piece of work at a time."""

    def __init__(self) -> None:
        self.wanted: Wanted | None = None
        self.document: Document | None = None
        self._previewer = Previewer()
        self._in_use = threading.Lock()
        self._leaving = False

    def pages(self, work: Work, wanted: Wanted, number: int, width: int) -> tuple[Pages, int]:
        """Return page `number`, or the last where there are fewer, and its number."""
        try:
            with self._in_use:
                document = self._laid(wanted, work)
                found = self._previewer.pages(document, width, number, number, work.cancelled)
                if not found:
                    number = found.total
                    found = self._previewer.pages(document, width, number, number, work.cancelled)
                return found, number
        finally:
            if self._leaving:
                self._previewer.close()

    def close(self) -> None:
        """Let go of the process that sets pages, now or as soon as the other thread is done with it."""
        self._leaving = True
        if self._in_use.acquire(blocking=False):
            self._previewer.close()
            self._in_use.release()

    def _laid(self, wanted: Wanted, work: Work) -> Document:
        if self.document is None or self.wanted != wanted:
            self.wanted = self.document = None
            self.document = wanted.material.document(wanted.options, work.cancelled)
            self.wanted = wanted
        return self.document
