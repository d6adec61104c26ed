"""One writer: a lock of the operating system on a file, gone with the process that holds it."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from connect_desktop.domain.errors import VaultInUse
from connect_desktop.i18n import tr
from connect_desktop.store.files import open_private

if sys.platform == "win32":
    import msvcrt

    _HELD: type[OSError] = OSError

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

    def _give(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)  # closing alone lets others in some time later
else:
    import fcntl

    _HELD: type[OSError] = BlockingIOError

    def _take(file: int) -> None:
        # flock, not lockf: it stands between two stores of one process as well.
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give(_file: int) -> None:
        """Closing does it."""


class Lock:
    """Held from when it is made until `release`; `VaultInUse` where another Connect holds it."""

    def __init__(self, path: Path) -> None:
        self._file: int | None = open_private(path, os.O_RDWR | os.O_CREAT)
        try:
            _take(self._file)
        except _HELD as error:
            self.release()
            raise VaultInUse(
                tr("Connect is open already with this store. Use that window, or close it first.")
            ) from error
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Let others in; releasing twice is nothing."""
        if self._file is not None:
            with suppress(OSError):  # it may be another's that stands in the way
                _give(self._file)
            os.close(self._file)
            self._file = None
