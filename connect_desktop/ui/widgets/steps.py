"""One step of how something was worked out: what is done and why, and what came of it here."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from connect_desktop.ui.widgets.page_scroll import Inside
from connect_desktop.ui.widgets.plain_label import PlainLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step in words."""

    heading: str
    rule: str
    here: tuple[str, ...] = ()
    """what came of it, a sentence each"""


class StepList(Inside):
    """Steps one below the other, to be read and copied."""

    def __init__(self, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 12, 0)
        down.setSpacing(4)
        for step in steps:
            down.addWidget(_words("strong", step.heading))
            down.addWidget(_words("soft", step.rule))
            for sentence in step.here:
                down.addWidget(_words("", sentence))
            down.addSpacing(14)
        down.addStretch(1)


def _words(role: str, text: str) -> PlainLabel:
    label = PlainLabel(role, text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
