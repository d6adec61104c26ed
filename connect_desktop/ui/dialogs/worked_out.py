"""How a reading was worked out, step by step, to be read in peace."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.room import wished
from connect_desktop.ui.widgets.steps import Step, StepList

WIDTH, HEIGHT = 640, 600


class WorkedOut(QDialog):
    """Shows steps; Escape and Close leave."""

    def __init__(self, parent: QWidget | None, title: str, steps: Sequence[Step]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Connect")
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = QLabel(title)
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._steps = StepList(steps)
        self._steps.setContentsMargins(6, 6, 6, 6)
        self._scroll.setWidget(self._steps)
        self._scroll.setProperty("role", "reading")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(title)
        self._close = QPushButton(tr("Close"))
        self._close.clicked.connect(self.accept)
        self._lay_out()
        self._scroll.setFocus()

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(14)
        down.addWidget(self._title)
        down.addWidget(self._scroll, 1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._close)
        down.addLayout(across)
        self.resize(wished(self, WIDTH, HEIGHT))
