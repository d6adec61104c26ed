"""What happens on an error nobody waited for: its own sentence, or a calm report of a bug of ours."""

import logging
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from connect_desktop import __version__
from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QMessageBox, QWidget

_log = logging.getLogger(__name__)


def watch() -> None:
    """From now on, show uncaught exceptions instead of dying of them."""
    sys.excepthook = _tell


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where in our code it happened and on what system.

    The exception's own message and all values are left out: they may hold names and words of the user's.
    """
    import platform  # noqa: PLC0415 - start-up: only when something went wrong
    import traceback  # noqa: PLC0415 - start-up

    places = [
        f"  {frame.filename.replace(chr(92), '/').rpartition('/')[2]}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    system = (
        f"Connect {__version__}, Qt {qt_version}, Python {platform.python_version()}, {platform.system()}"
    )
    return "\n".join([system, kind.__name__, *places])


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    found = report(kind, trace)
    _log.error("uncaught\n%s", found)
    if not isinstance(QApplication.instance(), QApplication):
        sys.__excepthook__(kind, error, trace)
        return
    if any(window.objectName() == found for window in _windows()):
        return  # it is told already; a bug in what paints itself would be told without end
    box = _box(found, error)
    if box.parent() is None:  # nothing else would hold it, nor wait for it
        box.exec()
    else:
        box.open()


def _windows() -> "Iterator[QWidget]":
    return (window for window in QApplication.topLevelWidgets() if window.isVisible())


def _box(found: str, error: BaseException) -> "QMessageBox":
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - start-up: only when something went wrong

    box = QMessageBox(QApplication.activeWindow() or next(_windows(), None))
    box.setObjectName(found)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("Connect")
    box.setTextFormat(Qt.TextFormat.PlainText)
    go_on = box.addButton(tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    if isinstance(error, ConnectError):  # not a bug: it says itself what happened
        box.setText(str(error))
        return box
    box.setText(tr("Something in Connect went wrong. It is our mistake, not yours."))
    box.setInformativeText(
        tr(
            "What you saved is safe. You can go on. "
            "The report says where it happened and holds nothing you wrote."
        )
    )
    box.setDetailedText(found)
    copy = box.addButton(tr("Copy report"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(found))
    return box
