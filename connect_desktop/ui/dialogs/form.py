"""A few questions one below the other, kept together or left."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.room import room, scrolling
from connect_desktop.ui.refusal import why
from connect_desktop.ui.widgets.draft_line import DraftLine
from connect_desktop.ui.widgets.scroll_gap import keep_edge
from connect_desktop.ui.widgets.wrapped_label import WrappedLabel

SIDE = 24
"""pixels beside what is inside"""


class FormDialog(QDialog):
    """Accepted only with what could be kept; what was typed stays until then, or is asked about."""

    WIDTH = 560
    """pixels at 100 %"""

    changed = Signal()
    """something typed or chosen is different now: `answers` says what there is"""

    def __init__(self, title: str, verb: str, lost: str, parent: QWidget | None) -> None:
        """`lost` says what would be lost by leaving."""
        super().__init__(parent)
        self.setWindowTitle("Connect")
        self.setAccessibleName(title)
        self._lost = lost
        self.save = QPushButton(verb)
        self.draft_line = DraftLine()
        self.error = WrappedLabel("error")
        self.error.hide()
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(SIDE, 4, SIDE, 8)
        self._column.setSpacing(6)
        self._frame(title)

    def heading(self, title: str) -> QLabel:
        """Return the title as it stands above the questions."""
        return WrappedLabel("title", title)

    def add(self, text: str, *fields: QWidget) -> QLabel:
        """Put a question with its fields below the others; return its label."""
        label = QLabel(text)
        label.setProperty("role", "label")
        label.setTextFormat(Qt.TextFormat.PlainText)
        if self._column.count():
            self._column.addSpacing(8)
        self._column.addWidget(label)
        for field in fields:
            self._column.addWidget(field)
        if fields:
            label.setBuddy(fields[0])
        return label

    def begin(self, grows: QWidget | None = None) -> None:
        """Take what is in the fields now for what they began with, and the room they need.

        `grows` is the field that takes what room is left.
        """
        if grows is None:
            self._column.addStretch(1)
        else:
            self._column.setStretchFactor(grows, 1)
        self._begun = self.typed()
        high = self._inside.sizeHint().height() + round(170 * theme.scale())
        self.resize(QSize(round(self.WIDTH * theme.scale()), high).boundedTo(room(self)))

    def typed(self) -> object:
        """Return all that would be lost by leaving."""
        return ()

    def differs(self) -> bool:
        """Return whether something would be lost by leaving."""
        return self.typed() != self._begun

    def answers(self) -> dict[str, Any]:
        """Return all that is in the dialog as plain data, nothing where all is as it was in the beginning."""
        return {}

    def restore(self, kept: dict[str, Any]) -> None:
        """Show what `answers` gave before; what no longer fits is left out."""

    def keep(self) -> None:
        """Keep what is in the fields; `ConnectError` where that is refused."""

    def refuse(self, error: ConnectError) -> None:
        """Say why it was not kept; all stays as typed."""
        self.say(why(error))

    def say(self, sentence: str) -> None:
        """Say what is wrong, empty for nothing."""
        self.error.say(sentence)
        self.error.setVisible(bool(sentence))

    def accept(self) -> None:
        try:
            self.keep()
        except ConnectError as error:
            self.refuse(error)
        else:
            super().accept()

    def reject(self) -> None:
        """Close without saving; ask first where something would be lost."""
        if not self.differs() or Confirm.ask(
            self, tr("Leave without saving?"), self._lost, tr("Leave"), tr("Stay")
        ):
            super().reject()

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def _frame(self, title: str) -> None:
        heading = self.heading(title)
        heading.setContentsMargins(SIDE, 0, SIDE, 4)
        area = scrolling(self._inside)
        keep_edge(area, self._column, SIDE)
        self.error.setContentsMargins(SIDE, 0, SIDE, 0)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 20, 0, 20)
        down.setSpacing(8)
        down.addWidget(heading)
        down.addWidget(area, 1)
        down.addWidget(self.error)
        down.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(SIDE, 8, SIDE, 0)
        buttons.setSpacing(12)
        buttons.addWidget(self.draft_line)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        return buttons
