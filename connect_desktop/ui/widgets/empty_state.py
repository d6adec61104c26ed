"""What a place says while there is nothing in it yet: what will appear, and the first step."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.plain_label import PlainLabel

TEXT_WIDTH = 60
"""in average characters"""


class EmptyState(QWidget):
    """A heading, a sentence, and where given one action, told through `acted`."""

    acted = Signal()

    def __init__(self, heading: str, sentence: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = _words("heading")
        self._sentence = _words("soft")
        self._button = QPushButton()
        self.setFocusProxy(self._button)
        self._button.clicked.connect(self.acted)
        self._middle = QWidget()
        self._lay_out()
        self.say(heading, sentence, action)

    def say(self, heading: str, sentence: str, action: str = "") -> None:
        """Say something else; no action, no button."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)

    def on_card(self) -> Card:
        """Return a card that holds only this, for where a whole page is empty."""
        card = Card()
        card.column.addWidget(self)
        return card

    def begin(self) -> None:
        """Put the focus on the one action."""
        self._button.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._narrow()

    def _narrow(self) -> None:
        """Keep lines as short as they read well."""
        self._middle.setMaximumWidth(self.fontMetrics().averageCharWidth() * TEXT_WIDTH)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self._middle)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addStretch(1)
        down.addWidget(self._heading)
        down.addWidget(self._sentence)
        down.addSpacing(4)
        down.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        down.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(20, 28, 20, 28)
        across.addStretch(1)
        across.addWidget(self._middle, 1000)
        across.addStretch(1)
        self._narrow()


def _words(role: str) -> PlainLabel:
    label = PlainLabel(role)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
