"""A damaged store made good: the newest backup that opens, and all that can still be read of the damaged."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, TypeVar

from connect_desktop.domain import (
    Circle,
    Closeness,
    Edit,
    Evidence,
    Hope,
    Impression,
    Interaction,
    Person,
    Record,
    Reflection,
    Step,
)
from connect_desktop.domain.errors import StoreError, VaultDamaged
from connect_desktop.domain.reflection import Version
from connect_desktop.i18n import tr
from connect_desktop.store import backup_file, backups, exchange, keys, salvage, schema, vault
from connect_desktop.store.backups import Backup
from connect_desktop.store.database import Database
from connect_desktop.store.exchange import Arrival
from connect_desktop.store.health import Holdings, looked_at
from connect_desktop.store.salvage import Salvaged
from connect_desktop.store.shelf import Shelf
from connect_desktop.store.slots import Slot
from connect_desktop.store.state import FILE
from connect_desktop.store.store import Store
from connect_desktop.store.tables import TABLES

R = TypeVar("R", bound=Record)
Kinds = dict[type[Record], dict[str, Record]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """What a repair came to."""

    backup: datetime | None
    """when the backup was made that it began with; None: there was none that opens"""
    holdings: Holdings
    moments: int
    """that came back from the damaged file and are in no backup"""
    people: int
    damaged: int
    """pages of the file that could not be read"""
    pages: int
    aside: Path | None
    """where the damaged file is kept"""


def newest(folder: Path, key: vault.DataKey) -> Backup | None:
    """Return the newest of a vault's own backups that is whole and has its key; nothing is left behind."""
    with suppress(StopIteration):
        found, arrival = next(_good(folder, key))
        arrival.file.unlink()
        return found
    return None


def repair(folder: Path, key: vault.DataKey, at: datetime, backup: Path | None = None) -> Repaired:
    """Put the newest good backup in the place of the vault, with all that can be read of the damaged file.

    `key` is what the vault's own keys gave. `backup` is another one, and then `key` is that one's: it opens
    with the passphrase it was made with. Where there is none, what can be read is all there is;
    `VaultDamaged` where that is nothing. What is damaged is kept aside, and until the whole is ready nothing
    is changed; for any thread.
    """
    with vault.alone(folder):
        found = _salvaged(folder, key)
        began, arrival = _begun(folder, key, backup, found)
        try:
            moments, people = _add(arrival.file, key, found)
            arrival = replace(arrival, holdings=looked_at(arrival.file, key.raw.hex()))
        except BaseException:
            exchange.clear(folder)
            raise
        aside = vault.restore(folder, arrival, at)
    return Repaired(
        backup=began, holdings=arrival.holdings, moments=moments, people=people, damaged=found.damaged,
        pages=found.pages, aside=aside,
    )  # fmt: skip


def keys_from_backup(folder: Path) -> bool:
    """Put back the key files from the newest backup that is whole; False where there is none.

    They open the vault unless its passphrase was changed since, and then they open that backup.
    """
    for found in backups.found(folder / backups.FOLDER):
        with suppress(StoreError), vault.alone(folder):
            keys.write(folder, keys.decoded(backup_file.keys_of(found.path)))
            return True
    return False


def _good(folder: Path, key: vault.DataKey) -> Iterator[tuple[Backup, Arrival]]:
    for found in backups.found(folder / backups.FOLDER):
        with suppress(StoreError):
            yield found, exchange.from_backup(found.path, folder, lambda _: key.raw.hex())


def _begun(
    folder: Path, key: vault.DataKey, backup: Path | None, found: Salvaged
) -> tuple[datetime | None, Arrival]:
    """Return what the repaired store begins with: a backup with when it was made, or an empty store."""
    if backup is not None:
        arrival = exchange.from_backup(backup, folder, lambda _: key.raw.hex())
        return arrival.holdings.changed_at, arrival
    for one, arrival in _good(folder, key):
        return one.made, _with_slots(arrival, folder)
    if not any(found.records.values()):
        raise VaultDamaged(
            tr("There is no backup beside the store that its keys open, and nothing could be read of the "
               "damaged file. Nothing was changed. If you have a backup elsewhere, choose that.")
        )  # fmt: skip
    return None, exchange.empty(folder, key.raw.hex(), keys.read(folder))


def _with_slots(arrival: Arrival, folder: Path) -> Arrival:
    """Return it with the slots in force: the passphrase of today opens it, not that of the backup's day."""
    slots: tuple[Slot, ...] = arrival.slots
    with suppress(StoreError):
        slots = keys.read(folder)
    return replace(arrival, slots=slots)


def _salvaged(folder: Path, key: vault.DataKey) -> Salvaged:
    if (folder / FILE).exists():
        return salvage.read(folder / FILE, key.raw)
    return Salvaged({}, {}, {}, 0, 0)


def _add(file: Path, key: vault.DataKey, found: Salvaged) -> tuple[int, int]:
    """Write what was read into a store that is to be; return how many moments and people it lacked."""
    database = Database(file, key.raw.hex())
    try:
        schema.migrate(database)
        store = Store(database)
        here: Kinds = {
            kind: {one.id: one for one in Shelf(database, table).all()} for kind, table in TABLES.items()
        }
        edits = [*_edits(here, _joined(here, found))]
        if edits:
            store.apply(edits)
        for name in found.memos.keys() - set(store.memos()):
            store.remember(name, found.memos[name])
    finally:
        database.close()
    new = [type(edit.record) for edit in edits if edit.before is None]
    return new.count(Interaction), new.count(Person)


def _edits(here: Kinds, whole: Kinds) -> Iterator[Edit[Record]]:
    """Yield what makes one the other; what was read is later than any backup, so it goes before it."""
    for kind, records in whole.items():
        for own, record in records.items():
            before = here[kind].get(own)
            if before != record:
                yield Edit(before, record)


# Nothing may point at what is not there


def _joined(here: Kinds, found: Salvaged) -> Kinds:
    """Return backup and salvage as one life: what a lost record leaves open is closed as well as can be."""
    whole: Kinds = {kind: {**here[kind], **found.records.get(kind, {})} for kind in TABLES}
    circles, moments = _of(whole, Circle), _of(whole, Interaction)
    for felt in _of(whole, Impression).values():
        if felt.interaction not in moments and felt.interaction in found.times:
            moments[felt.interaction] = _moment(felt.interaction, *found.times[felt.interaction])
    for own, moment in moments.items():
        if moment.circle is not None and moment.circle not in circles:
            moments[own] = replace(moment, circle=None)
    whole[Interaction] = dict(moments)
    _bring_back_people(whole)
    people = _of(whole, Person)
    whole[Circle] = {own: replace(one, members=one.members & people.keys()) for own, one in circles.items()}
    _bring_back_reflections(whole)
    whole[Reflection] = {
        own: replace(one, people=one.people & people.keys(), circles=one.circles & circles.keys())
        for own, one in _of(whole, Reflection).items()
    }
    read = {kind: found.records.get(kind, {}) for kind in (Impression, Evidence)}
    felt_once = _once(_of(whole, Impression).values(), ("interaction", "person"), read[Impression])
    whole[Impression] = {one.id: one for one in felt_once if one.interaction in moments}
    signs = _once(_of(whole, Evidence).values(), ("hope", "impression"), read[Evidence])
    whole[Evidence] = {
        one.id: one for one in signs if one.hope in whole[Hope] and one.impression in whole[Impression]
    }
    return whole


def _of(whole: Kinds, kind: type[R]) -> dict[str, R]:
    return whole[kind]  # type: ignore[return-value]


def _moment(own: str, at_utc: int, wall: int) -> Interaction:
    """Return a moment of which only the time is known, as its impressions have it."""
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=at_utc)
    ahead = timedelta(minutes=round((wall - at_utc // 1_000_000) / 60))
    return Interaction(id=own, at=at.astimezone(timezone(ahead)))


def _bring_back_people(whole: Kinds) -> None:
    """Give everyone who is pointed at a name, though their own row is lost."""
    known = _of(whole, Person)
    for kind in (Impression, Hope, Closeness, Step):
        for one in whole[kind].values():
            own: str | None = one.person  # type: ignore[attr-defined]
            if own is not None and own not in known:
                known[own] = Person(id=own, name=tr("Someone whose name was lost"))
    whole[Person] = dict(known)


def _bring_back_reflections(whole: Kinds) -> None:
    """Make those that are lost of how they were at the latest earlier time that is known."""
    known = _of(whole, Reflection)
    for one in sorted(_of(whole, Version).values(), key=lambda version: version.at, reverse=True):
        if one.reflection not in known:
            known[one.reflection] = Reflection(
                id=one.reflection, on=one.at.date(), title=one.title, text=one.text
            )
    whole[Reflection] = dict(known)


def _once(records: Iterable[R], pair: tuple[str, str], later: Collection[str]) -> Iterator[R]:
    """Yield records of which there may be one for each pair of ids: of two, that which was read."""
    taken: dict[tuple[Any, ...], R] = {}
    for one in records:
        key = tuple(getattr(one, name) for name in pair)
        if key not in taken or one.id in later:
            taken[key] = one
    yield from taken.values()
