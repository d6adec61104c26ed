"""Backups as they are kept going: when one is due, how it is made, and what is remembered of them."""

import json
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from connect_desktop.domain.errors import ConnectError, StoreError
from connect_desktop.store import backup_file, backups, drill, exchange
from connect_desktop.store.backups import Backup, Snapshot
from connect_desktop.store.health import Holdings
from connect_desktop.store.slots import Slot
from connect_desktop.store.store import BACKED_UP, Store

MEMO = "backups"
"""name under which the store remembers"""
SECOND = "connect-backups"
"""our own folder in the place that was chosen: where it is missing, the place is not plugged in"""
_RESTORED = "restored"
ASK_AFTER = timedelta(days=7)

one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is remembered of the backups of a store; it lies in the store itself, among the memos."""

    begun: date | None = None
    """when backups were first seen to"""
    made: datetime | None = None
    """when the last was made"""
    moments: int = 0
    """in the last"""
    second: str = ""
    """folder that finished backups are copied to; empty for none"""
    copied: datetime | None = None
    """when a backup was last copied there"""
    not_copied: str = ""
    """why it could not be copied, as a sentence"""
    asked: bool = False
    """a second place was asked for"""
    cleared: datetime | None = None
    """what is in the second place from before is to be removed when it is here"""
    tried: date | None = None
    """when a backup was last unpacked and counted to see that it can be restored"""
    tried_moments: int = 0
    not_tried: str = ""
    """what was wrong with it, as a sentence"""
    failed: int = 0
    """backups that failed since the last that was made"""
    why: str = ""
    """the reason of the last failure, as a sentence"""

    def text(self) -> str:
        """Return it as text to be remembered."""
        return json.dumps(asdict(self), default=lambda at: at.isoformat(), separators=(",", ":"))


_TIMES = {"made": datetime, "copied": datetime, "cleared": datetime, "begun": date, "tried": date}


def recalled(store: Store) -> Kept:
    """Return what is remembered in a store; what cannot be read is as if nothing had been."""
    try:
        parts: dict[str, Any] = json.loads(store.memo(MEMO) or "{}")
        for name, kind in _TIMES.items():
            if parts.get(name):
                parts[name] = kind.fromisoformat(parts[name])
        return Kept(**parts)
    except (ValueError, TypeError, AttributeError):
        return Kept()


def remember(store: Store, **changed: object) -> Kept:
    """Change what is remembered, and return it; a full disk loses only this."""
    kept = replace(recalled(store), **changed)  # type: ignore[arg-type]
    with suppress(StoreError):
        store.remember(MEMO, kept.text())
    return kept


def is_due(store: Store) -> bool:
    """Return whether something was changed since the last backup, or that is no longer there."""
    if store.folder is None or store.changed_at is None:
        return False
    if store.memo(BACKED_UP) is None:
        return True
    made = recalled(store).made
    with suppress(StoreError):
        return all(one.made != made for one in backups.found(store.folder / backups.FOLDER))
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A backup that was begun: all that is needed to finish it in any thread."""

    snapshot: Snapshot
    target: Path
    at: datetime
    writes: int
    second: Path | None
    cleared: datetime | None
    alone: bool = False
    """those made before go once it is finished"""

    def finish(self) -> "Made":
        """See that the copy is whole, make it a backup, prune, and copy it to the second place.

        `StoreError` where it could not be made; what was a backup before stays one.
        """
        with one_at_a_time:
            held = self.snapshot.keep(self.target)
            if self.alone:
                backups.remove_before(self.target.parent, self.at)
            backups.prune(self.target.parent)
            made = Made(at=self.at, held=held, writes=self.writes)
            return replace(made, **copied(self.target, self.second, self.cleared, self.at))

    def anew(self, hex_key: str, slots: tuple[Slot, ...]) -> exchange.Arrival:
        """Write what is in the finished backup anew under another key, ready for `Store.change_keys`."""
        with one_at_a_time:
            vault = self.target.parent.parent
            return exchange.anew(self.target, vault, self.snapshot.hex_key, hex_key, slots)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of it."""

    at: datetime
    held: Holdings
    writes: int
    copied: datetime | None = None
    not_copied: str = ""
    cleared: bool = False


def begin(store: Store, at: datetime, *, alone: bool = False) -> Job:
    """Copy the open store, on its own thread; `StoreError` where there is no room.

    `alone`: the backups made before go once it is finished, also in the second place as soon as that is here.
    """
    folder = store.folder
    assert folder is not None
    at = free(folder / backups.FOLDER, at)
    if alone:
        remember(store, cleared=at)
    kept, writes = recalled(store), store.writes
    snapshot = store.snapshot()
    return Job(
        snapshot=snapshot,
        target=folder / backups.FOLDER / backups.named(at),
        at=at,
        writes=writes,
        second=Path(kept.second) if kept.second else None,
        cleared=kept.cleared,
        alone=alone,
    )


def free(folder: Path, at: datetime) -> datetime:
    """Return the next second in which no backup was made yet."""
    at = at.replace(microsecond=0)
    while (folder / backups.named(at)).exists():
        at += timedelta(seconds=1)
    return at


def note(store: Store, made: Made) -> Kept:
    """Remember a backup that was made."""
    kept = recalled(store)
    if made.writes == store.writes:
        with suppress(StoreError):
            store.remember(BACKED_UP, made.at.isoformat())
    return remember(
        store, made=made.at, moments=made.held.moments, failed=0, why="",
        begun=kept.begun or made.at.date(), copied=made.copied or kept.copied, not_copied=made.not_copied,
        cleared=None if made.cleared else kept.cleared,
    )  # fmt: skip


def note_failure(store: Store, error: ConnectError) -> Kept:
    """Remember that a backup could not be made."""
    return remember(store, failed=recalled(store).failed + 1, why=str(error))


def back_up(store: Store, at: datetime) -> Made:
    """Make a backup now and remember it; `StoreError` where it could not be made."""
    made = begin(store, at).finish()
    note(store, made)
    return made


def remember_restored(store: Store, sentence: str) -> None:
    """Let the next window say what was restored."""
    with suppress(StoreError):
        store.remember(_RESTORED, sentence)


def restored(store: Store) -> str:
    """Return what is to be said about a restore, once; empty for nothing."""
    sentence = store.memo(_RESTORED) or ""
    if sentence:
        with suppress(StoreError):
            store.remember(_RESTORED, None)
    return sentence


# The second place


def choose_second(store: Store, chosen: Path | None) -> Kept:
    """Copy finished backups to a folder of their own in `chosen` from now on; None for nowhere.

    `NotWritten` or `StoreError` where nothing can be put there.
    """
    if chosen is None:
        return remember(store, second="", copied=None, not_copied="", asked=True, cleared=None)
    folder = chosen if chosen.name == SECOND else chosen / SECOND
    backups.make_place(folder)
    return remember(store, second=str(folder), copied=None, not_copied="", asked=True, cleared=None)


def is_here(kept: Kept) -> bool:
    """Return whether the second place can be reached now."""
    return bool(kept.second) and Path(kept.second).is_dir()


def copied(newest: Path, second: Path | None, cleared: datetime | None, at: datetime) -> dict[str, Any]:
    """Copy a backup to the second place where that is here, and return what to remember of that."""
    if second is None or not second.is_dir():
        return {}
    try:
        if not (second / newest.name).exists():
            backup_file.copy(newest, second / newest.name)
        if cleared is not None:
            backups.remove_before(second, cleared)
        backups.prune(second)
    except ConnectError as error:
        return {"not_copied": str(error)}
    return {"copied": at, "not_copied": "", "cleared": cleared is not None}


def to_ask(kept: Kept, today: date) -> bool:
    """Return whether it is time to ask for a second place: once, after a week."""
    return not kept.second and not kept.asked and kept.begun is not None and today - kept.begun >= ASK_AFTER


# The trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A restore to be tried, in any thread."""

    backup: Backup
    folder: Path
    hex_key: str = field(repr=False)
    unread: bool
    """it was made on the way out, and counts only once it was read"""

    def run(self) -> Holdings:
        """Unpack the backup, read all of it, and return what it holds; `StoreError` where it is not whole."""
        with one_at_a_time:
            held = drill.tried(self.backup.path, self.folder, self.hex_key)
            if self.unread:
                backups.prune(self.backup.path.parent)
            return held


def trial(store: Store, today: date) -> Trial | None:
    """Return the trial that is due, of the newest backup under the key in force: unread, or once a month."""
    if store.folder is None:
        return None
    kept = recalled(store)
    with suppress(StoreError):
        if mine := store.own_backups():
            unread = kept.made is None or mine[0].made > kept.made
            if (
                unread
                or kept.tried is None
                or (kept.tried.year, kept.tried.month) < (today.year, today.month)
            ):
                return Trial(backup=mine[0], folder=store.folder, hex_key=store.hex_key(), unread=unread)
    return None


def note_trial(store: Store, trial: Trial, held: Holdings, today: date) -> None:
    """Remember a trial that went well; what was made on the way out is a backup from now on."""
    if trial.unread:
        if cleared := recalled(store).cleared:  # a backup that was to be alone was cut short
            backups.remove_before(trial.backup.path.parent, cleared)
        is_all = held.written == store.opened_with
        note(store, Made(at=trial.backup.made, held=held, writes=0 if is_all else -1))
    remember(store, tried=today, tried_moments=held.moments, not_tried="")


def clear(folder: Path) -> None:
    """Remove what a crash left of backups in a vault's folder, unless one is being made just now."""
    if one_at_a_time.acquire(blocking=False):
        try:
            backups.clear(folder / backups.FOLDER)
        finally:
            one_at_a_time.release()
