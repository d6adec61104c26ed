"""Impressions that wait to be felt: the body has not answered yet."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from connect_desktop.store.columns import array, utc
from connect_desktop.store.database import Database, Row
from connect_desktop.store.open_ends import EVER

Quiet = Mapping[str, datetime]
"""until when moments with somebody are not asked about, by person"""

# An attempt without an echo needs no answer of the body. Named `p`; covered by impression_unfelt.
WAITS = "p.body IS NULL AND (p.reach IS NULL OR p.reach NOT IN ('me_unanswered', 'them_unanswered'))"
# CROSS JOIN keeps SQLite to one stretch of that index a person.
_LIVED = """
WITH quiet AS MATERIALIZED (SELECT key AS person, value AS until FROM json_each(:quiet)),
    lived AS MATERIALIZED (
        SELECT t.id AS person, coalesce(quiet.until, :ever) AS until
        FROM person AS t LEFT JOIN quiet ON quiet.person = t.id
        WHERE t.status = 'active' AND (:person IS NULL OR t.id = :person)
    )
"""
_COUNTS = f"""{_LIVED}
SELECT lived.person,
    (SELECT count(*) FROM impression AS p
     WHERE p.person = lived.person AND p.at_utc > lived.until AND {WAITS}) AS n
FROM lived WHERE n > 0
"""
_IDS = f"""{_LIVED}
SELECT p.id
FROM lived CROSS JOIN impression AS p ON p.person = lived.person
WHERE p.at_utc > lived.until AND {WAITS}
ORDER BY p.at_utc DESC, p.interaction, p.person
"""
_STILL = f"""{_LIVED}
SELECT p.id
FROM impression AS p JOIN lived ON lived.person = p.person
WHERE p.id IN (SELECT value FROM json_each(:ids)) AND p.at_utc > lived.until AND {WAITS}
"""


class Unfelt:
    """Finds what waits to be felt, with those whose bond is lived now."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self, quiet: Quiet | None = None) -> dict[str, int]:
        """Return how many wait, by person; nobody is in it with whom none does."""
        return dict(self._rows(_COUNTS, quiet))

    def ids(self, person_id: str | None = None, quiet: Quiet | None = None) -> list[str]:
        """Return the ids of the impressions that wait, with one person or everyone, the newest first."""
        return [row[0] for row in self._rows(_IDS, quiet, person_id)]

    def still(self, ids: Iterable[str], quiet: Quiet | None = None) -> set[str]:
        """Return those of these impressions that wait."""
        return {row[0] for row in self._rows(_STILL, quiet, ids=array(ids))}

    def _rows(
        self, question: str, quiet: Quiet | None, person_id: str | None = None, **more: str
    ) -> list[Row]:
        until = {person: utc(at) for person, at in (quiet or {}).items()}
        values = {"quiet": json.dumps(until), "ever": EVER, "person": person_id, **more}
        return self._database.rows(question, values)
