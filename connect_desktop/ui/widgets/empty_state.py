"""What a place says while there is nothing in it yet: what will appear, and the first step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

TEXT_WIDTH = 52
"""in average characters"""


class EmptyState(QWidget):
    """A heading, a sentence, and where given one action, told through `acted`."""

    acted = Signal()

    def __init__(self, heading: str, sentence: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = _words("heading")
        self._sentence = _words("soft")
        self._button = QPushButton()
        self._button.clicked.connect(self.acted)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 28, 20, 28)
        down.setSpacing(8)
        down.addStretch(1)
        down.addWidget(self._heading)
        down.addWidget(self._sentence)
        down.addSpacing(4)
        down.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        down.addStretch(1)
        self.say(heading, sentence, action)

    def say(self, heading: str, sentence: str, action: str = "") -> None:
        """Say something else; no action, no button."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    return label
