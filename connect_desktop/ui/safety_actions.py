"""What is done about safety: each asks what needs asking, does it, and says what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from connect_desktop.i18n import tr
from connect_desktop.paths import Places
from connect_desktop.store import asides
from connect_desktop.store.asides import Aside
from connect_desktop.ui import safety_words
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.erasing import EraseEverything
from connect_desktop.ui.key_change import KeyChange, What
from connect_desktop.ui.restoring import Restoring
from connect_desktop.ui.session import Session


class SafetyActions(QObject):
    """Belongs to a window; `done` when something is different now."""

    done = Signal()
    lock_asked = Signal()
    """the store opens in another way now: it is to be opened anew"""

    def __init__(
        self,
        session: Session,
        window: QWidget,
        flush: Callable[[], bool],
        places: Places,
    ) -> None:
        """`flush` keeps what is being typed in the window, False where it could not."""
        super().__init__(window)
        self._places = places
        self._flush = flush
        self._session = session
        self._window = window

    def change_passphrase(self) -> None:
        """Give the store another passphrase and code."""
        self._change(What.PASSPHRASE)

    def renew_code(self) -> None:
        """Give the store another recovery code."""
        self._change(What.CODE)

    def protect(self) -> None:
        """Give a store that is open to anyone a passphrase."""
        self._change(What.PROTECTION)

    def restore(self) -> None:
        """Put a backup in the place of the store, once the user has seen what is in it."""
        restoring = Restoring(self._session, self._flush, self._window)
        restoring.restored.connect(self.lock_asked)
        restoring.begin()

    def _change(self, what: What) -> None:
        change = KeyChange(self._session, what, self._window)
        change.done.connect(self._changed)
        change.begin()

    def _changed(self, protected_now: bool) -> None:
        self.done.emit()
        if protected_now:
            self.lock_asked.emit()

    def erase_everything(self) -> None:
        """Erase all there is, once the user has typed that it is meant."""
        if not self._flush():
            return
        erasing = EraseEverything(self._session, self._places, self._window)
        erasing.erased.connect(lambda: self._window.window().close())
        erasing.begin()

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
        with self._session.telling():
            asides.remove(aside)
        self.done.emit()
