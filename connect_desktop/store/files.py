"""Files that nobody else may read, written whole or not at all."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from connect_desktop.domain.errors import StoreError, VaultUnreadable
from connect_desktop.i18n import tr

PIECE = 1 << 20
"""bytes of a file that are read and written at once"""


def private_folder(folder: Path) -> None:
    """Make a folder that only the user can enter, whatever the umask."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)


def open_private(path: Path, flags: int) -> int:
    """Open a file that only the user can read and write, whatever the umask; return its descriptor."""
    file = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600)
    if sys.platform != "win32":
        os.fchmod(file, 0o600)
    return file


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """Write a file that only the user can read, whatever was there; it is on the disk when this ends."""
    with os.fdopen(open_private(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def copy_private(file: Path, to: Path) -> None:
    """Copy a file to another that only the user can read; it is on the disk when this returns."""
    with file.open("rb") as stream, writing(to) as out:
        shutil.copyfileobj(stream, out, PIECE)


def write_whole(path: Path, content: bytes) -> None:
    """Write a private file so that whoever looks finds the old content or the new, also after a power cut."""
    new = path.with_name(path.name + ".new")
    with writing(new) as stream:
        stream.write(content)
    move(new, path)


def move(new: Path, path: Path) -> None:
    """Give a finished file its name, lastingly."""
    new.replace(path)
    keep_names(path.parent)


def remove_copy(file: Path) -> None:
    """Remove an encrypted file that was to be a copy, with what SQLite may have left beside it."""
    for beside in ("-journal", "-wal", ""):
        file.with_name(file.name + beside).unlink(missing_ok=True)


def keep_names(folder: Path) -> None:
    """Make the names in a folder last through a power cut; Windows does so by itself."""
    if sys.platform != "win32":
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn what the system refuses inside into a sentence that names the folder."""
    try:
        yield
    except PermissionError as error:
        raise VaultUnreadable(
            tr("Connect may not read and write in {folder}. Nothing was changed. "
               "Give yourself that right, then try again.", folder=folder)
        ) from error  # fmt: skip
    except OSError as error:
        raise StoreError(
            tr(
                "{folder} can’t be used: {reason}. Nothing was lost.",
                folder=folder,
                reason=error.strerror or error,
            )
        ) from error
