"""One window for each store: a second start has the first one show itself, and ends.

The first holds a lock in the cache folder and looks at a file there; the second makes that file, and the
first takes it away: that is the answer. Nothing but these two files is between them.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from connect_desktop.domain.errors import VaultInUse
from connect_desktop.store.lock import Lock

LOCK, KNOCK = "window.lock", "window.knock"
PATIENCE = 1.0
"""seconds in which the first window answers"""
_BETWEEN = 0.01


class OneWindow(QObject):
    """The first start of a store holds it; `asked()` when another was begun."""

    asked = Signal()

    def __init__(self, cache: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knock = cache / KNOCK
        self._lock_at = cache / LOCK
        self._lock: Lock | None = None
        self._watcher: QFileSystemWatcher | None = None

    def take(self) -> bool:
        """Return whether this is the first; where the disk takes no lock, everyone is."""
        try:
            self._lock = Lock(self._lock_at)
        except VaultInUse:
            return False
        except OSError:
            return True
        with suppress(OSError):
            self._knock.unlink(missing_ok=True)
        return True

    def release(self) -> None:
        """Let another be the first."""
        if self._lock is not None:
            self._lock.release()

    def listen(self) -> None:
        """Notice from now on when another was begun."""
        self._watcher = QFileSystemWatcher([str(self._knock.parent)], self)
        self._watcher.directoryChanged.connect(self._answer)
        self._answer()

    def _answer(self) -> None:
        if self._knock.exists():
            with suppress(OSError):
                self._knock.unlink()
            self.asked.emit()

    def knock(self) -> bool:
        """Have the first window show itself; False where it does not answer."""
        with suppress(OSError):
            os.close(os.open(self._knock, os.O_WRONLY | os.O_CREAT, 0o600))
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if not self._knock.exists():
                return True
            time.sleep(_BETWEEN)
        with suppress(OSError):
            self._knock.unlink(missing_ok=True)
        return False
