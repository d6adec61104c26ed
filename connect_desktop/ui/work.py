"""Long work in another thread, told back in the window's own: done, failed, or left.

No garbage is collected meanwhile: the collector runs in whichever thread asks for memory, and widgets that
nobody holds are emptied there, but deleted by the window's thread, which may use what is empty before.
"""

import gc
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal

from connect_desktop.domain.errors import Cancelled, ConnectError

_running: set["Work"] = set()
"""held until they end, whatever becomes of the window that began them"""


class _Collector:
    """The garbage collector, off while any work is under way; asked only in the window's thread.

    It is let go on there and not where work ends: what has gathered is collected at once, by who says so.
    """

    def __init__(self) -> None:
        self._held = 0
        self._wanted = False

    def hold(self) -> None:
        self._wanted |= gc.isenabled()
        gc.disable()
        self._held += 1

    def release(self) -> None:
        self._held -= 1
        self._go_on()

    def want(self) -> None:
        self._wanted = True
        self._go_on()

    def _go_on(self) -> None:
        if not self._held and self._wanted:
            self._wanted = False
            gc.enable()


_collector = _Collector()


def collect_again() -> None:
    """Collect garbage from now on, or once no other thread is at work; in the window's thread."""
    _collector.want()


def stop_all(milliseconds: int) -> None:
    """Ask all work to stop, and wait for it that long: a file half written is taken away by who writes it."""
    for work in tuple(_running):
        work.cancel()
    QThreadPool.globalInstance().waitForDone(milliseconds)


def read_code(*modules: str) -> None:
    """Import modules in the background, so that who first needs them need not wait."""
    Work(lambda _work: [*map(import_module, modules)]).start_aside()


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
        # Of the app: let go of last in the other thread, it would else be destroyed there.
        super().__init__(QCoreApplication.instance())
        self._function = function
        self._cancelled = threading.Event()
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self) -> "Work":
        """Begin, and return this work."""
        _running.add(self)
        _collector.hold()
        QThreadPool.globalInstance().start(self._run)
        return self

    def start_aside(self) -> None:
        """Begin in a thread that nobody waits for when the window locks or closes."""
        _collector.hold()
        threading.Thread(target=self._run, daemon=True).start()

    def cancel(self) -> None:
        """Ask it to stop; neither `done` nor `failed` is told any more."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Return whether it was asked to stop; for the function to look at now and then."""
        return self._cancelled.is_set()

    def _run(self) -> None:
        result, error = None, None
        try:
            result = self._function(self)
        except BaseException as raised:
            error = raised
        with suppress(RuntimeError):  # the app may have quit meanwhile: then there is nobody to tell
            self._ended.emit(result, error)

    def _tell(self, result: object, error: BaseException | None) -> None:
        _running.discard(self)
        _collector.release()
        self.deleteLater()
        if self.cancelled() or isinstance(error, Cancelled):
            self.left.emit()
        elif isinstance(error, ConnectError):
            self.failed.emit(error)
        elif error is not None:
            raise error
        else:
            self.done.emit(result)
