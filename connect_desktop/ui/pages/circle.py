"""One circle: who is in it, how the body answers among them, the moments and the reflections."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import QMargins, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from connect_desktop.domain import Circle, Columns, Moment
from connect_desktop.domain.labels import BETWEEN
from connect_desktop.i18n import relative_day, tr, tr_n
from connect_desktop.ui import moments
from connect_desktop.ui.circle_actions import CircleActions
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.pages.person_charts import SIDE, PersonCharts
from connect_desktop.ui.pages.person_reflections import PersonReflections
from connect_desktop.ui.person_choice import told_apart
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.circle_head import CircleHead
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.moment_rows import Face
from connect_desktop.ui.widgets.one_of import OneOf
from connect_desktop.ui.widgets.page_scroll import PageScroll
from connect_desktop.ui.widgets.segmented import SegmentedChoice

LATELY = timedelta(days=182)
TABS = ("charts", "moments", "reflections")


class CirclePage(Page):
    """Everything that was logged with one circle; of its members nobody comes before another."""

    moment_asked = Signal(object)
    """a Moment"""
    log_asked = Signal(str)
    person_asked = Signal(str)
    reflection_asked = Signal(str)
    new_reflection_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, session: Session) -> None:
        BondReadings.of_session(session)  # hears of changes before this page does
        super().__init__(session)
        self._circle: Circle | None = None
        self._actions = CircleActions(session, self)
        self._head = CircleHead()
        self._tabs = SegmentedChoice([(tab, "") for tab in TABS], name=tr("What to look at"))
        self._charts = PersonCharts()
        self._moments = _CircleMoments()
        self._reflections = PersonReflections(tr("What you write about this circle appears here."))
        self._tab = OneOf()
        self._scroll = PageScroll(QMargins(SIDE, 24, SIDE, 20))
        self._lay_out()
        self._connect()
        self._tabs.set_value("charts")

    def show_circle(self, circle_id: str) -> None:
        """Show the circle with this id."""
        if self._circle is None or self._circle.id != circle_id:
            self._circle = self.session.store.circles.get(circle_id)
            self._head.fold()
            self._tabs.set_value("charts")
            self._show_tab("charts")
            self._scroll.begin()
            self._stale = True

    def arrive(self) -> None:
        super().arrive()
        self._tabs.setFocus()

    def refresh(self) -> None:
        circle = self.session.store.circles.get(self._circle.id) if self._circle else None
        if circle is None:
            self.back_asked.emit()
            return
        self._circle = circle
        store = self.session.store
        columns, written = store.impressions.columns_in(circle.id), store.reflections.in_circle(circle.id)
        self._head.show_circle(circle.name, self._facts(columns), circle.note, self._faces(circle))
        self._tabs.set_options(_tab_labels(len(columns), len(written)))
        self._charts.show_columns(columns, self.session, circle.name)
        self._moments.show_circle(self.session, circle)
        self._reflections.show_reflections(written, self.session.today())

    def _show_tab(self, tab: object) -> None:
        tabs = self._charts, self._moments, self._reflections
        self._tab.show_one(tabs[TABS.index(str(tab))])

    def _read_on(self) -> None:
        if self._moments.isVisible() and self._moments.list.has_more():
            self._moments.list.read_more()

    def _faces(self, circle: Circle) -> list[Face]:
        """Return the members by name."""
        people = self.session.store.people.all()
        called = told_apart(self.session, people)
        members = [one for one in people if one.id in circle.members]
        return [Face(id=one.id, name=called[one.id], colour=one.colour) for one in members]

    def _facts(self, columns: Columns) -> str:
        today = self.session.today()
        lately = columns.within(today - LATELY, today, self.session.settings.day_ends)
        parts = [tr_n("{n} moment in six months", "{n} moments in six months", len(lately))]
        newest = next(iter(self.session.store.moments.in_circle(self._id(), 1)), None)
        if newest is not None:
            parts.append(tr("last {day}", day=relative_day(self.session.day_of(newest.at), today)))
        return BETWEEN.join(parts)

    def _id(self) -> str:
        return self._circle.id if self._circle is not None else ""

    def _open_marked(self, impressions: tuple[str, ...]) -> None:
        """A point in a chart was opened: show its moment."""
        moment = moments.moment_of(self.session, impressions[-1])
        if moment is not None:
            self.moment_asked.emit(moment)

    def _delete_moment(self, moment: Moment) -> None:
        moments.delete(self.session, moment)

    def _tell(self, signal: SignalInstance) -> None:
        if self._circle is not None:
            signal.emit(self._circle.id)

    def _edit(self) -> None:
        if self._circle is not None:
            self._actions.edit(self._circle)

    def _delete(self) -> None:
        if self._circle is not None:
            self._actions.delete(self._circle)

    def concerns(self, edits: Edits) -> bool:
        return self._circle is not None and bool(edits)

    def _connect(self) -> None:
        self._tabs.changed.connect(self._show_tab)
        self._scroll.neared_end.connect(self._read_on)
        self._charts.opened.connect(self._open_marked)
        self._moments.list.opened.connect(self.moment_asked)
        self._moments.list.delete_asked.connect(self._delete_moment)
        self._moments.log_asked.connect(lambda: self._tell(self.log_asked))
        self._reflections.opened.connect(self.reflection_asked)
        self._reflections.new_asked.connect(lambda: self._tell(self.new_reflection_asked))
        self._head.back_asked.connect(self.back_asked)
        self._head.log_asked.connect(lambda: self._tell(self.log_asked))
        self._head.edit_asked.connect(self._edit)
        self._head.delete_asked.connect(self._delete)
        self._head.person_asked.connect(self.person_asked)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back_asked)

    def _lay_out(self) -> None:
        for tab in (self._charts, self._moments, self._reflections):
            self._tab.add(tab)
        across = QHBoxLayout()
        across.addWidget(self._tabs)
        across.addStretch(1)
        down = self._scroll.column
        down.addWidget(self._head)
        down.addLayout(across)
        down.addWidget(self._tab, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)


class _CircleMoments(Card):
    """The moments of a circle, newest first."""

    log_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = MomentList(whole=True)
        self._none = EmptyState(
            tr("No moments yet"),
            tr("What you log with this circle appears here, newest first."),
            tr("Log a moment"),
        )
        self._none.acted.connect(self.log_asked)
        self._shown = OneOf()
        self._shown.add(self.list, fill=False)
        self._shown.add(self._none)
        self.column.addWidget(self._shown, 1)

    def show_circle(self, session: Session, circle: Circle) -> None:
        """Read the first page; more as one scrolls."""
        read = partial(session.store.moments.in_circle, circle.id)
        self.list.fill(moments.Pages(read, moments.Shown.now(session)))
        self._shown.show_one(self.list if self.list.rows() else self._none)


def _tab_labels(moment_count: int, reflection_count: int) -> list[tuple[object, str]]:
    return [
        ("charts", tr("Charts")),
        ("moments", tr("Moments {n}", n=f"{moment_count:,}")),
        ("reflections", tr("Reflections {n}", n=reflection_count)),
    ]
