"""The real window over a long life, as the benchmarks use it."""

import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from connect_desktop import app
from connect_desktop.paths import places
from connect_desktop.settings import Settings
from connect_desktop.ui import theme
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.workspace import Workspace

PATIENCE = 30
"""seconds after which something that did not happen is given up"""
WARM = 3000
"""milliseconds in which somebody reads what is on the screen before going on"""


def shown(data: Path, size: tuple[int, int]) -> tuple[MainWindow, Workspace]:
    """Return the window over the store in `data`, once its moments are on the screen."""
    theme.start(app.application(), "light")
    window = MainWindow(places(data), Settings())
    window.resize(*size)
    window.ready.connect(app.settle)
    window.show()
    until(lambda: bool(window.findChildren(MomentList)))
    workspace = window.workspace()
    assert workspace is not None
    return window, workspace


def until(happened: Callable[[], bool]) -> None:
    """Wait for something to happen."""
    began = perf_counter()
    while not happened():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        if perf_counter() - began > PATIENCE:
            raise SystemExit("given up waiting")


def pause(milliseconds: int) -> None:
    """Let the window go on by itself for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def peak() -> float:
    """Return the most memory this process had at any time, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most * 1024 / 1e6
