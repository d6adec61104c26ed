"""The three questions of a week, and a few words: every one of them may stay open."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from connect_desktop.domain import CheckIn
from connect_desktop.domain.labels import alone_label, seen_label, someone_label
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.plain_label import PlainLabel
from connect_desktop.ui.widgets.segmented import SegmentedChoice

NOTE_LINES = 3
LEVELS = range(5)


class CheckInCard(Card):
    """Holds the answers; `changed` when the user changes one."""

    answered = Signal()
    """one of the questions was answered or cleared"""
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked = {field: PlainLabel() for field in ("seen", "someone", "alone")}
        self._answers = {
            "seen": SegmentedChoice([(n, seen_label(n)) for n in LEVELS], name="", clearable=True),
            "someone": SegmentedChoice([(n, someone_label(n)) for n in LEVELS], name="", clearable=True),
            "alone": SegmentedChoice([(n, alone_label(n)) for n in LEVELS], name="", clearable=True),
        }
        self.note = QPlainTextEdit()
        self.note.setPlaceholderText(tr("A few words about it, if you like"))
        self.note.setAccessibleName(tr("A few words about the week"))
        self.note.setTabChangesFocus(True)
        self._state = PlainLabel("small")
        self._lay_out()
        for answer in self._answers.values():
            answer.changed.connect(lambda _value: self.answered.emit())
        self.note.textChanged.connect(self.typed)

    def ask(self, *, this_week: bool) -> None:
        """Ask about the week that runs, or about one that is over."""
        now = {
            "seen": tr("How seen did you feel this week?"),
            "someone": tr("Was there someone you could have called?"),
            "alone": tr("How alone did you feel?"),
        }
        then = {**now, "seen": tr("How seen did you feel that week?")}
        for field, question in (now if this_week else then).items():
            self._asked[field].setText(question)
            self._answers[field].setAccessibleName(question)

    def show_check_in(self, found: CheckIn | None) -> None:
        """Show what was answered; tells nobody."""
        for field, answer in self._answers.items():
            answer.set_value(getattr(found, field) if found else None)
        was = self.note.blockSignals(True)
        note = found.note if found else ""
        if self.note.toPlainText() != note:
            self.note.setPlainText(note)
        self.note.blockSignals(was)

    def values(self) -> dict[str, Any]:
        """Return the fields of a check-in as they stand."""
        answers = {field: answer.value() for field, answer in self._answers.items()}
        return {**answers, "note": self.note.toPlainText()}

    def begin(self) -> None:
        """Put the focus on the first question."""
        self._answers["seen"].setFocus()

    def say(self, words: str) -> None:
        """Say that it is kept, or why not; nothing says nothing."""
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("Three questions"))
        for field, answer in self._answers.items():
            pair = QWidget()
            pair.setProperty("role", "clear")
            down = QVBoxLayout(pair)
            down.setContentsMargins(0, 0, 0, 0)
            down.setSpacing(6)
            down.addWidget(self._asked[field])
            down.addWidget(answer)
            self.column.addWidget(pair)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * NOTE_LINES + 26)
        self.column.addWidget(self.note)
        self.column.addWidget(self._state)
        self._state.hide()
