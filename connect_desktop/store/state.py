"""What is in a folder, seen without the database: enough to choose the first window."""

from enum import Enum
from pathlib import Path

from connect_desktop.domain.errors import VaultLost
from connect_desktop.i18n import tr
from connect_desktop.store import keys
from connect_desktop.store.files import told
from connect_desktop.store.lock import Lock
from connect_desktop.store.slots import Way, of_way

FILE, UNFINISHED, LOCK = keys.FILE, "vault.db.new", "vault.lock"


class State(Enum):
    """What is in a folder."""

    MISSING = "missing"
    PROTECTED = "protected"
    OPEN = "open"
    """encrypted, but its key lies beside it: not protected, by the user's choice"""


def state(folder: Path) -> State:
    """Return what is in a folder; `VaultUnreadable` where a vault is there but a part of it is not."""
    with told(folder):
        if not (folder / FILE).exists():
            _refuse_lost_file(folder)
            return State.MISSING
        return State.OPEN if of_way(keys.read(folder), Way.OPEN) else State.PROTECTED


def has_keyring(folder: Path) -> bool:
    """Return whether the operating system's keyring is one of the ways in."""
    return of_way(keys.read(folder), Way.KEYRING) is not None


def refuse_in_use(folder: Path) -> None:
    """Raise `VaultInUse` where another Connect has the vault open; before a second goes into its key."""
    if state(folder) is not State.MISSING:
        with told(folder):
            Lock(folder / LOCK).release()


def _refuse_lost_file(folder: Path) -> None:
    """Never begin anew over the keys of a file that was only moved away."""
    left = [name for name in (keys.KEYS, keys.TWIN) if (folder / name).exists()]
    if left and not (folder / UNFINISHED).exists():
        raise VaultLost(
            tr("{folder} holds the keys of a store, but not the store itself ({file}). Nothing was changed. "
               "Put it back, or move the keys away to begin anew.", folder=folder, file=FILE)
        )  # fmt: skip
