"""Rows of answers right under the body, that somebody else knows how to keep."""

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Strip(Protocol):
    """One such row."""

    changed: Any
    """a signal: the user answered in it"""
    committed: Any
    """a signal: Enter was pressed in it"""

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by a key that was pressed anywhere in the form; False where it stands for no answer."""
        ...

    def values(self) -> Any:
        """Return what was answered, as plain data that JSON can hold; None, empty or "" for nothing."""

    def set_values(self, values: Any) -> None:
        """Show what `values` gave before, None for nothing; tells nobody."""


class Strips(QWidget):
    """All of them, each by a name of its own."""

    changed = Signal()
    committed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._strips: dict[str, Strip] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.hide()

    def add(self, name: str, strip: Strip) -> None:
        """Put one more at the end; its name keeps its answers apart from others'."""
        assert isinstance(strip, QWidget)
        self._strips[name] = strip
        self._column.addWidget(strip)
        strip.changed.connect(self.changed)
        strip.committed.connect(self.committed)
        self.show()

    def values(self) -> dict[str, Any]:
        """Return what was answered in each that says something."""
        return {name: said for name, strip in self._strips.items() if (said := strip.values())}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these answers, nothing in those that are not named."""
        for name, strip in self._strips.items():
            strip.set_values(values.get(name))

    def take_key(self, event: QKeyEvent) -> bool:
        """Let one answer by a key that nothing else wanted; False where it stands for no answer."""
        return any(strip.take_key(event) for strip in self._strips.values())
