"""What a store holds, as a bundle to be written."""

from connect_desktop.domain import Record
from connect_desktop.interchange.bundle import KEPT, Bundle, arranged
from connect_desktop.store import Store


def contents(store: Store, day_ends: int) -> Bundle:
    """Return everything in a store; `day_ends` is the setting, in minutes after midnight."""
    records: dict[type[Record], list[Record]] = {
        kind: list(getattr(store, name).all()) for name, kind in KEPT.items()
    }
    return Bundle(records=arranged(records), exported=store.changed_at, day_ends=day_ends)


def is_empty(store: Store) -> bool:
    """Return whether nothing at all is in a store."""
    return not any(getattr(store, name).count() for name in KEPT)
