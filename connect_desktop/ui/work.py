"""Long work in another thread, told back in the window's own: done, failed, or left."""

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from connect_desktop.domain.errors import Cancelled, ConnectError

_running: set["Work"] = set()
"""held until they end, whatever becomes of the window that began them"""
_lock = threading.Lock()
_elsewhere = 0
"""threads that are at work beside the window's"""
_collecting = True
"""whether garbage is collected while there are none"""


@contextmanager
def elsewhere() -> Iterator[None]:
    """Collect no garbage while another thread than the window's is at work: it would have to do it.

    Widgets that nobody holds are then emptied there, but deleted by the window's thread, which may come to
    use what is empty before that.
    """
    global _elsewhere, _collecting  # noqa: PLW0603
    with _lock:
        if not _elsewhere:
            _collecting = gc.isenabled()
            gc.disable()
        _elsewhere += 1
    try:
        yield
    finally:
        with _lock:
            _elsewhere -= 1
            if not _elsewhere and _collecting:
                gc.enable()


def collect_again() -> None:
    """Collect garbage from now on, or once no other thread is at work."""
    global _collecting  # noqa: PLW0603
    with _lock:
        _collecting = True
        if not _elsewhere:
            gc.enable()


def stop_all(milliseconds: int) -> None:
    """Ask all work to stop, and wait for it that long: a file half written is taken away by who writes it."""
    for work in tuple(_running):
        work.cancel()
    QThreadPool.globalInstance().waitForDone(milliseconds)


def read_code(*modules: str) -> None:
    """Import modules in the background, so that who first needs them need not wait."""

    def read() -> None:
        with elsewhere():
            for module in modules:
                import_module(module)

    threading.Thread(target=read, daemon=True).start()


class Work(QObject):
    """Runs `function(work)` once in the thread pool.

    `done` brings what it returned, `failed` the `ConnectError` it raised, `left` that it ended after
    `cancel`. Connect bound methods of widgets: they are disconnected when their widget goes. A bug is raised
    again in the thread of the window.
    """

    done = Signal(object)
    failed = Signal(object)
    left = Signal()
    progressed = Signal(float)
    """how much is done, 0…1"""
    _ended = Signal(object, object)

    def __init__(self, function: Callable[["Work"], object]) -> None:
        super().__init__()
        self._function = function
        self._cancelled = threading.Event()
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> "Work":
        """Begin, and return this work."""
        _running.add(self)
        QThreadPool.globalInstance().start(self._run)
        return self

    def cancel(self) -> None:
        """Ask it to stop; neither `done` nor `failed` is told any more."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Return whether it was asked to stop; for the function to look at now and then."""
        return self._cancelled.is_set()

    def _run(self) -> None:
        result, error = None, None
        with elsewhere():
            try:
                result = self._function(self)
            except BaseException as raised:
                error = raised
            with suppress(RuntimeError):  # the app may have quit meanwhile: then there is nobody to tell
                self._ended.emit(result, error)

    def _tell(self, result: object, error: BaseException | None) -> None:
        _running.discard(self)
        if self.cancelled() or isinstance(error, Cancelled):
            self.left.emit()
        elif isinstance(error, ConnectError):
            self.failed.emit(error)
        elif error is not None:
            raise error
        else:
            self.done.emit(result)
