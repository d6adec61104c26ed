"""The reflections someone appears in."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from connect_desktop.domain import Reflection
from connect_desktop.i18n import short_date, tr
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.empty_state import EmptyState


class PersonReflections(QWidget):
    """Lists them, opens one, begins a new one."""

    opened = Signal(str)
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Reflections"))
        self._list.itemActivated.connect(lambda item: self.opened.emit(item.data(Qt.ItemDataRole.UserRole)))
        self._list.itemClicked.connect(lambda item: self.opened.emit(item.data(Qt.ItemDataRole.UserRole)))
        self._empty = EmptyState(
            tr("No reflections yet"), tr("What you write about this bond appears here."), tr("Write one")
        )
        self._empty.acted.connect(self.new_asked)
        new = QPushButton(tr("Write a reflection"))
        new.clicked.connect(self.new_asked)
        self._full = QWidget()
        inside = QVBoxLayout(self._full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._list, 1)
        inside.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._full)
        self._stack.addWidget(self._empty)
        card = Card()
        card.column.addWidget(self._stack)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(card)

    def show_reflections(self, written: Sequence[Reflection], today: date) -> None:
        """List these, newest first."""
        self._list.clear()
        for found in sorted(written, key=lambda one: (one.on, one.created), reverse=True):
            title = found.title or found.text[:60].replace("\n", " ") or tr("Untitled")
            item = QListWidgetItem(f"{title}\n{short_date(found.on, today)}")
            item.setData(Qt.ItemDataRole.UserRole, found.id)
            self._list.addItem(item)
        self._stack.setCurrentIndex(0 if written else 1)
