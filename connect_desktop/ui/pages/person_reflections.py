"""The reflections someone appears in, or a circle."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from connect_desktop.domain import Reflection
from connect_desktop.i18n import short_date, tr
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.reflection_list import RECORD, ReflectionCards, ReflectionModel
from connect_desktop.ui.widgets.scroll_gap import keep_gap


class PersonReflections(QWidget):
    """Lists them, opens one, begins a new one."""

    opened = Signal(str)
    new_asked = Signal()

    def __init__(self, nothing: str = "", parent: QWidget | None = None) -> None:
        """`nothing` is what to say while there is none, of a bond unless told."""
        super().__init__(parent)
        self._today = date.min
        self._model = ReflectionModel(lambda found: short_date(found.on, self._today), self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(ReflectionCards(self._list))
        self._list.setProperty("role", "clear")
        self._list.setAccessibleName(tr("Reflections"))
        self._list.setMouseTracking(True)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_gap(self._list)
        self._list.activated.connect(self._open)
        self._list.clicked.connect(self._open)
        self._empty = EmptyState(
            tr("No reflections yet"),
            nothing or tr("What you write about this bond appears here."),
            tr("Write one"),
        )
        self._empty.acted.connect(self.new_asked)
        self._stack = QStackedWidget()
        self._lay_out()

    def show_reflections(self, written: Sequence[Reflection], today: date) -> None:
        """List these, newest first."""
        self._today = today
        self._model.show_reflections(sorted(written, key=lambda one: (one.on, one.created), reverse=True))
        self._stack.setCurrentIndex(0 if written else 1)

    def _open(self, index: QModelIndex) -> None:
        found = index.data(RECORD)
        if isinstance(found, Reflection):
            self.opened.emit(found.id)

    def _lay_out(self) -> None:
        new = QPushButton(tr("Write a reflection"))
        new.clicked.connect(self.new_asked)
        full, empty = QWidget(), Card()
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self._list, 1)
        inside.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        empty.column.addWidget(self._empty)
        self._stack.addWidget(full)
        self._stack.addWidget(empty)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self._stack)
