"""Erasing for good: a moment, a person, everything; and what still holds it is named."""

import atexit
import logging
import shutil
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from connect_desktop.domain import Impression, Interaction, Person
from connect_desktop.i18n import tr, tr_n
from connect_desktop.insight.told import short_name
from connect_desktop.paths import MOVED, Places
from connect_desktop.store import asides, backups, keeping
from connect_desktop.ui import safety_words
from connect_desktop.ui.dialogs.erase import EraseDialog
from connect_desktop.ui.keeper import Keeper
from connect_desktop.ui.one_window import KNOCK, LOCK
from connect_desktop.ui.session import Edits, Session


class Erasing(QObject):
    """Asks, and erases; `erased` when it is done."""

    erased = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._keeper = Keeper.of_session(session)

    def moment(self, moment: Interaction) -> None:
        """Erase a moment with all that was felt in it."""
        self._ask(
            tr("Erase this moment for good?"),
            tr("What you wrote and felt in it goes, and what you are typing of it. Nothing brings it back."),
            self._session.store.deletion(moment),
        )

    def person(self, person: Person) -> None:
        """Erase a person with what was logged with them."""
        edits = self._session.store.deletion(person)
        moments = sum(isinstance(edit.record, Impression) for edit in edits)
        self._ask(
            tr("Erase {name} for good?", name=short_name(person.name)),
            tr_n(
                "What you logged with them goes, {n} moment, and all there is about them. Nothing brings it "
                "back. Notes and reflections that only mention them stay as you wrote them.",
                "What you logged with them goes, {n} moments, and all there is about them. Nothing brings it "
                "back. Notes and reflections that only mention them stay as you wrote them.",
                moments,
            ),
            edits,
        )

    def _ask(self, question: str, text: str, edits: Edits) -> None:
        dialog = EraseDialog(question, text, holders(self._session), self._window)
        dialog.accepted.connect(lambda: self._erase(edits, dialog.with_holders()))
        dialog.open()

    def _erase(self, edits: Edits, with_holders: bool) -> None:
        keeps = self._keeper.keeps()
        if keeps and not with_holders:
            self._keeper.before_much_goes()
        with self._session.telling():
            self._session.erase(*edits)
            if keeps and with_holders:
                self._let_go_of_holders()
            self.erased.emit()

    def _let_go_of_holders(self) -> None:
        """Make a fresh backup; once it is checked, the older ones go, and what is kept aside goes now."""
        folder = self._session.store.folder
        assert folder is not None
        for aside in asides.found(folder):
            asides.remove(aside)
        self._keeper.back_up(alone=True)


def holders(session: Session) -> list[str]:
    """Return what still holds what is erased, a sentence each; the last of them what cannot be known."""
    found: list[str] = []
    folder = session.store.folder
    if folder is not None and not session.sample:
        found += _own(session, folder)
        kept = keeping.recalled(session.store)
        if kept.second:
            here = keeping.is_here(kept)
            found.append(
                tr("The copies in the second place.")
                if here
                else tr("The copies in the second place; they go when it is here again.")
            )
    return [*found, _unknown()]


def _own(session: Session, folder: Path) -> list[str]:
    found, there = [], backups.found(folder / backups.FOLDER)
    if there:
        found.append(
            tr_n(
                "{n} backup: {last}.",
                "{n} backups, the oldest: {first}; the newest: {last}.",
                len(there),
                first=safety_words.when(there[-1].made, session),
                last=safety_words.when(there[0].made, session),
            )
        )
    found += [
        tr("What is kept aside: {day}.", day=safety_words.when(one.since, session))
        for one in asides.found(folder)
    ]
    return found


def _elsewhere(session: Session) -> list[str]:
    """Return what is left of everything outside this computer's own places."""
    kept = keeping.recalled(session.store)
    if keeping.is_here(kept):
        return [tr("The copies in the second place."), _unknown()]
    if kept.second:
        return [tr("{what} And the second place, which is not here now: remove the copies there yourself.",
                   what=_unknown())]  # fmt: skip
    return [_unknown()]


def _unknown() -> str:
    return tr("PDFs, exports and pictures that you saved. Connect cannot know where they are.")


class EraseEverything(QObject):
    """Asks for a word, then removes the store, its backups, settings and traces, and closes the window."""

    erased = Signal()

    def __init__(self, session: Session, places: Places, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._places, self._window = session, places, window
        self.dialog = EraseDialog(
            tr("Erase everything for good?"),
            tr("Your people, moments and reflections go, with the backups on this computer, the settings and "
               "all that Connect keeps here. Nothing brings it back."),
            _elsewhere(session),
            window,
            word=tr("erase"),
        )  # fmt: skip
        self.dialog.accepted.connect(self._erase)

    def begin(self) -> None:
        """Ask."""
        self.dialog.open()

    def _erase(self) -> None:
        kept = keeping.recalled(self._session.store)
        second = Path(kept.second) if self.dialog.with_holders() and keeping.is_here(kept) else None
        self._session.leave_nothing()
        everything(self._places, second)
        atexit.register(everything, self._places, None)  # what Qt writes at its very end
        self.erased.emit()


def everything(places: Places, second: Path | None) -> None:
    """Remove all that Connect keeps in its places; other files there are left alone."""
    for handler in [*logging.getLogger().handlers]:
        if isinstance(handler, logging.FileHandler):
            handler.close()
            logging.getLogger().removeHandler(handler)
    for folder in (places.vault, places.cache / "charts", places.cache / "qt"):
        shutil.rmtree(folder, ignore_errors=True)
    traces = (places.log, places.log.with_suffix(".old.log"), places.cache / LOCK, places.cache / KNOCK)
    for file in (places.settings, places.settings.with_name(places.settings.name + ".new"), *traces):
        with suppress(OSError):
            file.unlink(missing_ok=True)
    if second is not None:
        with suppress(OSError):
            for one in backups.found(second):
                one.path.unlink(missing_ok=True)
            second.rmdir()
    if places.moved_from is not None:
        with suppress(OSError):
            (places.moved_from / MOVED).unlink(missing_ok=True)
    for folder in filter(None, (places.cache, places.config, places.data, places.moved_from)):
        with suppress(OSError):
            folder.rmdir()  # only where nothing else is in it
