"""A bundle brought into a store: what is new is added, what is there is never added twice, nobody is guessed.

Two things are the user's to decide: a record that is here with other contents, and a person of the same name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from connect_desktop.domain import Edit, Person, Record, Word, now
from connect_desktop.domain.errors import FileRefused
from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr, tr_n
from connect_desktop.interchange import batch, codec
from connect_desktop.interchange.bundle import KEPT, PAIRS, POINTERS, Bundle
from connect_desktop.interchange.contents import is_empty
from connect_desktop.store import Store


class Differing(StrEnum):
    """What becomes of records that are here with other contents."""

    KEEP = "keep"
    """stay as they are here"""
    REPLACE = "replace"
    """become as they are in the file"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What bringing in a bundle would do; nothing is done yet."""

    new: tuple[Record, ...] = ()
    """those that others point at first"""
    same: int = 0
    """how many are here already, just so"""
    differing: tuple[tuple[Record, Record], ...] = ()
    """those that are here with other contents: as here, as in the file"""
    namesakes: tuple[tuple[Person, Person], ...] = ()
    """people in the file whose name someone here has, still to be decided: in the file, here"""
    exported: datetime | None = None
    """when the contents last changed, if they are all there will be"""
    day_ends: int | None = None
    """the setting to take over, with a whole life"""


def plan(store: Store, bundle: Bundle, who: Mapping[str, str] | None = None) -> Plan:
    """Return what bringing in a bundle would do.

    `who` says of a person's id in the file whose id that is here; the same id says that they are someone new.
    `FileRefused` when by that someone would be twice in one moment.
    """
    if is_empty(store):
        return Plan(new=tuple(bundle), exported=bundle.exported, day_ends=bundle.day_ends)
    who = who or {}
    records = list(_pointed_anew(bundle, {file: here for file, here in who.items() if file != here}))
    known = _known(store)
    here = [(known.get(_key(record)), record) for record in records]
    new = tuple(record for found, record in here if found is None)
    _check_pairs(store, new)
    return Plan(
        new=new,
        same=sum(found is not None and _same(found, record) for found, record in here),
        differing=tuple((found, record) for found, record in here if found and not _same(found, record)),
        namesakes=tuple(_namesakes(store, (one for one in new if isinstance(one, Person)), who)),
    )


def bring_in(
    store: Store, planned: Plan, differing: Differing | None = None, day_ends: int = 240
) -> str | None:
    """Do what was planned in one transaction; return the id to take it back by, None if nothing is new.

    `day_ends` is the present setting, for taking it back. `FileRefused` while something is undecided.
    """
    check_decided(planned, differing)
    changed = planned.differing if differing is Differing.REPLACE else ()
    edits: list[Edit[Record]] = [Edit(None, record) for record in planned.new]
    edits += [Edit(here, replace(theirs, id=here.id)) for here, theirs in changed]
    if not edits:
        if planned.exported is not None:
            store.apply((), changed_at=planned.exported)
        return None
    taken = batch.Batch(
        edits=tuple(edits),
        day_ends=None if planned.day_ends is None else day_ends,
        was_changed_at=store.changed_at,
        changed_at=planned.exported or now(),
    )
    store.apply(edits, changed_at=taken.changed_at, memo=(taken.id, taken.text()))
    return taken.id


def check_decided(planned: Plan, differing: Differing | None) -> None:
    """Raise `FileRefused`, naming the first, while something is left for the user to decide."""
    if planned.namesakes:
        name = planned.namesakes[0][1].name
        raise FileRefused(
            tr_n("{name} is here already, and someone of that name is in the file. Say who is who.",
                 "{n} people of the file have names that are here already ({name} is one). Say who is who.",
                 len(planned.namesakes), name=name)
        )  # fmt: skip
    if planned.differing and differing is None:
        here = planned.differing[0][0]
        raise FileRefused(
            tr_n("{n} record of the file is here with other contents ({kind}, id {id}). "
                 "Say whether to keep what is here or to replace it.",
                 "{n} records of the file are here with other contents (the first: {kind}, id {id}). "
                 "Say whether to keep what is here or to replace it.",
                 len(planned.differing), kind=batch.list_of(type(here)), id=here.id)
        )  # fmt: skip


def _known(store: Store) -> dict[tuple[type[Record], str], Record]:
    found = (record for name in KEPT for record in getattr(store, name).all())
    return {_key(record): record for record in found}


def _key(record: Record) -> tuple[type[Record], str]:
    """What makes two records the same one; a word of the user's own is known by its text."""
    return type(record), record.text if isinstance(record, Word) else record.id


def _same(one: Record, other: Record) -> bool:
    return codec.same(one, replace(other, id=one.id) if isinstance(other, Word) else other)


def _pointed_anew(bundle: Bundle, who: Mapping[str, str]) -> Iterable[Record]:
    for record in bundle:
        if isinstance(record, Person) and record.id in who:
            continue
        fields = [name for name, kind in POINTERS.get(type(record), {}).items() if kind is Person]
        changed: dict[str, Any] = {name: _renamed(getattr(record, name), who) for name in fields}
        yield replace(record, **changed) if who and changed else record


def _renamed(value: Any, who: Mapping[str, str]) -> Any:
    if isinstance(value, frozenset):
        return frozenset(who.get(one, one) for one in value)
    return who.get(value, value)


def _namesakes(
    store: Store, people: Iterable[Person], who: Mapping[str, str]
) -> Iterable[tuple[Person, Person]]:
    by_name = {fold(name): person for person in store.people.all() for name in (person.name, *person.aliases)}
    for person in people:
        found = next(
            (by_name[key] for name in (person.name, *person.aliases) if (key := fold(name)) in by_name), None
        )
        if found is not None and person.id not in who:
            yield person, found


def _check_pairs(store: Store, new: Iterable[Record]) -> None:
    for kind, pair in PAIRS.items():
        added = [record for record in new if type(record) is kind]
        if not added:
            continue
        name = batch.list_of(kind)
        taken = {_pair(record, pair) for record in getattr(store, name).all()}
        for record in added:
            if _pair(record, pair) in taken:
                raise FileRefused(
                    tr("{list}, id {id}: the same {pair} would be there twice. Nothing was brought in.",
                       list=name, id=record.id, pair=" + ".join(pair))
                )  # fmt: skip
            taken.add(_pair(record, pair))


def _pair(record: Record, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(record, name) for name in names)
