"""A file that appears whole or not at all, readable by its owner only."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from connect_desktop.domain.errors import NotWritten
from connect_desktop.i18n import tr

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of `path` when the block ends well.

    NotWritten when it cannot be made, filled or moved there. However the block ends otherwise, nothing of it
    is left behind and what was at `path` is as it was.
    """
    path = Path(os.path.realpath(path))  # a link stays a link
    try:
        _check(path)
        handle, name = tempfile.mkstemp(prefix=".connect-", suffix=".part", dir=path.parent)
        with _gone_unless_moved(Path(name)) as made:
            with os.fdopen(handle, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            made.replace(path)
        _settle(path.parent)
    except OSError as error:
        raise NotWritten(_sentence(path, error)) from error


@contextmanager
def _gone_unless_moved(made: Path) -> Iterator[Path]:
    try:
        yield made
    finally:
        made.unlink(missing_ok=True)


def _check(path: Path) -> None:
    if path.is_dir():
        raise NotWritten(tr("{path} is a folder. Choose a name for the file in it.", path=path))
    if path.exists() and not path.is_file():
        raise NotWritten(tr("{path} is not an ordinary file. Choose another name.", path=path))
    if not path.parent.is_dir():
        raise NotWritten(tr("There is no folder {folder}. Choose another one.", folder=path.parent))


def _sentence(path: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return tr("{path} was not written: the disk is full. Nothing is lost; make room and try again.",
                  path=path)  # fmt: skip
    if error.errno in _FORBIDDEN:
        return tr("{path} was not written: the folder {folder} may not be written to. Choose another one.",
                  path=path, folder=path.parent)  # fmt: skip
    return tr("{path} was not written: {why}. Nothing is lost.", path=path, why=error.strerror)


def _settle(folder: Path) -> None:
    """Put the new name itself on the disk, where the platform can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
