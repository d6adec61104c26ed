"""The pages of a document on paper: made in another thread, a few ahead, put on the printer one by one."""

import os
import sys
from contextlib import closing
from threading import Semaphore
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageSize, QPainter

from connect_desktop.domain.errors import NotWritten
from connect_desktop.i18n import tr
from connect_desktop.report.options import Paper
from connect_desktop.report.pdf import Previewer
from connect_desktop.ui.page_maker import Wanted
from connect_desktop.ui.work import Work

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DPI = 300
"""at most; a printer that is coarser gets what it can show"""
_AHEAD = 2
_INCH = 72
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def _ask_this_computer() -> None:
    """Let printers be asked for at the socket of this computer's own print service, never over a network."""
    if sys.platform == "linux":
        os.environ.setdefault("CUPS_SERVER", "/run/cups/cups.sock")


def has_printer() -> bool:
    """Return whether this computer knows a printer."""
    _ask_this_computer()
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - start-up

    return bool(QPrinterInfo.availablePrinterNames())


def new_printer(paper: Paper) -> "QPrinter":
    """Return a printer to be chosen, set to this paper; a print job says nothing of what is in it."""
    _ask_this_computer()
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - start-up

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Connect")
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    return printer


class Printing(QObject):
    """Prints one document. `done(pages)`, `failed(error)` or, after `cancel`, `left()`."""

    done = Signal(int)
    failed = Signal(object)
    left = Signal()
    progressed = Signal(float)
    _drawn = Signal(QImage, float)

    def __init__(self, printer: "QPrinter", wanted: Wanted, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer, self._painter = printer, QPainter()
        self._room = Semaphore(_AHEAD)
        self._count = 0
        self._first, self._last = printer.fromPage() or 1, printer.toPage() or None
        width = round(printer.pageLayout().fullRectPoints().width() * min(printer.resolution(), DPI) / _INCH)
        self._work = Work(lambda work: self._pages(work, wanted, width))
        self._work.done.connect(self._finish)
        self._work.failed.connect(self._fail)
        self._work.left.connect(self._leave)
        self._drawn.connect(self._put)

    def start(self) -> None:
        """Begin."""
        if self._painter.begin(self._printer):
            self._work.start()
        else:
            self.failed.emit(
                NotWritten(tr("The printer did not begin. Nothing was printed; please try again."))
            )

    def cancel(self) -> None:
        """Stop; pages that are with the printer already may still come out."""
        self._work.cancel()
        self._room.release(_AHEAD)

    def _pages(self, work: Work, wanted: Wanted, width: int) -> None:
        document = wanted.material.document(wanted.options, work.cancelled)
        number, last = self._first, self._last
        with closing(Previewer()) as desk:
            while last is None or number <= last:
                self._room.acquire()
                found = desk.pages(document, width, number, number, work.cancelled)
                last = min(last or found.total, found.total)
                if found:
                    share = (number - self._first + 1) / (last - self._first + 1)
                    self._drawn.emit(QImage.fromData(found[0]), share)
                number += 1

    def _put(self, page: QImage, share: float) -> None:
        if self._work.cancelled():
            return
        if self._count:
            self._printer.newPage()
        self._painter.drawImage(QRectF(self._painter.viewport()), page)
        self._count += 1
        self._room.release()
        self.progressed.emit(share)

    def _finish(self, _result: object) -> None:
        self._painter.end()
        self.done.emit(self._count)

    def _fail(self, error: object) -> None:
        self._printer.abort()
        self._painter.end()
        self.failed.emit(error)

    def _leave(self) -> None:
        self._printer.abort()
        self._painter.end()
        self.left.emit()
