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
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(native.replace("+", " ").strip() if len(native) > 1 else native)
        self.setAccessibleName(tr("Keys: {keys}", keys=native))
