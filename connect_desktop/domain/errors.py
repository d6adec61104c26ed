"""What can go wrong in the user's world. Each message is a sentence that can be shown as it is.

    ConnectError
      InvalidValue            a field holds something it cannot hold
        TooLong               more characters than fit
      FileRefused             a file to be brought in is broken, foreign or too large
      NotWritten              a file could not be written (full disk, no permission)
      Cancelled               the user stopped long work; nothing was left behind
      StoreError
        NoVault               there is no store in this folder
        VaultExists           there is one already
        VaultInUse            another Connect has it open
        VaultUnreadable       it cannot be opened as it lies there
          VaultDamaged        damaged, cut off, or something else
          VaultLost           its keys are there, but not the file itself
          KeysLost            both key files are missing or damaged
        VaultClosed           what was asked is done, but the store could not be opened again after it
        VaultSynced           it lies where another program copies it about
        VaultTooNew           written by a newer Connect
        WrongPassphrase       nothing was opened with it
        BackupRefused         a file is no backup, or a damaged one
        NotSaved              a change could not be saved; the store is as before

Anything else that is raised is a bug of ours.
"""

from connect_desktop.i18n import tr


class ConnectError(Exception):
    """Something of the user's world went wrong; `str()` is a sentence for the screen."""


class InvalidValue(ConnectError, ValueError):
    """A field holds something it cannot hold: `field`, `value`, and what is `allowed`."""

    def __init__(self, field: str, value: object, allowed: str) -> None:
        self.field, self.value, self.allowed = field, value, allowed
        super().__init__(
            tr("{field}: {value} does not fit; {allowed}", field=field, value=_shown(value), allowed=allowed)
        )


class TooLong(InvalidValue):
    """A text has `length` characters where at most `limit` fit."""

    def __init__(self, field: str, value: object, limit: int, length: int) -> None:
        self.limit, self.length = limit, length
        room, there = f"{limit:,}", f"{length:,}"
        super().__init__(
            field, value, tr("at most {limit} characters fit, this has {length}", limit=room, length=there)
        )


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


class FileRefused(ConnectError):
    """A file to be brought in is broken, foreign or too large; nothing was changed."""


class NotWritten(ConnectError):
    """A file could not be written; nothing was left behind and nothing was overwritten."""


class Cancelled(ConnectError):
    """The user stopped long work; nothing was left behind."""


class StoreError(ConnectError):
    """The store could not be opened or written."""


class NoVault(StoreError):
    """There is no store in this folder."""


class VaultExists(StoreError):
    """There is a store in this folder already."""


class VaultInUse(StoreError):
    """Another Connect has this store open."""


class VaultUnreadable(StoreError):
    """The store cannot be opened as it lies there: damaged, not whole, or not ours to read and write."""


class VaultDamaged(VaultUnreadable):
    """The store is damaged, cut off, is something else, or does not belong to its keys."""


class VaultLost(VaultUnreadable):
    """The keys of a store are there, but not the store itself."""


class KeysLost(VaultUnreadable):
    """Both key files of a store are missing or damaged."""


class VaultClosed(StoreError):
    """What was asked is done; the store has to be opened anew to go on."""


class VaultSynced(StoreError):
    """The store lies in a folder that another program copies about, or on another computer."""


class VaultTooNew(StoreError):
    """The store was written by a newer Connect; it was left untouched."""


class WrongPassphrase(StoreError):
    """Nothing opens with this passphrase or code."""


class BackupRefused(StoreError):
    """A file is no backup of Connect, or is damaged; nothing was changed."""


class NotSaved(StoreError):
    """A change could not be saved; the store is as it was before."""
