"""The one window: the gate until the store is open, then the workspace."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from connect_desktop import store
from connect_desktop.domain.errors import StoreError
from connect_desktop.paths import Places
from connect_desktop.settings import Settings
from connect_desktop.store.state import State, refuse_in_use, state
from connect_desktop.ui.anew import HIDDEN
from connect_desktop.ui.session import Session
from connect_desktop.ui.shortcut_first import ShortcutFirst
from connect_desktop.ui.work import Work, stop_all

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from connect_desktop.ui.away import Away
    from connect_desktop.ui.place import Place
    from connect_desktop.ui.workspace import Workspace

SMALLEST = QSize(900, 640)
TITLE = 40
"""pixels that the system's title bar may take of the screen"""
WATCH_AFTER = 1000
"""milliseconds after the store is shown, when one begins to watch whether anybody is here"""
STOPPING = 800
"""milliseconds that work which is under way is given to end before the window locks"""
FINISH_AFTER = 300
"""milliseconds after the lock screen, when the backup that was begun on the way out is finished"""


class MainWindow(QMainWindow):
    """Shows the gate or the workspace; its title never says more than the app's name."""

    ready = Signal()
    """painted for the first time, the focus where typing begins, or begun out of sight"""

    def __init__(
        self,
        places: Places,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        anew: "Callable[..., object] | None" = None,
    ) -> None:
        """`anew` puts a new process in the place of this one, with arguments more; None stays in this one."""
        super().__init__(parent)
        self._anew = anew
        self._away: Away | None = None
        self._behind: QWidget | None = None
        self._put_away: list[QDialog] = []
        self._protected = False
        self._places = places
        self._settings = settings
        self._session: Session | None = None
        self.setWindowTitle("Connect")
        self.setMinimumSize(SMALLEST)
        wanted = QSize(*settings.window) if settings.window else QSize(1280, 800)
        self.resize(wanted.boundedTo(self.screen().availableSize() - QSize(0, TITLE)))
        self._workspace: Workspace | None = None
        self._ready = False
        ShortcutFirst("Ctrl+E", self)
        self._begin()

    def workspace(self) -> "Workspace | None":
        """Return the workspace while the store is open."""
        return self._workspace

    def come_forward(self) -> None:
        """Show this window above others: Connect was begun a second time."""
        if self.isMinimized() or self.isHidden():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def lock(self, *, hidden: bool = False) -> None:
        """Keep what is being typed, close the store and go back to the gate; it never asks.

        With a new process, which knows nothing of what was in this one. What could not be kept stays open
        behind the gate.
        """
        if self._workspace is None or self._behind is not None:
            return
        self._lock(self._workspace.coming_back.here(), hidden=hidden)

    def _lock(self, here: "Place", *, hidden: bool) -> None:
        from connect_desktop.ui import clipboard  # noqa: PLC0415 - start-up: after unlocking

        clipboard.take_back()  # a new process would know of nothing to take back
        if not self._leave(here):
            self._cover()
            return
        if self._anew is not None:
            self._anew(*([HIDDEN] if hidden else []))
        self._show_gate()

    def hide_away(self) -> None:
        """Let every window go at once, then lock; what has no passphrase is only out of sight."""
        here = self._workspace.coming_back.here() if self._workspace is not None else None
        self._put_away_dialogs()
        _vanish(self)
        if self._protected and here is not None and self._behind is None:
            self._lock(here, hidden=True)
        self.showMinimized()

    def _put_away_dialogs(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window is not self and window.isVisible():
                window.hide()
                if isinstance(window, QDialog):
                    self._put_away.append(window)

    def _bring_back_dialogs(self) -> None:
        dialogs, self._put_away = self._put_away, []
        for dialog in dialogs:
            dialog.show()

    def _cover(self) -> None:
        """Lock over a store that cannot be closed without losing what could not be kept."""
        from connect_desktop.ui.gate import Gate  # noqa: PLC0415 - start-up: seldom needed

        self._put_away_dialogs()
        gate = Gate(self._places.vault, covering=True)
        self._behind = self.takeCentralWidget()
        self.setCentralWidget(gate)
        gate.uncovered.connect(self._uncover)
        gate.start()

    def _uncover(self) -> None:
        assert self._behind is not None
        self.setCentralWidget(self._behind)
        self._behind.show()
        self._behind = None
        self._bring_back_dialogs()
        self._watch()

    def _watch(self) -> None:
        """Notice from now on when nobody is here any more."""
        from connect_desktop.ui import clipboard  # noqa: PLC0415 - start-up: after the first window
        from connect_desktop.ui.away import Away  # noqa: PLC0415 - start-up: after the first window

        clipboard.watch()
        if self._away is None:
            self._away = Away(self)
            self._away.left.connect(self._lock_where_protected)
            self._away.hide_asked.connect(self.hide_away)
        self._away.begin(self._settings.lock_after if self._protected else 0, system=self._protected)

    def _lock_where_protected(self) -> None:
        if self._protected:
            self.lock()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leave():
            event.ignore()
            return
        event.accept()
        _finish_backup()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() != QEvent.Type.WindowStateChange:
            return
        if not self.isMinimized():
            if self._behind is None:
                self._bring_back_dialogs()
        elif self._settings.lock_minimised and self._protected:
            QTimer.singleShot(0, self, lambda: self.lock(hidden=True))

    def begin_hidden(self) -> None:
        """Begin out of sight, ready all the same: what is minimised is not painted."""
        self.showMinimized()
        self._get_ready()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._get_ready()

    def _get_ready(self) -> None:
        if not self._ready:
            self._ready = True
            QTimer.singleShot(0, self.ready.emit)

    def _begin(self) -> None:
        """Go straight in where there is no passphrase; whatever is in the way is for the gate to say."""
        try:
            refuse_in_use(self._places.vault)
            unprotected = state(self._places.vault) is State.OPEN
        except StoreError:
            unprotected = False
        if unprotected:
            self._enter(Session(self._opened, self._settings, self._places.settings), protected=False)
        else:
            self._show_gate()

    def _opened(self) -> "store.Store":
        folder = self._places.vault
        return store.Store.open(folder, store.vault.unlock_open(folder))

    def _show_gate(self) -> None:
        from connect_desktop.ui.gate import Gate  # noqa: PLC0415 - start-up: not needed without a passphrase

        gate = Gate(self._places.vault)
        gate.opened.connect(lambda opened: self._open(opened, with_code=gate.with_code()))
        gate.look_around.connect(self._look_around)
        gate.moved.connect(self._follow)
        self.ready.connect(gate.read_ahead)
        self.setCentralWidget(gate)
        gate.start()
        QTimer.singleShot(FINISH_AFTER, self, lambda: Work(lambda _work: _finish_backup()).start())

    def _follow(self, data: "Path") -> None:
        """The store lies elsewhere now: begin there."""
        self._places = replace(self._places, data=data, moved_from=self._places.data)
        self._begin()

    def _open(self, opened: "store.Store", *, with_code: bool) -> None:
        protected = state(self._places.vault) is State.PROTECTED
        self._enter(Session(opened, self._settings, self._places.settings), protected=protected)
        if self._workspace is not None:
            self._workspace.coming_back.go()
            if with_code and protected:
                self._workspace.safe_keeping().offer_passphrase()
            self._tell_of_tries(self._workspace)

    def _tell_of_tries(self, workspace: "Workspace") -> None:
        """Say how often somebody tried another passphrase since this was last open, once."""
        from connect_desktop.ui.failed_tries import take  # noqa: PLC0415 - start-up: after unlocking
        from connect_desktop.ui.widgets.notice import Notice  # noqa: PLC0415 - start-up: likewise

        if said := take(self._places.vault):
            notice = Notice()
            workspace.put_above(notice)
            notice.show_notice(said)

    def _look_around(self) -> None:
        # The sample's texts are read only by those who ask for them.
        from connect_desktop.interchange import sample  # noqa: PLC0415 - start-up

        session = Session(store.Store.memory(), self._settings, sample=True)
        session.store.apply(sample.life(session.today()))
        self._enter(session, protected=False, sample=True)

    def _enter(self, session: Session, *, protected: bool, sample: bool = False) -> None:
        from connect_desktop.ui.workspace import Workspace  # noqa: PLC0415 - start-up: not needed while locked

        self._session, self._protected = session, protected
        session.settings_changed.connect(self._follow_settings)
        session.setParent(self)
        workspace = Workspace(session, self._places, protected=protected, sample=sample)
        workspace.lock_asked.connect(lambda: self.lock())  # noqa: PLW0108 - it has arguments of its own
        workspace.not_opened.connect(self._give_back)
        self._workspace = workspace
        self.setCentralWidget(workspace)
        workspace.start()
        QTimer.singleShot(WATCH_AFTER, workspace, self._watch)

    def _follow_settings(self, settings: Settings) -> None:
        again = settings.lock_after != self._settings.lock_after
        self._settings = settings
        if again and self._away is not None:
            self._watch()

    def _give_back(self) -> None:
        """The store does not open after all: let the gate say why, and what can be done."""
        self._session = self._workspace = None
        self._show_gate()

    def _leave(self, here: "Place | None" = None) -> bool:
        """Keep what is unsaved and close the store; False when something could not be kept.

        To lock, which asks nothing, with the place to come back to.
        """
        workspace, session = self.workspace(), self._session
        if workspace is None or session is None:
            return True
        if here is not None:
            self._put_away_dialogs()
            workspace.hide()
            self.repaint()
            stop_all(STOPPING)
        if not (workspace.flush() if here is None else workspace.keep()):
            return False
        if self._away is not None:
            self._away.end()
        if here is not None:
            here.remember(session)
        if session.opened:
            workspace.safe_keeping().keeper.see_to_the_end()
        self._session = self._workspace = None
        if here is None:
            self._put_away_dialogs()
            _vanish(self)
        self._put_away = []
        session.blockSignals(True)  # nobody is left to redraw
        session.save_settings(window=(self.width(), self.height()))
        self._settings = session.settings
        left = session.close()
        if left is not None:
            left.hand_on()
        return True


def _vanish(widget: QWidget) -> None:
    """Let it go from the screen at once."""
    widget.hide()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def _finish_backup() -> None:
    """Finish the backup that was begun on the way out, if there is one; for any thread."""
    from connect_desktop.store import leaving  # noqa: PLC0415 - start-up: after the first window

    leaving.finish()
