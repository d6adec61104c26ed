"""A week looked back on: what was good, the user's own side, what was heavy, and something to keep."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.insight.week import Part, WeekLine
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.sentence_button import BESIDE, SentenceButton


class LookBackCard(Card):
    """Sentences to be pressed for what lies behind them."""

    asked = Signal(object)
    """a WeekLine whose moments or steps are to be shown, None for no special one"""

    def __init__(self) -> None:
        super().__init__(tr("Looking back"))
        self._lines: tuple[WeekLine, ...] = ()
        self._buttons: list[SentenceButton] = []
        self._inside = QWidget()
        self._down = QVBoxLayout(self._inside)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(2)
        self._empty = EmptyState("", "")
        self.column.setContentsMargins(20 - BESIDE, 20, 20 - BESIDE, 14)
        self._heading.setContentsMargins(BESIDE, 0, BESIDE, 0)
        self.column.addWidget(self._inside)
        self.column.addWidget(self._empty)

    def show_lines(self, lines: Sequence[WeekLine], nothing: tuple[str, str]) -> None:
        """Show these sentences; where there are none, a heading and a sentence that say so."""
        self._empty.say(*nothing)
        self._empty.setVisible(not lines)
        self._inside.setVisible(bool(lines))
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self._clear()
        part = None
        for line in lines:
            if line.part is not part:
                part = line.part
                self._down.addWidget(_part(part))
            self._down.addWidget(self._button(line))

    def lines(self) -> tuple[WeekLine, ...]:
        """Return what is said."""
        return self._lines

    def stops(self) -> list[SentenceButton]:
        """Return what Tab stops at, in order."""
        return list(self._buttons)

    def mark(self, line: WeekLine | None) -> None:
        """Mark the sentence behind which is being looked."""
        for found, button in zip(self._lines, self._buttons, strict=True):
            button.mark(found == line)

    def _button(self, line: WeekLine) -> QWidget:
        button = SentenceButton(line.text)
        if line.moments:
            button.say_what_happens(tr("Show the moments behind this"))
        elif line.steps:
            button.say_what_happens(tr("Show the small steps you took"))
        button.clicked.connect(lambda: self.asked.emit(None if button.marked() else line))
        self._buttons.append(button)
        return button

    def _clear(self) -> None:
        self._buttons = []
        while (item := self._down.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _part(part: Part) -> QLabel:
    label = QLabel(
        {
            Part.GOOD: tr("What was good"),
            Part.OWN: tr("Your own side"),
            Part.HEAVY: tr("What was heavy"),
            Part.KEEP: tr("To keep"),
        }[part]
    )
    label.setProperty("role", "small")
    label.setContentsMargins(BESIDE, 6, BESIDE, 0)
    return label
