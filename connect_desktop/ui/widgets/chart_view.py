"""A chart with its heading, to be read, walked, opened, copied and saved."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QImage, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from connect_desktop.charts.chart import Chart
from connect_desktop.charts.palette import LIGHT
from connect_desktop.domain import now
from connect_desktop.domain.errors import NotWritten
from connect_desktop.domain.outfile import replacing
from connect_desktop.i18n import tr
from connect_desktop.ui import clipboard
from connect_desktop.ui.widgets.chart_canvas import DPI, ChartCanvas, Draw
from connect_desktop.ui.widgets.more_button import MoreButton
from connect_desktop.ui.widgets.plain_label import PlainLabel

TAKEN_DPI = 192.0
"""pixels to an inch of a copied or saved picture"""
LEAST_TAKEN = (6.0, 3.0)
"""inches"""
TITLE = 0.5
"""inches that a title takes"""
INDENT = 5
"""pixels from the edge of the picture to its words"""
TOLD = 8000
"""milliseconds that it is told where a picture was saved"""


class ChartView(QWidget):
    """Shows what a `Draw` draws, in the size, colours and text size of the moment."""

    opened = Signal(tuple)
    """ids of the impressions behind the mark that was opened, oldest first"""
    saved = Signal(str)
    """the file a picture was saved in"""
    failed = Signal(str)
    """a sentence: why a picture could not be saved"""

    def __init__(self, parent: QWidget | None = None, *, canvas: ChartCanvas | None = None) -> None:
        """`canvas`: the part that is the picture, where an ordinary one doesn't do."""
        super().__init__(parent)
        self._draw: Draw | None = None
        self._question: QFileDialog | None = None
        self._title = PlainLabel("heading")
        self._caption = PlainLabel("faint")
        self._told = PlainLabel("faint")
        self._canvas = canvas or ChartCanvas()
        self._more = MoreButton(tr("Copy or save this chart"), self._actions())
        self._more.hide()
        self._lay_out()
        self.setFocusProxy(self._canvas)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._canvas.drawn.connect(self._head)
        self._canvas.opened.connect(self.opened)

    def show_drawn(self, draw: Draw) -> None:
        """Show what `draw` draws, as soon as it can be seen, and anew whenever size or colours change."""
        self._draw = draw
        self._canvas.show_drawn(draw)

    def chart(self) -> Chart | None:
        """Return the chart that is shown, None before the first."""
        return self._canvas.chart()

    def canvas(self) -> ChartCanvas:
        """Return the part that is the picture."""
        return self._canvas

    def title(self) -> str:
        """Return the heading."""
        return self._title.text()

    def copy_picture(self) -> None:
        """Lend the picture to the clipboard, with its title, in light colours as for paper."""
        taken = self._taken()
        if taken is not None:
            from connect_desktop.charts.save import png  # noqa: PLC0415 - start-up: matplotlib

            clipboard.lend(QImage.fromData(png(taken, TAKEN_DPI)))

    def copy_text(self) -> None:
        """Lend the chart in words to the clipboard."""
        chart = self.chart()
        if chart is not None:
            clipboard.lend(f"{chart.title}\n{chart.twin}")

    def ask_where(self) -> QFileDialog:
        """Ask for a file and save the picture there; return the question, open and not waited for."""
        dialog = QFileDialog(self, tr("Save chart"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)")])
        dialog.setDefaultSuffix("png")
        pictures = QStandardPaths.StandardLocation.PicturesLocation
        dialog.setDirectory(QStandardPaths.writableLocation(pictures))
        dialog.selectFile(f"chart-{now():%Y-%m-%d}.png")
        dialog.filterSelected.connect(self._follow_filter)
        dialog.fileSelected.connect(self._save_chosen)
        dialog.finished.connect(self._forget_question)
        self._question = dialog
        dialog.open()
        return dialog

    def save(self, path: Path) -> None:
        """Save the picture, as SVG where the name ends so, else as PNG; tell how it went."""
        taken = self._taken()
        if taken is None:
            return
        from connect_desktop.charts.save import png, svg  # noqa: PLC0415 - start-up: matplotlib

        content = svg(taken) if path.suffix.lower() == ".svg" else png(taken, TAKEN_DPI)
        try:
            with replacing(path) as stream:
                stream.write(content)
        except NotWritten as error:
            self._tell(str(error), "error")
            self.failed.emit(str(error))
        else:
            self._tell(tr("Saved as {name}", name=path.name), "faint")
            self.saved.emit(str(path))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._canvas.prepare()  # its heading comes with it, and may be all that is seen

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.addWidget(self._title, 1)
        across.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.setContentsMargins(INDENT, 0, 0, 0)
        head.setSpacing(4)
        head.addLayout(across)
        for label in (self._caption, self._told):
            label.hide()
            head.addWidget(label)
        self._canvas.setParent(self)  # first in the order of Tab: the view passes the focus on to it
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addLayout(head)
        down.addWidget(self._canvas, 1)

    def _actions(self) -> QMenu:
        menu = QMenu()
        for text, keys, act in (
            (tr("Copy picture"), QKeySequence(QKeySequence.StandardKey.Copy), self.copy_picture),
            (tr("Copy as text"), QKeySequence("Ctrl+Shift+C"), self.copy_text),
            (tr("Save as PNG or SVG…"), QKeySequence(), self.ask_where),
        ):
            action = QAction(text, self)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setEnabled(False)
            action.triggered.connect(act)
            self.addAction(action)
            menu.addAction(action)
        return menu

    def _follow_filter(self, chosen: str) -> None:
        if self._question is not None:
            self._question.setDefaultSuffix("svg" if chosen == self._question.nameFilters()[1] else "png")

    def _save_chosen(self, chosen: str) -> None:
        self.save(Path(chosen))

    def _forget_question(self) -> None:
        if self._question is not None:
            self._question.deleteLater()
            self._question = None

    def _head(self, chart: Chart) -> None:
        self._title.setText(chart.title)
        self._caption.setText(chart.caption)
        self._caption.setVisible(bool(chart.caption))
        self._more.setVisible(not chart.empty)
        for action in self.actions():
            action.setEnabled(not chart.empty)
        self._settle()

    def _settle(self) -> None:
        """Lay out at once: the picture is drawn for the room that the heading leaves."""
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def _taken(self) -> Chart | None:
        """Return the chart to be taken along: with its title, in light colours, not too small."""
        if self._draw is None:
            return None
        shown = self._canvas.size()
        width = max(LEAST_TAKEN[0], shown.width() / DPI)
        height = max(LEAST_TAKEN[1], shown.height() / DPI) + TITLE
        return self._draw((width, height), LIGHT, 1.0, titled=True)

    def _tell(self, text: str, role: str) -> None:
        self._told.setProperty("role", role)
        self._told.style().polish(self._told)
        self._told.setText(text)
        self._told.show()
        if role != "error":
            QTimer.singleShot(TOLD, self._told, self._told.hide)
