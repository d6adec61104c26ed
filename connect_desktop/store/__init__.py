"""Everything recorded, in one encrypted file behind one small API; the only place that knows the cipher.

Read when first asked for: a window shows before the cipher is loaded.
"""

from typing import TYPE_CHECKING

from connect_desktop.lazy import lazily

if TYPE_CHECKING:
    from connect_desktop.store import vault
    from connect_desktop.store.circles import CircleRow
    from connect_desktop.store.people import PersonRow
    from connect_desktop.store.store import Store

__all__ = ["CircleRow", "PersonRow", "Store", "vault"]

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, __all__, ["circles", "people", "store", "vault"])
