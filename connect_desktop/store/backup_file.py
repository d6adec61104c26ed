"""A backup: one file with the keys, the encrypted store, and a sum over both that finds any damage.

A mark of 16 bytes, the length of the keys in 8, the keys as in a key file, the store, and SHA-256 of it all.
"""

import hashlib
import os
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from connect_desktop.domain.errors import BackupRefused
from connect_desktop.i18n import tr
from connect_desktop.store.files import PIECE, copy_private, move, told, writing

MARK = b"Connect backup 1"
_KEYS_LENGTH = struct.Struct(">Q")
_SUM_BYTES = hashlib.sha256().digest_size
_LONGEST_KEYS = 1 << 20


def pack(keys: bytes, store: Path, backup: Path) -> None:
    """Write a backup of a closed store, private and whole or not at all."""
    new = backup.with_name(backup.name + ".new")
    try:
        with writing(new) as stream:
            total = hashlib.sha256()
            for piece in _pieces(keys, store):
                total.update(piece)
                stream.write(piece)
            stream.write(total.digest())
        keys_of(new)
        move(new, backup)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def copy(backup: Path, to: Path) -> None:
    """Copy a backup, private and whole or not at all; `BackupRefused` where it is damaged."""
    new = to.with_name(to.name + ".new")
    with told(to.parent):
        try:
            copy_private(backup, new)
            keys_of(new)
            move(new, to)
        except BaseException:
            new.unlink(missing_ok=True)
            raise


def keys_of(backup: Path) -> bytes:
    """Return the keys in a backup that is whole; `BackupRefused` where it is not, or is no backup."""
    with _reading(backup) as stream:
        return _parted(stream, lambda _piece: None)


def peek(backup: Path) -> bytes:
    """Return the keys in a backup, which have a sum of their own; the store in it may be damaged."""
    with _reading(backup) as stream:
        keys, _, _ = _head(stream)
        return keys


def unpack(backup: Path, store: Path) -> bytes:
    """Write the store in a backup to the new private file `store`, and return its keys; else as `keys_of`."""
    try:
        with _reading(backup) as stream, writing(store) as out:
            keys = _parted(stream, out.write)
    except BaseException:
        store.unlink(missing_ok=True)
        raise
    return keys


@contextmanager
def _reading(backup: Path) -> Iterator[BinaryIO]:
    try:
        with backup.open("rb") as stream:
            yield stream
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise BackupRefused(
            tr("{file} can’t be read: {why}. Nothing was changed.", file=backup, why=error.strerror)
        ) from error


def _pieces(keys: bytes, store: Path) -> Iterator[bytes]:
    yield MARK + _KEYS_LENGTH.pack(len(keys)) + keys
    with store.open("rb") as stream:
        while piece := stream.read(PIECE):
            yield piece


def _head(stream: BinaryIO) -> tuple[bytes, bytes, int]:
    """Return the keys, all that was read, and how long the store after it is."""
    whole = os.fstat(stream.fileno()).st_size
    head = stream.read(len(MARK) + _KEYS_LENGTH.size)
    if not head.startswith(MARK):
        raise BackupRefused(tr("This is not a backup of Connect. Nothing was changed."))
    length = _KEYS_LENGTH.unpack(head[len(MARK) :])[0] if len(head) == len(MARK) + _KEYS_LENGTH.size else 0
    left = whole - len(head) - length - _SUM_BYTES
    if left < 0 or length > _LONGEST_KEYS:
        raise _damaged()
    keys = stream.read(length)
    return keys, head + keys, left


def _parted(stream: BinaryIO, take: Callable[[bytes], object]) -> bytes:
    """Return the keys; the store goes to `take` piece by piece, and then the sum is seen to be right."""
    keys, head, left = _head(stream)
    total = hashlib.sha256(head)
    while piece := stream.read(min(left, PIECE)):
        total.update(piece)
        take(piece)
        left -= len(piece)
    if stream.read() != total.digest():
        raise _damaged()
    return keys


def _damaged() -> BackupRefused:
    return BackupRefused(tr("This backup is damaged or cut off. Nothing was changed; try another one."))
