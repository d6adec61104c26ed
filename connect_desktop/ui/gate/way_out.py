"""The ways out of trouble: repair, another backup, the keys of one, another folder."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from connect_desktop.domain import now
from connect_desktop.domain.errors import (
    ConnectError,
    KeysLost,
    StoreError,
    VaultDamaged,
    VaultLost,
    WrongPassphrase,
)
from connect_desktop.i18n import clock, long_date, tr, tr_n
from connect_desktop.ui.gate.lock import BackupStep
from connect_desktop.ui.gate.mended import MendedStep, MendingStep
from connect_desktop.ui.gate.step import Step
from connect_desktop.ui.gate.trouble import TroubleStep, Way
from connect_desktop.ui.work import Work

if TYPE_CHECKING:
    from connect_desktop.store.repair import Repaired
    from connect_desktop.store.slots import Slot
    from connect_desktop.store.vault import DataKey


class WayOut(QObject):
    """Tells of trouble with the store in `folder` and takes the way that is chosen, step by step.

    `opened(key)` when the store can be opened, `begun()` to begin with the gate anew.
    """

    opened = Signal(object)
    begun = Signal()
    moved = Signal(object)
    """the data folder that the store is in now"""

    def __init__(self, folder: Path, show: Callable[[Step], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._folder, self._show, self._gate = folder, show, parent
        self._error: ConnectError | None = None
        self._key: DataKey | None = None
        self.with_code = False
        """whether the recovery code was given last, and no passphrase"""
        self._retry: Callable[[], None] = self.begun.emit
        self._taken = Way.RETRY
        self._spent: set[Way] = set()

    def tell(self, error: ConnectError, retry: Callable[[], None], key: "DataKey | None" = None) -> None:
        """Show an error; `key` is that of the store, where somebody gave it already."""
        self._error, self._retry, self._key = error, retry, key
        more, self._spent = self._help(error)
        self._show_trouble(TroubleStep(error, more, spent=self._spent))

    def _tell_more(self, error: ConnectError) -> None:
        """Show why a way did not lead out; all of them can be taken still."""
        self._spent |= {self._taken} & {Way.REPAIR, Way.KEYS}  # another file or folder can be chosen
        self._show_trouble(TroubleStep(error, first=self._error, spent=self._spent))

    def _show_trouble(self, step: TroubleStep) -> None:
        step.chosen.connect(self._take)
        self._show(step)

    def _take(self, way: Way) -> None:
        ways: dict[Way, Callable[[], object]] = {
            Way.REPAIR: self._repair,
            Way.KEYS: self._put_keys_back,
            Way.BACKUP: self._choose_backup,
            Way.MOVE: self._choose_folder,
            Way.RETRY: self._retry,
            Way.FOLDER: lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))),
            Way.QUIT: self._gate.window().close,
        }
        self._taken = way
        ways[way]()

    def _help(self, error: ConnectError) -> tuple[str, set[Way]]:
        """Return what there is to put it right with, and which ways lead nowhere without."""
        if not isinstance(error, VaultDamaged | VaultLost | KeysLost):
            return "", set()
        from connect_desktop.store import backups  # noqa: PLC0415 - start-up: only in trouble

        try:
            found = backups.found(self._folder / backups.FOLDER)
        except StoreError:
            found = []
        if not found:
            none = tr("There is no backup beside it. If you have one elsewhere, choose it.")
            read = tr("What can still be read of the file comes back, and the damaged file is kept.")
            if isinstance(error, VaultDamaged):
                return f"{none} {read}", set()
            return none, {Way.REPAIR, Way.KEYS}
        there = tr("The newest backup here is of {when}.", when=_when(found[0].made))
        if isinstance(error, KeysLost):
            return tr("{there} It can give the keys back.", there=there), set()
        if isinstance(error, VaultLost):
            return tr("{there} It can take the place of the store.", there=there), set()
        more = tr("It can take the place of the store, with all that can still be read of the damaged file, "
                  "which is kept aside.")  # fmt: skip
        return f"{there} {more}", set()

    # Repair

    def _repair(self) -> None:
        from connect_desktop.store import keys  # noqa: PLC0415 - start-up: only in trouble

        if self._key is not None:
            self._mend(self._key)
            return
        try:
            slots = keys.read(self._folder)
        except StoreError as error:
            self._tell_more(error)
            return
        ask = BackupStep(
            tr("Your passphrase or recovery code"),
            tr("Either puts it right. Afterwards it opens with both, as it did before."),
        )
        self._open(slots, ask, self._mend)

    def _mend(self, key: "DataKey", backup: Path | None = None) -> None:
        from connect_desktop.store import repair  # noqa: PLC0415 - start-up: only in trouble

        self._show(MendingStep())
        self._work(
            lambda: repair.repair(self._folder, key, now(), backup),
            lambda repaired: self._say_mended(repaired, key),
            self._tell_more,
        )

    def _say_mended(self, repaired: "Repaired", key: "DataKey") -> None:
        step = MendedStep(_told(repaired))
        step.opened.connect(lambda: self.opened.emit(key))
        self._show(step)

    # A backup, and its keys

    def _choose_backup(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._gate, tr("Choose a backup"), str(Path.home()), tr("Backups (*.backup);;All files (*)")
        )
        if chosen:
            self.take_backup(Path(chosen))

    def take_backup(self, path: Path) -> None:
        """Put a backup in the place of the store, once its passphrase was given."""
        from connect_desktop.store import backup_file, keys  # noqa: PLC0415 - start-up: only in trouble

        try:
            slots = keys.decoded(backup_file.keys_of(path))
        except StoreError as error:
            self._tell_more(error)
            return
        ask = BackupStep(
            tr("What opens the backup"),
            tr("It opens with the passphrase that was in force when it was made, and with the recovery code "
               "of that time."),
        )  # fmt: skip
        self._open(slots, ask, lambda key: self._mend(key, path))

    def _open(self, slots: "tuple[Slot, ...]", step: BackupStep, done: Callable[["DataKey"], object]) -> None:
        """Find the key in slots, with what is asked for by `step` unless they are open to anyone."""
        from connect_desktop.store import vault  # noqa: PLC0415 - start-up: only in trouble

        if vault.is_open(slots):
            done(vault.key_in(slots, None))
            return

        def refuse(error: ConnectError) -> None:
            if isinstance(error, WrongPassphrase):
                step.refuse(tr("That doesn’t open it. Nothing was changed."))
            else:
                self._tell_more(error)

        def attempt(given: str) -> None:
            step.wait(tr("Opening…"))
            self.with_code = vault.is_recovery_code(given)
            self._work(lambda: vault.key_in_either(slots, given), done, refuse)

        step.submitted.connect(attempt)
        step.other_asked.connect(self.begun)
        step.back_asked.connect(self.begun)
        self._show(step)

    def _put_keys_back(self) -> None:
        from connect_desktop.store import repair  # noqa: PLC0415 - start-up: only in trouble

        if repair.keys_from_backup(self._folder):
            self.begun.emit()
        else:
            none = tr("There is no backup beside the store that holds its keys. Nothing was changed. "
                      "Choose a backup from elsewhere, or put the key files back by hand.")  # fmt: skip
            self._tell_more(KeysLost(none))

    # Another folder

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self._gate, tr("Where the store is to be"), str(Path.home())
        )
        if chosen:
            self.move_to(Path(chosen))

    def move_to(self, chosen: Path) -> None:
        """Move the store into a folder of its own in the one chosen."""
        from connect_desktop.store import moving  # noqa: PLC0415 - start-up: only in trouble

        data = chosen / "Connect"
        self._show(MendingStep(tr("Moving it…")))
        self._work(
            lambda: moving.move(self._folder, data),
            lambda _nothing: self.moved.emit(data),
            self._tell_more,
        )

    def _work(
        self,
        function: Callable[[], object],
        done: Callable[..., object],
        failed: Callable[[ConnectError], object],
    ) -> None:
        work = Work(lambda _work: function())
        # Of this object, so that they go with it.
        self._done, self._failed = done, failed
        work.done.connect(self._finish)
        work.failed.connect(self._fail)
        work.start()

    def _finish(self, result: object) -> None:
        self._done(result)

    def _fail(self, error: ConnectError) -> None:
        self._failed(error)


def _when(at: datetime) -> str:
    at = at.astimezone()
    return f"{long_date(at.date())}, {clock(at)}"


def _told(repaired: "Repaired") -> str:
    """Return what a repair came to, in sentences."""
    held = repaired.holdings
    parts = []
    if repaired.backup is not None:
        parts.append(tr("It began with the backup of {when}.", when=_when(repaired.backup)))
    if repaired.moments:
        parts.append(tr_n("{n} moment came back from the damaged file.",
                          "{n} moments came back from the damaged file.", repaired.moments))  # fmt: skip
    if repaired.people:
        parts.append(tr_n("{n} person came back from it.", "{n} people came back from it.", repaired.people))
    if repaired.damaged:
        parts.append(tr_n("{n} of the {all} parts of the damaged file could not be read.",
                          "{n} of the {all} parts of the damaged file could not be read.",
                          repaired.damaged, all=repaired.pages))  # fmt: skip
    parts.append(tr_n("There is {n} moment now.", "There are {n} moments now.", held.moments))
    if repaired.aside is not None:
        parts.append(tr("What was there before is kept in {folder}.", folder=repaired.aside))
    return " ".join(parts)
