"""The reflections someone appears in, or a circle."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QPushButton, QVBoxLayout, QWidget

from connect_desktop.domain import Reflection
from connect_desktop.i18n import short_date, tr
from connect_desktop.ui.table_model import Index
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.one_of import OneOf
from connect_desktop.ui.widgets.reflection_list import RECORD, ReflectionModel, show_as_cards
from connect_desktop.ui.widgets.reveal import reveal


class PersonReflections(QWidget):
    """Lists them, opens one, begins a new one."""

    opened = Signal(str)
    new_asked = Signal()

    def __init__(self, nothing: str = "", parent: QWidget | None = None) -> None:
        """`nothing` is what to say while there is none, of a bond unless told."""
        super().__init__(parent)
        self._today = date.min
        self._model = ReflectionModel(lambda found: short_date(found.on, self._today), self)
        self._list = _Cards(self._model)
        self._list.activated.connect(self._open)
        self._list.clicked.connect(self._open)
        self._empty = EmptyState(
            tr("No reflections yet"),
            nothing or tr("What you write about this bond appears here."),
            tr("Write one"),
        )
        self._empty.acted.connect(self.new_asked)
        self._full, self._none = QWidget(), Card()
        self._shown = OneOf()
        self._lay_out()

    def show_reflections(self, written: Sequence[Reflection], today: date) -> None:
        """List these, newest first."""
        self._today = today
        self._model.show_reflections(sorted(written, key=lambda one: (one.on, one.created), reverse=True))
        self._list.fit()
        self._shown.show_one(self._full if written else self._none)

    def _open(self, index: QModelIndex) -> None:
        found = index.data(RECORD)
        if isinstance(found, Reflection):
            self.opened.emit(found.id)

    def _lay_out(self) -> None:
        new = QPushButton(tr("Write a reflection"))
        new.clicked.connect(self.new_asked)
        inside = QVBoxLayout(self._full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(14)
        inside.addWidget(new, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._list)
        inside.addStretch(1)
        self._none.column.addWidget(self._empty)
        self._shown.add(self._full)
        self._shown.add(self._none)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(self._shown)


class _Cards(QListView):
    """A list as high as what is in it, for the page scrolls."""

    def __init__(self, model: ReflectionModel) -> None:
        super().__init__()
        show_as_cards(self, model)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Be as high as the rows there are now."""
        self.setFixedHeight(max(1, self.model().rowCount() * self.sizeHintForRow(0) + 2))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model() is not None:
            self.scheduleDelayedItemsLayout()
            self.fit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            reveal(self, self.visualRect(current))
