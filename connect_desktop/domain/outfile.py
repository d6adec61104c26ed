"""Files the user asked for: whole or not at all, readable by their owner only."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from connect_desktop.domain.errors import NotWritten
from connect_desktop.i18n import tr

KEYS = "vault.keys"
"""what lies in every folder that keeps a store"""


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of `path` once the block is left without an error.

    `NotWritten` when that fails; then nothing is left behind and what was at `path` is as it was.
    """
    path = Path(os.path.realpath(path))  # a link stays a link
    check_target(path)
    with _problems(path):
        handle, name = tempfile.mkstemp(prefix=".connect-", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _settle(path.parent)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Make a folder that stands at `path` once the block is left without an error.

    `NotWritten` when that fails or something is in `path` already; then nothing is left behind.
    """
    with _problems(path):
        _refuse_in_store(path)
        if path.exists() and not (path.is_dir() and not any(path.iterdir())):
            raise NotWritten(tr("{path} is not empty; choose a new folder.", path=path))
        made = Path(tempfile.mkdtemp(prefix=".connect-", suffix=".part", dir=path.parent))
        try:
            yield made
            if path.exists():
                path.rmdir()
            made.rename(path)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
        _settle(path.parent)


@contextmanager
def inside(folder: Path, name: str) -> Iterator[BinaryIO]:
    """Open a new file in a folder from `new_folder`."""
    path = folder / name
    path.parent.mkdir(mode=0o700, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def check_target(path: Path) -> None:
    """Raise `NotWritten` where no ordinary file can be put: a folder, a device, no folder, a store's."""
    with _problems(path):
        if path.is_dir():
            raise NotWritten(tr("{path} is a folder; name a file in it.", path=path))
        if path.exists() and not path.is_file():
            raise NotWritten(tr("{path} is not an ordinary file; choose another name.", path=path))
        if not path.parent.is_dir():
            raise NotWritten(tr("There is no folder {folder}.", folder=path.parent))
        _refuse_in_store(path)


def _refuse_in_store(path: Path) -> None:
    """A file beside the keys of a store could take the place of the store itself."""
    if (path.parent / KEYS).exists():
        raise NotWritten(
            tr("{folder} is where Connect keeps your store; choose another folder.", folder=path.parent)
        )


@contextmanager
def _problems(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotWritten(_sentence(path, error)) from error


def _sentence(path: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return tr("{path} was not written: the disk is full. Nothing was lost; make room and try again.",
                  path=path)  # fmt: skip
    if error.errno == errno.EFBIG:
        return tr("{path} was not written: it would be larger than is allowed there.", path=path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return tr("{path} was not written: {folder} may not be written to. Choose another folder.",
                  path=path, folder=path.parent)  # fmt: skip
    return tr("{path} was not written: {why}.", path=path, why=error.strerror)


def _settle(folder: Path) -> None:
    """Put the new name itself on the disk, where the platform can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
