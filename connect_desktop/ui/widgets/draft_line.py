"""A quiet line about what is being typed: that it is kept, that it is from earlier, or not kept yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from connect_desktop.i18n import tr


class DraftLine(QLabel):
    """Holds its place and is empty until there is something to say."""

    said = Signal(str)
    """what it says now"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "small")

    def say_kept(self) -> None:
        """Say that whatever is typed is kept."""
        self._say(tr("Draft kept as you type"), "small")

    def say_earlier(self) -> None:
        """Say that what is shown was typed earlier."""
        self._say(tr("Kept from earlier"), "small")

    def say_not_kept(self, sentence: str) -> None:
        """Say that it is not kept yet; the sentence says why."""
        new = self.property("role") != "error"
        self._say(tr("Not saved yet"), "error")
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)
        if new:
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - start-up: seldom needed

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def say_nothing(self) -> None:
        """Be empty: nothing is being typed."""
        self._say("", "small")

    def _say(self, text: str, role: str) -> None:
        new = text != self.text()
        self.setText(text)
        self.setToolTip("")
        self.setAccessibleDescription("")
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
        if new:
            self.said.emit(text)
