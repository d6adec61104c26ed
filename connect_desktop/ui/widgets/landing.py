"""How a small step landed: one answer of the body, and a few words where wanted."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from connect_desktop.domain import Step
from connect_desktop.domain.body import body_label
from connect_desktop.domain.interaction import BODY_HIGH, BODY_LOW
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.breath import BreathScale

NOTE_LIMIT = 10_000
"""characters a line of words may have"""


class Landing(QWidget):
    """Holds the two answers; `changed` when the user changes one, `committed` on Enter."""

    changed = Signal()
    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.scale = BreathScale(small=True)
        self._chosen = QLabel()
        self.note = _Line()
        self.note.setMaxLength(NOTE_LIMIT)
        self.note.setPlaceholderText(tr("A few words, if you like"))
        self.note.setAccessibleName(tr("A few words about how it landed"))
        self._long = ""
        self._lay_out()
        self._say()
        self.scale.changed.connect(self._hear)
        self.scale.committed.connect(self.committed)
        self.note.textEdited.connect(lambda _text: self.changed.emit())
        self.note.returnPressed.connect(self.committed)

    def show_step(self, step: Step) -> None:
        """Show what was answered before; tells nobody."""
        self.scale.set_value(step.landed)
        self._say()
        shown = " ".join(step.note.split())[:NOTE_LIMIT]
        self._long = step.note if shown != step.note else ""
        self.note.setText(shown)
        self.note.setCursorPosition(0)
        self.note.setModified(False)

    def values(self) -> dict[str, Any]:
        """Return the fields of a step as they stand; a note that no one touched stays as it was."""
        untouched = self._long and not self.note.isModified()
        return {"landed": self.scale.value(), "note": self._long if untouched else self.note.text()}

    def _hear(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """Say in words what is chosen, or what the ends of the scale are."""
        value = self.scale.value()
        self._chosen.setText(
            tr("from {low} to {high}", low=body_label(BODY_LOW), high=body_label(BODY_HIGH))
            if value is None
            else body_label(value)
        )
        self._chosen.setProperty("role", "small" if value is None else "strong")
        self._chosen.style().polish(self._chosen)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        question = QLabel(tr("How did it land? Afterwards, your body…"))
        question.setProperty("role", "label")
        question.setWordWrap(True)
        question.setTextFormat(Qt.TextFormat.PlainText)
        down.addWidget(question)
        down.addWidget(self.scale)
        self._chosen.setWordWrap(True)
        self._chosen.setTextFormat(Qt.TextFormat.PlainText)
        self._chosen.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        down.addWidget(self._chosen)
        down.addWidget(self.note)


class _Line(QLineEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # it would go on to the page, and press what has the focus by then
