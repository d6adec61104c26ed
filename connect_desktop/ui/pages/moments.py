"""Every moment, newest first, or those one is looking for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout

from connect_desktop.domain import Moment
from connect_desktop.domain.filter import Filter
from connect_desktop.i18n import tr
from connect_desktop.ui import moments
from connect_desktop.ui.filtering import Filtering
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.filter_bar import FilterBar
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.push_button import push_button


class MomentsPage(Page):
    """A list that reads on as one scrolls, and what narrows it above."""

    moment_asked = Signal(object)
    """a Moment"""
    log_asked = Signal()
    back_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._back = push_button(tr("Back to Today"), "link")
        self._bar = FilterBar()
        self._filtering = Filtering(session, self._bar, self)
        self._list = MomentList()
        self._none = EmptyState("", "")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        super().arrive()
        (self._list if self._list.rows() else self._none).setFocus()

    def refresh(self) -> None:
        self._list.fill(self._filtering.pages())
        some, narrowed = bool(self._list.rows()), bool(self._filtering.filter)
        self._stack.setCurrentWidget(self._list if some else self._none)
        self._bar.setVisible(some or narrowed)
        if narrowed:
            self._none.say(
                tr("No moment like that"), tr("Take an answer away, and more appear."), tr("Show all")
            )
        else:
            self._none.say(
                tr("Nothing here yet"), tr("The moments you log appear here, day by day."), tr("Log a moment")
            )

    def _act(self) -> None:
        """Do what the empty list offers."""
        if self._filtering.filter:
            self._filtering.take(Filter())
        else:
            self.log_asked.emit()

    def _delete(self, moment: Moment) -> None:
        moments.delete(self.session, moment)

    def _connect(self) -> None:
        self._filtering.changed.connect(self.refresh)
        self._list.opened.connect(self.moment_asked)
        self._list.delete_asked.connect(self._delete)
        self._none.acted.connect(self._act)
        self._back.clicked.connect(self.back_asked)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back_asked)

    def _lay_out(self) -> None:
        title = QLabel(tr("Moments"))
        title.setProperty("role", "title")
        card = Card()
        for one in (self._list, self._none):
            self._stack.addWidget(one)
        card.column.addWidget(self._bar)
        card.column.addWidget(self._stack, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(32, 24, 32, 24)
        down.setSpacing(12)
        down.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        down.addWidget(title)
        down.addWidget(card, 1)
