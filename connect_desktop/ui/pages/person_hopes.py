"""What one waits for from someone, on their page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.hope_board import HopeBoard
from connect_desktop.ui.widgets.hope_row import HopeRow
from connect_desktop.ui.widgets.one_of import OneOf


class PersonHopes(QWidget):
    """Shows them, names a new one."""

    asked = Signal(object, object)
    """an Ask and a Hope"""
    opened = Signal(str, str)
    """ids of an interaction and a person"""
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new = QPushButton(tr("Name a hope"))
        self.board = HopeBoard(self._new, named=False)
        self._empty = EmptyState("", "")
        self._full, self._none = QWidget(), Card()
        self._shown = OneOf()
        self._lay_out()
        self._new.clicked.connect(self.new_asked)
        self._empty.acted.connect(self.new_asked)
        self.board.asked.connect(self.asked)
        self.board.opened.connect(self.opened)

    def show_rows(self, rows: Sequence[HopeRow], *, may_name: bool) -> None:
        """Show these hopes, and where one `may_name` another, a way to."""
        self.board.show_rows(rows)
        self._new.setVisible(may_name)
        if may_name:
            self._empty.say(
                tr("Nothing is waited for from them"),
                tr(
                    "Name what you hope for, and the moments you log with them can answer it, "
                    "in either direction."
                ),
                tr("Name a hope"),
            )
        else:
            self._empty.say(tr("No hopes were named here"), "")
        self._shown.show_one(self._full if rows else self._none)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self._full)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(14)
        down.addWidget(self._new, 0, Qt.AlignmentFlag.AlignLeft)
        down.addWidget(self.board, 1)
        self._none.column.addWidget(self._empty)
        self._shown.add(self._full)
        self._shown.add(self._none)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._shown)
