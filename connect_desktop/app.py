"""The composition root: paths → log → settings → QApplication → theme → gate → store → window."""

import argparse
import logging
import os
import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from connect_desktop import __version__, i18n, paths, settings
from connect_desktop.i18n import tr
from connect_desktop.paths import Places
from connect_desktop.ui import crash, theme
from connect_desktop.ui.anew import HIDDEN, begin_anew
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.one_window import OneWindow

LONGEST_LOG = 200_000
"""bytes after which a new log is begun at the next start; one old one is kept"""


def main(argv: list[str]) -> int:
    """Open the window and return the exit status when it closes."""
    options = _options(argv)
    places = paths.places(options.data)
    _keep_traces_out_of_home(places)
    _start_log(places)
    chosen = settings.load(places.settings)
    i18n.use_language(chosen.language)
    if options.tour is not None and not _has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application()
    theme.start(app, chosen.theme, still=chosen.reduced_motion)
    crash.watch()
    if options.tour is not None:
        from connect_desktop.ui import tour  # noqa: PLC0415 - start-up: only asked for by name

        return tour.render(options.tour)
    only = OneWindow(places.cache, app)
    if not only.take() and only.knock():
        return 0  # the window that was there has shown itself
    window = MainWindow(places, chosen, anew=partial(_begin_anew, only))
    only.asked.connect(window.come_forward)
    window.ready.connect(only.listen)
    window.ready.connect(lambda: QTimer.singleShot(0, settle))  # after the first page was read
    (window.begin_hidden if options.hidden else window.show)()
    if os.environ.get("CONNECT_BENCHMARK"):
        window.ready.connect(_say_ready)
    status = app.exec()
    only.release()  # another start need not wait for what is still being written
    return status


def _begin_anew(only: OneWindow, *more: str) -> None:
    only.release()
    begin_anew(*more)
    only.take()


def settle() -> None:
    """Once the window shows: collect garbage again, and give back at once what charts and readings let go of.

    Where the C library would keep freed blocks for later, as glibc does, large ones are made to leave.
    """
    import ctypes  # noqa: PLC0415 - start-up: after the first window

    from connect_desktop.ui import secrecy, work  # noqa: PLC0415 - start-up: likewise

    work.collect_again()
    secrecy.keep_memory_private()
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        trim_threshold, mmap_threshold, large = -1, -3, 128 * 1024
        if hasattr(libc, "mallopt"):
            libc.mallopt(trim_threshold, large)
            libc.mallopt(mmap_threshold, large)


def application() -> QApplication:
    """Return the one QApplication, with the names Qt wants and none of the user's."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["connect", "-style", "Fusion"])
    app.setApplicationName("Connect")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("connect-desktop")
    return app


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _options(argv: list[str]) -> argparse.Namespace:
    if not argv or (len(argv) == 2 and argv[0] == "--data"):  # making a parser takes longer than this
        return argparse.Namespace(data=Path(argv[1]) if argv else None, tour=None, hidden=False)
    parser = argparse.ArgumentParser(prog="connect-desktop", allow_abbrev=False)
    parser.add_argument("--data", type=Path, metavar="DIR", help=tr("the folder to keep everything in"))
    parser.add_argument("--tour", type=Path, metavar="DIR", help=tr("draw the sample life into a folder"))
    parser.add_argument(HIDDEN, action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(argv)


def _keep_traces_out_of_home(places: Places) -> None:
    """Let Qt's file dialog and matplotlib keep their notes in the cache, not in the home folder."""
    os.environ.setdefault("MPLCONFIGDIR", str(places.cache / "charts"))
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(places.cache / "qt"))


def _forget_folders() -> None:
    """Take away what file dialogs keep of folders where the path above is not heeded; not run there yet."""
    if sys.platform in ("win32", "darwin"):
        kept = QSettings(QSettings.Scope.UserScope, "QtProject")
        for name in ("history", "lastVisited"):
            kept.remove(f"FileDialog/{name}")


def _start_log(places: Places) -> None:
    """Log what the app does, never what the user wrote; no log is better than no app."""
    try:
        places.cache.mkdir(parents=True, exist_ok=True, mode=0o700)
        if places.log.exists() and places.log.stat().st_size > LONGEST_LOG:
            places.log.replace(places.log.with_suffix(".old.log"))
        handler = logging.FileHandler(places.log, encoding="utf-8")
    except OSError:
        return
    logging.basicConfig(
        handlers=[handler], level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    logging.getLogger(__name__).info("start %s on %s", __version__, sys.platform)


def _say_ready() -> None:
    print("ready", time.process_time(), file=sys.stderr, flush=True)
    QApplication.quit()
