"""The store: everything recorded, behind one small API."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from connect_desktop.domain import Edit, Record, now
from connect_desktop.domain.errors import NotSaved
from connect_desktop.store import backups, exchange, index, keys, schema, vault
from connect_desktop.store.backups import Backup, Snapshot, snapshot
from connect_desktop.store.circles import Circles
from connect_desktop.store.closeness import HowClose
from connect_desktop.store.database import Database
from connect_desktop.store.deletion import deletion
from connect_desktop.store.health import Holdings, faults, holdings
from connect_desktop.store.hopes import Hopes, Signs
from connect_desktop.store.impressions import Impressions
from connect_desktop.store.lock import Lock
from connect_desktop.store.moments import Moments
from connect_desktop.store.open_ends import OpenEnds
from connect_desktop.store.own_words import OwnWords
from connect_desktop.store.people import People
from connect_desktop.store.reflections import OwnPrompts, Reflections, Versions
from connect_desktop.store.search import Search
from connect_desktop.store.shelf import Shelf
from connect_desktop.store.slots import Slot
from connect_desktop.store.small_steps import CheckIns, SmallSteps
from connect_desktop.store.state import FILE
from connect_desktop.store.tables import (
    CHECKINS,
    CIRCLES,
    CLOSENESS,
    EVIDENCE,
    HOPES,
    IMPRESSIONS,
    INTERACTIONS,
    OWN_PROMPTS,
    OWN_WORDS,
    PEOPLE,
    REFLECTIONS,
    STEPS,
    VERSIONS,
)  # fmt: skip
from connect_desktop.store.unfelt import Unfelt
from connect_desktop.store.writing import changes, write

BACKED_UP = "backed up"
"""name of a memo that is there while all is in a backup; whatever writes records takes it away"""


class Store:
    """All records, to read and to change; it belongs to the thread that opened it."""

    def __init__(
        self, database: Database, lock: Lock | None = None, vault: "tuple[Path, vault.DataKey] | None" = None
    ) -> None:
        self._database = database
        self._lock = lock
        self._vault = vault
        self.writes = 0
        """how often records were written since it was opened"""
        self.opened_with = database.written()
        """how often anything was before"""
        self.people = People(database, PEOPLE)
        self.circles = Circles(database, CIRCLES)
        self.words = OwnWords(database, OWN_WORDS)
        self.prompts = OwnPrompts(database, OWN_PROMPTS)
        self.interactions = Shelf(database, INTERACTIONS)
        self.impressions = Impressions(database, IMPRESSIONS)
        self.moments = Moments(database)
        self.unfelt = Unfelt(database)
        self.open_ends = OpenEnds(database)
        self.hopes = Hopes(database, HOPES)
        self.evidence = Signs(database, EVIDENCE)
        self.reflections = Reflections(database, REFLECTIONS)
        self.versions = Versions(database, VERSIONS)
        self.steps = SmallSteps(database, STEPS)
        self.closeness = HowClose(database, CLOSENESS)
        self.checkins = CheckIns(database, CHECKINS)
        self.search = Search(database)

    @classmethod
    def open(cls, folder: Path, key: vault.DataKey) -> "Store":
        """Open the vault in a folder.

        `VaultInUse`, `VaultTooNew`, `VaultUnreadable` or `NoVault`; then nothing was changed.
        """
        return cls(*vault.open_file(folder, key), (folder, key))

    @classmethod
    def memory(cls) -> "Store":
        """Return an empty store in memory, with the schema of a real one."""
        database = Database()
        schema.make(database)
        return cls(database)

    @property
    def folder(self) -> Path | None:
        """The folder of its vault; None for a store in memory."""
        return self._vault[0] if self._vault else None

    @property
    def changed_at(self) -> datetime | None:
        """When anything was last changed; None before the first change."""
        row = self._database.row("SELECT changed_at FROM about")
        return datetime.fromisoformat(row[0]) if row and row[0] else None

    def memo(self, name: str) -> str | None:
        """Return what is remembered under a name, None where there is nothing."""
        row = self._database.row("SELECT text FROM memo WHERE name = ?", (name,))
        return str(row[0]) if row else None

    def memos(self) -> list[str]:
        """Return the names under which something is remembered, sorted."""
        return [str(row[0]) for row in self._database.rows("SELECT name FROM memo ORDER BY name")]

    def apply(
        self,
        edits: Iterable[Edit[Record]],
        changed_at: datetime | None = None,
        memo: tuple[str, str | None] | None = None,
    ) -> None:
        """Write edits all or none, on the disk when it returns; their order does not matter.

        `memo` is a name and what to remember under it with these edits, None to forget it.
        `NotSaved` where a record is no longer as `before` has it, an id is there twice, a reference points at
        nothing, or the disk refuses; then everything is as it was.
        """
        self._write(edits, changed_at or now(), memo)

    def put_back(
        self, edits: Iterable[Edit[Record]], changed_at: datetime | None, memo: tuple[str, str | None]
    ) -> None:
        """Write edits as `apply` does, which make all as it was at `changed_at`; None: never changed."""
        self._write(edits, changed_at, memo)

    def _write(
        self,
        edits: Iterable[Edit[Record]],
        changed_at: datetime | None,
        memo: tuple[str, str | None] | None,
    ) -> None:
        edits = tuple(edits)
        found = changes(edits)
        with self._database.transaction():
            write(self._database, found)
            index.renew(self._database, index.touched(edits))
            changed = None if changed_at is None else changed_at.isoformat()
            self._database.write("UPDATE about SET changed_at = ?", (changed,))
            if memo is not None:
                self._remember(*memo)
            if edits:
                self._remember(BACKED_UP, None)
        self.writes += bool(edits)

    def _remember(self, name: str, text: str | None) -> None:
        self._database.write("DELETE FROM memo WHERE name = ?", (name,))
        if text is not None:
            self._database.write("INSERT INTO memo VALUES (?, ?)", (name, text))

    def remember(self, name: str, text: str | None) -> None:
        """Keep a memo by itself, None to forget it: no change of the store. `NotSaved` as `apply` says."""
        with self._database.transaction():
            self._remember(name, text)

    def erase(self, edits: Iterable[Edit[Record]]) -> None:
        """Write edits as `apply` does, so that nothing of what they take out is left in the file.

        Drafts about it go, too.
        """
        edits = tuple(edits)
        gone = [edit.record.id for edit in edits if edit.after is None]
        self.apply(edits)
        with self._database.transaction():
            for own in gone:
                self._database.write(
                    "DELETE FROM memo WHERE name GLOB 'draft *' AND instr(name || text, ?)", (own,)
                )
        self._database.fold()

    def deletion(self, record: Record) -> tuple[Edit[Record], ...]:
        """Return the edits that delete a record with what hangs on it, children first.

        A moment goes when nobody is left in it. Circles and reflections stay and lose the link.
        """
        return tuple(deletion(self._database, record))

    def holdings(self) -> Holdings:
        """Return how much is in the store."""
        return holdings(self._database)

    def faults(self) -> list[str]:
        """Return what is wrong with the file after reading all of it; nothing where it is whole."""
        return faults(self._database)

    def snapshot(self) -> Snapshot:
        """Copy everything that is saved, to be kept as a backup; `StoreError` where there is no room."""
        folder, key = self._in_file()
        return snapshot(self._database, folder, key.raw.hex())

    def own_backups(self) -> list[Backup]:
        """Return its backups that open with the key in force, the newest first."""
        folder, mine = self._in_file()[0], self.slots()
        return [one for one in backups.found(folder / backups.FOLDER) if backups.opens_like(one, mine)]

    def use_keyring(self, on: bool) -> None:
        """Let the operating system's keyring open it, too, or no more; `StoreError` where that refuses.

        For any thread: the keyring may ask somebody first.
        """
        folder, key = self._in_file()
        if on:
            vault.use_keyring(folder, key)
        else:
            vault.leave_keyring(folder)

    def renew_keyring(self, before: tuple[Slot, ...]) -> None:
        """Let the keyring open it under its new key, too, which did so under these slots; likewise."""
        vault.forget_keyring(before)
        self.use_keyring(True)

    def slots(self) -> tuple[Slot, ...]:
        """Return what opens it."""
        return keys.read(self._in_file()[0])

    def hex_key(self) -> str:
        """Return the raw key, to read copies with."""
        return self._in_file()[1].raw.hex()

    def change_keys(
        self, key: vault.DataKey, slots: tuple[Slot, ...], ready: exchange.Arrival | None = None
    ) -> None:
        """Write everything anew under another key, from `vault.new_key`, and put it in the place of the file.

        `ready` is all of it written so already, which spares this thread the work unless more came since.
        Killed at any instant, the file opens with the old slots or with these. `StoreError` where there is no
        room; then nothing was changed. `VaultClosed`: all was changed, and this store is to be closed.
        """
        folder, _ = self._in_file()
        if ready is None or ready.holdings.written != self._database.written():
            ready = exchange.under_key(self._database, folder, key.raw.hex(), slots)
        arrival = ready
        self._database.change_file(
            folder / FILE, key.raw.hex(), lambda: exchange.put_in_place(arrival, folder)
        )
        self._vault = folder, key
        with suppress(NotSaved):  # the keys are in force all the same, and the next change asks for a backup
            self.remember(BACKED_UP, None)

    def restore(self, arrival: exchange.Arrival, key: vault.DataKey, at: datetime) -> Path | None:
        """Put what was unpacked from a backup in the place of the file, and return where that is now.

        `key` opens the backup. `StoreError` where that is refused; then nothing was changed.
        """
        folder, _ = self._in_file()
        aside: list[Path | None] = []

        def change() -> None:
            aside.append(exchange.set_aside(folder, at))
            exchange.put_in_place(arrival, folder)

        self._database.change_file(folder / FILE, key.raw.hex(), change)
        self._vault = folder, key
        return aside[0]

    def _in_file(self) -> tuple[Path, vault.DataKey]:
        if self._vault is None:
            raise TypeError("a store in memory has no file")
        return self._vault

    @property
    def closed(self) -> bool:
        """Whether it was closed: nothing can be read any more."""
        return self._database.closed

    def close(self, copied: Callable[[], bool] | None = None) -> bool:
        """Close the file and let others in; closing twice is nothing.

        `copied` copies it in between, and what that returns is returned.
        """
        try:
            self._database.close()
            if self._vault is not None:
                vault.forget_written(self._vault[0])
            return copied is not None and copied()
        finally:
            if self._lock is not None:
                self._lock.release()
