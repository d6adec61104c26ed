"""What waits to be felt in one session: counted for a quiet line, listed for a sweep, left as it is."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from connect_desktop.domain import Edit, Impression, Interaction, Person, Record
from connect_desktop.ui.session import Edits, Session

MEMO = "catch_up"
"""name under which the store remembers for us"""
MOST = 1000
"""impressions that were left as they are and are remembered; before those, one is asked anew"""


@dataclass(frozen=True, slots=True)
class Left:
    """What was left as it is."""

    ids: tuple[str, ...] = ()
    """impressions that were passed over in a sweep: they come last in the next"""
    quiet: Mapping[str, datetime] = field(default_factory=dict)
    """until when nothing is asked about somebody, by person"""

    def text(self) -> str:
        """Return it as text to be remembered."""
        quiet = {person: until.isoformat() for person, until in self.quiet.items()}
        return json.dumps({"ids": self.ids[-MOST:], "quiet": quiet}, separators=(",", ":"), sort_keys=True)


def remembered(text: str | None) -> Left:
    """Return what `text` holds; what cannot be read is as if nothing had been left."""
    try:
        parts = json.loads(text or "{}")
        quiet = {str(one): datetime.fromisoformat(until) for one, until in parts.get("quiet", {}).items()}
        return Left(tuple(map(str, parts.get("ids", ()))), quiet)
    except (ValueError, TypeError, AttributeError):
        return Left()


class Waiting(QObject):
    """Reads what waits, once until something changes that."""

    renewed = Signal()
    """what was read before no longer holds"""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._counts: dict[str, int] | None = None
        self._new: int | None = None
        session.changed.connect(self._hear)

    @classmethod
    def of_session(cls, session: Session) -> "Waiting":
        """Return what waits in a session, made now if nobody asked before."""
        found = session.findChild(cls)
        return found if isinstance(found, cls) else cls(session)

    def counts(self) -> Mapping[str, int]:
        """Return how many wait, by person."""
        if self._counts is None:
            self._counts = self._session.store.unfelt.counts(self._left().quiet)
        return self._counts

    def new(self) -> int:
        """Return how many wait that were never left as they are."""
        if self._new is None:
            left = self._left()
            again = self._session.store.unfelt.still(left.ids, left.quiet) if left.ids else ()
            self._new = sum(self.counts().values()) - len(again)
        return self._new

    def ids(self, person_id: str | None = None) -> list[str]:
        """Return the impressions of a sweep: the newest first, those left as they are at the end."""
        left = self._left()
        passed = frozenset(left.ids)
        found = self._session.store.unfelt.ids(person_id, left.quiet)
        return sorted(found, key=passed.__contains__)

    def leave(self, ids: Iterable[str]) -> None:
        """Leave these as they are: they come last from now on."""
        left, new = self._left(), tuple(ids)
        if new:
            kept = tuple(one for one in left.ids if one not in set(new))
            self._remember(Left(kept + new, left.quiet))

    def be_quiet(self, people: Iterable[str]) -> None:
        """Ask no more about what was until now with these people."""
        left, now = self._left(), self._session.now()
        self._remember(Left(left.ids, {**left.quiet, **dict.fromkeys(people, now)}))

    def is_quiet(self) -> bool:
        """Return whether there is anybody of whom the past is not asked about."""
        return bool(self._left().quiet)

    def ask_again(self) -> None:
        """Ask about everything again."""
        self._remember(Left(self._left().ids))

    def _left(self) -> Left:
        return remembered(self._session.store.memo(MEMO))

    def _remember(self, left: Left) -> None:
        self._session.remember(MEMO, left.text())
        self._forget()

    def _hear(self, edits: Edits) -> None:
        if any(map(_bears, edits)):
            self._forget()

    def _forget(self) -> None:
        self._counts = self._new = None
        self.renewed.emit()


def _bears(edit: Edit[Record]) -> bool:
    """Return whether an edit may change what waits; what is logged with an answer of the body doesn't."""
    record = edit.record
    if isinstance(record, Impression):
        return any(isinstance(one, Impression) and one.body is None for one in (edit.before, edit.after))
    if isinstance(record, Interaction):
        return edit.before is not None and edit.after is not None  # it may have been moved to another time
    return isinstance(record, Person)
