"""A card: a quiet frame around things that belong together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

PADDING, SPACING = 20, 12


class Card(QFrame):
    """A frame with an optional heading; put things into `column`."""

    def __init__(self, heading: str = "", parent: QWidget | None = None, *, role: str = "card") -> None:
        """`role` is card, wash or sunken."""
        super().__init__(parent)
        self.setProperty("role", role)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        self.column.setSpacing(SPACING)
        self._heading = QLabel()
        self._heading.setProperty("role", "strong")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        self.column.addWidget(self._heading)
        self.set_heading(heading)

    def set_heading(self, heading: str) -> None:
        """Say what the card holds; nothing hides the heading."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self.setAccessibleName(heading)
