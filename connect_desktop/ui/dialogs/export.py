"""Export to PDF: choose, see the pages as they will be, save."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr, tr_n
from connect_desktop.report.pdf import write_pdf
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.export_form import ExportForm
from connect_desktop.ui.documents import Material, Scope, gathered
from connect_desktop.ui.page_maker import PageMaker, Wanted
from connect_desktop.ui.person_choice import by_name
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.page_preview import PagePreview
from connect_desktop.ui.work import Work

PAGE_WIDTH = 1000
"""pixels of a page in the preview, at 100 %"""
PAUSE = 250
"""milliseconds after a change before pages are set anew"""


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
        self.form = ExportForm(people, session.settings, session.today(), reflections or ())
        self.preview = PagePreview()
        self.told = QLabel()
        self.progress = QProgressBar()
        self.cancel, self.save = QPushButton(tr("Cancel")), QPushButton(tr("Save PDF…"))
        self.open_file, self.show_folder = QPushButton(tr("Open")), QPushButton(tr("Show in folder"))
        self._area = QScrollArea()
        self._maker = PageMaker(self)
        self._scope: Scope | None = None
        self._material: Material | None = None
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._work: Work | None = None
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
        self._area.setMinimumWidth(self.form.minimumSizeHint().width() + bar + 2)
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

    # The preview

    def _wanted(self) -> Wanted:
        """Return what is wished for now; read from the store only when it is about something else."""
        scope = self.form.scope()
        if self._material is None or self._scope != scope:
            self._scope, self._material = scope, gathered(self._session, scope)
        return Wanted(self._material, self.form.options())

    def _ask(self, number: int) -> None:
        self.preview.say(tr("Setting the pages…"))
        width = round(PAGE_WIDTH * self.devicePixelRatioF())
        self._maker.ask(self._wanted(), number, width)

    def _change(self) -> None:
        self._say_done("")
        self._later.start()

    # Saving

    def _save(self) -> None:
        path = self._asked_path()
        if path is not None:
            self.write(path)

    def _asked_path(self) -> Path | None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"export-{self._session.today().isoformat()}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save PDF"), str(Path(documents) / name), tr("PDF (*.pdf)")
        )
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() == ".pdf":
            return path
        path = path.with_name(path.name + ".pdf")
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
        self._path, wanted = path, self._wanted()
        options = wanted.options
        self._session.save_settings(names=str(options.names), paper=str(options.paper))
        ready = self._maker.document(wanted)

        def made(work: Work) -> int:
            document = ready or wanted.material.document(options, work.cancelled)
            return write_pdf(document, path, progress=work.progressed.emit, cancelled=work.cancelled)

        self._work = Work(made)
        self._work.progressed.connect(lambda share: self.progress.setValue(round(100 * share)))
        self._work.done.connect(self._tell_saved)
        self._work.failed.connect(self._tell_failure)
        self._busy(True)
        self._work.start()

    def _stop(self) -> None:
        assert self._work is not None
        self._work.cancel()
        self._busy(False)
        self._say_done(tr("Stopped. Nothing was written."))

    def _tell_saved(self, pages: int) -> None:
        self._busy(False)
        self._say_done(_saved(pages), saved=True)

    def _tell_failure(self, error: ConnectError) -> None:
        self._busy(False)
        self._say_done(str(error), wrong=True)

    def _busy(self, busy: bool) -> None:
        if not busy:
            self._work = None
        self.form.setEnabled(not busy)
        self.save.setEnabled(not busy)
        self.progress.setValue(0)
        self.progress.setVisible(busy)
        self.cancel.setText(tr("Cancel"))
        if busy:
            self._say_done(tr("Writing the file…"))
            self.cancel.setFocus()

    def _say_done(self, sentence: str, *, saved: bool = False, wrong: bool = False) -> None:
        self.told.setText(sentence or tr("The file is not encrypted. Anyone who has it can read it."))
        self.told.setProperty("role", "error" if wrong else "strong" if saved else "small")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.save.setVisible(not saved)
        self.open_file.setVisible(saved)
        self.show_folder.setVisible(saved)
        if saved:
            self.cancel.setText(tr("Close"))
            self.open_file.setFocus()

    # Building

    def _connect(self) -> None:
        self.form.changed.connect(self._change)
        self._later.timeout.connect(lambda: self._ask(1))
        self.preview.turned.connect(self._ask)
        self._maker.made.connect(self.preview.show_page)
        self._maker.failed.connect(self.preview.clear)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self.open_file.clicked.connect(lambda: _open(self._path))
        self.show_folder.clicked.connect(lambda: _open(self._path.parent))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        title = QLabel(tr("Export to PDF"))
        title.setProperty("role", "title")
        left.addWidget(title)
        left.addWidget(self._scrolled(), 1)
        left.addWidget(self.told)
        left.addWidget(self.progress)
        left.addLayout(self._buttons())
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 20, 24, 20)
        across.setSpacing(24)
        across.addLayout(left, 5)
        across.addWidget(self.preview, 7)
        self._say_done("")
        self.resize(1010, 680)

    def _scrolled(self) -> QScrollArea:
        area = self._area
        area.setWidgetResizable(True)
        self.form.setProperty("role", "clear")
        area.setWidget(self.form)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

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
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons


def _saved(pages: int) -> str:
    return tr_n(
        "Saved, {n} page. The file is not encrypted.", "Saved, {n} pages. The file is not encrypted.", pages
    )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
