"""Private text on the clipboard: marked as secret where the platform can, and gone after a while."""

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

SECONDS = 30

_SECRET_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
}


def lend(text: str, seconds: float = SECONDS) -> None:
    """Put `text` on the clipboard and take it away after `seconds`, or when the app quits."""
    data = QMimeData()
    data.setText(text)
    for mark, value in _SECRET_MARKS.items():
        data.setData(mark, QByteArray(value))
    QGuiApplication.clipboard().setMimeData(data)
    _Loan(text, round(seconds * 1000))


def take_back() -> None:
    """Take away at once what is lent."""
    for loan in QGuiApplication.instance().findChildren(_Loan):  # type: ignore[union-attr]
        loan.take_back()


class _Loan(QTimer):
    def __init__(self, text: str, milliseconds: int) -> None:
        app: QObject | None = QGuiApplication.instance()
        super().__init__(app)
        self._text = text
        self.setSingleShot(True)
        self.timeout.connect(self.take_back)
        QGuiApplication.instance().aboutToQuit.connect(self.take_back)  # type: ignore[union-attr]
        self.start(milliseconds)

    def take_back(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if clipboard.text() == self._text:
            clipboard.clear()
        self.deleteLater()
