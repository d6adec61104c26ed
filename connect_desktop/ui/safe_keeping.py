"""What a window does for the safety of its store: it begins the backups, and says what must be said."""

from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QFileDialog, QWidget

from connect_desktop.i18n import tr
from connect_desktop.paths import Places
from connect_desktop.store import keeping
from connect_desktop.ui.keeper import Keeper
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.pages.safety import SafetyPage
from connect_desktop.ui.safety_actions import SafetyActions
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.notice import Notice


class Window(Protocol):
    """A widget with pages, above which something can be said."""

    session: Session
    lock_asked: SignalInstance

    def flush(self) -> bool:
        """Keep what is being typed; False where that failed."""

    def go(self, name: str) -> None:
        """Show a page."""

    def put_above(self, notice: Notice) -> None:
        """Put a notice above the pages."""


class SafeKeeping(QObject):
    """Made once the store is open and shown; until then nothing needs it."""

    def __init__(self, window: Window, places: Places) -> None:
        super().__init__(cast(QWidget, window))
        self._places = places
        self._window = window
        self._session = window.session
        self.keeper = Keeper.of_session(window.session)
        self.failing: Notice | None = None
        self.offer: Notice | None = None
        self.keeper.failing.connect(self._say_failing)

    def begin(self) -> None:
        """See to backups from now on; ask for a second place, once, after a week."""
        if self._session.closed:
            return
        self.keeper.begin()
        if sentence := keeping.restored(self._session.store):
            notice = Notice()
            self._window.put_above(notice)
            notice.show_notice(sentence)
        if self.keeper.keeps() and keeping.to_ask(self.keeper.kept(), self._session.today()):
            self._offer_second()

    def page(self) -> Page:
        """Return the page about safety, made now."""
        page = SafetyPage(self._session, self._acts())
        page.back.clicked.connect(lambda: self._window.go("settings"))
        return page

    def offer_passphrase(self) -> None:
        """Offer to choose another passphrase: the recovery code opened the store."""
        notice, acts = Notice(), self._acts()
        self._window.put_above(notice)
        notice.show_notice(
            tr("Your recovery code opened it. If you forgot the passphrase, you can choose another."),
            tr("Choose a passphrase…"),
            tr("Not now"),
        )
        notice.acted.connect(acts.change_passphrase)
        acts.done.connect(notice.hide)

    def _acts(self) -> SafetyActions:
        acts = SafetyActions(self._session, cast(QWidget, self._window), self._window.flush, self._places)
        acts.lock_asked.connect(self._window.lock_asked)
        return acts

    def _offer_second(self) -> None:
        self.offer = Notice()
        self._window.put_above(self.offer)
        self.offer.show_notice(
            tr("Your backups are on this computer only. A stick or another disk could keep a copy of each."),
            tr("Choose a folder…"),
            tr("Not now"),
        )
        self.offer.acted.connect(self._choose_second)
        self.offer.closed.connect(self._no_second)

    def _choose_second(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            cast(QWidget, self._window), tr("A second place for backups")
        )
        if chosen:
            self.put_second(Path(chosen))

    def put_second(self, chosen: Path) -> None:
        """Take the folder that was chosen in answer to the question."""
        with self._session.telling():
            self.keeper.choose_second(chosen)
            self._hide_offer()

    def _no_second(self) -> None:
        """Ask no more; the page about safety still offers it."""
        keeping.remember(self._session.store, asked=True)

    def _hide_offer(self) -> None:
        if self.offer is not None:
            self.offer.hide()

    def _say_failing(self, sentence: str) -> None:
        if self.failing is None:
            self.failing = Notice()
            self.failing.acted.connect(lambda: self._window.go("safety"))
            self._window.put_above(self.failing)
        self.failing.show_notice(
            tr("Backups fail again and again. {why} What you save is still kept.", why=sentence),
            tr("See"),
            tr("Close"),
        )
