"""What is still open with somebody: a hurt without a way back, a sentence or an attempt without an answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from connect_desktop.domain import Impression
from connect_desktop.store.columns import utc
from connect_desktop.store.database import Database
from connect_desktop.store.tables import IMPRESSIONS

EVER, NEVER = -(2**63), 2**63 - 1
"""before and after every moment"""


class Open(Enum):
    """What is open; the value is the SQL condition on the impression, named `t`."""

    HURT = "t.hurt AND (t.way_back IS NULL OR t.way_back = 'not_yet')"
    ATTEMPT = "t.reach IN ('me_unanswered', 'them_unanswered')"
    TRUTH = "t.response = 'none_yet'"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEnd:
    """One impression with something open in it."""

    kind: Open
    impression: Impression
    at: datetime


class OpenEnds:
    """Finds what is still open."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, person_id: str, attempts_since: datetime) -> list[OpenEnd]:
        """Return what is open with one person, the newest first.

        Attempts before `attempts_since` are left out: after a while no answer is an answer too.
        """
        found = [*self._found(Open.HURT, person_id), *self._found(Open.TRUTH, person_id)]
        found += self.attempts(person_id, attempts_since)
        return sorted(found, key=lambda one: one.at, reverse=True)

    def hurts(self, since: datetime) -> dict[str, datetime]:
        """Return when the last hurt without a way back was from `since` on, by person."""
        rows = self._database.rows(
            "SELECT t.person, i.at, max(t.at_utc) "
            "FROM impression AS t CROSS JOIN interaction AS i ON i.id = t.interaction "
            f"WHERE t.at_utc >= ? AND {Open.HURT.value} GROUP BY t.person",
            (utc(since),),
        )
        return {str(person): datetime.fromisoformat(at) for person, at, _ in rows}

    def attempts(self, person_id: str, since: datetime, before: datetime | None = None) -> list[OpenEnd]:
        """Return the attempts without an echo from `since` on and before a time, the newest first."""
        last = NEVER if before is None else utc(before)
        return self._found(Open.ATTEMPT, person_id, utc(since), last)

    def _found(
        self, kind: Open, person_id: str, first: int = -(2**63), last: int = 2**63 - 1
    ) -> list[OpenEnd]:
        rows = self._database.rows(
            f"SELECT i.at, {IMPRESSIONS.fields} "
            "FROM impression AS t CROSS JOIN interaction AS i ON i.id = t.interaction "
            f"WHERE t.person = ? AND t.at_utc >= ? AND t.at_utc < ? AND {kind.value} "
            "ORDER BY t.at_utc DESC, t.id",
            (person_id, first, last),
        )
        return [
            OpenEnd(kind=kind, impression=IMPRESSIONS.record(row[1:]), at=datetime.fromisoformat(row[0]))
            for row in rows
        ]
