"""Hope and what is: what one waits for, and what the moments said to it, in either direction."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from connect_desktop.domain import Evidence, Hope, Impression, Interaction, Person
from connect_desktop.i18n import tr
from connect_desktop.ui.hope_actions import HopeActions
from connect_desktop.ui.hopes import hope_rows
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.hope_board import HopeBoard
from connect_desktop.ui.widgets.page_scroll import Inside, scrolled
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.scroll_gap import keep_edge
from connect_desktop.ui.widgets.wrapped_label import WrappedLabel

SIDE = 32


class HopesPage(Page):
    """Every hope, named and closed here; a moment behind a dot is opened."""

    person_asked = Signal(str)
    moment_asked = Signal(object, str)
    """a Moment and the person it is looked at from"""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._actions = HopeActions(session, self)
        self._name = push_button(tr("Name a hope"), "primary")
        self._board = HopeBoard(self._name)
        self._empty = Card()
        self._nothing = EmptyState(
            tr("Nothing is waited for here"),
            tr(
                "Is there something you are waiting for from someone? Name it, and the moments you log with "
                "them can say toward it, away from it, or neither. In time you see hope and what is."
            ),
            tr("Name a hope"),
        )
        self._empty.column.addWidget(self._nothing)
        self._wanted = ""
        self._lay_out()
        self._name.clicked.connect(lambda _checked: self._actions.name())
        self._nothing.acted.connect(self._actions.name)
        self._board.asked.connect(self._actions.act)
        self._board.opened.connect(self._open)
        self._actions.person_asked.connect(self.person_asked)
        self._actions.named.connect(self._board.begin)

    def arrive(self) -> None:
        super().arrive()
        wanted, self._wanted = self._wanted, ""
        if not (wanted and self._board.begin(wanted)):
            self._scroll.verticalScrollBar().setValue(0)
            self._name.setFocus()

    def show_hope(self, hope_id: str) -> None:
        """Put the focus on one hope when the user comes here."""
        self._wanted = hope_id

    def concerns(self, edits: Edits) -> bool:
        kinds = Hope, Evidence, Person, Impression, Interaction
        return any(isinstance(edit.record, kinds) for edit in edits)

    def refresh(self) -> None:
        rows = hope_rows(self.session)
        self._board.show_rows(rows)
        self._board.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _open(self, interaction_id: str, person_id: str) -> None:
        moment = self.session.store.moments.get(interaction_id)
        if moment is not None:
            self.moment_asked.emit(moment, person_id)

    def _lay_out(self) -> None:
        title = QLabel(tr("Hope and what is"))
        title.setProperty("role", "title")
        said = tr("Name what you are waiting for. The moments you log answer it, in either direction.")
        words, head = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(WrappedLabel("soft", said))
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self._name)
        inside = Inside()
        down = QVBoxLayout(inside)
        down.setContentsMargins(SIDE, 24, SIDE, 24)
        down.setSpacing(18)
        down.addLayout(head)
        down.addWidget(self._empty)
        down.addWidget(self._board, 1)
        down.addStretch(0)
        self._scroll = scrolled(inside)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_edge(self._scroll, down, SIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
