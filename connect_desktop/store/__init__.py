"""Everything recorded, in one encrypted file behind one small API; the only place that knows the cipher."""

from connect_desktop.store import vault
from connect_desktop.store.people import PersonRow
from connect_desktop.store.store import Store

__all__ = ["PersonRow", "Store", "vault"]
