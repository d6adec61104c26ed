"""One sitting at one record: kept in the store a breath after each key, and one step to undo."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from connect_desktop.domain import Edit, Record
from connect_desktop.domain.errors import ConnectError
from connect_desktop.ui.refusal import why
from connect_desktop.ui.session import Edits, Session

PAUSE, RETRY = 800, 3000
"""milliseconds from the first unsaved key to its saving, and between tries when that fails"""

R = TypeVar("R", bound=Record)


class Sitting(QObject, Generic[R]):
    """However often it is saved, it is one step to undo.

    A sitting that began with a new record and ends with nothing in it leaves nothing behind.
    """

    saved = Signal(object)
    """the record as it is now in the store"""
    not_saved = Signal(str)
    """a sentence; what was typed is kept here and tried again"""

    def __init__(
        self,
        session: Session,
        record: R,
        read: Callable[[], dict[str, Any]],
        *,
        label: str,
        stored: bool,
        parent: QObject,
    ) -> None:
        """`read` returns the fields as they stand on screen; it is asked only when it is time to save."""
        super().__init__(parent)
        self.record = record
        self.failing = False
        """whether saving failed last time; it is being tried again"""
        self._session = session
        self._read = read
        self._label = label
        self._stored = record if stored else None
        self._new = not stored
        self._touched = False
        self._writing = False
        self._sitting = f"{record.id} {id(self)}"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)

    def is_blank(self, record: R) -> bool:
        """Return whether there is nothing in a record that is worth keeping."""
        raise NotImplementedError

    def stamped(self, record: R) -> R:
        """Return a record as it is written, for instance with the time of it."""
        return record

    def edits(self, before: R | None, after: R | None) -> Edits:
        """Return what is written when a record becomes another one."""
        return (Edit(before, after),)

    def touch(self) -> None:
        """Hear that a key was pressed; it is saved within PAUSE."""
        self._touched = True
        if not self._timer.isActive():
            self._timer.start(PAUSE)

    def flush(self) -> bool:
        """Save now what is not saved; False when that failed, which is tried again."""
        self._timer.stop()
        try:
            self._save()
        except ConnectError as error:
            self.failing = True
            self.not_saved.emit(why(error))
            self._timer.start(RETRY)
            return False
        self.failing = False
        return True

    def end(self) -> bool:
        """Flush, and take a new record that is blank out again; False when saving failed."""
        if not self.flush():
            return False
        if self._new and self._stored is not None and self.is_blank(self._stored):
            try:
                self._write(None)
            except ConnectError as error:
                self.not_saved.emit(str(error))
                return False
        return True

    def drop(self) -> None:
        """Save nothing any more."""
        self._touched = False
        self._timer.stop()

    def take(self, found: R | None) -> bool:
        """Hear that the store holds this now. Return whether to show it: nothing was being typed."""
        if self._writing or found == self._stored:
            return False
        self._stored = found
        return not self._touched

    def _save(self) -> None:
        if not self._touched:
            return
        wanted = replace(self._stored or self.record, **self._read())
        if wanted != self._stored and not (self._stored is None and self.is_blank(wanted)):
            self._write(self.stamped(wanted))
        self._touched = False

    def _write(self, wanted: R | None) -> None:
        self._writing = True
        try:
            edits = self.edits(self._stored, wanted)
            self._session.apply(self._label, *edits, merge=self._sitting)
        finally:
            self._writing = False
        self._stored = wanted
        if wanted is not None:
            self.record = wanted
            self.saved.emit(wanted)
