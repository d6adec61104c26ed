"""Whether a moment points toward what is hoped for: one line a hope, one key an answer, none needed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from connect_desktop.domain import Direction, Hope, labels
from connect_desktop.i18n import tr, tr_n
from connect_desktop.ui.widgets.letters import Letter, letter_of, letters
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.tab_order import keep_together
from connect_desktop.ui.widgets.two_line_label import TwoLineLabel

_WAYS = {
    Letter.TOWARD: Direction.TOWARD,
    Letter.AWAY: Direction.AWAY,
    Letter.NEITHER: Direction.NEITHER,
}
SHOWN = 3
"""hopes seen before one asks for more"""
LEAST = 24
"""average characters of a line that a hope has beside its answers, else it stands above them"""


class HopeStrip(QFrame):
    """Hidden while there is no hope to ask about. What is left open stays unknown.

    `changed` tells what the user did; `set_value` is silent, and keeps answers to hopes not shown yet.
    """

    changed = Signal()
    committed = Signal()
    """Enter was pressed on an answer"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self.setAccessibleName(tr("Hope and what is"))
        self._rows: list[_Row] = []
        self._answers: dict[str, Direction] = {}
        self._last: _Row | None = None
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 8, 8, 8)
        self._column.setSpacing(6)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def set_hopes(self, hopes: Sequence[Hope], names: Mapping[str, str] | None = None) -> None:
        """Ask about these; `names` of people by id are told where it could be anyone's."""
        asked = [(hope, (names or {}).get(hope.person, "")) for hope in hopes]
        if asked != [row.asked for row in self._rows]:
            self._replace(asked)

    def value(self) -> dict[str, Direction]:
        """Return the answers by hope id; nothing for what was left open."""
        shown = {row.hope for row in self._rows}
        return {hope: answer for hope, answer in self._answers.items() if hope in shown}

    def set_value(self, answers: Mapping[str, str]) -> None:
        """Show these answers, by hope id, and no others."""
        self._answers = {hope: Direction(answer) for hope, answer in answers.items()}
        for row in self._rows:
            row.choice.set_value(self._answers.get(row.hope))

    def values(self) -> dict[str, Direction]:
        """Return `value`, as every strip of the quick log does."""
        return self.value()

    def set_values(self, values: Mapping[str, str] | None) -> None:
        """Take a value, None for nothing, as every strip of the quick log does."""
        self.set_value(values or {})

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by the key of a direction, wherever the focus is; False where it is none of them."""
        letter, row = letter_of(event), self._meant()
        found = _WAYS.get(letter) if letter else None
        if found is None or row is None or not self.isVisible():
            return False
        row.show()
        row.choice.set_value(found)
        self._take(row, found)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answering = any(row.has_focus() for row in self._rows)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and answering and not event.modifiers():
            self.committed.emit()
        else:
            event.ignore()

    def _replace(self, asked: Sequence[tuple[Hope, str]]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._last = None
        self._rows = [self._row(hope, name) for hope, name in asked]
        keep_together(self, [*(stop for row in self._rows for stop in row.stops()), self._more])
        hidden = max(0, len(asked) - SHOWN)
        for place, row in enumerate(self._rows):
            row.setVisible(place < SHOWN or row.hope in self._answers)
        self._more.setText(tr_n("Show {n} more hope", "Show {n} more hopes", hidden))
        self._more.setVisible(hidden > 0)
        self.setVisible(bool(asked))

    def _row(self, hope: Hope, name: str) -> "_Row":
        row = _Row(hope, name)
        row.choice.set_value(self._answers.get(hope.id))
        row.choice.changed.connect(lambda answer: self._take(row, answer))
        self._column.insertWidget(self._column.count() - 1, row)
        return row

    def _take(self, row: "_Row", answer: object) -> None:
        self._last = row
        if isinstance(answer, Direction):
            self._answers[row.hope] = answer
        else:
            self._answers.pop(row.hope, None)
        self.changed.emit()

    def _meant(self) -> "_Row | None":
        """Return whom a key answers: the one with the focus, the next left open, or else the last one."""
        open_ones = (row for row in self._rows if row.choice.value() is None)
        focused = (row for row in self._rows if row.has_focus())
        return next(focused, None) or next(open_ones, None) or self._last or next(iter(self._rows), None)

    def _show_all(self) -> None:
        for row in self._rows:
            row.show()
        self._more.hide()
        self._rows[SHOWN].choice.setFocus()


class _Row(QWidget):
    def __init__(self, hope: Hope, name: str) -> None:
        super().__init__()
        self.asked = hope, name
        self.hope = hope.id
        said = tr("“{text}”", text=hope.text)
        self._text = TwoLineLabel(tr("{name}: {text}", name=name, text=said) if name else said)
        options = [(way, labels.direction_label(way)) for way in _WAYS.values()]
        asked = tr("Does this moment point toward it? {text}", text=self._text.text())
        self.choice = SegmentedChoice(options, name=asked, clearable=True)
        known = letters()
        self.choice.hint({way: known[letter] for letter, way in _WAYS.items()}, shown=True)
        self._way = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._way.setContentsMargins(0, 0, 0, 0)
        self._way.addWidget(self._text, 1)
        self._way.addWidget(self.choice)
        self._arrange(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        """Put the answers beside what is hoped for, or below where that had hardly a word a line."""
        beside = width - self.choice.sizeHint().width() >= LEAST * self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        self._way.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._way.setSpacing(12 if beside else 4)

    def stops(self) -> list[QWidget]:
        return [*self.findChildren(QAbstractButton)]

    def has_focus(self) -> bool:
        return any(stop.hasFocus() for stop in self.stops())
