"""The index of search: for each record what it is found by, kept in step with every change.

A row's number holds its kind, its second and a little of its id, from the highest bits down: so the rows of
a kind lie together, and from their end on they are the newest first.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import blake2s
from itertools import groupby

from connect_desktop.domain import (
    ROLES,
    TRUTHS,
    WORD_FEELING,
    CheckIn,
    Circle,
    Edit,
    Hope,
    Impression,
    Interaction,
    Person,
    Record,
    Reflection,
    Step,
)
from connect_desktop.domain.found import Kind
from connect_desktop.domain.terms import endings, terms
from connect_desktop.store.columns import spellings
from connect_desktop.store.database import Database, Row
from connect_desktop.store.tables import REFLECTIONS

AS_CUT = "2"
"""changes when texts are cut into terms in another way: a file opened then has its index made anew"""

_AT_ONCE = 1000
"""records read and written together"""
_MANY = 100
"""rows from which on it is quicker to write out the index without them than to erase each word of each"""
_KIND, _SECOND = 59, 20
"""bits below kind and second"""
_YEAR_1 = datetime(1, 1, 1, tzinfo=UTC)
_BETWEEN = " _ "
"""keeps what is sought together from beginning in one text and ending in another"""
_SPELLED: Mapping[str, frozenset[str]] = {
    "w": frozenset(WORD_FEELING), "r": frozenset(ROLES), "t": frozenset(TRUTHS)
}  # fmt: skip
"""answers that are stored by their spelling and shown as words of the language in force"""

_FELT = "LEFT JOIN impression AS p ON p.interaction = t.id"
_LINKED = REFLECTIONS.links

Touched = dict[Kind, set[str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a record is found by."""

    seconds: int
    name: str
    text: str
    more: str


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the texts of a kind lie: a table, what to read of it, and how rows of one record are an entry."""

    table: str
    columns: str
    """what to read, the table named t"""
    entry: Callable[[Sequence[Row]], Entry]
    more: str = ""
    """what else to join"""


def spelled(kind: str, spelling: str) -> str:
    """Return the term of an answer: no text holds one like it."""
    return f"_{kind}{spelling}"


def about(record_id: str) -> str:
    """Return the term of a person or circle that a record is about, whatever they are called."""
    return f"_i{blake2s(record_id.encode(), digest_size=8).hexdigest()}"


def named(term: str) -> str:
    """Return what a term of a name is found by where only names are asked for."""
    return f"={term}"


def first_row(kind: Kind) -> int:
    """Return the lowest number a row of a kind can have; that of the next kind is past its last."""
    return int(kind) << _KIND


def touched(edits: Iterable[Edit[Record]]) -> Touched:
    """Return the ids of what may be found by something else after these edits."""
    found: Touched = {kind: set() for kind in Kind}
    for edit in edits:
        for record in (edit.before, edit.after):
            if isinstance(record, Impression):
                found[Kind.MOMENT].add(record.interaction)
            elif record is not None and type(record) in _KINDS:
                found[_KINDS[type(record)]].add(record.id)
    return found


def renew(database: Database, changed: Touched) -> None:
    """Bring the index in step with what is stored now of these records, inside a transaction."""
    gone: list[int] = []
    new: list[tuple[Kind, str, Entry]] = []
    for kind, ids in changed.items():
        for some in _batches(sorted(ids)):
            was, now = _indexed(database, kind, some), _entries(database, kind, some)
            same = {one for one, (_, entry) in was.items() if now.get(one) == entry}
            gone += [row for one, (row, _) in was.items() if one not in same]
            new += [(kind, one, entry) for one, entry in now.items() if one not in same]
    if 2 * len(gone) > max(_MANY, _count(database)):
        _make_anew(database)
    else:
        _erase(database, gone)
        _write(database, new)


def bring_up(database: Database) -> None:
    """Make the index anew, inside a transaction, where it was made in another way or never."""
    if not is_up(database):
        _make_anew(database)


def is_up(database: Database) -> bool:
    """Return whether the index was made as it is made now."""
    return database.row("SELECT indexed FROM about") == (AS_CUT,)


def _make_anew(database: Database) -> None:
    made = database.row("SELECT sql FROM sqlite_schema WHERE name = 'fts'")
    assert made is not None
    database.write("DROP TABLE fts")
    database.write("DELETE FROM fts_row")
    database.write(made[0])
    _secure_delete(database, True)
    for kind, source in _SOURCES.items():
        ids = [row[0] for row in database.rows(f"SELECT id FROM {source.table}")]
        found = (_entries(database, kind, some) for some in _batches(ids))
        _write(database, [(kind, one, entry) for entries in found for one, entry in entries.items()])
    database.write("UPDATE about SET indexed = ?", (AS_CUT,))


def _count(database: Database) -> int:
    row = database.row("SELECT count(*) FROM fts_row")
    return int(row[0]) if row else 0


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _indexed(database: Database, kind: Kind, ids: Sequence[str]) -> dict[str, tuple[int, Entry]]:
    rows = database.rows(
        "SELECT r.id, f.rowid, f.name, f.text, f.more FROM json_each(?) AS wanted "
        "CROSS JOIN fts_row AS r ON r.id = wanted.value AND r.kind = ? "
        'CROSS JOIN fts AS f ON f.rowid = r."row"',
        (json.dumps(ids), int(kind)),
    )
    return {one: (row, Entry(_seconds(row), name, text, more)) for one, row, name, text, more in rows}


def _entries(database: Database, kind: Kind, ids: Sequence[str]) -> dict[str, Entry]:
    """Return what those records that are stored, and hold any text, are found by."""
    source = _SOURCES[kind]
    rows = database.rows(
        f"SELECT t.id, {source.columns} FROM json_each(?) AS wanted "
        f"CROSS JOIN {source.table} AS t ON t.id = wanted.value {source.more} ORDER BY wanted.key",
        (json.dumps(ids),),
    )
    found = ((one, source.entry([*some])) for one, some in groupby(rows, key=lambda row: str(row[0])))
    return {one: entry for one, entry in found if entry.name or entry.text or entry.more}


def _erase(database: Database, rows: Sequence[int]) -> None:
    """Take rows out, so that no word of them is left in the file."""
    many, gone = len(rows) > _MANY, [(row,) for row in sorted(rows)]
    if many:
        _secure_delete(database, False)
    database.write_all(
        "DELETE FROM fts_row WHERE (id, kind) IN (SELECT id, rowid >> 59 FROM fts WHERE rowid = ?)", gone
    )
    database.write_all("DELETE FROM fts WHERE rowid = ?", gone)
    if many:
        database.write("INSERT INTO fts (fts) VALUES ('optimize')")
        _secure_delete(database, True)


def _secure_delete(database: Database, on: bool) -> None:
    database.write("INSERT INTO fts (fts, rank) VALUES ('secure-delete', ?)", (int(on),))


def _write(database: Database, new: Sequence[tuple[Kind, str, Entry]]) -> None:
    # In the order of their numbers: FTS5 writes out what it holds at each step back.
    numbered = sorted(zip(_free_rows(database, new), new, strict=True), key=lambda found: found[0])
    database.write_all(
        "INSERT INTO fts (rowid, id, name, text, more) VALUES (?, ?, ?, ?, ?)",
        ((row, one, entry.name, entry.text, entry.more) for row, (_, one, entry) in numbered),
    )
    database.write_all(
        "INSERT INTO fts_row VALUES (?, ?, ?)", ((one, int(kind), row) for row, (kind, one, _) in numbered)
    )


def _free_rows(database: Database, new: Sequence[tuple[Kind, str, Entry]]) -> list[int]:
    """Return a number for each entry: its own, or the next one where another of its second has that."""
    wanted = [_row(*one) for one in new]
    sql = "SELECT rowid FROM fts WHERE rowid IN (SELECT value FROM json_each(?))"
    taken = {row[0] for row in database.rows(sql, (json.dumps(wanted),))}
    rows = []
    for row in wanted:
        free = row
        while free in taken or (free != row and database.row("SELECT 1 FROM fts WHERE rowid = ?", (free,))):
            free += 1
        taken.add(free)
        rows.append(free)
    return rows


def _row(kind: Kind, one: str, entry: Entry) -> int:
    return first_row(kind) + (entry.seconds << _SECOND) + (zlib.crc32(one.encode()) >> 12)


def _seconds(row: int) -> int:
    return row % (1 << _KIND) >> _SECOND


# Entries


def _entry(
    at: datetime | date | None,
    names: Sequence[str | None],
    texts: Sequence[str | None],
    spells: Sequence[str] = (),
    whom: Iterable[str | None] = (),
) -> Entry:
    found = [term for name in names if name for term in (*terms(name), "_")]
    name, text = " ".join(found), _BETWEEN.join(" ".join(terms(one)) for one in texts if one)
    more = [*map(named, (*found, *endings(name))), *spells, *endings(f"{name} {text}")]
    # Whom it is about is sought together with what was written, never alone.
    more += [about(one) for one in dict.fromkeys(whom) if one and (text or more)]
    return Entry(_since_year_1(at), name, text, " ".join(more))


def _since_year_1(at: datetime | date | None) -> int:
    if at is None:
        return 0
    if not isinstance(at, datetime):
        at = datetime(at.year, at.month, at.day, tzinfo=UTC)
    return max(0, int((at - _YEAR_1).total_seconds()))


def _person(rows: Sequence[Row]) -> Entry:
    ((_, created, name, aliases, note),) = rows
    return _entry(datetime.fromisoformat(created), (name, *spellings(aliases)), (note,))


def _circle(rows: Sequence[Row]) -> Entry:
    ((_, name, note),) = rows
    return _entry(None, (name,), (note,))


def _reflection(rows: Sequence[Row]) -> Entry:
    ((_, on, people, circles, title, text),) = rows
    return _entry(_day(on), (title,), (text,), whom=(*spellings(people), *spellings(circles)))


def _unnamed(rows: Sequence[Row]) -> Entry:
    ((_, on, person, *texts),) = rows
    return _entry(_day(on), (), texts, whom=(person,))


def _moment(rows: Sequence[Row]) -> Entry:
    _, at, circle, note, *_ = rows[0]
    texts, spells, whom = [note], [], [circle]
    for *_, person, own, role, truth, words in rows:
        whom.append(person)
        texts.append(own)
        answers = [("r", role), ("t", truth), *(("w", word) for word in spellings(words or "[]"))]
        for kind, answer in answers:
            if answer in _SPELLED[kind]:
                spells.append(spelled(kind, answer))
            else:
                texts.append(answer)
    return _entry(datetime.fromisoformat(at), (), texts, spells, whom)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


_SOURCES: dict[Kind, _Source] = {
    Kind.PERSON: _Source("person", "t.created, t.name, t.aliases, t.note", _person),
    Kind.CIRCLE: _Source("circle", "t.name, t.note", _circle),
    Kind.MOMENT: _Source(
        "interaction", "t.at, t.circle, t.note, p.person, p.note, p.role, p.truth, p.words", _moment, _FELT
    ),
    Kind.REFLECTION: _Source(
        "reflection",
        f't."on", {_LINKED["people"].select}, {_LINKED["circles"].select}, t.title, t.text',
        _reflection,
    ),
    Kind.HOPE: _Source("hope", "coalesce(t.closed, t.since), t.person, t.text, t.closing", _unnamed),
    Kind.STEP: _Source("step", "t.offered, t.person, t.note", _unnamed),
    Kind.CHECKIN: _Source("checkin", "t.week, NULL, t.note", _unnamed),
}
_KINDS: dict[type[Record], Kind] = {
    Person: Kind.PERSON, Circle: Kind.CIRCLE, Interaction: Kind.MOMENT, Reflection: Kind.REFLECTION,
    Hope: Kind.HOPE, Step: Kind.STEP, CheckIn: Kind.CHECKIN,
}  # fmt: skip
