"""One week: three questions, a kind look back, and the moments behind it."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from connect_desktop.domain import CheckIn, Reflection
from connect_desktop.i18n import plain_date, tr
from connect_desktop.insight.look_back import look_back
from connect_desktop.insight.week import WeekLine, monday_of
from connect_desktop.ui import theme
from connect_desktop.ui.check_in_sitting import CheckInSitting
from connect_desktop.ui.looking_back import SIX_DAYS, week_of
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.pages.steps_taken import StepsTaken
from connect_desktop.ui.pages.week_moments import WeekMoments
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.theme import UNLIMITED
from connect_desktop.ui.widgets.check_in import CheckInCard
from connect_desktop.ui.widgets.check_in_rows import WEEK, WEEKS
from connect_desktop.ui.widgets.look_back_card import LookBackCard
from connect_desktop.ui.widgets.months_card import MonthsCard
from connect_desktop.ui.widgets.page_scroll import scrolled
from connect_desktop.ui.widgets.plain_label import PlainLabel
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.reveal import reveal

SIDE_BY_SIDE = 860
"""pixels at 100 % from which the last months stand beside the week"""
SIDE_WIDTH = 340


class WeekPage(Page):
    """Shows the week that runs, or an earlier one."""

    moment_asked = Signal(object)
    back_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._monday = monday_of(session.today())
        self._sitting: CheckInSitting | None = None
        self._behind: WeekLine | None = None
        self._title, self._range = PlainLabel("title"), PlainLabel("soft")
        self._back = push_button(tr("Back to Today"), "link")
        self._earlier = push_button(tr("Earlier week"))
        self._later = push_button(tr("Later week"))
        self._questions = CheckInCard()
        self._told = LookBackCard()
        self._moments = WeekMoments(session)
        self._months = MonthsCard()
        self._steps = StepsTaken(session)
        self._ids: tuple[str, ...] = ()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._right = QWidget()
        self._lay_out()
        self._connect()

    def show_week(self, on: date) -> None:
        """Show the week of a day, the one that runs where that is yet to come."""
        monday = min(monday_of(on), monday_of(self.session.today()))
        if monday != self._monday and self._leave():
            self._monday, self._behind = monday, None
            self._stale = True
            if self.isVisible():
                self._stale = False
                self.refresh()

    def shown(self) -> date:
        """Return the Monday of the week that is shown."""
        return self._monday

    def arrive(self) -> None:
        super().arrive()
        self._questions.begin()

    def flush(self) -> bool:
        kept = self._sitting is None or self._sitting.end()
        return self._steps.flush() and kept

    def concerns(self, edits: Edits) -> bool:
        return not all(isinstance(edit.record, Reflection) for edit in edits)

    def refresh(self) -> None:
        today = self.session.today()
        this_week = monday_of(today)
        self._monday = min(self._monday, this_week)
        self._title.setText(_name(self._monday, this_week))
        self._range.setText(
            tr("{start} – {end}", start=plain_date(self._monday), end=plain_date(self._monday + SIX_DAYS))
        )
        self._walkable(this_week)
        self._ask(this_week)
        self._look_back(this_week)
        self._show_months(this_week)
        self._steps.refresh()
        self._order()

    def _order(self) -> None:
        """Let Tab go down the page: sentences and steps are made anew, and would come last."""
        stops: list[QWidget] = [
            self._questions.note, *self._told.stops(), *self._moments.stops(), *self._months.stops(),
            *self._steps.stops(),
        ]  # fmt: skip
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE * theme.scale()
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._right.setMaximumWidth(round(SIDE_WIDTH * theme.scale()) if wide else UNLIMITED)

    # Which week

    def _walkable(self, this_week: date) -> None:
        self._later.setEnabled(self._monday < this_week)
        self._earlier.setEnabled(self._monday > self._first())

    def _first(self) -> date:
        """Return the Monday of the first week there is anything in."""
        store, today = self.session.store, self.session.today()
        days: Iterable[date | None] = (
            store.moments.first_day(self.session.settings.day_ends),
            store.checkins.first_week(),
            store.steps.first_day(),
        )
        return monday_of(min((day for day in days if day is not None), default=today))

    def _walk(self, weeks: int) -> None:
        self.show_week(self._monday + weeks * WEEK)

    # The questions

    def _ask(self, this_week: date) -> None:
        found = self.session.store.checkins.of_week(self._monday)
        self._questions.ask(this_week=self._monday == this_week)
        if self._sitting is not None:
            if self._sitting.take(found):
                self._questions.show_check_in(found)
            return
        self._questions.show_check_in(found)
        self._questions.say("")
        record = found or CheckIn(week=self._monday)
        self._sitting = CheckInSitting(
            self.session, record, self._questions.values, stored=found is not None, parent=self
        )
        self._sitting.saved.connect(lambda _record: self._questions.say(tr("Kept.")))
        self._sitting.not_saved.connect(self._say_not_saved)

    def _say_not_saved(self, sentence: str) -> None:
        self._questions.say(
            tr("{sentence} Your answers stay here, and Connect keeps trying.", sentence=sentence)
        )

    def _answer(self) -> None:
        self._type()
        if self._sitting is not None:
            self._sitting.flush()

    def _type(self) -> None:
        if self._sitting is not None:
            self._sitting.touch()

    def _leave(self) -> bool:
        """End the sitting; False where what was typed could not be saved, which stays."""
        if self._sitting is None:
            return True
        if not self._sitting.end():
            return False
        self._sitting.drop()
        self._sitting.deleteLater()
        self._sitting = None
        return True

    # Looking back

    def _look_back(self, this_week: date) -> None:
        week = week_of(self.session, self._monday)
        lines = look_back(week)
        self._ids = tuple(dict.fromkeys(week.felt.interaction))
        self._told.show_lines(lines, _nothing(self._monday == this_week))
        if self._behind is not None and self._behind not in lines:
            self._behind = None
        self._told.mark(self._behind)
        self._show_moments()

    def _show_behind(self, line: WeekLine | None) -> None:
        if line is not None and not (line.moments or line.steps):
            return
        if line is not None and line.steps:
            self._told.mark(None)
            reveal(self._steps)
            return
        self._behind = line
        self._told.mark(line)
        self._show_moments()
        if line is not None:
            reveal(self._moments)

    def _show_moments(self) -> None:
        behind = self._behind
        self._moments.show_moments(self._ids if behind is None else behind.moments, behind=behind is not None)

    # The last months

    def _show_months(self, this_week: date) -> None:
        last = min(this_week, max(self._monday + (WEEKS // 2) * WEEK, self._first() + (WEEKS - 1) * WEEK))
        found = {one.week: one for one in self.session.store.checkins.since(last - (WEEKS - 1) * WEEK)}
        self._months.show_weeks(
            {week: one for week, one in found.items() if week <= last}, last, self._monday
        )

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self._earlier.clicked.connect(lambda: self._walk(-1))
        self._later.clicked.connect(lambda: self._walk(1))
        self._questions.answered.connect(self._answer)
        self._questions.typed.connect(self._type)
        self._told.asked.connect(self._show_behind)
        self._moments.all_asked.connect(lambda: self._show_behind(None))
        self._moments.opened.connect(self.moment_asked)
        self._months.week_asked.connect(self.show_week)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "clear")
        down = QVBoxLayout(inside)
        down.setContentsMargins(32, 24, 32, 24)
        down.setSpacing(18)
        down.addLayout(self._made_head())
        left = QVBoxLayout()
        left.setSpacing(18)
        part: QWidget
        for part in (self._questions, self._told, self._moments):
            left.addWidget(part)
        left.addStretch(1)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(18)
        for part in (self._months, self._steps):
            right.addWidget(part)
        right.addStretch(1)
        self._across.setSpacing(18)
        self._across.addLayout(left, 1)
        self._across.addWidget(self._right)
        down.addLayout(self._across)
        down.addStretch(1)
        area = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _made_head(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        names.addWidget(self._title)
        names.addWidget(self._range)
        across = QHBoxLayout()
        across.addLayout(names, 1)
        for button in (self._earlier, self._later):
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        return across


def _name(monday: date, this_week: date) -> str:
    if monday == this_week:
        return tr("This week")
    if monday == this_week - WEEK:
        return tr("Last week")
    return tr("{n} weeks ago", n=(this_week - monday).days // 7)


def _nothing(this_week: bool) -> tuple[str, str]:
    if this_week:
        return (
            tr("Nothing logged this week yet"),
            tr("That is all right. What you log appears here, and is looked back on kindly."),
        )
    return (
        tr("Nothing was logged in this week"),
        tr("Weeks like that belong to a life too. There is nothing to make up for."),
    )
