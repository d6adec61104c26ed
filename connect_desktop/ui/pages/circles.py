"""Circles: every named group, who is in it, and how much was lived with it lately."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from connect_desktop.domain import Circle, Interaction, Person
from connect_desktop.i18n import relative_day, tr, tr_n
from connect_desktop.store import CircleRow
from connect_desktop.ui.circle_actions import CircleActions
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.pages.people_head import PeopleHead
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.circle_line import CircleLine, CircleShown
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.moment_rows import Face
from connect_desktop.ui.widgets.page_scroll import scrolled
from connect_desktop.ui.widgets.push_button import push_button

LATELY = timedelta(days=182)


class CirclesPage(Page):
    """A list of circles by name."""

    circle_asked = Signal(str)
    view_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._actions = CircleActions(session, self)
        self._lines: dict[str, CircleLine] = {}
        self._make = push_button(tr("Make a circle"), "primary")
        self.head = PeopleHead("circles", tr("Circles"), [self._make])
        self._none = EmptyState(
            tr("No circles yet"),
            tr(
                "A circle is a named group of people: a family table, a choir, the group text that became a "
                "lifeline. A moment can belong to one, and its page shows how your body answers among them."
            ),
            tr("Make a circle"),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        super().arrive()
        first = next(iter(self._lines.values()), None)
        (first or self._make).setFocus()

    def concerns(self, edits: Edits) -> bool:
        return any(isinstance(edit.record, Circle | Interaction | Person) for edit in edits)

    def refresh(self) -> None:
        today, ends = self.session.today(), self.session.settings.day_ends
        rows = self.session.store.circles.rows(today - LATELY, ends)
        people = self.session.store.people.all()
        focused = next((one for one, line in self._lines.items() if line.hasFocus()), None)
        for line in self._lines.values():
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = {row.circle.id: self._line(row, people) for row in rows}
        for place, line in enumerate(self._lines.values()):
            self._list.insertWidget(place, line)
            line.show()
        if focused is not None:
            self._lines.get(focused, next(iter(self._lines.values()), self._make)).setFocus()
        self._stack.setCurrentIndex(0 if rows else 1)
        self.head.say(tr_n("{n} circle", "{n} circles", len(rows)) if rows else "")

    def _line(self, row: CircleRow, people: Sequence[Person]) -> CircleLine:
        line = CircleLine(_shown(row, people, self._facts(row)))
        line.clicked.connect(lambda: self.circle_asked.emit(row.circle.id))
        line.edit_asked.connect(lambda: self._actions.edit(row.circle))
        line.delete_asked.connect(lambda: self._actions.delete(row.circle))
        return line

    def _facts(self, row: CircleRow) -> str:
        if row.last is None:
            return tr("no moments yet")
        lately = tr_n("{n} moment in six months", "{n} moments in six months", row.lately)
        if not row.lately:
            lately = tr("no moments in six months")
        day = relative_day(self.session.day_of(row.last), self.session.today())
        return f"{lately}\n{tr('last {day}', day=day)}"

    def _connect(self) -> None:
        self.head.views.changed.connect(lambda view: self.view_asked.emit(str(view)))
        self._make.clicked.connect(self._actions.make)
        self._none.acted.connect(self._actions.make)
        self._actions.made.connect(self.circle_asked)
        QShortcut(QKeySequence("Ctrl+Shift+A"), self).activated.connect(self._actions.make)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "clear")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self._list.addStretch(1)
        area = scrolled(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card = Card()
        card.column.setContentsMargins(12, 12, 12, 12)
        for one in (area, self._none):
            self._stack.addWidget(one)
        card.column.addWidget(self._stack)
        down = QVBoxLayout(self)
        down.setContentsMargins(32, 24, 32, 24)
        down.setSpacing(16)
        down.addWidget(self.head)
        down.addWidget(card, 1)


def _shown(row: CircleRow, people: Sequence[Person], facts: str) -> CircleShown:
    members = [person for person in people if person.id in row.circle.members]
    return CircleShown(
        id=row.circle.id,
        name=row.circle.name,
        people=tuple(map(Face.of, members)),
        facts=facts,
        note=row.circle.note,
    )
