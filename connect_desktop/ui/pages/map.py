"""The map: everyone by who reaches out and whether it lands, month by month, and what the counts say."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout

from connect_desktop.domain import Reflection, Status
from connect_desktop.i18n import month_of, tr
from connect_desktop.insight import said_before
from connect_desktop.insight.looking_back import LookingBack
from connect_desktop.ui.pages.map_board import MapBoard
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.person_choice import told_apart
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.segmented import SegmentedChoice

SPANS: dict[str, int | None] = {"month": 30, "half": 182, "year": 365, "all": None}
"""days"""
AHEAD = 120
"""milliseconds after a month was drawn in which the next one is worked out"""


class MapPage(Page):
    """Where it lands."""

    person_asked = Signal(str)
    log_asked = Signal()

    def __init__(self, session: Session) -> None:
        self._readings = BondReadings.of_session(session)
        super().__init__(session)
        self._back: LookingBack | None = None
        self._subtitle = QLabel()
        self._subtitle.setProperty("role", "soft")
        self._subtitle.setWordWrap(True)
        self._span = SegmentedChoice(
            [("month", tr("Month")), ("half", tr("Six months")), ("year", tr("Year")), ("all", tr("All"))],
            name=tr("Everyone you logged with in"),
        )
        self._span.set_value("half")
        self._board = MapBoard()
        self._nobody = EmptyState(
            tr("Nobody here yet"),
            tr("Everyone you log with appears here: who reaches out, and whether you are met."),
            tr("Log a moment"),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        super().arrive()
        if self._back is not None:
            self._board.canvas.setFocus()

    def concerns(self, edits: Edits) -> bool:
        return not all(isinstance(edit.record, Reflection) for edit in edits)

    def refresh(self) -> None:
        self._back = self._looking_back()
        somebody = self._back is not None
        self._stack.setCurrentIndex(0 if somebody else 1)
        self._subtitle.setVisible(somebody)
        self._span.setVisible(somebody)
        if self._back is not None:
            self._board.months.set_months([*map(month_of, self._back.ends[:-1]), tr("Today")])
            self._show()

    def _hear(self, edits: Edits) -> None:
        super()._hear(edits)
        if self._stale:
            self._back = None  # out of memory, until somebody comes back and it is read anew

    def _looking_back(self) -> LookingBack | None:
        """Return what was logged with those whose bond is lived now; None where that is nothing."""
        store = self.session.store
        lived = [person for person in store.people.all() if person.status is Status.ACTIVE]
        names = told_apart(self.session, lived)
        people = [replace(person, name=names[person.id]) for person in lived]
        entries = self._readings.found().look.entries  # with the same people, in the same order
        if not len(entries):
            return None
        return LookingBack(
            entries,
            people,
            self.session.today(),
            said=said_before.states(said_before.remembered(store.memo(said_before.MEMO)).now),
        )

    def _show(self) -> None:
        """Show the month that is chosen."""
        if self._back is None:
            return
        month, span = self._board.months.month(), str(self._span.value())
        last = month == len(self._back.ends) - 1
        end = self._back.ends[month]
        self._subtitle.setText(_lately(span) if last else _then(span, month_of(end)))
        self._board.show_places(self._back.places(month, SPANS[span]), end)

    def _go_to(self, _month: int) -> None:
        self._board.canvas.change_softly()
        self._show()

    def _prepare(self) -> None:
        """While months are playing, work the next one out before it is wanted."""
        if self._board.months.playing():
            QTimer.singleShot(AHEAD, self, self._work_ahead)

    def _work_ahead(self) -> None:
        following = self._board.months.month() + 1
        if self._back is not None and following < len(self._back.ends):
            self._back.look(following)

    def _connect(self) -> None:
        self._span.changed.connect(lambda _span: self._show())
        self._board.months.changed.connect(self._go_to)
        self._board.canvas.drawn.connect(lambda _chart: self._prepare())
        self._board.person_asked.connect(self.person_asked)
        self._nobody.acted.connect(self.log_asked)

    def _lay_out(self) -> None:
        self._stack.addWidget(self._board)
        self._stack.addWidget(self._nobody.on_card())
        title = QLabel(tr("Where it lands"))
        title.setProperty("role", "title")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(words, 1)
        head.addWidget(self._span, 0, Qt.AlignmentFlag.AlignVCenter)
        down = QVBoxLayout(self)
        down.setContentsMargins(32, 24, 32, 20)
        down.setSpacing(16)
        down.addLayout(head)
        down.addWidget(self._stack, 1)


def _lately(span: str) -> str:
    """Return who is on the map of today."""
    return {
        "month": tr("Everyone you logged with in the last month."),
        "half": tr("Everyone you logged with in the last six months."),
        "year": tr("Everyone you logged with in the last year."),
        "all": tr("Everyone you ever logged with."),
    }[span]


def _then(span: str, month: str) -> str:
    """Return who is on the map of an earlier month."""
    return {
        "month": tr("As it read after {month}: everyone you logged with in that month.", month=month),
        "half": tr("As it read after {month}: everyone of the six months up to then.", month=month),
        "year": tr("As it read after {month}: everyone of the year up to then.", month=month),
        "all": tr("As it read after {month}: everyone up to then.", month=month),
    }[span]
