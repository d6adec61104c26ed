"""What a store holds, as a bundle to be written."""

from connect_desktop.domain import Record, Word
from connect_desktop.interchange.bundle import LISTS, Bundle, arranged
from connect_desktop.store import Store


def contents(store: Store, day_ends: int) -> Bundle:
    """Return everything in a store; `day_ends` is the setting, in minutes after midnight."""
    records: dict[type[Record], list[Record]] = {Word: list(store.words.all())}
    for name, kind in LISTS.items():
        records[kind] = list(getattr(store, name).all())
    return Bundle(records=arranged(records), exported=store.changed_at, day_ends=day_ends)


def is_empty(store: Store) -> bool:
    """Return whether nothing at all is in a store."""
    return not any(getattr(store, name).count() for name in (*LISTS, "words"))
