"""Restoring a backup, or what was kept aside: see what is in it and what is here now, put it in place."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from connect_desktop.domain.errors import ConnectError, WrongPassphrase
from connect_desktop.i18n import tr
from connect_desktop.store import asides, backup_file, backups, exchange, keeping, keys, vault
from connect_desktop.store.exchange import Arrival
from connect_desktop.store.slots import Slot
from connect_desktop.store.vault import DataKey
from connect_desktop.ui import safety_words
from connect_desktop.ui.dialogs.restore import RestoreDialog
from connect_desktop.ui.session import Session
from connect_desktop.ui.work import Work


class Restoring(QObject):
    """From the question to `restored()`: the store is another one then, and is to be opened anew."""

    restored = Signal()

    def __init__(self, session: Session, flush: Callable[[], bool], window: QWidget) -> None:
        super().__init__(window)
        self._session, self._flush = session, flush
        self._store = session.store
        self._asked = 0
        self._ready: tuple[Arrival, DataKey] | None = None
        self.dialog = RestoreDialog(self._choices(), window)
        self.dialog.chosen.connect(self._look)
        self.dialog.unlock_asked.connect(self._unlock)
        self.dialog.restore_asked.connect(self._restore)
        self.dialog.finished.connect(self._leave)

    def begin(self) -> None:
        """Ask which, beginning with the newest."""
        self.dialog.open()
        self.dialog.list.setCurrentRow(0)

    def _choices(self) -> list[tuple[str, Path]]:
        folder = self._store.folder
        assert folder is not None
        found = {one.path.name: one for one in backups.found(folder / backups.FOLDER)}
        kept = keeping.recalled(self._store)
        if keeping.is_here(kept):
            found = {one.path.name: one for one in backups.found(Path(kept.second))} | found
        newest_first = sorted(found.values(), key=lambda one: one.made, reverse=True)
        return [
            *((self._words(one.made, one.size), one.path) for one in newest_first),
            *(
                (tr("Kept aside: {what}", what=self._words(one.since, one.size)), one.path)
                for one in asides.found(folder)
            ),
        ]

    def _words(self, at: datetime, size: int) -> str:
        return f"{safety_words.when(at, self._session)}   {safety_words.size(size)}"

    def _look(self, path: Path) -> None:
        """See what opens it: the key in force, nothing, or a passphrase that has to be asked for."""
        self._path, self._ready = path, None
        mine, key = self._store.slots(), DataKey(bytes.fromhex(self._store.hex_key()))

        def opened() -> "tuple[tuple[Slot, ...], DataKey | None]":
            theirs = keys.read(path) if path.is_dir() else keys.decoded(backup_file.keys_of(path))
            if any(slot in mine for slot in theirs):
                return theirs, key
            return theirs, vault.key_in(theirs, None) if vault.is_open(theirs) else None

        self._work(opened, self._opened, self._refuse)

    def _opened(self, found: "tuple[tuple[Slot, ...], DataKey | None]") -> None:
        self._slots, key = found
        if key is None:
            self.dialog.ask_passphrase()
        else:
            self._unpack(key)

    def _unlock(self, typed: str) -> None:
        slots = self._slots
        self._work(lambda: vault.key_in_either(slots, typed), self._unpack, self._refuse_passphrase)

    def _refuse_passphrase(self, error: ConnectError) -> None:
        if isinstance(error, WrongPassphrase):
            self.dialog.refuse_passphrase(tr("That doesn’t open it. It takes what it was made with."))
        else:
            self._refuse(error)

    def _unpack(self, key: DataKey) -> None:
        path, folder = self._path, self._store.folder
        assert folder is not None
        take = exchange.from_aside if path.is_dir() else exchange.from_backup
        self._work(
            lambda: take(path, folder, lambda _slots: key.raw.hex()),
            lambda arrival: self._show(arrival, key),
            self._refuse,
        )

    def _show(self, arrival: Arrival, key: DataKey) -> None:
        self._ready = arrival, key
        there, here = safety_words.holdings(arrival.holdings), safety_words.holdings(self._store.holdings())
        opens = any(slot in self._store.slots() for slot in arrival.slots)
        self.dialog.show_what(
            tr("In what was kept aside: {what}.", what=there)
            if self._path.is_dir()
            else tr("In the backup: {what}.", what=there),
            tr("What you have now: {what}. It is kept aside, whole.", what=here),
            "" if opens else tr("Afterwards it opens with what this backup was made with."),
        )

    def _refuse(self, error: ConnectError) -> None:
        self.dialog.refuse(str(error))

    def _restore(self) -> None:
        if self._ready is None or not self._flush():
            return
        arrival, key = self._ready
        try:
            self._store.restore(arrival, key, self._session.now())
        except ConnectError as error:
            self._refuse(error)
            return
        self._ready = None
        self._session.undo_stack.clear()
        said = tr("Restored: {what}. What you had before is kept aside.",
                  what=safety_words.holdings(arrival.holdings))  # fmt: skip
        keeping.remember_restored(self._store, said)
        self.dialog.accept()
        self.restored.emit()

    def _leave(self) -> None:
        self._asked += 1
        if self._store.folder is not None and not self._session.closed:
            exchange.clear(self._store.folder)
        self.deleteLater()

    def _work(
        self,
        function: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[ConnectError], None],
    ) -> None:
        """Do it in another thread; what was asked before is stale."""
        self._asked += 1
        asked = self._asked
        self.dialog.wait()
        work = Work(lambda _work: function())
        work.done.connect(lambda found: self._tell(asked, done, found))
        work.failed.connect(lambda error: self._tell(asked, failed, error))
        work.start()

    def _tell(self, asked: int, tell: Callable[..., None], found: object) -> None:
        if asked == self._asked and not self._session.closed:
            tell(found)
