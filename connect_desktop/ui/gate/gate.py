"""The way from a folder to an open store, one step after the other."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from connect_desktop import store
from connect_desktop.domain.errors import ConnectError, StoreError, VaultExists, WrongPassphrase
from connect_desktop.i18n import tr
from connect_desktop.store.state import State, has_keyring, refuse_in_use, state
from connect_desktop.store.synced import refuse_synced
from connect_desktop.ui.gate.code import CodeStep, RetypeStep
from connect_desktop.ui.gate.lock import LockStep, RecoverStep
from connect_desktop.ui.gate.making import MakingStep
from connect_desktop.ui.gate.step import Step
from connect_desktop.ui.gate.welcome import UnprotectedStep, WelcomeStep
from connect_desktop.ui.work import Work

if TYPE_CHECKING:
    from connect_desktop.ui.gate.way_out import WayOut

READ_AHEAD_AFTER = 200
"""milliseconds after the first paint, so that the first keys find nothing in their way"""


class Gate(QWidget):
    """Shows the steps; `opened(store)` when the store is open, `look_around()` for the sample life.

    Keys are made and tried in another thread; the store is opened in this one. Nothing is written before the
    recovery code was retyped.
    """

    opened = Signal(object)
    look_around = Signal()
    moved = Signal(object)
    """the data folder that the store was moved into"""
    uncovered = Signal()
    """somebody knew the passphrase of a store that is open behind this gate"""

    def __init__(self, folder: Path, parent: QWidget | None = None, *, covering: bool = False) -> None:
        """`covering`: the store is open already and could not be closed without losing something."""
        super().__init__(parent)
        self._folder = folder
        self._covering = covering
        self._step: Step | None = None
        self._passphrase: str | None = None
        self._code: str | None = None
        self._with_code = False
        self._retry: Callable[[], None] = self.start
        self._way_out: WayOut | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def start(self) -> None:
        """Show the step that fits what is in the folder; what is not protected opens at once."""
        self._retry = self.start
        if self._covering:
            self._lock()
            return
        try:
            refuse_synced(self._folder)
            refuse_in_use(self._folder)
            found = state(self._folder)
            if found is State.OPEN:
                self._open(store.vault.unlock_open(self._folder))
                return
        except StoreError as error:
            self._tell(error)
            return
        if found is State.MISSING:
            self._welcome()
        else:
            self._lock()

    def read_ahead(self) -> None:
        """Read the code of the store in the background, while somebody types a passphrase."""
        QTimer.singleShot(READ_AHEAD_AFTER, self, _read_store_code)

    def step(self) -> Step | None:
        """Return the step on screen."""
        return self._step

    def with_code(self) -> bool:
        """Return whether it was the recovery code that opened the store, and no passphrase."""
        return self._with_code or (self._way_out is not None and self._way_out.with_code)

    def _show(self, step: Step) -> None:
        if self._step is not None:
            self._layout.removeWidget(self._step)
            self._step.hide()
            self._step.deleteLater()
        self._step = step
        self._layout.addWidget(step)
        step.show()
        step.arrive()

    # The first run

    def _welcome(self) -> None:
        step = WelcomeStep()
        step.begun.connect(self._show_code)
        step.open_asked.connect(self._offer_unprotected)
        step.sample_asked.connect(self.look_around)
        self._show(step)

    def _offer_unprotected(self) -> None:
        step = UnprotectedStep()
        step.back_asked.connect(self._welcome)
        step.chosen.connect(self._make)
        self._show(step)

    def _show_code(self, passphrase: str) -> None:
        self._passphrase, self._code = passphrase, store.vault.new_recovery_code()
        self._see_code()

    def _see_code(self) -> None:
        assert self._code is not None
        step = CodeStep(self._code)
        step.kept.connect(self._retype)
        step.back_asked.connect(self._welcome)
        self._show(step)

    def _retype(self) -> None:
        assert self._code is not None
        step = RetypeStep(self._code)
        step.back_asked.connect(self._see_code)
        step.passed.connect(self._make)
        self._show(step)

    def _make(self) -> None:
        self._show(MakingStep())
        self._retry = self._make
        folder, passphrase, code = self._folder, self._passphrase, self._code
        self._work(lambda _work: store.vault.create(folder, passphrase, code), self._tell)

    # The lock

    def _lock(self) -> None:
        step = LockStep(keyring=self._has_keyring())
        step.keyring_asked.connect(self._unlock_with_keyring)
        step.submitted.connect(self._unlock)
        step.other_asked.connect(self._recover)
        self._show(step)

    def _has_keyring(self) -> bool:
        try:
            return has_keyring(self._folder)
        except StoreError:
            return False

    def _unlock_with_keyring(self) -> None:
        step = self._step
        assert isinstance(step, LockStep)
        self._with_code = False
        step.wait_for_keyring()
        self._work(lambda _work: store.vault.unlock_with_keyring(self._folder), step.refuse_keyring)

    def _recover(self) -> None:
        step = RecoverStep()
        step.submitted.connect(self._unlock_with_code)
        step.other_asked.connect(self._lock)
        step.back_asked.connect(self._lock)
        self._show(step)

    def _unlock(self, passphrase: str) -> None:
        self._with_code = False
        self._try(lambda _work: store.vault.unlock(self._folder, passphrase))

    def _unlock_with_code(self, code: str) -> None:
        self._with_code = True
        self._try(lambda _work: store.vault.unlock_with_code(self._folder, code))

    def _try(self, unlock: Callable[[Work], object]) -> None:
        assert isinstance(self._step, LockStep | RecoverStep)
        self._step.wait(tr("Opening…"))
        self._work(unlock, self._refuse)

    def _refuse(self, error: ConnectError) -> None:
        if not isinstance(error, WrongPassphrase):
            self._tell(error)
        elif isinstance(self._step, LockStep):
            self._step.refuse(tr("That passphrase doesn’t open it. Nothing was changed."))
        elif isinstance(self._step, RecoverStep):
            self._step.refuse(str(error))

    # Both

    def _work(self, function: Callable[[Work], object], failed: Callable[[ConnectError], None]) -> None:
        work = Work(function)
        work.done.connect(self._open)
        work.failed.connect(failed)
        work.start()

    def _open(self, key: "store.vault.DataKey") -> None:
        if self._covering:
            self.uncovered.emit()
            return
        try:
            opened = store.Store.open(self._folder, key)
        except StoreError as error:
            self._retry = lambda: self._open(key)
            self._tell(error, key)
            return
        self._passphrase = self._code = None
        self.opened.emit(opened)

    def _tell(self, error: ConnectError, key: "store.vault.DataKey | None" = None) -> None:
        if isinstance(error, VaultExists):
            self._retry = self.start
        if self._way_out is None:
            from connect_desktop.ui.gate.way_out import WayOut  # noqa: PLC0415 - start-up: only in trouble

            self._way_out = WayOut(self._folder, self._show, self)
            self._way_out.begun.connect(self.start)
            self._way_out.opened.connect(self._open)
            self._way_out.moved.connect(self.moved)
        self._way_out.tell(error, self._retry, key)


def _read_store_code() -> None:
    Work(lambda _work: store.vault).start_aside()
