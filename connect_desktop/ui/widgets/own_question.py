"""A line for a question of the user's own: a new one, or other words for one that is there."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from connect_desktop.domain.reflection import PROMPT_LIMIT
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.draft_line import DraftLine


class OwnQuestion(QLineEdit):
    """What is typed stays until `begin`, whatever becomes of it."""

    changed = Signal()
    """something typed is different now: `answers` says what there is"""
    entered = Signal(str, str)
    """the id of the question that gets other words, empty for a new one, and the words"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompt = self._before = ""
        self.draft_line = DraftLine()
        self.setMaxLength(PROMPT_LIMIT)
        self.begin()
        self.textChanged.connect(self.changed)
        self.returnPressed.connect(self._enter)

    def begin(self, prompt: str = "", text: str = "") -> None:
        """Ask for a new question, or for other words for the one with this id."""
        self._prompt, self._before = prompt, text
        says = tr("Other words for this question") if prompt else tr("A question of your own")
        self.setPlaceholderText(tr("{field}, then Enter", field=says))
        self.setAccessibleName(says)
        self.setText(text)

    def answers(self) -> dict[str, Any]:
        """Return what is typed as plain data, nothing where nothing would be missed."""
        text = self.text()
        return {"prompt": self._prompt, "text": text} if text.strip() not in ("", self._before) else {}

    def restore(self, kept: dict[str, Any]) -> None:
        """Show what `answers` gave before."""
        self.begin(str(kept.get("prompt", "")))
        self.setText(str(kept.get("text", "")))

    def _enter(self) -> None:
        if text := self.text().strip():
            self.entered.emit(self._prompt, text)
        else:
            self.begin()
