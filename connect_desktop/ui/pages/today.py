"""Today: how did it land? The quick log, and what was logged lately."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from connect_desktop.domain import COLOURS, Moment, Person, Reflection, labels
from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import long_date, tr, tr_n
from connect_desktop.ui import moments, theme
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.log_card import LogCard, LogEntry
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.person_field import Choice, NewName
from connect_desktop.ui.widgets.told import short_name
from connect_desktop.ui.widgets.week import WeekStrip

if TYPE_CHECKING:
    from connect_desktop.ui.widgets.observation_card import ObservationCard

SIDE_BY_SIDE = 860
"""pixels at 100 % from which the week stands beside the recent moments"""

OBSERVE_AFTER = 1500
"""milliseconds after coming here, when nobody waits for anything; not while moments are being logged"""


class TodayPage(Page):
    """Logs moments and shows the latest."""

    person_asked = Signal(str)
    moment_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        self._readings = BondReadings.of_session(session)
        super().__init__(session)
        self._observed: ObservationCard | None = None
        self._side, self._below = QVBoxLayout(), QVBoxLayout()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(OBSERVE_AFTER)
        self._date = QLabel()
        self._date.setProperty("role", "soft")
        self._card = LogCard(session.store.words.all())
        self._card.show_detail(session.settings.detail_open)
        self._recent = MomentList(whole=True)
        self._more = QPushButton(tr("Show earlier moments"))
        self._more.setProperty("role", "link")
        self._week = WeekStrip()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._empty = EmptyState(
            tr("Nothing here yet"),
            tr(
                "The moments you log appear here, day by day. "
                "One person and one answer of your body is enough."
            ),
        )
        self._offer_people()
        self._lay_out()
        self._card.entered.connect(self._log)
        self._card.detail_toggled.connect(lambda shown: session.save_settings(detail_open=shown))
        self._recent.opened.connect(self.moment_asked)
        self._recent.delete_asked.connect(self._delete)
        self._more.clicked.connect(self._show_more)
        self._idle.timeout.connect(self._readings.load)
        self._readings.loaded.connect(self._observe)

    def arrive(self) -> None:
        super().arrive()
        self._card.begin()
        self._idle.start()

    def begin_log(self, person_id: str | None = None) -> None:
        """Put the cursor into the quick log, with someone chosen where given."""
        person = self.session.store.people.get(person_id) if person_id else None
        self._scroll.verticalScrollBar().setValue(0)
        self._card.begin(_choice(person) if person else None)

    def show_detail(self) -> None:
        """Open the optional answers of the quick log."""
        self._card.show_detail(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= SIDE_BY_SIDE * theme.scale()
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.LeftToRight if wide else directions.BottomToTop)
        self._place_observation()
        self._across.setAlignment(self._side, Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0))

    def concerns(self, edits: Edits) -> bool:
        return not all(isinstance(edit.record, Reflection) for edit in edits)

    def refresh(self) -> None:
        store, today = self.session.store, self.session.today()
        monday = today - timedelta(days=today.weekday())
        felt = store.moments.days(monday, monday + timedelta(days=6), self.session.settings.day_ends)
        count = sum(len(answers) for answers in felt.values())
        week = tr_n("{n} moment this week", "{n} moments this week", count) if count else ""
        self._date.setText(" · ".join(filter(None, (long_date(today), week))))
        self._week.show_week(monday, felt)
        self._offer_people()
        shown = moments.Shown.now(self.session)
        pages = moments.Pages(store.moments.recent, shown)
        self._recent.fill(pages)
        some = bool(self._recent.rows())
        self._recent.setVisible(some)
        self._empty.setVisible(not some)
        self._more.setVisible(self._recent.has_more())

    def _observe(self) -> None:
        """Mention what is new about somebody, where something is; one thing, beside everything else."""
        if not self.isVisible():
            return
        found = self._readings.observation()
        told = self._readings.of(found.person) if found else None
        person = self.session.store.people.get(found.person) if found else None
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
        if self._observed is not None:
            wide = self._across.direction() == QBoxLayout.Direction.LeftToRight
            (self._side if wide else self._below).addWidget(self._observed)

    def _open_observed(self) -> None:
        found = self._readings.observation()
        if found is not None:
            self.person_asked.emit(found.person)

    def _wave_away(self) -> None:
        self._readings.wave_away()
        self._observe()
        self._card.begin()

    def _offer_people(self) -> None:
        self._card.set_people([_choice(person) for person in self.session.store.people.by_recency()])

    def _log(self, entry: LogEntry) -> None:
        try:
            people = [self._person(choice) for choice in entry.people]
            at = entry.at or self.session.now()
            edits = moments.new_moment(entry.interaction, entry.feel, people, at)
            self.session.apply(tr("Moment saved"), *edits)
        except ConnectError as error:
            self._card.tell(str(error))
        else:
            self._card.clear()

    def _person(self, choice: Choice | NewName) -> str | Person:
        if isinstance(choice, Choice):
            return choice.id
        return Person(name=choice.name, colour=self.session.store.people.count() % COLOURS)

    def _delete(self, moment: Moment) -> None:
        try:
            self.session.apply(tr("Moment deleted"), *moments.deletion(self.session, moment))
        except ConnectError as error:
            self._card.tell(str(error))

    def _show_more(self) -> None:
        self._recent.read_more()
        self._more.setVisible(self._recent.has_more())

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "clear")
        down = QVBoxLayout(inside)
        down.setContentsMargins(32, 24, 32, 24)
        down.setSpacing(18)
        title = QLabel(tr("How did it land?"))
        title.setProperty("role", "title")
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(title)
        head.addWidget(self._date)
        down.addLayout(head)
        down.addWidget(self._card)
        self._across.setSpacing(18)
        self._across.addWidget(self._recent_card(), 1)
        self._side.setSpacing(18)
        self._side.addWidget(self._week)
        self._across.addLayout(self._side)
        down.addLayout(self._across)
        down.addLayout(self._below)
        down.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _recent_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        heading = QLabel(tr("Recent moments"))
        heading.setProperty("role", "strong")
        down = QVBoxLayout(card)
        down.setContentsMargins(18, 16, 18, 12)
        down.addWidget(heading)
        down.addWidget(self._recent)
        down.addWidget(self._empty)
        down.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        return card


def _choice(person: Person) -> Choice:
    return Choice(id=person.id, name=person.name, detail=labels.ties(person.ties), colour=person.colour)
