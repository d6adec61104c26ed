"""What one import added and changed, remembered so that it can be taken back whole."""

import json
import secrets
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from connect_desktop.domain import Edit, Impression, Interaction, Record, Reflection, now
from connect_desktop.domain.errors import InvalidValue, NotSaved
from connect_desktop.i18n import tr, tr_n
from connect_desktop.interchange import codec
from connect_desktop.interchange.bundle import KEPT, Bundle, pointers
from connect_desktop.interchange.contents import contents
from connect_desktop.store import Store

PREFIX = "import-"

_LOOSE = {"members", "circle", "people", "circles"}
"""fields a record can do without; what points by another goes with what it points at"""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def new_id() -> str:
    """Return an id for an import that can be read aloud: its day and four digits."""
    return f"{PREFIX}{now():%Y-%m-%d}-{secrets.token_hex(3)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One import: its edits, and the setting that was taken over with it."""

    id: str = field(default_factory=new_id)
    edits: tuple[Edit[Record], ...]
    day_ends: int | None = None
    """what the setting was before; None: it was left alone"""
    was_changed_at: datetime | None
    """when the store was last changed before; None: never"""
    changed_at: datetime
    """when it was last changed with this"""

    def text(self) -> str:
        """Return what has to be remembered."""
        added: dict[str, dict[str, str]] = {}
        replaced = []
        for edit in self.edits:
            name, digest = list_of(type(edit.record)), _digest(edit.record)
            if edit.before is None:
                added.setdefault(name, {})[edit.record.id] = digest
            else:
                replaced.append([name, codec.encode(edit.before), digest])
        before = self.was_changed_at and self.was_changed_at.isoformat()
        return json.dumps(
            {"added": added, "replaced": replaced, "day_ends": self.day_ends,
             "changed_at": [before, self.changed_at.isoformat()]}
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingBack:
    """What taking an import back would do."""

    id: str
    edits: tuple[Edit[Record], ...]
    """every record of it deleted or made as it was"""
    later: tuple[Record, ...]
    """records changed since, or added since to what came with it; they would be lost too"""
    day_ends: int | None
    """the setting to go back to; None: leave it"""
    changed_at: datetime | None
    """when what is left was last changed; None: never"""


def taking_back(store: Store, batch_id: str) -> TakingBack:
    """Return what taking an import back would do; `InvalidValue` when there is no such import."""
    told = json.loads(_told(store, batch_id))
    everything = contents(store, 0)
    here = {(type(record), record.id): record for record in everything}
    added = {(KEPT[name], one): digest for name, ids in told["added"].items() for one, digest in ids.items()}
    doomed = _with_what_hangs_on(everything, added.keys() & here.keys())
    edits: list[Edit[Record]] = [Edit(here[key], None) for key in doomed]
    loosened = [edit for record in everything if (edit := _loosened(record, doomed)) is not None]
    later = [here[key] for key in doomed if added.get(key) != _digest(here[key])]
    later += [edit.record for edit in loosened]
    for name, raw, digest in told["replaced"]:
        before = codec.decode(KEPT[name], raw, _NEVER)
        found = here.get((type(before), before.id))
        edits.append(Edit(found, before))
        later += [before] if found is None or _digest(found) != digest else []
    written = [one for kind, one in doomed if kind is Reflection]
    edits += [Edit(one, None) for one in store.versions.of_each(written)]
    return TakingBack(
        id=batch_id,
        edits=(*edits, *loosened),
        later=tuple(later),
        day_ends=told["day_ends"],
        changed_at=_last_change(store.changed_at, *told["changed_at"]),
    )


def take_back(store: Store, planned: TakingBack, *, with_later: bool = False) -> None:
    """Take an import back in one transaction; `NotSaved` while that would lose what came later."""
    if planned.later and not with_later:
        raise NotSaved(
            tr_n("Nothing was taken back: {n} record was changed since, or added to what came with it.",
                 "Nothing was taken back: {n} records were changed since, or added to what came with it.",
                 len(planned.later))
        )  # fmt: skip
    store.put_back(planned.edits, planned.changed_at, memo=(planned.id, None))


def list_of(kind: type[Record]) -> str:
    """Return what the list of one kind of record is called in a file."""
    return next(name for name, held in KEPT.items() if held is kind)


def _last_change(present: datetime | None, before: str | None, after: str) -> datetime | None:
    """Return when a store was last changed but for an import, which may be what changed it last."""
    if present != datetime.fromisoformat(after):
        return now()
    return None if before is None else datetime.fromisoformat(before)


def _told(store: Store, batch_id: str) -> str:
    told = store.memo(batch_id) if batch_id.startswith(PREFIX) else None
    if told is None:
        known = [name for name in store.memos() if name.startswith(PREFIX)]
        allowed = tr("the imports that can be taken back are {ids}", ids=", ".join(known))
        raise InvalidValue("batch", batch_id, allowed if known else tr("no import can be taken back"))
    return told


def _digest(record: Record) -> str:
    written = json.dumps(codec.encode(record), sort_keys=True)
    return blake2b(written.encode(), digest_size=6).hexdigest()


Key = tuple[type[Record], str]


def _with_what_hangs_on(everything: Bundle, doomed: "set[Key]") -> "dict[Key, None]":
    """Return the keys of what goes when `doomed` goes: in one pass, for what is pointed at comes first."""
    gone = dict.fromkeys(doomed)
    left: dict[str, int] = {}
    for record in everything:
        held = any((kind, one) in gone for name, kind, one in pointers(record) if name not in _LOOSE)
        if held:
            gone[type(record), record.id] = None
        if isinstance(record, Impression):
            key = (type(record), record.id)
            left[record.interaction] = left.get(record.interaction, 0) + (key not in gone)
    # A moment goes when nobody is left in it.
    return gone | {(Interaction, one): None for one, count in left.items() if count == 0}


def _loosened(record: Record, gone: "dict[Key, None]") -> Edit[Record] | None:
    """Return the edit that takes what is gone out of the fields a record can do without."""
    if (type(record), record.id) in gone:
        return None
    changed: dict[str, Any] = {}
    for name, kind, one in pointers(record):
        if (kind, one) in gone:
            value = changed.get(name, getattr(record, name))
            changed[name] = None if isinstance(value, str) else value - {one}
    return Edit(record, replace(record, **changed)) if changed else None
