"""Side bar and pages of an open store."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from connect_desktop.domain.errors import StoreError
from connect_desktop.i18n import tr
from connect_desktop.paths import Places
from connect_desktop.ui import finding, icons, people_pages
from connect_desktop.ui.coming_back import LOCK, ComingBack, close_anyway, keep
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.sidebar import Sidebar, destinations
from connect_desktop.ui.widgets.notice import Notice
from connect_desktop.ui.widgets.reveal import follow_focus
from connect_desktop.ui.work import read_code

if TYPE_CHECKING:
    from datetime import date

    from connect_desktop.domain import Moment
    from connect_desktop.ui.safe_keeping import SafeKeeping
    from connect_desktop.ui.widgets.undo_bar import UndoBar

CHART_CODE = "connect_desktop.charts.person", "connect_desktop.charts.map"
"""what brings NumPy and matplotlib with it"""
WARM_UP_AFTER = 400
"""milliseconds after the first page, when chart code is read ahead of need"""
KEEP_AFTER = 1500
"""milliseconds after the first page, when backups begin to be seen to"""


class Workspace(QWidget):
    """Composes the pages; a page is made when it is first gone to."""

    lock_asked = Signal()
    not_opened = Signal()
    """the store of the session, asked for only after the first paint, cannot be opened"""

    def __init__(self, session: Session, places: Places, *, protected: bool, sample: bool = False) -> None:
        super().__init__()
        self.session = session
        self._places = places
        self._protected = protected
        self._pages: dict[str, Page] = {}
        self.people_pages = people_pages.PeoplePages(self)
        self._caught_up_from = "today"
        self.finding = finding.Finding(self)
        self._seen = False
        self.coming_back = ComingBack(self)
        self._safe_keeping: SafeKeeping | None = None
        self._sidebar = Sidebar(destinations(), lockable=protected)
        self._stack = QStackedWidget()
        self._notice = Notice()
        self._undo_bar: UndoBar | None = None
        self._lay_out()
        self._connect()
        if sample:
            self._notice.show_notice(
                tr("You are looking around a sample life. Nothing you do here is kept."), tr("Begin your own")
            )

    def start(self) -> None:
        """Show the first page, ready for typing."""
        today = self.page("today")
        assert isinstance(today, TodayPage)
        self._stack.setCurrentWidget(today)
        self._sidebar.mark("today")
        today.begin_log()

    def go(self, name: str) -> None:
        """Show the page called `name`."""
        left = self._stack.currentWidget()
        page = self.page(name)
        if isinstance(left, Page) and left is not page:
            left.flush()
        self._stack.setCurrentWidget(page)
        self._sidebar.mark(self._under(name))
        page.arrive()

    def _under(self, name: str) -> str:
        """Return the page of the side bar that leads to a page."""
        if name == "catch_up":
            name = self._caught_up_from
        if name == "week":
            return "today"
        if name == "safety":
            return "settings"
        return self.finding.under(self.people_pages.under(name))

    def page(self, name: str) -> Page:
        """Return the page called `name`, made now if it was not needed before."""
        if name not in self._pages:
            self._pages[name] = self._made(name)
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def flush(self) -> bool:
        """Keep what is being typed everywhere; False when that failed and the user chose to stay with it."""
        return self.keep() or close_anyway(self)

    def keep(self) -> bool:
        """Keep what is being typed everywhere, and ask nothing; False when that failed."""
        kept = all([*(page.flush() for page in self._pages.values()), keep(self)])
        return kept or (self.session.make_room() and self.keep())

    def where(self) -> tuple[str, str | None]:
        """Return the page of the side bar that led to the one on screen, and whose that is."""
        shown = self._stack.currentWidget()
        name = next((name for name, page in self._pages.items() if page is shown), "today")
        return self._under(name), self._about()

    def put_above(self, notice: Notice) -> None:
        """Put a notice above all others."""
        self._right.insertWidget(0, notice)

    def show_person(self, person_id: str) -> None:
        """Open a person's page."""
        self.people_pages.show_person(person_id)

    def show_week(self, on: "date") -> None:
        """Open the week of a day."""
        from connect_desktop.ui.pages.week import WeekPage  # noqa: PLC0415 - start-up

        page = self.page("week")
        assert isinstance(page, WeekPage)
        page.show_week(on)
        self.go("week")

    def show_hope(self, hope_id: str) -> None:
        """Go to a hope."""
        from connect_desktop.ui.pages.hopes import HopesPage  # noqa: PLC0415 - start-up

        page = self.page("hopes")
        assert isinstance(page, HopesPage)
        page.show_hope(hope_id)
        self.go("hopes")

    def shown(self) -> tuple[str, Page]:
        """Return the page that is shown, with its name."""
        shown = self._stack.currentWidget()
        return next((name, page) for name, page in self._pages.items() if page is shown)

    def log_with(self, person_id: str) -> None:
        """Go to the quick log with someone already chosen."""
        today = self.page("today")
        assert isinstance(today, TodayPage)
        self.go("today")
        today.begin_log(person_id)

    def catch_up(self, person_id: str | None = None) -> None:
        """Walk through what waits to be felt, with one person or with everyone."""
        from connect_desktop.ui.pages.catch_up import CatchUpPage  # noqa: PLC0415 - start-up

        page = self.page("catch_up")
        assert isinstance(page, CatchUpPage)
        self._caught_up_from = "person" if person_id else "today"
        page.begin(person_id)
        self.go("catch_up")

    def log_in(self, circle_id: str) -> None:
        """Go to the quick log with a circle and those in it already chosen."""
        today = self.page("today")
        assert isinstance(today, TodayPage)
        self.go("today")
        today.begin_log_in(circle_id)

    def edit_moment(self, moment: "Moment", person_id: str | None = None) -> None:
        """Open a moment to change or delete it."""
        from connect_desktop.ui.moment_editor import MomentEditor  # noqa: PLC0415 - start-up

        MomentEditor(self.session, self).edit(moment, person_id)

    def export(self, person: str | None = None, reflections: Sequence[str] | None = None) -> None:
        """Open the export dialog, for one person or for reflections picked by hand where given."""
        from connect_desktop.ui.dialogs.export import ExportDialog  # noqa: PLC0415 - start-up

        for page in self._pages.values():
            page.flush()
        dialog = ExportDialog(self.session, self, person=person, reflections=reflections)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as it does in a dialog."""
        focused = self.focusWidget()
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if entered and isinstance(focused, QPushButton | QToolButton) and focused.hasFocus():
            focused.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sidebar.make_room(event.size().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self._fill)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._seen and event.type() == QEvent.Type.StyleChange:
            self._sidebar.colour()

    def _fill(self) -> None:
        """Open the store and read what the first page shows; until now one could type already."""
        if not self.isVisible():
            return
        try:
            _ = self.session.store
        except StoreError:
            self.not_opened.emit()
            return
        self._sidebar.colour()
        self.window().setWindowIcon(icons.app_icon())
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            page.arrive()
        self.coming_back.offer()
        QTimer.singleShot(WARM_UP_AFTER, lambda: read_code(*CHART_CODE))
        QTimer.singleShot(KEEP_AFTER, self, lambda: self.safe_keeping().begin())

    def safe_keeping(self) -> "SafeKeeping":
        """Return what sees to the safety of the store, made now if it was not needed before."""
        from connect_desktop.ui.safe_keeping import SafeKeeping  # noqa: PLC0415 - start-up

        if self._safe_keeping is None:
            self._safe_keeping = SafeKeeping(self, self._places)
        return self._safe_keeping

    def _lay_out(self) -> None:
        right = self._right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._notice)
        right.addWidget(self._stack, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._sidebar)
        across.addLayout(right, 1)

    def _connect(self) -> None:
        self._sidebar.chosen.connect(self.go)
        self._sidebar.lock_asked.connect(self.lock_asked)
        self._notice.acted.connect(self.lock_asked)
        self.session.not_saved.connect(self._notice.show_notice)
        self.session.saved_after_all.connect(self._notice.take_back)
        self.session.applied.connect(self._announce)
        follow_focus(self)
        for number, destination in enumerate(destinations(), start=1):
            self._shortcut(f"Ctrl+{number}", partial(self.go, destination.name))
        self._shortcut("Ctrl+K", self.finding.search)
        self._shortcut("Ctrl+N", self._new_moment)
        self._shortcut("Ctrl+Shift+N", lambda: self.new_reflection(None))
        self._shortcut("Ctrl+E", lambda: self.export(person=self._about()))
        self._shortcut("Ctrl+,", lambda: self.go("settings"))
        self._shortcut("Ctrl+Z", self.session.undo_stack.undo)
        self._shortcut("Ctrl+Shift+Z", self.session.undo_stack.redo)
        self._shortcut("Ctrl+Y", self.session.undo_stack.redo)
        if self._protected:
            self._shortcut(LOCK, self.lock_asked.emit)
            self.coming_back.lock_in_dialogs(self.lock_asked)
        self._shortcut("Ctrl+Q", lambda: self.window().close())

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _announce(self, label: str) -> None:
        """Say what was done, in a bar made when there is first something to say."""
        from connect_desktop.ui.widgets.undo_bar import UndoBar  # noqa: PLC0415 - start-up: nothing is done yet

        if self._undo_bar is None:
            self._undo_bar = UndoBar()
            self._undo_bar.undo_asked.connect(self.session.undo_stack.undo)
            # After another step, or one back, its Undo would take back something else than it says.
            self.session.undo_stack.indexChanged.connect(self._undo_bar.hide)
            self._right.addWidget(self._undo_bar)
        self._undo_bar.announce(label)

    def _new_moment(self) -> None:
        """Begin a moment, with the person whose page is open."""
        person_id = self._about()
        today = self.page("today")
        assert isinstance(today, TodayPage)
        self.go("today")
        today.begin_log(person_id)

    def _about(self) -> str | None:
        page = self._stack.currentWidget()
        return page.about() if isinstance(page, Page) else None

    def new_reflection(self, person_id: str | None, circle_id: str | None = None) -> None:
        from connect_desktop.ui.pages.reflections import ReflectionsPage  # noqa: PLC0415 - start-up

        page = self.page("reflections")
        assert isinstance(page, ReflectionsPage)
        self.go("reflections")
        page.new_reflection(person_id, circle_id)

    def open_reflection(self, reflection_id: str) -> None:
        from connect_desktop.ui.pages.reflections import ReflectionsPage  # noqa: PLC0415 - start-up

        page = self.page("reflections")
        assert isinstance(page, ReflectionsPage)
        self.go("reflections")
        page.show_reflection(reflection_id)

    def _made(self, name: str) -> Page:
        # Pages other than the first are read from disk when they are first gone to.
        if name in people_pages.NAMES:
            return self.people_pages.made(name)
        if name in finding.NAMES:
            return self.finding.made(name)
        make: dict[str, Callable[[], Page]] = {
            "today": self._today,
            "week": self._week,
            "catch_up": self._catch_up,
            "map": self._map,
            "reflections": self._reflections,
            "hopes": self._hopes,
            "settings": self._settings,
            "safety": lambda: self.safe_keeping().page(),
        }
        return make[name]()

    def _today(self) -> Page:
        page = TodayPage(self.session)
        page.person_asked.connect(self.show_person)
        page.moment_asked.connect(self.edit_moment)
        page.catch_up_asked.connect(self.catch_up)
        page.hope_asked.connect(self.show_hope)
        page.week_asked.connect(self.show_week)
        page.search_asked.connect(self.finding.search)
        page.all_moments_asked.connect(lambda: self.go("moments"))
        return page

    def _catch_up(self) -> Page:
        from connect_desktop.ui.pages.catch_up import CatchUpPage  # noqa: PLC0415 - start-up

        page = CatchUpPage(self.session)
        page.moment_asked.connect(self.edit_moment)
        page.ended.connect(lambda: self.go(self._caught_up_from))
        return page

    def _week(self) -> Page:
        from connect_desktop.ui.pages.week import WeekPage  # noqa: PLC0415 - start-up

        page = WeekPage(self.session)
        page.moment_asked.connect(self.edit_moment)
        page.back_asked.connect(lambda: self.go("today"))
        return page

    def _map(self) -> Page:
        from connect_desktop.ui.pages.map import MapPage  # noqa: PLC0415 - start-up: charts

        page = MapPage(self.session)
        page.person_asked.connect(self.show_person)
        page.log_asked.connect(self._new_moment)
        return page

    def _reflections(self) -> Page:
        from connect_desktop.ui.pages.reflections import ReflectionsPage  # noqa: PLC0415 - start-up

        page = ReflectionsPage(self.session)
        page.export_requested.connect(lambda ids: self.export(reflections=ids))
        return page

    def _hopes(self) -> Page:
        from connect_desktop.ui.pages.hopes import HopesPage  # noqa: PLC0415 - start-up

        page = HopesPage(self.session)
        page.person_asked.connect(self.show_person)
        page.moment_asked.connect(self.edit_moment)
        return page

    def _settings(self) -> Page:
        from connect_desktop.ui.pages.settings import SettingsPage  # noqa: PLC0415 - start-up

        page = SettingsPage(self.session, protected=self._protected, vault=self._places.vault)
        page.safety_asked.connect(lambda: self.go("safety"))
        return page
