"""Under the reading of a person: what is still open with them, and what waits to be felt."""

from datetime import date

from PySide6.QtCore import Signal

from connect_desktop.domain import Person
from connect_desktop.i18n import tr_n
from connect_desktop.ui.moments import moment_of
from connect_desktop.ui.open_rows import closing, open_rows
from connect_desktop.ui.session import Session
from connect_desktop.ui.waiting import Waiting
from connect_desktop.ui.widgets.still_open import StillOpen

MEMO, UNFOLDED = "still_open", "unfolded"
"""name under which the store remembers that the strip is open, and what it holds then"""


class PersonOpen(StillOpen):
    """The strip of one person, and what is done with it."""

    moment_asked = Signal(object)
    """a Moment"""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._about: Person | None = None
        self._waiting = Waiting.of_session(session)
        self._waiting.renewed.connect(self._renew)
        self.closed.connect(self._close)
        self.opened.connect(self._open)
        self.folded.connect(lambda folded: session.remember(MEMO, None if folded else UNFOLDED))

    def show_person(self, person: Person) -> None:
        """Show what there is with a person."""
        if self._about is None or person.id != self._about.id:
            self.begin_anew()
            self.unfold(self._session.store.memo(MEMO) == UNFOLDED)
        self._about = person
        count = self._waiting.counts().get(person.id, 0)
        waits = tr_n("{n:,} moment waits to be felt", "{n:,} moments wait to be felt", count) if count else ""
        self.show_rows(open_rows(self._session, person), waits)

    def _renew(self) -> None:
        page = self.parentWidget()
        if self._about is None or page is None or not page.isVisible():
            return
        person = self._session.store.people.get(self._about.id)
        if person is not None:
            self.show_person(person)

    def _open(self, impression_id: str) -> None:
        moment = moment_of(self._session, impression_id)
        if moment is not None:
            self.moment_asked.emit(moment)

    def _close(self, impression_id: str, value: object, on: date | None) -> None:
        with self._session.telling():
            label, edits = closing(self._session, impression_id, value, on)
            self._session.apply(label, *edits)
