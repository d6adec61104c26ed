"""The one window: the gate until the store is open, then the workspace."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from connect_desktop import store
from connect_desktop.domain.errors import StoreError
from connect_desktop.paths import Places
from connect_desktop.settings import Settings
from connect_desktop.store.state import State, refuse_in_use, state
from connect_desktop.ui.session import Session

if TYPE_CHECKING:
    from connect_desktop.ui.workspace import Workspace

SMALLEST = QSize(900, 640)


class MainWindow(QMainWindow):
    """Shows the gate or the workspace; its title never says more than the app's name."""

    ready = Signal()
    """painted for the first time, the focus where typing begins"""

    def __init__(self, places: Places, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._settings = settings
        self._session: Session | None = None
        self.setWindowTitle("Connect")
        self.setMinimumSize(SMALLEST)
        self.resize(QSize(*settings.window) if settings.window else QSize(1280, 800))
        self._workspace: Workspace | None = None
        self._painted = False
        self._begin()

    def workspace(self) -> "Workspace | None":
        """Return the workspace while the store is open."""
        return self._workspace

    def lock(self) -> None:
        """Keep what is being typed, close the store and go back to the gate."""
        if self._leave(locking=True):
            self._show_gate()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leave():
            event.ignore()
            return
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
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
        gate.opened.connect(self._open)
        gate.look_around.connect(self._look_around)
        self.ready.connect(gate.read_ahead)
        self.setCentralWidget(gate)
        gate.start()

    def _open(self, opened: "store.Store") -> None:
        protected = state(self._places.vault) is State.PROTECTED
        self._enter(Session(opened, self._settings, self._places.settings), protected=protected)
        if self._workspace is not None:
            self._workspace.coming_back.go()

    def _look_around(self) -> None:
        # The sample's texts are read only by those who ask for them.
        from connect_desktop.interchange import sample  # noqa: PLC0415 - start-up

        session = Session(store.Store.memory(), self._settings, sample=True)
        session.store.apply(sample.life(session.today()))
        self._enter(session, protected=False, sample=True)

    def _enter(self, session: Session, *, protected: bool, sample: bool = False) -> None:
        from connect_desktop.ui.workspace import Workspace  # noqa: PLC0415 - start-up: not needed while locked

        self._session = session
        session.setParent(self)
        workspace = Workspace(session, self._places, protected=protected, sample=sample)
        workspace.lock_asked.connect(self.lock)
        workspace.not_opened.connect(self._give_back)
        self._workspace = workspace
        self.setCentralWidget(workspace)
        workspace.start()

    def _give_back(self) -> None:
        """The store does not open after all: let the gate say why, and what can be done."""
        self._session = self._workspace = None
        self._show_gate()

    def _leave(self, *, locking: bool = False) -> bool:
        """Keep what is unsaved and close the store; False when something could not be kept."""
        workspace, session = self.workspace(), self._session
        if workspace is None or session is None:
            return True
        if not workspace.flush():
            return False
        if locking:
            workspace.coming_back.remember()
        session.blockSignals(True)  # nobody is left to redraw
        session.save_settings(window=(self.width(), self.height()))
        self._settings = session.settings
        self._session = self._workspace = None
        session.close()
        return True
