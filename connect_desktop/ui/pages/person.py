"""One person: the charts, the moments, the reflections, and what is known about them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QMargins, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from connect_desktop.domain import Edit, Moment, Person, Status, Word, labels
from connect_desktop.domain.clock import day_of_wall
from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import month_name, relative_day, tr, tr_n
from connect_desktop.insight.told import Told, short_name
from connect_desktop.ui import closeness, moments, theme
from connect_desktop.ui.hope_actions import HopeActions
from connect_desktop.ui.hopes import hope_rows
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.pages.person_about import AboutPerson
from connect_desktop.ui.pages.person_charts import SIDE, PersonCharts
from connect_desktop.ui.pages.person_hopes import PersonHopes
from connect_desktop.ui.pages.person_moments import PersonMoments
from connect_desktop.ui.pages.person_open import PersonOpen
from connect_desktop.ui.pages.person_reflections import PersonReflections
from connect_desktop.ui.person_actions import PersonActions
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.widgets.one_of import OneOf
from connect_desktop.ui.widgets.page_scroll import PageScroll
from connect_desktop.ui.widgets.person_head import PersonHead
from connect_desktop.ui.widgets.reading_card import ReadingCard
from connect_desktop.ui.widgets.segmented import SegmentedChoice

HALF_A_YEAR = timedelta(days=182)
LOW = 720
"""pixels at 100 % below which what is above the charts leaves them more of the window"""
TABS = ("charts", "moments", "reflections", "hopes", "about")


class PersonPage(Page):
    """Everything that was logged with one person."""

    moment_asked = Signal(object, str)
    """a Moment and the person it is looked at from"""
    log_asked = Signal(str)
    export_asked = Signal(str)
    back_asked = Signal()
    reflection_asked = Signal(str)
    new_reflection_asked = Signal(str)
    catch_up_asked = Signal(str)
    circle_asked = Signal(str)
    closeness_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        self._readings = BondReadings.of_session(session)
        super().__init__(session)
        self._person: Person | None = None
        self._actions = PersonActions(session, self)
        self._head = PersonHead()
        self._tabs = SegmentedChoice([(tab, "") for tab in TABS], name=tr("What to look at"))
        self._charts = PersonCharts()
        self._reading = ReadingCard()
        self._open = PersonOpen(session)
        self._moments = PersonMoments()
        self._reflections = PersonReflections()
        self._hopes = PersonHopes()
        self._hope_actions = HopeActions(session, self)
        self._about = AboutPerson()
        self._tab = OneOf()
        self._waiting: dict[str, Callable[[], object]] = {}
        self._scroll = PageScroll(QMargins(SIDE, 24, SIDE, 20))
        self._lay_out()
        self._connect()
        self._tabs.set_value("charts")

    def show_person(self, person_id: str) -> None:
        """Show the person with this id."""
        if self._person is None or self._person.id != person_id:
            self._person = self.session.store.people.get(person_id)
            self._waiting = {}
            self._turn_to("charts")
            self._scroll.begin()
            self._stale = True

    def arrive(self) -> None:
        super().arrive()
        self._renew_reading()
        self._tabs.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = event.size().height() < LOW * theme.scale()
        self._reading.make_short(low)
        self._scroll.stand_close(low)

    def about(self) -> str | None:
        return self._person.id if self._person is not None else None

    def concerns(self, edits: Edits) -> bool:
        person = self._person
        return person is not None and any(_touches(edit.record, person.id) for edit in edits)

    def refresh(self) -> None:
        if self._person is None:
            return
        person = self.session.store.people.get(self._person.id)
        if person is None:
            self.back_asked.emit()
            return
        self._person = person
        columns = self.session.store.impressions.columns(person.id)
        written = self.session.store.reflections.of(person.id)
        self._head.show_person(person, self._facts(person, [*columns.wall]))
        hopes = hope_rows(self.session, person.id)
        self._tabs.set_options(_tab_labels(len(columns), len(written), len(hopes)))
        self._charts.show_columns(columns, self.session, person.name, person.status)
        self._show_reading(person)
        self._open.show_person(person)
        self._waiting = {
            "moments": lambda: self._moments.show_person(self.session, person),
            "reflections": lambda: self._reflections.show_reflections(written, self.session.today()),
            "hopes": lambda: self._hopes.show_rows(hopes, may_name=person.status is not Status.DIED),
            "about": lambda: self._show_about(person),
        }
        self._fill_tab(str(self._tabs.value()))

    def _facts(self, person: Person, walls: list[int]) -> str:
        today = self.session.today()
        parts = [labels.ties(person.ties)] if person.ties else []
        if person.status is not Status.ACTIVE:
            parts.append(labels.status_label(person.status))
        if person.since:
            parts.append(
                tr("since {month} {year}", month=month_name(person.since.month), year=person.since.year)
            )
        days = [day_of_wall(wall, self.session.settings.day_ends) for wall in walls]
        if person.status is Status.ACTIVE:
            lately = sum(day > today - HALF_A_YEAR for day in days)
            parts.append(tr_n("{n} moment in six months", "{n} moments in six months", lately))
        else:
            parts.append(tr_n("{n} moment", "{n} moments", len(days)))
        if days:
            parts.append(tr("last {day}", day=relative_day(max(days), today)))
        return labels.BETWEEN.join(parts)

    def _turn_to(self, tab: str) -> None:
        self._tabs.set_value(tab)
        self._show_tab(tab)

    def _fill_tab(self, tab: str) -> None:
        """Fill a tab that is about to be seen, where that was not done since the page was last read."""
        if fill := self._waiting.pop(tab, None):
            fill()

    def _show_about(self, person: Person) -> None:
        circles = self.session.store.circles.of(person.id)
        self._about.show_person(person, circles, self._closeness(person))

    def _show_tab(self, tab: object) -> None:
        self._fill_tab(str(tab))
        tabs = self._charts, self._moments, self._reflections, self._hopes, self._about
        self._tab.show_one(tabs[TABS.index(str(tab))])

    def _read_on(self) -> None:
        if self._moments.isVisible():
            self._moments.read_on()

    def _closeness(self, person: Person) -> str:
        return closeness.history(self.session.store.closeness.of(person.id), person.id, self.session.today())

    def _renew_reading(self) -> None:
        """Moments with others change what is usual, and with it what is read here."""
        if self._person is not None:
            self._show_reading(self._person)
            self._charts.renew_usual(self._readings.usual_body())

    def _show_reading(self, person: Person) -> None:
        told = self._readings.of(person.id)
        if told is not None:
            self._reading.show_told(told, _aside(told, person))
            self._reading.offer_help(person.status is not Status.DIED)
            self._moments.renew_lines(told.sentences())

    def _show_behind(self) -> None:
        """Turn to the moments that say what the card says."""
        told = self._told()
        if told is not None:
            self._reading.unfold(False)
            self._fill_tab("moments")
            self._moments.show_behind(told.sentences())
            self._turn_to("moments")
            self._tabs.setFocus()
            self._scroll.show_from(self._tabs)

    def _show_working(self) -> None:
        from connect_desktop.ui.dialogs.worked_out import WorkedOut  # noqa: PLC0415 - start-up

        working = self._readings.working(self._person.id) if self._person else None
        if working is not None:
            title = tr("How the reading of {name} is worked out", name=short_name(working.name))
            WorkedOut(self, title, [*working.steps()]).open()

    def _show_help(self) -> None:
        from connect_desktop.ui.dialogs.worked_out import WorkedOut  # noqa: PLC0415 - start-up
        from connect_desktop.ui.safe import who_can_help  # noqa: PLC0415 - start-up

        WorkedOut(self, tr("If you are afraid of someone"), who_can_help()).open()

    def _mark_one_way(self, one_way: bool) -> None:
        person = self._person
        if person is None or person.one_way == one_way:
            return
        label = tr("Marked: care runs one way") if one_way else tr("No longer marked: care runs one way")
        try:
            self.session.apply(label, Edit(person, replace(person, one_way=one_way)))
        except ConnectError as error:
            self.session.not_saved.emit(str(error))
            self._show_reading(person)

    def _told(self) -> Told | None:
        return self._readings.of(self._person.id) if self._person else None

    def _open_marked(self, impressions: tuple[str, ...]) -> None:
        """A point in a chart was opened: show its moment."""
        moment = moments.moment_of(self.session, impressions[-1])
        if moment is not None and self._person is not None:
            self.moment_asked.emit(moment, self._person.id)

    def _open_sign(self, interaction_id: str, person_id: str) -> None:
        """A dot of a hope was opened: show its moment."""
        moment = self.session.store.moments.get(interaction_id)
        if moment is not None:
            self.moment_asked.emit(moment, person_id)

    def _delete_moment(self, moment: Moment) -> None:
        moments.delete(self.session, moment)

    def _tell(self, signal: SignalInstance) -> None:
        if self._person is not None:
            signal.emit(self._person.id)

    def _connect(self) -> None:
        self.session.changed.connect(lambda _edits: self._renew_reading() if self.isVisible() else None)
        self._tabs.changed.connect(self._show_tab)
        self._scroll.neared_end.connect(self._read_on)
        self._charts.opened.connect(self._open_marked)
        self._open.moment_asked.connect(self._ask_moment)
        self._open.catch_up_asked.connect(lambda: self._tell(self.catch_up_asked))
        self._moments.opened.connect(self._ask_moment)
        self._moments.delete_asked.connect(self._delete_moment)
        self._moments.log_asked.connect(lambda: self._tell(self.log_asked))
        self._reading.moments_asked.connect(self._show_behind)
        self._reading.worked_out_asked.connect(self._show_working)
        self._reading.help_asked.connect(self._show_help)
        self._reading.one_way_asked.connect(self._mark_one_way)
        self._head.log_asked.connect(lambda: self._tell(self.log_asked))
        self._head.export_asked.connect(lambda: self._tell(self.export_asked))
        self._head.back_asked.connect(self.back_asked)
        self._head.edit_asked.connect(self._edit)
        self._head.status_asked.connect(self._mark)
        self._head.delete_asked.connect(self._delete)
        self._head.erase_asked.connect(self._erase)
        self._about.edit_asked.connect(self._edit)
        self._about.circle_asked.connect(self.circle_asked)
        self._about.closeness_asked.connect(lambda: self._tell(self.closeness_asked))
        self._actions.deleted.connect(self.back_asked)
        self._reflections.opened.connect(self.reflection_asked)
        self._reflections.new_asked.connect(lambda: self._tell(self.new_reflection_asked))
        self._hopes.asked.connect(self._hope_actions.act)
        self._hopes.opened.connect(self._open_sign)
        self._hopes.new_asked.connect(lambda: self._hope_actions.name(self.about()))
        self._hope_actions.named.connect(self._hopes.board.begin)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.back_asked)

    def _ask_moment(self, moment: Moment) -> None:
        if self._person is not None:
            self.moment_asked.emit(moment, self._person.id)

    def _edit(self) -> None:
        if self._person is not None:
            self._actions.edit(self._person)

    def _mark(self, status: Status) -> None:
        if self._person is not None:
            self._actions.mark(self._person, status)

    def _delete(self) -> None:
        if self._person is not None:
            self._actions.delete(self._person)

    def _erase(self) -> None:
        if self._person is not None:
            self._actions.erase(self._person)

    def _lay_out(self) -> None:
        for tab in (self._charts, self._moments, self._reflections, self._hopes, self._about):
            self._tab.add(tab)
        across = QHBoxLayout()
        across.addWidget(self._tabs)
        across.addStretch(1)
        down = self._scroll.column
        for part in (self._head, self._reading, self._open):
            down.addWidget(part)
        down.addLayout(across)
        down.addWidget(self._tab, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)


def _aside(told: Told, person: Person) -> str:
    """Return what a reading is, and what it is not."""
    if told.state is None:
        return ""
    name = short_name(person.name)
    if told.likely:
        return tr("Not a verdict on {name} or you.", name=name)
    return tr("From what you logged, not a verdict on {name} or you.", name=name)


def _touches(record: object, person_id: str) -> bool:
    if isinstance(record, Person):
        return record.id == person_id
    if isinstance(record, Word):
        return True
    people = getattr(record, "people", None)
    return getattr(record, "person", person_id) == person_id or (people is not None and person_id in people)


def _tab_labels(moment_count: int, reflection_count: int, hope_count: int) -> list[tuple[object, str]]:
    return [
        ("charts", tr("Charts")),
        ("moments", tr("Moments {n}", n=f"{moment_count:,}")),
        ("reflections", tr("Reflections {n}", n=reflection_count)),
        ("hopes", tr("Hopes {n}", n=hope_count)),
        ("about", tr("About")),
    ]
