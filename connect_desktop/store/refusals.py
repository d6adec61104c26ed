"""What SQLite refuses, in sentences."""

from enum import IntEnum

from connect_desktop.domain.errors import NotSaved, StoreError, VaultDamaged, VaultInUse, VaultUnreadable
from connect_desktop.i18n import tr


class Code(IntEnum):
    """SQLite's primary result codes, those that come from the user's world."""

    BUSY = 5
    READONLY = 8
    IOERR = 10
    CORRUPT = 11
    FULL = 13
    CANTOPEN = 14
    CONSTRAINT = 19
    NOTADB = 26


def code_of(error: BaseException) -> int:
    """Return SQLite's primary result code of an error, also of one wrapped by peewee; 0 where it has none."""
    for found in (error, error.__context__):
        if (code := getattr(found, "sqlite_errorcode", None)) is not None:
            return int(code) & 0xFF
    return 0


def not_opened(code: int) -> StoreError | None:
    """Return what to say when opening or reading failed; None for a fault of ours."""
    match code:
        case Code.BUSY:
            return VaultInUse(
                tr("Another program has the store open. Close it there, then try again; nothing was changed.")
            )
        case Code.READONLY | Code.CANTOPEN:
            return VaultUnreadable(
                tr("The store can’t be read and written where it lies. Nothing was changed. "
                   "Give yourself the right to write in its folder, then try again.")
            )  # fmt: skip
        case Code.IOERR | Code.FULL:
            return StoreError(
                tr("The disk is full or does not answer. What was saved is safe. Make room, then try again.")
            )
        case Code.CORRUPT | Code.NOTADB:
            return damaged()
    return None


def damaged() -> VaultDamaged:
    """Return what to say of a file that is not, or no longer, a store."""
    return VaultDamaged(
        tr("The store is damaged, or does not belong to its keys. It was left as it is. "
           "Keep it, and put a backup in its place.")
    )  # fmt: skip


def cut_off() -> VaultDamaged:
    """Return what to say of a store of which the end of what was written is missing."""
    return VaultDamaged(
        tr("What was saved last can’t be read: when Connect was cut off it had not found its place in the "
           "store, and where it lay is damaged. All was left as it is.")
    )  # fmt: skip


def not_written(code: int) -> NotSaved | None:
    """Return what to say when a change was refused by the disk or the file; None for a fault of ours."""
    match code:
        case Code.FULL:
            return not_saved(tr("The disk is full. Make some room, then save again."))
        case Code.IOERR:
            return not_saved(
                tr("The disk refused to write. See that it has room and is well, then save again.")
            )
        case Code.READONLY | Code.CANTOPEN:
            return not_saved(tr("The store’s folder or disk is read-only. Change that, then save again."))
        case Code.BUSY:
            return not_saved(tr("Another program is holding the store. Close it, then save again."))
        case Code.CORRUPT | Code.NOTADB:
            return not_saved(tr("The store is damaged. Keep the file, and put a backup in its place."))
    return None


def not_certain() -> NotSaved:
    """Return what to say when the disk may have taken what was written, though it refused in the end."""
    return not_saved(
        tr("The disk refused to write. See that it has room and is well, then save again; should Connect be "
           "cut off before, look first whether it is there.")
    )  # fmt: skip


def not_unique(said: str) -> NotSaved:
    """Return what to say when SQLite found something that may be there only once."""
    if "impression.person" in said:
        return not_saved(tr("Someone can be in a moment only once."))
    if "evidence.hope" in said:
        return not_saved(tr("A moment can be marked only once for a hope."))
    return not_saved(tr("Something with this id is in the store already."))


def dangling(table: str) -> NotSaved:
    """Return what to say when something points at a row of `table` that is not there."""
    match table:
        case "person":
            return not_saved(tr("It belongs to a person who is not in the store."))
        case "circle":
            return not_saved(tr("It belongs to a circle that is not in the store."))
        case "hope":
            return not_saved(tr("It belongs to a hope that is not in the store."))
    return not_saved(tr("It belongs to a moment that is not in the store."))


def not_saved(reason: str) -> NotSaved:
    """Return the error of a change that was refused, with the reason as a sentence."""
    return NotSaved(tr("Not saved; what was saved before is safe. {reason}", reason=reason))
