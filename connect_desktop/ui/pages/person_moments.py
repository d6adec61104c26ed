"""The moments with one person, all of them or those behind a sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from connect_desktop.domain import Moment, Person, Status
from connect_desktop.i18n import tr, tr_n
from connect_desktop.insight.told import Line
from connect_desktop.ui import moments
from connect_desktop.ui.filtering import Filtering
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.filter_bar import FilterBar
from connect_desktop.ui.widgets.group import Group
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.one_of import OneOf
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.wheel import leave_wheel

LEAST_WIDTH = 160
"""pixels the sentence is never narrower than"""


@dataclass(frozen=True, slots=True)
class Listed:
    """Moments in hand, read page by page."""

    found: Sequence[Moment]

    def __call__(self, limit: int, after: Moment | None) -> list[Moment]:
        """Return as many moments after this one."""
        start = self.found.index(after) + 1 if after is not None else 0
        return list(self.found[start : start + limit])


class PersonMoments(Card):
    """A list, and above it which moments they are where it is not all of them."""

    opened = Signal(object)
    """a Moment"""
    delete_asked = Signal(object)
    """a Moment"""
    log_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._about = ""
        self._bar = FilterBar()
        self._filtering: Filtering | None = None
        self._fill: Callable[[], None] | None = None
        self._list = MomentList(whole=True)
        self._none = EmptyState("", "")
        self._no_such = EmptyState(
            tr("No moment like that"), tr("Take an answer away, and more appear."), tr("Show all")
        )
        self._shown = OneOf()
        self._count = QLabel()
        self._count.setProperty("role", "strong")
        self._sentence = QComboBox()
        self._sentence.setAccessibleName(tr("The sentence behind which the moments lie"))
        self._sentence.setMinimumWidth(LEAST_WIDTH)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        leave_wheel(self._sentence)
        self._every = push_button(tr("Show all"), "link")
        self._banner = self._made_banner()
        self._lay_out()
        self._connect()

    def show_person(self, session: Session, person: Person) -> None:
        """Show the moments with a person: all, or where it is the same person those last asked for."""
        if person.id != self._about:
            self._about, self._lines = person.id, ()
        if self._filtering is None:
            self._filtering = Filtering(session, self._bar, self)
            self._filtering.changed.connect(self._renew)
        if person.status is Status.DIED:
            self._none.say(tr("No moments with them are kept here"), "")
        else:
            expected = tr("What you log with them appears here, newest first.")
            self._none.say(tr("No moments yet"), expected, tr("Log a moment"))
        self._filtering.about(person.id)
        self._fill = partial(self._show, session, person)
        self._fill()

    def show_behind(self, lines: Sequence[Line]) -> None:
        """Show only the moments behind the first of these sentences, the others to choose from."""
        self._hold(lines, 0)
        self._renew()

    def renew_lines(self, lines: Sequence[Line]) -> None:
        """Take these sentences instead of the ones shown, where any are; `show_person` shows them."""
        if self._lines:
            self._hold(lines, min(self._sentence.currentIndex(), len(lines) - 1))

    def show_all(self) -> None:
        """Show every moment again."""
        self.show_behind(())

    def read_on(self) -> None:
        """Read further where there is more."""
        if self._list.has_more():
            self._list.read_more()

    def _hold(self, lines: Sequence[Line], chosen: int) -> None:
        self._lines = tuple(lines)
        self._sentence.clear()
        for line in self._lines:
            self._sentence.addItem(line.text)
        self._sentence.setCurrentIndex(chosen)

    def _renew(self) -> None:
        if self._fill is not None:
            self._fill()

    def _show(self, session: Session, person: Person) -> None:
        assert self._filtering is not None
        pages = self._filtering.pages()
        self._banner.setVisible(bool(self._lines))
        if self._lines:
            behind = frozenset(self._lines[self._sentence.currentIndex()].impressions)
            found = [one for one in session.store.moments.of(person.id) if _among(one, behind)]
            self._count.setText(
                tr_n("Showing {n} moment behind this", "Showing {n} moments behind this", len(found))
            )
            pages = moments.Pages(Listed(found), pages.shown)
        self._list.fill(pages)
        narrowed, some = bool(self._lines or self._filtering.filter), bool(self._list.rows())
        self._bar.setVisible(not self._lines and (some or narrowed))
        shown = self._list if some or self._lines else self._no_such if narrowed else self._none
        self._shown.show_one(shown)

    def _connect(self) -> None:
        self._list.opened.connect(self.opened)
        self._list.delete_asked.connect(self.delete_asked)
        self._none.acted.connect(self.log_asked)
        self._no_such.acted.connect(self._bar.all_asked)
        self._every.clicked.connect(self.show_all)
        self._sentence.activated.connect(lambda _place: self._renew())

    def _made_banner(self) -> Group:
        banner = Group(tr("Which moments are shown"))
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self._sentence, 1)
        across.addWidget(self._every)
        down = QVBoxLayout(banner)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addWidget(self._count)
        down.addLayout(across)
        return banner

    def _lay_out(self) -> None:
        self._shown.add(self._list, fill=False)
        for one in (self._none, self._no_such):
            self._shown.add(one)
        self.column.addWidget(self._banner)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._shown, 1)
        self._banner.hide()


def _among(moment: Moment, behind: frozenset[str]) -> bool:
    return any(found.id in behind for found in moment.impressions)
