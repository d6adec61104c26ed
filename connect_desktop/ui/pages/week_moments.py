"""The moments of a week, or those behind one sentence about it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from connect_desktop.i18n import tr, tr_n
from connect_desktop.ui import moments
from connect_desktop.ui.pages.person_moments import Listed
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.card import PADDING, Card
from connect_desktop.ui.widgets.moment_delegate import ROW_PAD
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.plain_label import PlainLabel
from connect_desktop.ui.widgets.push_button import push_button


class WeekMoments(Card):
    """Counts and lists them; opens one, and deletes one where that is asked for."""

    opened = Signal(object)
    """a Moment"""
    all_asked = Signal()
    """those of the whole week, instead of those behind a sentence"""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._count = PlainLabel("strong")
        self._every = push_button(tr("Show all"), "link")
        self._list = MomentList(whole=True)
        self._more = push_button(tr("Show earlier moments"), "link")
        self.setAccessibleName(tr("Moments"))
        self._lay_out()
        self._every.clicked.connect(self.all_asked)
        self._list.opened.connect(self.opened)
        self._list.delete_asked.connect(lambda moment: moments.delete(session, moment))
        self._more.clicked.connect(self._show_more)

    def show_moments(self, ids: Iterable[str], *, behind: bool) -> None:
        """List these, all of the week or those `behind` a sentence; hidden where there are none."""
        found = self._session.store.moments.some(ids)
        if behind:
            words = tr_n("{n} moment behind this", "{n} moments behind this", len(found))
        else:
            words = tr_n("{n} moment of this week", "{n} moments of this week", len(found))
        self._count.setText(words)
        self._every.setVisible(behind)
        self._list.fill(moments.Pages(Listed(found), moments.Shown.now(self._session)))
        self._more.setVisible(self._list.has_more())
        self.setVisible(bool(found))

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [self._every, self._list, self._more]

    def _show_more(self) -> None:
        self._list.read_more()
        self._more.setVisible(self._list.has_more())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(ROW_PAD, 0, ROW_PAD, 0)
        head.addWidget(self._count, 1)
        head.addWidget(self._every)
        self.column.setContentsMargins(PADDING - ROW_PAD, 16, PADDING - ROW_PAD, 12)
        self.column.addLayout(head)
        self.column.addWidget(self._list)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
