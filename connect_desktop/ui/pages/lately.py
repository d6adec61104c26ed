"""What was logged lately: the newest moments, the week at a glance, and one thing they say."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from connect_desktop.domain import Moment
from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr
from connect_desktop.insight.told import short_name
from connect_desktop.ui import moments, theme
from connect_desktop.ui.pages.loose_ends import LooseEnds
from connect_desktop.ui.pages.small_step import SmallStep
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.card import PADDING
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.moment_delegate import ROW_PAD
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.week import WeekStrip

if TYPE_CHECKING:
    from connect_desktop.ui.widgets.observation_card import ObservationCard

SIDE_BY_SIDE, CARDS_SIDE_BY_SIDE = 796, 620
"""pixels at 100 % from which the week stands beside the recent moments, and a step beside the week"""


class Lately(QWidget):
    """Lists whose moments can be opened and deleted; beside them the week, and an observation at times."""

    moment_asked = Signal(object)
    """a Moment to be opened"""
    person_asked = Signal(str)
    refused = Signal(str)
    """a sentence: why a moment was not deleted"""
    week_asked = Signal(object)
    """the Monday of a week to look back at"""
    settled = Signal()
    """what was asked, mentioned or offered is done with: on with the log"""
    catch_up_asked = Signal()
    all_asked = Signal()
    """every moment, on a page of its own"""
    hope_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._readings = BondReadings.of_session(session)
        self._observed: ObservationCard | None = None
        self._recent = MomentList(whole=True)
        self._more = push_button(tr("Show earlier moments"), "link")
        self._all = push_button(tr("All moments"), "link")
        self._week = WeekStrip()
        self._loose = LooseEnds(session)
        self._step = SmallStep(session, self)
        self._empty = EmptyState(
            tr("Nothing here yet"),
            tr(
                "The moments you log appear here, day by day. "
                "One person and one answer of your body is enough."
            ),
        )
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side, self._below = QBoxLayout(QBoxLayout.Direction.TopToBottom), QVBoxLayout()
        self._lay_out()
        self._recent.opened.connect(self.moment_asked)
        self._recent.delete_asked.connect(self._delete)
        self._more.clicked.connect(self._show_more)
        self._all.clicked.connect(self.all_asked)
        self._week.look_back_asked.connect(self.week_asked)
        self._step.made.connect(self._place_step)
        self._step.settled.connect(self.settled)
        self._step.refused.connect(self.refused)
        self._readings.loaded.connect(self._observe)
        self._loose.catch_up_asked.connect(self.catch_up_asked)
        self._loose.hope_asked.connect(self.hope_asked)
        self._loose.refused.connect(self.refused)
        self._loose.settled.connect(self.settled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE * theme.scale()
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.LeftToRight if wide else directions.BottomToTop)
        beside = not wide and event.size().width() >= CARDS_SIDE_BY_SIDE * theme.scale()
        self._side.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        if self._side.count() > 1:
            self._side.setStretch(self._side.count() - 1, int(beside))
        self._place_observation()
        self._across.setAlignment(self._side, Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0))

    def refresh(self) -> int:
        """Read anew from the store, and return how many moments there were this week."""
        store, today = self._session.store, self._session.today()
        monday = today - timedelta(days=today.weekday())
        felt = store.moments.days(monday, monday + timedelta(days=6), self._session.settings.day_ends)
        self._week.show_week(monday, felt, today)
        self._step.refresh()
        self._recent.fill(moments.Pages(store.moments.recent, moments.Shown.now(self._session)))
        self._loose.refresh()
        some = bool(self._recent.rows())
        self._recent.setVisible(some)
        self._empty.setVisible(not some)
        self._more.setVisible(self._recent.has_more())
        self._all.setVisible(some)
        return sum(map(len, felt.values()))

    def observe(self) -> None:
        """Mention what is new about somebody, where something is, when that can be worked out at leisure."""
        self._readings.load()

    def flush(self) -> bool:
        """Save what was told of a step and is not saved; False where that failed."""
        return self._step.flush()

    def _observe(self) -> None:
        """Mention one thing and offer one small step, beside everything else."""
        if not self.isVisible():
            return
        self._step.offer()
        found = self._readings.observation()
        told = self._readings.of(found.person) if found else None
        person = self._session.store.people.get(found.person) if found else None
        if told is not None and person is not None:
            self._observation_card().show_told(short_name(person.name), told)
        elif self._observed is not None:
            self._observed.hide()

    def _observation_card(self) -> "ObservationCard":
        from connect_desktop.ui.widgets.observation_card import ObservationCard  # noqa: PLC0415 - start-up

        if self._observed is None:
            self._observed = ObservationCard()
            self._observed.opened.connect(self._open_observed)
            self._observed.waved_away.connect(self._wave_away)
            self._place_observation()
        return self._observed

    def _place_observation(self) -> None:
        """Put it beside the recent moments where there is room, else below them: it is never in the way."""
        if self._observed is None:
            return
        if self._across.direction() == QBoxLayout.Direction.LeftToRight:
            self._side.insertWidget(1, self._observed)
        else:
            self._below.addWidget(self._observed)

    def _place_step(self, card: QWidget) -> None:
        """Put it under the week, or beside it where both stand above the recent moments."""
        self._side.addWidget(card, int(self._side.direction() == QBoxLayout.Direction.LeftToRight))

    def _open_observed(self) -> None:
        found = self._readings.observation()
        if found is not None:
            self.person_asked.emit(found.person)

    def _wave_away(self) -> None:
        self._readings.wave_away()
        self._observe()
        self.settled.emit()

    def _delete(self, moment: Moment) -> None:
        try:
            self._session.apply(tr("Moment deleted"), *moments.deletion(self._session, moment))
        except ConnectError as error:
            self.refused.emit(str(error))

    def _show_more(self) -> None:
        self._recent.read_more()
        self._more.setVisible(self._recent.has_more())

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        heading = QLabel(tr("Recent moments"))
        heading.setProperty("role", "strong")
        down = QVBoxLayout(card)
        heading.setContentsMargins(ROW_PAD, 0, 0, 0)
        down.setContentsMargins(PADDING - ROW_PAD, 16, PADDING - ROW_PAD, 12)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, ROW_PAD, 0)
        top.addWidget(heading, 1)
        top.addWidget(self._all)
        down.addLayout(top)
        down.addWidget(self._recent)
        down.addWidget(self._empty)
        down.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        down.addStretch(1)
        self._across.setSpacing(18)
        self._across.addWidget(card, 1)
        self._side.setSpacing(18)
        self._side.addWidget(self._week)
        self._across.addLayout(self._side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(18)
        whole.addWidget(self._loose)
        whole.addLayout(self._across)
        whole.addLayout(self._below)
