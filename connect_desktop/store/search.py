"""Search through everything that was written."""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import chain
from typing import Any

from connect_desktop.domain import (
    ROLES,
    TRUTHS,
    WORD_FEELING,
    CheckIn,
    Circle,
    Hope,
    Moment,
    Person,
    Reflection,
    Step,
    labels,
)
from connect_desktop.domain.excerpt import Marker
from connect_desktop.domain.found import FIRST, Found, Hit, Kind
from connect_desktop.domain.terms import Wanted, wanted
from connect_desktop.store import index
from connect_desktop.store.database import Database
from connect_desktop.store.moments import Moments
from connect_desktop.store.shelf import Shelf
from connect_desktop.store.table import Table
from connect_desktop.store.tables import CHECKINS, CIRCLES, HOPES, PEOPLE, REFLECTIONS, STEPS

_TITLED = (Kind.CIRCLE, Kind.REFLECTION)
"""what is found by its title before it is found by its text; people are sorted by when they were met"""
_LAST_MET = """
SELECT wanted.value, max(p.at_utc) FROM json_each(?) AS wanted
CROSS JOIN impression AS p ON p.person = wanted.value GROUP BY wanted.value
"""
_IDS = """
SELECT f.id FROM json_each(?) AS wanted CROSS JOIN fts AS f ON f.rowid = wanted.value ORDER BY wanted.key
"""
_TABLES: dict[Kind, Table[Any]] = {
    Kind.PERSON: PEOPLE, Kind.CIRCLE: CIRCLES, Kind.REFLECTION: REFLECTIONS, Kind.HOPE: HOPES,
    Kind.STEP: STEPS, Kind.CHECKIN: CHECKINS,
}  # fmt: skip

Rows = list[int]


class Search:
    """Finds what holds every word of a question, each from its first letters on."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, text: str, limits: Mapping[Kind, int] | None = None) -> Found:
        """Return the first of each kind, FIRST where `limits` says nothing else, and how many there are.

        Names come before notes, then newer before older. Of several words some may be in what was written
        and the others in the names of whom it is about. Whatever is asked is only text, and no error.
        """
        sought = wanted(text)
        if not sought:
            return Found()
        rows, marker = self._rows(sought), Marker(sought)
        most = {kind: (limits or {}).get(kind, FIRST) for kind in rows}
        hits = [hit for kind in rows for hit in self._hits(kind, rows[kind], marker, most[kind])]
        return Found(hits=tuple(hits), counts={kind: len(some) for kind, some in rows.items()})

    def _rows(self, sought: Sequence[Wanted]) -> dict[Kind, Rows]:
        """Return the rows of what is found, the best of each kind first."""
        found = self._by_kind(self._question(sought))
        if any(kind in found for kind in _TITLED):
            titled = self._by_kind(_title_question(sought))
            for kind in _TITLED:
                first = dict.fromkeys(titled.get(kind, []))
                found |= {kind: [*(first | dict.fromkeys(found[kind]))]} if first else {}
        return found

    def _question(self, sought: Sequence[Wanted]) -> str:
        """Return FTS5's wording of what is sought: in quotes, everything is only text to it."""
        written = [_any((_phrase(word, word.terms), *_answers(word))) for word in sought]
        whom = [[*self._named(word)] for word in sought] if len(sought) > 1 else []
        if not any(whom):
            return _all(written)
        either = (_any((text, *names)) for text, names in zip(written, whom, strict=True))
        return _all([*either, _any(written)])

    def _named(self, word: Wanted) -> Iterator[str]:
        """Yield the terms of the people and circles in whose names a word is."""
        rows = self._database.rows(
            "SELECT id FROM fts WHERE fts MATCH ? AND rowid < ?",
            (_title_question((word,)), index.first_row(Kind.MOMENT)),
        )
        return (f'"{index.about(one)}"' for (one,) in rows)

    def _by_kind(self, question: str) -> dict[Kind, Rows]:
        """Return the rows that answer a question, by kind, the newest first."""
        found = self._database.rows("SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rowid", (question,))
        rows = [row for (row,) in found]
        ends = [bisect_left(rows, index.first_row(kind)) for kind in Kind] + [len(rows)]
        parts = {kind: rows[ends[kind] : ends[kind + 1]] for kind in Kind}
        return {kind: part[::-1] for kind, part in parts.items() if part}

    def _hits(self, kind: Kind, rows: Rows, marker: Marker, limit: int) -> list[Hit]:
        if kind is Kind.PERSON:
            return self._people(self._ids(rows), marker)[:limit]
        ids = self._ids(rows[:limit])
        if kind is Kind.MOMENT:
            moments = {one.interaction.id: one for one in Moments(self._database).some(ids)}
            return [_moment(moments[one], marker) for one in ids]
        found = {one.id: one for one in Shelf(self._database, _TABLES[kind]).some(ids)}
        return [_HITS[kind](found[one], marker) for one in ids]

    def _people(self, ids: Sequence[str], marker: Marker) -> list[Hit]:
        """Return people found by name before those found by note, of both those met last first."""
        last: dict[str, int] = dict(self._database.rows(_LAST_MET, (json.dumps(ids),)))
        hits = [_person(one, last.get(one.id), marker) for one in Shelf(self._database, PEOPLE).some(ids)]
        return sorted(hits, key=lambda hit: (not hit.title.marks, -last.get(hit.id, 0)))

    def _ids(self, rows: Rows) -> list[str]:
        return [row[0] for row in self._database.rows(_IDS, (json.dumps(rows),))]


# Questions


def _all(questions: Iterable[str]) -> str:
    return " AND ".join(questions)


def _any(questions: Iterable[str]) -> str:
    return f"({' OR '.join(questions)})"


def _title_question(sought: Sequence[Wanted]) -> str:
    return _all(_phrase(word, map(index.named, word.terms)) for word in sought)


def _phrase(word: Wanted, found: Iterable[str]) -> str:
    return f'"{" ".join(found)}"' + ("*" if word.open else "")


def _answers(word: Wanted) -> Iterator[str]:
    """Yield the answers whose words on screen hold a word: they are stored by their spelling."""
    for kind, spellings, label in _SPELLED:
        for spelling in spellings:
            if Marker((word,)).marked(label(spelling)).marks:
                yield f'"{index.spelled(kind, spelling)}"'


_SPELLED: tuple[tuple[str, Iterable[str], Callable[[str], str]], ...] = (
    ("w", WORD_FEELING, labels.word_label),
    ("r", ROLES, labels.role_label),
    ("t", TRUTHS, labels.truth_label),
)


# Hits


def _hit(
    kind: Kind,
    one: str,
    marker: Marker,
    title: str,
    texts: Iterable[str],
    on: date | None,
    *people: str | None,
) -> Hit:
    return Hit(
        kind=kind,
        id=one,
        title=marker.marked(title),
        excerpt=marker.excerpt(texts),
        on=on,
        people=tuple(filter(None, people)),
    )


def _person(found: Person, last: int | None, marker: Marker) -> Hit:
    met = None if last is None else datetime.fromtimestamp(last / 1e6, UTC)
    return _hit(Kind.PERSON, found.id, marker, found.name, (*found.aliases, found.note), met, found.id)


def _circle(found: Circle, marker: Marker) -> Hit:
    return _hit(Kind.CIRCLE, found.id, marker, found.name, [found.note], None, *sorted(found.members))


def _moment(found: Moment, marker: Marker) -> Hit:
    people = [one.person for one in found.impressions]
    return _hit(Kind.MOMENT, found.interaction.id, marker, "", _texts(found), found.at, *people)


def _texts(found: Moment) -> list[str]:
    felt = [
        (
            one.note,
            labels.role_label(one.role) if one.role else "",
            labels.truth_label(one.truth) if one.truth else "",
            labels.BETWEEN.join(map(labels.word_label, sorted(one.words))),
        )
        for one in found.impressions
    ]
    return [found.interaction.note, *chain.from_iterable(felt)]


def _reflection(found: Reflection, marker: Marker) -> Hit:
    people = sorted(found.people)
    return _hit(Kind.REFLECTION, found.id, marker, found.title, [found.text], found.on, *people)


def _hope(found: Hope, marker: Marker) -> Hit:
    texts = (found.text, found.closing)
    return _hit(Kind.HOPE, found.id, marker, "", texts, found.closed or found.since, found.person)


def _step(found: Step, marker: Marker) -> Hit:
    return _hit(Kind.STEP, found.id, marker, "", [found.note], found.offered, found.person)


def _checkin(found: CheckIn, marker: Marker) -> Hit:
    return _hit(Kind.CHECKIN, found.id, marker, "", [found.note], found.week)


_HITS: dict[Kind, Callable[[Any, Marker], Hit]] = {
    Kind.CIRCLE: _circle,
    Kind.REFLECTION: _reflection,
    Kind.HOPE: _hope,
    Kind.STEP: _step,
    Kind.CHECKIN: _checkin,
}
