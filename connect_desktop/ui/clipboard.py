"""What is private on the clipboard: marked as secret where the platform can, and gone after a while."""

import secrets

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

SECONDS = 30

_SECRET_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
}
_LOAN = "application/x-connect-loan"
"""the format under which each loan bears a number of its own"""


def lend(what: str | QImage, seconds: float = SECONDS) -> None:
    """Put text or a picture on the clipboard and take it away after `seconds`, or when the app quits."""
    data = QMimeData()
    if isinstance(what, str):
        data.setText(what)
    else:
        data.setImageData(what)
    _lend(data, seconds)


def take_back() -> None:
    """Take away at once what is lent."""
    for loan in QGuiApplication.instance().findChildren(_Loan):  # type: ignore[union-attr]
        loan.take_back()


def watch() -> None:
    """Lend from now on what the user copies or cuts out of a text; asking twice is nothing.

    What was cut may be nowhere else any more: it stays until Connect locks or quits.
    """
    app = QGuiApplication.instance()
    if app is not None and app.findChild(_Watch) is None:
        _Watch(app)


def _lend(data: QMimeData, seconds: float | None) -> None:
    loan = _Loan(seconds)
    for mark, value in {**_SECRET_MARKS, _LOAN: loan.number}.items():
        data.setData(mark, QByteArray(value))
    QGuiApplication.clipboard().setMimeData(data)


class _Loan(QTimer):
    def __init__(self, seconds: float | None) -> None:
        app: QObject | None = QGuiApplication.instance()
        super().__init__(app)
        self.number = secrets.token_bytes(8)
        self.setSingleShot(True)
        self.timeout.connect(self.take_back)
        QGuiApplication.instance().aboutToQuit.connect(self.take_back)  # type: ignore[union-attr]
        if seconds is not None:
            self.start(round(seconds * 1000))

    def take_back(self) -> None:
        clipboard = QGuiApplication.clipboard()
        data = clipboard.mimeData()
        if data is not None and data.data(_LOAN).data() == self.number:
            clipboard.clear()
        self.deleteLater()


class _Watch(QObject):
    def __init__(self, app: QObject) -> None:
        super().__init__(app)
        QGuiApplication.clipboard().dataChanged.connect(self._look)

    def _look(self) -> None:
        """Hear of a copy while it is made: then what was selected is selected still, also where it is cut."""
        data, widget = QGuiApplication.clipboard().mimeData(), QApplication.focusWidget()
        if widget is None or data is None or data.hasFormat(_LOAN):
            return
        text = _selected(widget)
        if text and text == data.text():
            QTimer.singleShot(0, widget, lambda: self._take_over(widget, text))

    def _take_over(self, widget: QWidget, text: str) -> None:
        data = QGuiApplication.clipboard().mimeData()
        if data is None or data.hasFormat(_LOAN) or data.text() != text:
            return
        copied = QMimeData()
        for form in data.formats():
            copied.setData(form, data.data(form))
        _lend(copied, SECONDS if _selected(widget) == text else None)


def _selected(widget: QWidget) -> str:
    match widget:
        case QPlainTextEdit() | QTextEdit():
            return widget.textCursor().selection().toPlainText()
        case QLineEdit() | QLabel():
            return widget.selectedText()
        case _:
            return ""
