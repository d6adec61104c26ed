"""Moments: interactions with their impressions."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from connect_desktop.domain import Impression, Interaction, Moment
from connect_desktop.domain.clock import day_of_wall
from connect_desktop.domain.filter import Filter
from connect_desktop.store.columns import ONE_DAY, utc, wall_of
from connect_desktop.store.database import Database
from connect_desktop.store.filtering import source
from connect_desktop.store.tables import IMPRESSIONS, INTERACTIONS

Values = tuple[Any, ...]


class Moments:
    """Reads moments, whole, the newest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, interaction_id: str) -> Moment | None:
        """Return one moment, or None where there is none."""
        return next(iter(self._where("t.id = ?", (interaction_id,))), None)

    def recent(self, limit: int, before: datetime | Moment | None = None) -> list[Moment]:
        """Return the newest `limit` moments, of those before a time or further down this list than a moment.

        Several moments can have one time: to turn pages, pass the last moment shown.
        """
        condition, values = _earlier("t.at_utc", before)
        return self._where(condition, values, limit)

    def of(
        self, person_id: str, limit: int | None = None, before: datetime | Moment | None = None
    ) -> list[Moment]:
        """Return the newest `limit` moments with one person, or all of them; `before` as for `recent`."""
        condition, values = _earlier("p.at_utc", before)
        return self._found(
            "FROM impression AS p CROSS JOIN interaction AS t ON t.id = p.interaction "
            f"WHERE p.person = ? AND {condition} "
            "ORDER BY p.at_utc DESC, t.created_utc DESC, t.id DESC LIMIT ?",
            (person_id, *values, -1 if limit is None else limit),
        )

    def in_circle(
        self, circle_id: str, limit: int | None = None, before: datetime | Moment | None = None
    ) -> list[Moment]:
        """Return the newest `limit` moments of one circle, or all of them; `before` as for `recent`."""
        condition, values = _earlier("t.at_utc", before)
        return self._where(
            f"t.circle = ? AND {condition}", (circle_id, *values), -1 if limit is None else limit
        )

    def matching(
        self, found: Filter, day_ends: int, limit: int, before: datetime | Moment | None = None
    ) -> list[Moment]:
        """Return the newest `limit` moments that a filter lets through; `before` as for `recent`.

        `day_ends` is the minutes after midnight at which the user's day ends.
        """
        rest, time, values = source(found, day_ends)
        condition, earlier = _earlier(time, before)
        order = f"ORDER BY {time} DESC, t.created_utc DESC, t.id DESC LIMIT ?"
        return self._found(f"{rest} AND {condition} {order}", (*values, *earlier, limit))

    def count(self, found: Filter, day_ends: int) -> int:
        """Return how many moments a filter lets through."""
        rest, _, values = source(found, day_ends)
        row = self._database.row(f"SELECT count(*) {rest}", values)
        return int(row[0]) if row else 0

    def between(self, start: datetime, end: datetime) -> list[Moment]:
        """Return the moments from `start` on and before `end`."""
        return self._where("t.at_utc >= ? AND t.at_utc < ?", (utc(start), utc(end)))

    def some(self, ids: Iterable[str]) -> list[Moment]:
        """Return the moments with these ids, the newest first."""
        return self._where("t.id IN (SELECT value FROM json_each(?))", (json.dumps([*ids]),))

    def first_day(self, day_ends: int) -> date | None:
        """Return the user's day of the first moment; None where there is none."""
        row = self._database.row("SELECT min(wall) FROM interaction")
        first = row[0] if row else None
        return None if first is None else day_of_wall(first, day_ends)

    def days(self, start: date, end: date, day_ends: int) -> dict[date, list[list[int]]]:
        """Return the body answers of each moment, by the user's days, `start` to `end` included.

        A moment not felt yet has no answer, one with several people may have several. `day_ends` is the
        minutes after midnight at which the user's day ends.
        """
        found: dict[date, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for moment, wall, body in self._database.rows(
            "SELECT i.id, i.wall, p.body FROM interaction AS i CROSS JOIN impression AS p "
            "ON p.interaction = i.id WHERE i.wall >= ? AND i.wall < ? ORDER BY i.wall, i.id, p.person",
            (wall_of(start, day_ends), wall_of(end, day_ends) + ONE_DAY),
        ):
            answers = found[day_of_wall(wall, day_ends)][moment]
            if body is not None:
                answers.append(body)
        return {day: [*moments.values()] for day, moments in found.items()}

    def _where(self, condition: str, values: Values, limit: int = -1) -> list[Moment]:
        return self._found(
            f"FROM interaction AS t WHERE {condition} "
            "ORDER BY t.at_utc DESC, t.created_utc DESC, t.id DESC LIMIT ?",
            (*values, limit),
        )

    def _found(self, rest: str, values: Values) -> list[Moment]:
        rows = self._database.rows(f"SELECT {INTERACTIONS.fields} {rest}", values)
        interactions = [INTERACTIONS.record(row) for row in rows]
        felt = self._felt(interactions)
        return [Moment(interaction=i, impressions=tuple(felt[i.id])) for i in interactions]

    def _felt(self, interactions: Sequence[Interaction]) -> dict[str, list[Impression]]:
        """Return the impressions of each interaction, in the lasting order of their people's ids."""
        ids = json.dumps([interaction.id for interaction in interactions])
        felt: dict[str, list[Impression]] = defaultdict(list)
        for row in self._database.rows(
            f"SELECT {IMPRESSIONS.fields} FROM json_each(?) AS wanted "
            "CROSS JOIN impression AS t ON t.interaction = wanted.value ORDER BY wanted.key, t.person",
            (ids,),
        ):
            impression = IMPRESSIONS.record(row)
            felt[impression.interaction].append(impression)
        return felt


def _earlier(column: str, before: datetime | Moment | None) -> tuple[str, Values]:
    if before is None:
        return "TRUE", ()
    if isinstance(before, datetime):
        return f"{column} < ?", (utc(before),)
    last = before.interaction
    at = utc(last.at)
    # The first comparison says nothing new, but lets an index find where to begin.
    return (
        f"{column} <= ? AND ({column}, t.created_utc, t.id) < (?, ?, ?)",
        (at, at, utc(last.created), last.id),
    )
