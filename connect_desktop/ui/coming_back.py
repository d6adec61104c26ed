"""Leaving a store and coming back to it: the page one was on, and what was begun and not saved."""

from contextlib import suppress
from typing import Protocol, cast

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.drafts import Answers, Draft, names
from connect_desktop.ui.pages.page import Page
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.place import Place, open_draft
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.notice import Notice

LOCK = "Ctrl+Shift+L"
"""the keys that lock"""


class Window(Protocol):
    """What one comes back to: a widget with pages."""

    session: Session

    def page(self, name: str) -> Page:
        """Return a page."""

    def go(self, name: str) -> None:
        """Show a page; `KeyError` where there is none of this name."""

    def show_person(self, person_id: str) -> None:
        """Show the page of a person."""

    def where(self) -> tuple[str, str | None]:
        """Return the page of the side bar that led to the one on screen, and whose that is."""

    def put_above(self, notice: Notice) -> None:
        """Put a notice above the pages."""


class ComingBack(QObject):
    """What one window remembers of itself in the store."""

    def __init__(self, window: Window) -> None:
        super().__init__(cast(QWidget, window))
        self._window = window
        self._draft = ""

    def lock_in_dialogs(self, locks: SignalInstance) -> None:
        """Let the keys that lock do so from a dialog, too, but for a question that waits for its answer."""
        self._locks = locks
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._follow)

    def _follow(self, _window: object) -> None:
        dialog = QApplication.activeWindow()
        if (
            isinstance(dialog, QDialog)
            and dialog.windowModality() == Qt.WindowModality.WindowModal
            and not dialog.findChild(QShortcut, LOCK)
        ):
            keys = QShortcut(QKeySequence(LOCK), dialog)
            keys.setObjectName(LOCK)
            keys.activated.connect(self._locks)

    def here(self) -> Place:
        """Return where one is now, to come back to after locking."""
        return Place(*self._window.where(), open_draft(cast(QWidget, self._window)))

    def go(self) -> None:
        """Go where the store was left when it was locked."""
        place = Place.recall(self._window.session)
        self._draft = place.draft
        if place.person and self._window.session.store.people.get(place.person):
            self._window.show_person(place.person)
        elif place.page not in ("today", "person"):
            with suppress(KeyError):  # a page of another version
                self._window.go(place.page)

    def offer(self) -> None:
        """Offer what was begun in dialogs before; what was open when the store was locked opens again.

        A clock that was set back is told as well.
        """
        self._see_clock()
        if not names(self._window.session):
            return
        from connect_desktop.ui.resuming import Resuming  # noqa: PLC0415 - start-up: seldom needed

        resuming = Resuming(self._window.session, cast(QWidget, self._window))
        resuming.log_asked.connect(self._log)
        self._window.put_above(resuming.notice)
        resuming.offer(self._draft)

    def _see_clock(self) -> None:
        from connect_desktop.ui.clock_back import said  # noqa: PLC0415 - start-up: after the first paint

        if sentence := said(self._window.session):
            notice = Notice()
            self._window.put_above(notice)
            notice.show_notice(sentence)

    def _log(self, name: str, kept: Answers) -> None:
        today = self._window.page("today")
        assert isinstance(today, TodayPage)
        self._window.go("today")
        today.take_up(name, kept)


def keep(window: QWidget) -> bool:
    """Keep all that is being typed in forms; False where something could not be kept."""
    kept = [draft.flush() for draft in window.findChildren(Draft)]
    return all(kept)


def close_anyway(window: QWidget) -> bool:
    """Return whether the user closes over what could not be kept."""
    from connect_desktop.ui.dialogs.confirm import Confirm  # noqa: PLC0415 - start-up: seldom needed

    return Confirm.ask(
        window,
        tr("Something you typed is not saved yet."),
        tr("The store could not be written. Closing now would lose it."),
        tr("Close and lose it"),
        tr("Stay"),
    )
