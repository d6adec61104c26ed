"""The keys of an action, as a small cap."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from connect_desktop.i18n import tr


class KeyHint(QLabel):
    """Shows a key sequence as this system writes it: "Ctrl 1", "⌘ 1"."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "key")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(spelled(keys))
        self.setAccessibleName(tr("Keys: {keys}", keys=_native(keys)))


def spelled(keys: str) -> str:
    """Return a key sequence as this system writes it, with spaces: "Ctrl 1", "⌘ 1"."""
    native = _native(keys)
    return native.replace("+", " ").strip() if len(native) > 1 else native


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
