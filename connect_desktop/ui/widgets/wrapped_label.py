"""Words of the user's own in as many lines as they need, whatever they hold."""

import re

from PySide6.QtWidgets import QSizePolicy, QWidget

from connect_desktop.ui.widgets.plain_label import PlainLabel


class WrappedLabel(PlainLabel):
    """A plain-text label in which a word longer than a line is broken too; `said()` is always the whole."""

    def __init__(self, role: str = "", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(role, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Show a text."""
        self._said = text
        self.setText(breakable(text))
        self.setAccessibleName(text)

    def said(self) -> str:
        """Return the text as it was given."""
        return self._said


def breakable(text: str) -> str:
    """Return text that can be broken inside a word longer than a line, and a path between its folders."""
    return re.sub(r"([^\s/-]{24})(?=[^\s/-])", "\\1\u200b", text)
