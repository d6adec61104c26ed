"""Export: choose, see the pages as they will be, save or print them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr, tr_n
from connect_desktop.report import as_markdown
from connect_desktop.report.pdf import write_pdf
from connect_desktop.ui import printing
from connect_desktop.ui.dialogs import export_entries
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.export_form import ExportForm
from connect_desktop.ui.dialogs.room import scrolling, wished
from connect_desktop.ui.documents import Material, Scope, What, gathered
from connect_desktop.ui.page_maker import PageMaker, Wanted
from connect_desktop.ui.person_choice import by_name
from connect_desktop.ui.printing import Printing
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.kept_action import kept_action
from connect_desktop.ui.widgets.more_button import MoreButton
from connect_desktop.ui.widgets.page_preview import PagePreview
from connect_desktop.ui.widgets.scroll_gap import GAP, keep_edge
from connect_desktop.ui.work import Work

WIDTH, HEIGHT = 1010, 680
"""pixels at 100 %"""
PAGE_WIDTH = 1000
"""pixels of a page in the preview, at 100 %"""
PAUSE = 250
"""milliseconds after a change before pages are set anew"""
LAST = "documents.therapist"
"""the name under which the store remembers the day of the last pages for a therapist"""


class ExportDialog(QDialog):
    """Reads from the store, writes one file where the user says, and changes nothing else."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        person: str | None = None,
        reflections: Sequence[str] | None = None,
    ) -> None:
        """Begin with a person, or with the ids of `reflections` picked by hand."""
        super().__init__(parent)
        self.setWindowTitle("Connect")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        people = by_name(session, session.store.people.all())
        last = _day(session.store.memo(LAST))
        self.form = ExportForm(people, session.settings, session.today(), reflections or (), last)
        self.preview = PagePreview()
        self.told = QLabel()
        self.progress = QProgressBar()
        self.cancel, self.save = QPushButton(tr("Cancel")), QPushButton(tr("Save PDF…"))
        self.open_file, self.show_folder = QPushButton(tr("Open")), QPushButton(tr("Show in folder"))
        self._area = scrolling(self.form)
        keep_edge(self._area, self.form.column, 0)
        self._maker = PageMaker(self)
        self._scope: Scope | None = None
        self._whole: tuple[Scope, Material] | None = None
        self._material: Material | None = None
        self.ways = QMenu()
        self.print_action = kept_action(self.ways, tr("Print…"))
        self.markdown_action = kept_action(self.ways, tr("Save as Markdown…"))
        self.more = MoreButton(tr("Other ways to take it with you"), self.ways)
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._work: Work | Printing | None = None
        self._path = Path()
        self._lay_out()
        self._connect()
        if person is not None:
            self.form.ask_for(person)
        self._ask(1)

    def reject(self) -> None:
        """Stop what is being written, else close."""
        if self._work is not None:
            self._stop()
        else:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        # Only now have the fields the sizes of their style.
        bar = self._area.verticalScrollBar().sizeHint().width()
        least = self.form.minimumSizeHint().width() - self.form.column.contentsMargins().right()
        self._area.setMinimumWidth(least + GAP + bar)
        super().showEvent(event)

    def done(self, result: int) -> None:
        self._leave()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work is not None:
            self._stop()
        self._leave()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._later.stop()
        self._maker.close()
        self.form.lock.forget()

    def _reveal(self, part: QWidget) -> None:
        """Scroll to what has just come to show more, once it has its size."""
        QTimer.singleShot(0, part, lambda: self._area.ensureWidgetVisible(part, 0, 8))

    # The preview

    def _wanted(self) -> Wanted:
        """Return what is wished for now; read from the store only when it is about something else."""
        whole = self.form.scope().whole()
        if self._whole is None or self._whole[0] != whole:
            self._whole = whole, gathered(self._session, whole)
            self._material = None
            self._offer(self._whole[1])
        scope = self.form.scope()
        if self._material is None or self._scope != scope:
            self._scope, self._material = scope, self._whole[1].picked(scope)
        return Wanted(self._material, self.form.options())

    def _offer(self, found: Material) -> None:
        """Let the user pick among what was found."""
        lists = (export_entries.people, export_entries.moments, export_entries.reflections)
        self.form.offer(*(entries(self._session, found) for entries in lists))

    def _ask(self, number: int) -> None:
        self.preview.say(tr("Setting the pages…"))
        width = round(PAGE_WIDTH * self.devicePixelRatioF())
        self._maker.ask(self._wanted(), number, width)

    def _change(self) -> None:
        self._say_done("")
        self._later.start()

    # Saving

    def _save(self) -> None:
        if trouble := self.form.lock.trouble():
            self._say_done(trouble, wrong=True)
            self.form.lock.ask_again()
            return
        path = self._asked_path(".pdf", tr("Save PDF"), tr("PDF (*.pdf)"))
        if path is not None:
            self.write(path)

    def _save_markdown(self) -> None:
        path = self._asked_path(".md", tr("Save as Markdown"), tr("Markdown (*.md)"))
        if path is not None:
            self.write_markdown(path)

    def _asked_path(self, suffix: str, title: str, kind: str) -> Path | None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"export-{self._session.today().isoformat()}{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path(documents) / name), kind)
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() == suffix:
            return path
        path = path.with_name(path.name + suffix)
        # The file dialog asked about the name as it was typed.
        if path.exists() and not Confirm.ask(
            self,
            tr("Replace {name}?", name=path.name),
            tr("There is a file of this name already."),
            tr("Replace"),
        ):
            return None
        return path

    def write(self, path: Path) -> None:
        """Write the document wished for to `path`, in another thread."""
        wanted, word = self._wanted(), self.form.lock.passphrase()
        ready = self._maker.document(wanted)

        def made(work: Work) -> str:
            document = ready or wanted.material.document(wanted.options, work.cancelled)
            pages = write_pdf(
                document, path, progress=work.progressed.emit, cancelled=work.cancelled, word=word
            )
            return _saved(pages) if word is None else _locked(pages)

        self._write(path, Work(made))
        if wanted.material.scope.what is What.THERAPIST:
            assert isinstance(self._work, Work)
            self._work.done.connect(self._remember_day)

    def write_markdown(self, path: Path) -> None:
        """Write the document wished for to `path` as Markdown, in another thread."""
        wanted = self._wanted()
        ready = self._maker.document(wanted)

        def made(work: Work) -> str:
            as_markdown.write(ready or wanted.material.document(wanted.options, work.cancelled), path)
            return tr("Saved. The file is not encrypted.")

        self._write(path, Work(made))

    def _write(self, path: Path, work: Work) -> None:
        self._path = path
        self._session.save_settings(**self.form.remembered())
        work.done.connect(self._tell_saved)
        self._begin(work)
        work.start()

    def _remember_day(self, _said: str) -> None:
        self._session.remember(LAST, self._session.today().isoformat())

    # Printing

    def _print(self) -> None:
        if not printing.has_printer():
            self._say_done(
                tr("Connect sees no printer on this computer. Save the PDF, and print it elsewhere.")
            )
            return
        from PySide6.QtPrintSupport import QPrintDialog  # noqa: PLC0415 - start-up

        printer = printing.new_printer(self._wanted().options.paper)
        asked = QPrintDialog(printer, self)
        asked.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if asked.exec():
            self.print_on(Printing(printer, self._wanted(), self))

    def print_on(self, found: Printing) -> None:
        """Print the document wished for."""
        found.done.connect(self._tell_printed)
        self._begin(found)
        self.told.setText(tr("Printing…"))
        found.start()

    def _begin(self, work: Work | Printing) -> None:
        self._work = work
        work.progressed.connect(lambda share: self.progress.setValue(round(100 * share)))
        work.failed.connect(self._tell_failure)
        self._busy(True)

    def _stop(self) -> None:
        assert self._work is not None
        self._work.cancel()
        self._busy(False)
        self._say_done(tr("Stopped. Nothing was written."))

    def _tell_saved(self, sentence: str) -> None:
        self._busy(False)
        self._say_done(sentence, saved=True)

    def _tell_printed(self, pages: int) -> None:
        self._busy(False)
        self._say_done(tr_n("{n} page is with the printer.", "{n} pages are with the printer.", pages))

    def _tell_failure(self, error: ConnectError) -> None:
        self._busy(False)
        self._say_done(str(error), wrong=True)

    def _busy(self, busy: bool) -> None:
        if not busy:
            self._work = None
        self.form.setEnabled(not busy)
        self.save.setEnabled(not busy)
        self.more.setEnabled(not busy)
        self.progress.setValue(0)
        self.progress.setVisible(busy)
        self.cancel.setText(tr("Cancel"))
        if busy:
            self._say_done(tr("Writing the file…"))
            self.cancel.setFocus()

    def _say_done(self, sentence: str, *, saved: bool = False, wrong: bool = False) -> None:
        self.told.setText(sentence or self._warning())
        self.told.setProperty("role", "error" if wrong else "strong" if saved else "small")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.save.setVisible(not saved)
        self.open_file.setVisible(saved)
        self.show_folder.setVisible(saved)
        if saved:
            self.cancel.setText(tr("Close"))
            self.open_file.setFocus()

    def _warning(self) -> str:
        if self.form.lock.passphrase() is not None:
            return tr("The file will open with its passphrase only.")
        return tr("The file is not encrypted. Anyone who has it can read it.")

    # Building

    def _connect(self) -> None:
        self.form.changed.connect(self._change)
        self._later.timeout.connect(lambda: self._ask(1))
        self.preview.turned.connect(self._ask)
        self._maker.made.connect(self.preview.show_page)
        self._maker.failed.connect(self.preview.clear)
        self.form.unfolded.connect(self._reveal)
        self.form.lock.changed.connect(lambda: self._say_done(""))
        self.print_action.triggered.connect(self._print)
        self.markdown_action.triggered.connect(self._save_markdown)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self.open_file.clicked.connect(lambda: _open(self._path))
        self.show_folder.clicked.connect(lambda: _open(self._path.parent))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        title = QLabel(tr("Export"))
        title.setProperty("role", "title")
        left.addWidget(title)
        left.addWidget(self._area, 1)
        left.addWidget(self.told)
        left.addWidget(self.progress)
        left.addLayout(self._buttons())
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 20, 24, 20)
        across.setSpacing(24)
        across.addLayout(left, 5)
        across.addWidget(self.preview, 7)
        self._say_done("")
        self.resize(wished(self, WIDTH, HEIGHT))

    def _buttons(self) -> QHBoxLayout:
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Writing the file"))
        self.progress.hide()
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.cancel, self.save, self.open_file, self.show_folder):
            buttons.addWidget(button)
        buttons.addWidget(self.more)
        buttons.addStretch(1)
        return buttons


def _saved(pages: int) -> str:
    return tr_n(
        "Saved, {n} page. The file is not encrypted.", "Saved, {n} pages. The file is not encrypted.", pages
    )


def _locked(pages: int) -> str:
    return tr_n(
        "Saved, {n} page. The file opens with its passphrase only.",
        "Saved, {n} pages. The file opens with its passphrase only.",
        pages,
    )


def _day(text: str | None) -> date | None:
    """Return a day that was remembered; None where there is none that can be read."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
