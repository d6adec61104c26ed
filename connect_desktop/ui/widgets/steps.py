"""One step of how something was worked out: what is done and why, and what came of it here."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step in words."""

    heading: str
    rule: str
    here: tuple[str, ...] = ()
    """what came of it, a sentence each"""


class StepList(QWidget):
    """Steps one below the other, to be read and copied."""

    def __init__(self, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 12, 0)
        down.setSpacing(4)
        for step in steps:
            down.addWidget(_words(step.heading, "strong"))
            down.addWidget(_words(step.rule, "soft"))
            for sentence in step.here:
                down.addWidget(_words(sentence, ""))
            down.addSpacing(14)
        down.addStretch(1)


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    keys_and_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
    label.setTextInteractionFlags(keys_and_mouse)
    return label
