"""Backups that are made by themselves: when there is something new, in a quiet moment, and at the end."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from connect_desktop.domain.errors import ConnectError, StoreError
from connect_desktop.store import backups, keeping, leaving, reserve
from connect_desktop.store.health import Holdings
from connect_desktop.store.keeping import Kept, Made, Trial
from connect_desktop.store.leaving import Leaving
from connect_desktop.ui.session import Session
from connect_desktop.ui.work import Work

AFTER, QUIET, EVERY = 30 * 60_000, 5_000, 60 * 60_000
"""milliseconds: from a change to its backup, without a key or a click before one, between looks around"""
OFTEN = 3
"""failures in a row from which on they are told across the window"""

_INPUT = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.InputMethod)


class Keeper(QObject):
    """Sees to the backups of a session's store, if that lies in a file.

    The copy is taken in the window's thread while nobody types; it is checked, packed and pruned in another.
    """

    changed = Signal()
    """what is remembered of backups is different now"""
    failing = Signal(str)
    """a sentence: backups failed again and again"""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._works: list[Work] = []
        self._making: Work | None = None
        self._after, self._quiet = QTimer(self, singleShot=True), QTimer(self, singleShot=True)
        self._round = QTimer(self)
        self._after.timeout.connect(self._wait_for_quiet)
        self._quiet.timeout.connect(self._in_quiet)
        self._round.timeout.connect(self.look_around)

    @classmethod
    def of_session(cls, session: Session) -> "Keeper":
        """Return the one who keeps a session's store, made now if nobody asked before."""
        found = session.findChild(cls)
        return found if isinstance(found, cls) else cls(session)

    def begin(self) -> None:
        """See to backups from now on, once the store is open."""
        if not self.keeps():
            return
        folder = self._session.store.folder
        assert folder is not None
        keeping.clear(folder)
        reserve.keep(folder)
        if self.kept().begun is None:
            keeping.remember(self._session.store, begun=self._session.today())
        self._session.changed.connect(self._hear)
        self.see_to_the_end()
        self._round.start(EVERY)
        self.look_around()

    def keeps(self) -> bool:
        """Return whether there is a file to back up."""
        session = self._session
        return not session.sample and not session.closed and session.store.folder is not None

    def kept(self) -> Kept:
        """Return what is remembered of the backups."""
        return keeping.recalled(self._session.store)

    def is_busy(self) -> bool:
        """Return whether a backup is being made."""
        return self._making is not None

    def look_around(self) -> None:
        """Begin what is due: a backup of what was changed before, a copy to the second place, the trial."""
        trial = keeping.trial(self._session.store, self._session.today())
        if trial is not None:
            self._try(trial)
        if trial is None or not trial.unread:
            self._go_on()

    def _go_on(self) -> None:
        if keeping.is_due(self._session.store):
            self._hear()
        else:
            with suppress(StoreError):
                self._copy_to_second()

    def back_up(self, *, alone: bool = False) -> None:
        """Make a backup now; its check goes on in the background. `alone`: then those made before go."""
        self._after.stop()
        self._quiet.stop()
        self._listen(False)
        try:
            job = keeping.begin(self._session.store, self._session.now(), alone=alone)
        except StoreError as error:
            self._fail(error)
            return
        self._making = self._work(lambda _work: job.finish(), self._note, self._fail)
        self.changed.emit()

    def before_much_goes(self) -> None:
        """Make a backup before much is deleted or changed at once, if there is anything new in it."""
        if self.keeps() and keeping.is_due(self._session.store):
            self.back_up()

    # By itself

    def _hear(self, _edits: object = ()) -> None:
        if not self._after.isActive() and not self._quiet.isActive():
            self._after.start(AFTER)

    def _wait_for_quiet(self) -> None:
        self._listen(True)
        self._quiet.start(QUIET)

    def _in_quiet(self) -> None:
        self._listen(False)
        if keeping.is_due(self._session.store):
            self.back_up()

    def _listen(self, on: bool) -> None:
        """Hear keys and clicks of the whole app, only while a backup waits for them to end."""
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        if on:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._quiet.start(QUIET)
        return super().eventFilter(watched, event)

    # At the end

    def see_to_the_end(self) -> None:
        """Let the store close with a backup of what is new, also where it closes before all else began."""
        if self.keeps():
            self._session.leave = self._leave

    def _leave(self) -> Leaving | None:
        """Begin a backup of what is new as the store closes; nothing that is under way is waited for."""
        self._listen(False)
        for timer in (self._after, self._quiet, self._round):
            timer.stop()
        store = self._session.store
        try:
            return leaving.begin(store, self._session.now())
        except ConnectError as error:
            keeping.note_failure(store, error)
            return None

    # What came of it

    def _work(
        self,
        function: Callable[[Work], object],
        done: Callable[..., None],
        failed: Callable[[ConnectError], None],
    ) -> Work:
        work = Work(function)
        self._works.append(work)
        work.done.connect(lambda found: self._end(work, done, found))
        work.failed.connect(lambda error: self._end(work, failed, error))
        work.left.connect(lambda: self._forget(work))
        return work.start()

    def _forget(self, work: Work) -> None:
        if work is self._making:
            self._making = None
        if work in self._works:
            self._works.remove(work)

    def _end(self, work: Work, tell: Callable[..., None], found: object) -> None:
        self._forget(work)
        if not self._session.closed:
            tell(found)
            self.changed.emit()

    def _note(self, made: Made) -> None:
        keeping.note(self._session.store, made)
        if keeping.is_due(self._session.store):
            self._hear()

    def _fail(self, error: ConnectError) -> None:
        kept = keeping.note_failure(self._session.store, error)
        self._after.start(AFTER)
        self.changed.emit()
        if kept.failed >= OFTEN:
            self.failing.emit(str(error))

    # The second place, and the trial

    def _copy_to_second(self) -> None:
        store = self._session.store
        kept, folder = self.kept(), store.folder
        if folder is None or not keeping.is_here(kept):
            return
        newest = next(iter(backups.found(folder / backups.FOLDER)), None)
        if newest is None:
            return
        second = Path(kept.second)
        there = (second / newest.path.name).exists()
        if kept.cleared or not there or kept.copied is None or kept.copied < newest.made:
            at = newest.made if there else self._session.now()
            path, cleared = newest.path, kept.cleared
            self._work(
                lambda _work: keeping.copied(path, second, cleared, at), self._note_copy, lambda _error: None
            )

    def _note_copy(self, found: dict[str, object]) -> None:
        if found.pop("cleared", False):
            found["cleared"] = None
        keeping.remember(self._session.store, **found)

    def choose_second(self, chosen: Path | None) -> None:
        """Copy finished backups there from now on, None for nowhere; `StoreError` where that cannot be."""
        keeping.choose_second(self._session.store, chosen)
        self._copy_to_second()
        self.changed.emit()

    def _try(self, trial: Trial) -> None:
        self._work(
            lambda _work: trial.run(), lambda held: self._note_trial(trial, held), self._note_failed_trial
        )

    def _note_trial(self, trial: Trial, held: Holdings) -> None:
        keeping.note_trial(self._session.store, trial, held, self._session.today())
        if trial.unread:
            self._go_on()

    def _note_failed_trial(self, error: ConnectError) -> None:
        """A backup that cannot be restored: say so, and make a new one at once."""
        keeping.remember(self._session.store, tried=self._session.today(), not_tried=str(error))
        with suppress(StoreError):
            self.back_up()
