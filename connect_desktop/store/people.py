"""People, and what the list of people shows of each."""

import json
from dataclasses import dataclass
from datetime import datetime

from connect_desktop.domain import Person
from connect_desktop.domain.search import fold
from connect_desktop.store.shelf import NamedShelf

SPARK = 24
"""how many of the last body answers a row holds"""

_ROWS = f"""
SELECT t.id, count(p.id),
    (SELECT i.at FROM impression AS l JOIN interaction AS i ON i.id = l.interaction
     WHERE l.person = t.id ORDER BY l.at_utc DESC LIMIT 1),
    (SELECT json_group_array(body) FROM
        (SELECT body FROM impression WHERE person = t.id AND body IS NOT NULL
         ORDER BY at_utc DESC LIMIT {SPARK})),
    count(*) FILTER (WHERE p.reach IN ('me', 'me_unanswered')),
    count(*) FILTER (WHERE p.reach IN ('them', 'them_unanswered'))
FROM person AS t LEFT JOIN impression AS p ON p.person = t.id
GROUP BY t.id
"""


_BY_RECENCY = """
SELECT t.id, (SELECT max(at_utc) FROM impression WHERE person = t.id) AS last
FROM person AS t ORDER BY t.status <> 'active', last DESC NULLS LAST, t.name, t.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person with what their moments add up to."""

    person: Person
    moments: int
    last: datetime | None
    body: tuple[int, ...]
    """the last body answers, at most 24, oldest first"""
    me: int
    """how often the user reached out first, answered or not"""
    them: int
    """how often they did"""


class People(NamedShelf[Person]):
    """Reads people."""

    def named(self, text: str) -> list[Person]:
        """Return those whose name or alias is `text`, whatever its case and accents; by name."""
        wanted = fold(text)
        return [found for found in self.all() if wanted in map(fold, (found.name, *found.aliases))]

    def by_recency(self) -> list[Person]:
        """Return everyone, those met last first, those never met by name after them.

        Those whose bond is not lived now come at the end, in the same order.
        """
        order = [row[0] for row in self._database.rows(_BY_RECENCY)]
        found = {person.id: person for person in self.all()}
        return [found[person_id] for person_id in order]

    def rows(self) -> list[PersonRow]:
        """Return everyone by name, with what their moments add up to."""
        found = {row[0]: row[1:] for row in self._database.rows(_ROWS)}
        return [_row(person, *found[person.id]) for person in self.all()]


def _row(person: Person, moments: int, last: str | None, body: str, me: int, them: int) -> PersonRow:
    return PersonRow(
        person=person,
        moments=moments,
        last=datetime.fromisoformat(last) if last else None,
        body=tuple(reversed(json.loads(body))),
        me=me,
        them=them,
    )
