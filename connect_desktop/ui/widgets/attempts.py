"""Reaching out without an echo, one click or key each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.group import check_quietly
from connect_desktop.ui.widgets.key_hint import KeyHint

LONGEST = 20
"""characters of a name before it is cut"""


class Attempts(FlowGroup):
    """Two quiet buttons with their keys; `asked(mine)` tells which was pressed."""

    asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Nobody answered"), parent)
        self._mine, self._theirs = (self._button(mine) for mine in (True, False))
        self._said = QLabel(tr("Save it with or without a body answer."))
        self._said.setProperty("role", "small")
        parts = (self._mine, KeyHint("U"), self._theirs, KeyHint("Shift+U"), self._said)
        for place, part in enumerate(parts):
            self.insert_part(place, part)
        self.set_name("")
        self.show_choice(None)

    def set_name(self, name: str) -> None:
        """Say whose attempt the second is."""
        theirs = tr("{name} reached out, I didn’t answer", name=name)
        self._mine.setAccessibleName(tr("I reached out, no answer"))
        self._theirs.setAccessibleName(theirs if name else tr("They reached out, I didn’t answer"))
        self._say()

    def show_choice(self, mine: bool | None) -> None:
        """Show which it was, None for neither."""
        check_quietly(self._mine, mine is True)
        check_quietly(self._theirs, mine is False)
        self._said.setVisible(mine is not None)
        self._say()

    def _say(self) -> None:
        """Tick the one it was, so that not its colour alone tells."""
        for button in (self._mine, self._theirs):
            text = button.accessibleName().replace("&", "&&")
            button.setText(f"✓ {text}" if button.isChecked() else text)

    def _button(self, mine: bool) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "answer")
        button.setCheckable(True)
        button.setAutoDefault(True)  # Enter presses it and does not save yet
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.toggled.connect(lambda: self.asked.emit(mine))
        return button
