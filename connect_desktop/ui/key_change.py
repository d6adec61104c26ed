"""Changing what opens the store, step by step: nothing is changed before the new code was retyped."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from connect_desktop.domain.errors import ConnectError, WrongPassphrase
from connect_desktop.i18n import tr, tr_n
from connect_desktop.store import keeping, remaking, vault
from connect_desktop.store.exchange import Arrival
from connect_desktop.store.remaking import Older
from connect_desktop.store.slots import Way, of_way
from connect_desktop.store.vault import DataKey
from connect_desktop.ui.dialogs.steps import StepsDialog
from connect_desktop.ui.gate.code import CodeStep, RetypeStep
from connect_desktop.ui.gate.renewing import BusyStep, ChoiceStep, RenewStep
from connect_desktop.ui.keeper import Keeper
from connect_desktop.ui.session import Session
from connect_desktop.ui.work import Work

Ready = tuple[keeping.Made, DataKey, Arrival]
"""the backup that was made, the new key, and everything written anew under it"""


class What(Enum):
    """What is changed."""

    PASSPHRASE = "passphrase"
    CODE = "code"
    PROTECTION = "protection"
    """a store that was open to anyone gets a passphrase"""


class KeyChange(QObject):
    """One change, from the question to the end. `done(protected_now)` when the dialog closes after it."""

    done = Signal(bool)

    def __init__(self, session: Session, what: What, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._what = session, what
        self._keeper = Keeper.of_session(session)
        self._new, self._code = "", ""
        self._older: Older | None = None
        self.dialog = StepsDialog(_title(what), window)
        self.dialog.finished.connect(self.deleteLater)

    def begin(self) -> None:
        """Ask."""
        self._ask()
        self.dialog.open()

    def _ask(self) -> None:
        step = RenewStep(
            _title(self._what),
            _text(self._what),
            present=_present(self._what),
            new=self._what is not What.CODE,
        )
        step.begun.connect(lambda present, new: self._try(step, present, new))
        step.back_asked.connect(self.dialog.reject)
        self.dialog.show_step(step)

    def _try(self, step: RenewStep, present: str, new: str) -> None:
        """See that whoever asks may: what they typed opens the store."""
        self._new = new or present
        if self._what is What.PROTECTION:
            self._make_code()
            return
        folder = self._session.store.folder
        assert folder is not None
        either = self._what is What.PASSPHRASE
        step.wait()
        self._work(
            lambda: vault.unlock_either(folder, present) if either else vault.unlock(folder, present),
            lambda _key: self._make_code(),
            lambda error: self._refuse(step, error),
        )

    def _refuse(self, step: RenewStep, error: ConnectError) -> None:
        if isinstance(error, WrongPassphrase):
            step.refuse(tr("That doesn’t open it. Nothing was changed."))
        else:
            self._fail(error)

    def _make_code(self) -> None:
        self._code = vault.new_recovery_code()
        self._see_code()

    def _see_code(self) -> None:
        back = tr("Cancel") if self._what is What.CODE else tr("Choose another passphrase")
        step = CodeStep(self._code, back=back)
        step.kept.connect(self._retype)
        step.back_asked.connect(self.dialog.reject if self._what is What.CODE else self._ask)
        self.dialog.show_step(step)

    def _retype(self) -> None:
        step = RetypeStep(self._code)
        step.back_asked.connect(self._see_code)
        step.passed.connect(self._change)
        self.dialog.show_step(step)

    # The change

    def _change(self) -> None:
        words = tr("A backup is made, then everything is written anew under a new key and read back.")
        self.dialog.show_step(BusyStep(tr("Changing…"), words), held=True)
        new, code = self._new, self._code
        try:
            job = keeping.begin(self._session.store, self._session.now())
        except ConnectError as error:
            self._fail(error)
            return

        def ready() -> Ready:
            made, (key, slots) = job.finish(), vault.new_key(new, code)
            return made, key, job.anew(key.raw.hex(), slots)

        self._work(ready, self._exchange, self._fail)

    def _exchange(self, ready: Ready) -> None:
        made, key, arrival = ready
        store = self._session.store
        before, slots_before = store.hex_key(), store.slots()
        keyring = any(slot.way is Way.KEYRING for slot in slots_before)
        try:
            if keyring:
                store.use_keyring(False)
            store.change_keys(key, arrival.slots, arrival)
        except ConnectError as error:
            self._fail(error)
            return
        self._new = self._code = ""
        keeping.note(store, replace(made, writes=-1))  # it opens as before: another one is due
        self._older = remaking.older(store, before, slots_before)
        self._keeper.back_up()
        if of_way(slots_before, Way.KEYRING) is None:
            self._tell()
        else:  # where it refuses, the page says that it is off
            self._work(
                lambda: store.renew_keyring(slots_before),
                lambda _done: self._tell(),
                lambda _error: self._tell(),
            )

    def _fail(self, error: ConnectError) -> None:
        text = tr("{why} It opens as it did before.", why=error)
        step = ChoiceStep(tr("It was not changed."), text, tr("Try again"), tr("Close"))
        again, close = step.choices
        again.clicked.connect(self._ask)
        close.clicked.connect(self.dialog.reject)
        self.dialog.show_step(step)

    # Afterwards

    def _tell(self) -> None:
        older = self._older
        assert older is not None
        if not older.backups and not older.asides and not older.elsewhere:
            self._end()
            return
        step = ChoiceStep(
            _changed(self._what),
            _what_is_left(self._what, older),
            tr("Write the backups anew"),
            tr("Remove them"),
            tr("Leave them"),
        )
        anew, remove, leave = step.choices
        anew.clicked.connect(lambda: self._after(lambda: remaking.remake(older), tr("Writing them anew…")))
        remove.clicked.connect(lambda: self._after(lambda: remaking.remove(older), tr("Removing them…")))
        leave.clicked.connect(self._end)
        step.back_asked.connect(self._end)
        self.dialog.show_step(step, held=True)

    def _after(self, do: Callable[[], object], title: str) -> None:
        self.dialog.show_step(BusyStep(title, tr("Each is read back before it counts.")), held=True)
        assert self._older is not None
        if self._older.elsewhere:
            keeping.remember(self._session.store, cleared=self._session.now())
        self._work(do, lambda _done: self._end(), self._tell_left)

    def _tell_left(self, error: ConnectError) -> None:
        step = ChoiceStep(_changed(self._what), tr("{why} The others are done.", why=error), tr("Close"))
        step.choices[0].clicked.connect(self._end)
        self.dialog.show_step(step, held=True)

    def _end(self) -> None:
        text = _end_text(self._what)
        step = ChoiceStep(
            _changed(self._what), text, tr("Lock now") if self._what is What.PROTECTION else tr("Close")
        )
        step.choices[0].clicked.connect(self._close)
        self.dialog.show_step(step, held=True)

    def _close(self) -> None:
        self.dialog.held = False
        self.dialog.accept()
        self.done.emit(self._what is What.PROTECTION)

    def _work(
        self,
        function: Callable[[], object],
        done: Callable[..., None],
        failed: Callable[[ConnectError], None],
    ) -> None:
        work = Work(lambda _work: function())
        work.done.connect(lambda found: self._unless_closed(done, found))
        work.failed.connect(lambda error: self._unless_closed(failed, error))
        work.start()

    def _unless_closed(self, tell: Callable[..., None], found: object) -> None:
        if not self._session.closed and self.dialog.isVisible():
            tell(found)


def _title(what: What) -> str:
    return {
        What.PASSPHRASE: tr("Change the passphrase"),
        What.CODE: tr("A new recovery code"),
        What.PROTECTION: tr("Protect it with a passphrase"),
    }[what]


def _text(what: What) -> str:
    return {
        What.PASSPHRASE: tr(
            "Everything is written anew under a new key. A new recovery code comes with it; the old one "
            "opens nothing any more."
        ),
        What.CODE: tr(
            "Everything is written anew under a new key. Your passphrase stays; the old code opens nothing "
            "any more."
        ),
        What.PROTECTION: tr(
            "From then on Connect asks for it when it opens, and locks when you are away. There is no way in "
            "without it or its recovery code, for us either."
        ),
    }[what]


def _present(what: What) -> str:
    return {
        What.PASSPHRASE: tr("The passphrase you have now, or your recovery code"),
        What.CODE: tr("Your passphrase"),
        What.PROTECTION: "",
    }[what]


def _changed(what: What) -> str:
    return {
        What.PASSPHRASE: tr("The passphrase is changed."),
        What.CODE: tr("The recovery code is new."),
        What.PROTECTION: tr("It is protected."),
    }[what]


def _end_text(what: What) -> str:
    return {
        What.PASSPHRASE: tr("The new passphrase opens it, and the new recovery code."),
        What.CODE: tr("Your passphrase opens it, and the new recovery code."),
        What.PROTECTION: tr("Connect locks now. Open it with the new passphrase."),
    }[what]


def _what_is_left(what: What, older: Older) -> str:
    parts = []
    if older.backups:
        parts.append(
            tr_n(
                "{n} backup made before opens as it did.",
                "{n} backups made before open as they did.",
                len(older.backups),
            )
        )
    if older.asides:
        parts.append(tr("So does what is kept aside, which can only be removed."))
    if older.elsewhere:
        parts.append(tr("So do the copies in the second place, which is not here now."))
    parts.append(
        tr("Anyone can read what opens as before.")
        if what is What.PROTECTION
        else tr("Whoever knew the old passphrase or code can read what opens as before.")
    )
    parts.append(
        tr(
            "The backups can be written anew to open with what is in force now, or all of it be removed; a "
            "fresh backup is made in any case. Copies that you made elsewhere Connect cannot know."
        )
    )
    return " ".join(parts)
