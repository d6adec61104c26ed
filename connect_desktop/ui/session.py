"""The open store and what surrounds it: one place that writes, one signal that says what changed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from connect_desktop import domain
from connect_desktop import settings as settings_file
from connect_desktop.domain.clock import now
from connect_desktop.domain.errors import ConnectError, StoreError
from connect_desktop.i18n import day_of, tr
from connect_desktop.settings import Settings

if TYPE_CHECKING:
    from connect_desktop.domain import Edit, Record
    from connect_desktop.store import Store
    from connect_desktop.store.leaving import Leaving

Edits: TypeAlias = "tuple[Edit[Record], ...]"


class Session(QObject):
    """Store, settings and undo stack of one unlocked window."""

    changed = Signal(tuple)
    """the edits that were just written, also by undo and redo"""
    applied = Signal(str)
    """the label of a step that was just done, to be told with an Undo beside it"""
    settings_changed = Signal(object)
    draft_gone = Signal(str)
    """the name of a draft that was saved or let go of"""
    not_saved = Signal(str)
    """a sentence: something could not be kept, and the store is as before"""
    saved_after_all = Signal(str)
    """a sentence that `not_saved` told and that is true no longer"""

    def __init__(
        self,
        store: "Store | Callable[[], Store]",
        settings: Settings | None = None,
        settings_path: Path | None = None,
        clock: Callable[[], datetime] = now,
        parent: QObject | None = None,
        *,
        sample: bool = False,
    ) -> None:
        """`store` may be a way to open it, taken when it is first asked for: a window can show before.

        `sample` says that it is a life to look around in: nothing done in it outlives the window.
        """
        super().__init__(parent)
        self._store = store
        self.settings = settings or Settings()
        self.undo_stack = QUndoStack(self)
        self.sample = sample
        self._closed = False
        self.leave: Callable[[], Leaving | None] = lambda: None
        """begins the last backup, just before the store closes"""
        self._settings_path = settings_path
        self._clock = clock

    @property
    def store(self) -> "Store":
        """The open store, opened now where nobody asked for it before; then `StoreError` as it says."""
        if callable(self._store):
            self._store = self._store()
        return self._store

    @property
    def opened(self) -> bool:
        """Whether the store was asked for."""
        return not callable(self._store)

    @property
    def closed(self) -> bool:
        """Whether nothing can be read any more."""
        return self._closed or (not callable(self._store) and self._store.closed)

    def close(self) -> "Leaving | None":
        """Close the store, and return the backup that is to be finished, if one was begun.

        Closing twice, or what was never opened, is nothing.
        """
        opened = None if callable(self._store) else self._store
        leaving, taken = None, False
        try:
            if opened is not None and not self.closed:
                leaving = self.leave()
        finally:
            self._closed = True
            if opened is not None:
                taken = opened.close(leaving.take if leaving else None)
        return leaving if taken else None

    def now(self) -> datetime:
        """Return the present, aware."""
        return self._clock()

    def today(self) -> date:
        """Return the user's day: it ends when they said it ends."""
        return self.day_of(self.now())

    def day_of(self, at: datetime) -> date:
        """Return the user's day a moment belongs to."""
        return day_of(at, self.settings.day_ends)

    def apply(
        self, label: str, *edits: "Edit[Record]", merge: str | None = None, draft: str | None = None
    ) -> None:
        """Write edits all or none as one step that can be undone; `NotSaved` leaves all as it was.

        `label` says what was done ("Moment saved") and holds no names. Steps that follow each other with the
        same `merge` are one step to undo: a text saved as it is typed. `applied` does not tell of them.
        `draft` is the name of the draft they were written in, which goes as they come.
        """
        if not edits:
            return
        self.store.apply(edits, memo=(draft, None) if draft else None)
        self.undo_stack.push(_Change(self, label, edits, merge))
        self.changed.emit(edits)
        if merge is None:
            self.applied.emit(label)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Where what is done here is refused, end it there and say why across the window."""
        try:
            yield
        except ConnectError as error:
            self.not_saved.emit(str(error))

    def erase(self, *edits: "Edit[Record]") -> None:
        """Write edits so that nothing of what they take out is left; nothing can be undone after it.

        `NotSaved` leaves all as it was.
        """
        self.store.erase(edits)
        self.undo_stack.clear()
        self.changed.emit(edits)

    def make_room(self) -> bool:
        """Give the room that is kept for a full disk back to it; return whether there was any."""
        from connect_desktop.store import reserve  # noqa: PLC0415 - start-up: seldom needed

        folder = None if callable(self._store) else self._store.folder
        return folder is not None and reserve.give_up(folder)

    def leave_nothing(self) -> None:
        """Close, and write neither backup nor settings: all of it is to be removed."""
        self.leave = lambda: None
        self._settings_path = None
        self.close()

    def remember(self, name: str, text: str | None) -> None:
        """Keep a text with the store for the app itself, None to forget it; `store.memo(name)` returns it.

        It is no change of the records and nothing to undo; a full disk loses only this.
        """
        if text != self.store.memo(name):
            with suppress(StoreError):
                self.store.remember(name, text)

    def save_settings(self, **values: object) -> None:
        """Change settings and keep them; a folder that cannot be written loses nothing but the keeping."""
        self.settings = self.settings.changed(**values)
        if self._settings_path is not None:
            try:
                settings_file.save(self.settings, self._settings_path)
            except OSError as error:
                self.not_saved.emit(
                    tr(
                        "This setting holds until you close Connect; it could not be kept: {why}.",
                        why=error.strerror,
                    )
                )
        self.settings_changed.emit(self.settings)

    def _write(self, edits: Edits) -> bool:
        written = False
        with self.telling():
            self.store.apply(edits)
            written = True
            self.changed.emit(edits)
        return written


class _Change(QUndoCommand):
    """A step on the undo stack; it was written before it was pushed."""

    def __init__(self, session: Session, label: str, edits: Edits, merge: str | None = None) -> None:
        super().__init__(label)
        self._session = session
        self._edits = edits
        self._merge = merge
        self._written = True

    def id(self) -> int:
        return -1 if self._merge is None else 1

    def mergeWith(self, later: QUndoCommand) -> bool:
        if not isinstance(later, _Change) or later._merge != self._merge or not self._written:
            return False
        self._edits = _joined(self._edits + later._edits)
        self.setObsolete(not self._edits)
        return True

    def redo(self) -> None:
        if not self._written:
            self._written = self._session._write(self._edits)

    def undo(self) -> None:
        back = tuple(edit.inverse() for edit in reversed(self._edits))
        if self._written:
            self._written = not self._session._write(back)


def _joined(edits: Edits) -> Edits:
    """Return one edit a record, from what it was first to what it is last; none where that is the same."""
    whole: dict[str, tuple[Record | None, Record | None]] = {}
    for edit in edits:
        before, _ = whole.get(edit.record.id, (edit.before, None))
        whole[edit.record.id] = (before, edit.after)
    return tuple(domain.Edit(before, after) for before, after in whole.values() if before != after)
