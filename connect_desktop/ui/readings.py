"""What the moments say of everyone: worked out when it is first looked at, kept until something changes."""

import sys
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from connect_desktop.domain import Impression, Interaction, Person, Word
from connect_desktop.insight import said_before
from connect_desktop.insight.told import Told
from connect_desktop.ui import observation
from connect_desktop.ui.observation import Mentioned, Observation
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.work import Work

if TYPE_CHECKING:
    from connect_desktop.insight.readings import Readings
    from connect_desktop.ui.telling import Seen
    from connect_desktop.ui.working import Working

CODE = "connect_desktop.ui.telling"
MENTIONED = "observation"
"""the name under which the store remembers what was mentioned"""


class BondReadings(QObject):
    """The readings of one session. Make it before whatever listens to the session and asks for readings."""

    loaded = Signal()
    """readings can be had without reading their code from disk first"""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._day = date.min
        self._day_ends = session.settings.day_ends
        self._seen: Seen | None = None
        self._told: Mapping[str, Told] = {}
        self._loading: Work | None = None
        session.changed.connect(self._hear)
        session.settings_changed.connect(lambda _settings: self._forget_if_days_moved())

    @classmethod
    def of_session(cls, session: Session) -> "BondReadings":
        """Return the readings of a session, made now if nobody asked before."""
        found = session.findChild(cls)
        return found if isinstance(found, cls) else cls(session)

    def load(self) -> None:
        """Read the code in the background where that is not done; `loaded` tells when it is."""
        if self.is_loaded():
            self.loaded.emit()
        elif self._loading is None:
            self._loading = Work(lambda _work: import_module(CODE))
            self._loading.done.connect(self._tell_loaded)
            self._loading.start()

    def is_loaded(self) -> bool:
        """Return whether readings can be had at once."""
        return CODE in sys.modules and self._loading is None

    def all(self) -> Mapping[str, Told]:
        """Return what is told of everyone, by person."""
        self._look()
        return self._told

    def of(self, person_id: str) -> Told | None:
        """Return what is told of one person; None where there is no such person."""
        return self.all().get(person_id)

    def found(self) -> "Readings":
        """Return the readings themselves."""
        return self._look().found

    def usual_body(self) -> float | None:
        """Return the usual body answer with everyone, −3…+3; None where there is too little."""
        from connect_desktop.insight.usual import usual_body  # noqa: PLC0415 - start-up: NumPy

        return usual_body(self.found().look)

    def whole(self) -> str:
        """Return what is to be said of everyone together; nothing where there is nothing."""
        found = self._look().found.whole
        return " ".join(filter(None, (found.picture, found.doubt)))

    def working(self, person_id: str) -> "Working | None":
        """Return how the reading of one person was worked out; None where nothing is read of them."""
        return self._look().workings().get(person_id)

    def observation(self) -> Observation | None:
        """Return the one thing to be mentioned today, and remember that it was."""
        mentioned = self._mentioned()
        after = mentioned.next(self._look().observations(), self._session.today())
        self._remember(MENTIONED, mentioned.text(), after.text())
        return after.latest

    def wave_away(self) -> None:
        """Never mention again what is mentioned now."""
        mentioned = self._mentioned()
        self._remember(MENTIONED, mentioned.text(), mentioned.waved_away().text())

    def _look(self) -> "Seen":
        """Return what is seen today, looked at anew where anything has changed."""
        today = self._session.today()
        if self._seen is None or self._day != today:
            from connect_desktop.ui.telling import seen  # noqa: PLC0415 - start-up: NumPy

            said = said_before.remembered(self._session.store.memo(said_before.MEMO))
            self._seen, self._day = seen(self._session, said), today
            self._told = self._seen.told()
            self._remember(said_before.MEMO, said.text(), self._seen.said.text())
        return self._seen

    def _mentioned(self) -> Mentioned:
        return observation.remembered(self._session.store.memo(MENTIONED))

    def _remember(self, name: str, before: str, after: str) -> None:
        if after != before and self._session.store.changed_at is not None:  # before that nobody is there
            self._session.remember(name, after)

    def _hear(self, edits: Edits) -> None:
        if any(isinstance(edit.record, Person | Interaction | Impression | Word) for edit in edits):
            self._forget()

    def _forget_if_days_moved(self) -> None:
        if self._day_ends != self._session.settings.day_ends:
            self._day_ends = self._session.settings.day_ends
            self._forget()

    def _forget(self) -> None:
        """Let go of everything at once: until it is looked at anew, nobody needs it in memory."""
        self._seen, self._told = None, {}

    def _tell_loaded(self) -> None:
        self._loading = None
        self.loaded.emit()
