"""What is done about safety: each asks what needs asking, does it, and says what came of it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr
from connect_desktop.store import asides
from connect_desktop.store.asides import Aside
from connect_desktop.ui import safety_words
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.session import Session


class SafetyActions(QObject):
    """Belongs to a window; `done` when something is different now."""

    done = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def remove_aside(self, aside: Aside) -> None:
        """Remove a store that was kept aside, once the user has seen which."""
        if not Confirm.ask(
            self._window,
            tr("Remove what was kept aside?"),
            tr(
                "Your store as it was until {day}. Removed, it cannot be brought back; your backups and the "
                "store you have now stay as they are.",
                day=safety_words.when(aside.since, self._session),
            ),
            tr("Remove"),
        ):
            return
        try:
            asides.remove(aside)
        except ConnectError as error:
            self._session.not_saved.emit(str(error))
        self.done.emit()
