"""People: everyone, how the body felt, who reaches out, when it was last."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.domain import Reflection, Status
from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr, tr_n
from connect_desktop.store import PersonRow
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.pages.people_head import PeopleHead
from connect_desktop.ui.pages.people_table import PeopleTable
from connect_desktop.ui.person_actions import PersonActions
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.clear_button import offer_clearing
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.tip import show_keys


class PeoplePage(Page):
    """A table of people that can be searched and sorted, never by who is worst."""

    person_asked = Signal(str)
    view_asked = Signal(str)
    """the page to go to instead: circles or closeness"""

    def __init__(self, session: Session) -> None:
        self._readings = BondReadings.of_session(session)
        super().__init__(session)
        self._rows: list[PersonRow] = []
        self._actions = PersonActions(session, self)
        self._find = QLineEdit()
        self._find.setPlaceholderText(tr("Find a person"))
        self._find.setAccessibleName(tr("Find a person"))
        offer_clearing(self._find)
        self._sort = SegmentedChoice(
            [("recent", tr("Recent")), ("name", tr("Name")), ("moments", tr("Moments"))], name=tr("Sort by")
        )
        self._sort.set_value("recent")
        self._archived = QCheckBox()
        self._add = push_button(tr("Add a person"), "primary")
        show_keys(self._add, tr("Add a person ({keys})", keys="Ctrl+Shift+A"), "Ctrl+Shift+A")
        self.head = PeopleHead("people", tr("People"), [self._add])
        self._table = PeopleTable(session.day_of)
        self._whole = QLabel()
        self._whole.setProperty("role", "soft")
        self._whole.setWordWrap(True)
        self._whole.hide()
        self._nobody = EmptyState(
            tr("Nobody here yet"),
            tr("Add the people in your life, or just log a moment: a new name is added on the way."),
            tr("Add a person"),
        )
        self._nothing = EmptyState(tr("Nobody by that name"), tr("Try fewer letters."))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        super().arrive()
        (self._table if self._rows else self._add).setFocus()

    def concerns(self, edits: Edits) -> bool:
        return not all(isinstance(edit.record, Reflection) for edit in edits)

    def refresh(self) -> None:
        self._rows = self.session.store.people.rows()
        self._show()
        if not self._readings.is_loaded():
            self._readings.load()

    def _show(self) -> None:
        wanted, past = fold(self._find.text()), self._archived.isChecked()
        present = [row for row in self._rows if past or row.person.status is Status.ACTIVE]
        found = [row for row in present if _matches(row, wanted)]
        found.sort(key=_SORTS[str(self._sort.value())])
        found.sort(key=_at_rest)
        told = self._readings.all() if self._readings.is_loaded() else {}
        self._table.show_people(found, self.session.today(), told)
        whole = self._readings.whole() if told else ""
        self._whole.setText(whole)
        self._whole.setVisible(bool(whole) and bool(found))
        resting = sum(map(_at_rest, self._rows))
        self._archived.setText(tr("Show resting, ended and remembered: {n}", n=resting))
        self._archived.setVisible(bool(resting))
        self.head.say(tr_n("{n} person", "{n} people", len(present)))
        self._tools.setVisible(bool(self._rows))
        self._stack.setCurrentWidget(self._table if found else self._nothing if self._rows else self._nobody)

    def _show_readings(self) -> None:
        if self.isVisible():
            self._show()

    def _connect(self) -> None:
        self._readings.loaded.connect(self._show_readings)
        self.head.views.changed.connect(lambda view: self.view_asked.emit(str(view)))
        self._find.textChanged.connect(lambda _text: self._show())
        self._find.returnPressed.connect(self._table.setFocus)
        self._sort.changed.connect(lambda _choice: self._show())
        self._archived.toggled.connect(lambda _on: self._show())
        self._add.clicked.connect(self._actions.add)
        self._nobody.acted.connect(self._actions.add)
        QShortcut(QKeySequence("Ctrl+Shift+A"), self).activated.connect(self._actions.add)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._find.setFocus)
        self._actions.added.connect(self.person_asked)
        self._table.opened.connect(lambda row: self.person_asked.emit(row.person.id))
        self._table.edit_asked.connect(lambda row: self._actions.edit(row.person))
        self._table.status_asked.connect(lambda row, status: self._actions.mark(row.person, status))
        self._table.delete_asked.connect(lambda row: self._actions.delete(row.person))

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(32, 24, 32, 24)
        down.setSpacing(16)
        down.addWidget(self.head)
        down.addWidget(self._whole)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 8, 18, 12)
        inside.setSpacing(10)
        for one in (self._table, self._nobody, self._nothing):
            self._stack.addWidget(one)
        self._tools = self._made_tools()
        inside.addWidget(self._tools)
        inside.addWidget(self._stack)
        inside.addWidget(self._archived)
        down.addWidget(card, 1)

    def _made_tools(self) -> QWidget:
        tools = QWidget()
        across = QHBoxLayout(tools)
        across.setContentsMargins(0, 4, 0, 2)
        across.setSpacing(12)
        self._find.setMinimumWidth(120)
        self._find.setMaximumWidth(300)
        across.addWidget(self._find, 1)
        across.addStretch(0)
        across.addWidget(self._sort, 0, Qt.AlignmentFlag.AlignVCenter)
        return tools


def _at_rest(row: PersonRow) -> bool:
    """Whether somebody belongs to the group at the end, below those whose bond is lived now."""
    return row.person.status is not Status.ACTIVE


def _matches(row: PersonRow, wanted: str) -> bool:
    return not wanted or any(wanted in fold(name) for name in (row.person.name, *row.person.aliases))


_SORTS: dict[str, Callable[[PersonRow], Any]] = {
    "recent": lambda row: (-row.last.timestamp() if row.last else 0.0, fold(row.person.name)),
    "name": lambda row: fold(row.person.name),
    "moments": lambda row: (-row.moments, fold(row.person.name)),
}
