"""Questions to write towards: one that is offered, all of them by family, and the user's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from connect_desktop.domain.search import fold
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.clear_button import offer_clearing
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.own_question import OwnQuestion
from connect_desktop.ui.widgets.quiet_list import QuietList, Row

LEAST_LIST = 130
"""pixels"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptRow:
    """One question in the list."""

    id: str
    family: str
    """what it is akin to, in words"""
    text: str
    own: bool = False


class PromptPanel(QWidget):
    """It asks, whoever listens writes."""

    answered = Signal(str)
    """the user wants to write to this prompt, by id"""
    offer_taken = Signal()
    other_asked = Signal()
    """the offer does not fit today"""
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PromptRow, ...] = ()
        self._offer = QFrame()
        self._offer.setProperty("role", "wash")
        self._offer.setAccessibleName(tr("A question for today"))
        self.why, self.text = _words("small"), _words("")
        self.take, self.other = QPushButton(tr("Write to this")), QPushButton(tr("Another one"))
        self.other.setProperty("role", "quiet")
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the questions"))
        self.search.setAccessibleName(tr("Search the questions"))
        offer_clearing(self.search)
        self.list = QuietList(tr("Questions"))
        self.list.setMinimumHeight(LEAST_LIST)
        self.nothing = _words("soft")
        self.nothing.setText(tr("No question holds these words."))
        self.use = QPushButton(tr("Write to this"))
        self.change, self.remove = QPushButton(tr("Change")), QPushButton(tr("Take off the list"))
        for button in (self.change, self.remove):
            button.setProperty("role", "quiet")
        self.own = OwnQuestion()
        self.own.draft_line.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.offer("", "")
        self._show_buttons()

    def offer(self, text: str, why: str) -> None:
        """Offer a question, and say why it fits; nothing hides the offer."""
        self.text.setText(text)
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self._offer.setVisible(bool(text))
        self._offer.setAccessibleDescription(f"{why} {text}".strip())

    def show_prompts(self, rows: Sequence[PromptRow]) -> None:
        """List these, family by family, in the order given."""
        self._rows = tuple(rows)
        self._show()

    def choose(self, prompt: str) -> None:
        """Mark a prompt."""
        self.list.mark(prompt)
        self._show_buttons()

    def _show(self) -> None:
        wanted = fold(self.search.text()).split()
        found = [row for row in self._rows if _holds(row, wanted)]
        rows: list[Row] = []
        for family, some in groupby(found, key=lambda row: row.family):
            rows.append(Row("", family))
            rows += [Row(row.id, row.text, f"{row.text} {family}") for row in some]
        self.list.show_rows(rows, self.list.key())
        self.list.setVisible(bool(found))
        self.nothing.setVisible(bool(wanted) and not found)
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = self._chosen()
        self.use.setVisible(chosen is not None)
        own = chosen is not None and chosen.own
        self.change.setVisible(own)
        self.remove.setVisible(own)

    def _chosen(self) -> PromptRow | None:
        key = self.list.key()
        return next((row for row in self._rows if row.id == key), None)

    def _answer(self) -> None:
        if self._chosen() is not None:
            self.answered.emit(self.list.key())

    def _begin_change(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.own:
            self.own.begin(chosen.id, chosen.text)
            self.own.setFocus()

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.own:
            self.removed.emit(chosen.id)

    def _connect(self) -> None:
        self.take.clicked.connect(self.offer_taken)
        self.other.clicked.connect(self.other_asked)
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.chosen.connect(lambda _key: self._show_buttons())
        self.list.opened.connect(self.answered)
        self.list.delete_asked.connect(lambda _key: self._remove())
        self.use.clicked.connect(self._answer)
        self.change.clicked.connect(self._begin_change)
        self.remove.clicked.connect(self._remove)
        self.own.draft_line.said.connect(lambda words: self.own.draft_line.setVisible(bool(words)))
        self.own.draft_line.hide()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._offer)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(8)
        inside.addWidget(self.why)
        inside.addWidget(self.text)
        inside.addWidget(_flow(tr("What to do with it"), self.take, self.other))
        self._buttons = _flow(tr("What to do with the question"), self.use, self.change, self.remove)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        for part in (self._offer, self.search, self.nothing):
            down.addWidget(part)
        down.addWidget(self.list, 1)
        down.addStretch(0)
        down.addWidget(self._buttons)
        down.addWidget(self.own)
        down.addWidget(self.own.draft_line)


def _holds(row: PromptRow, wanted: Sequence[str]) -> bool:
    text = fold(f"{row.text}\n{row.family}")
    return all(word in text for word in wanted)


def _flow(name: str, *parts: QPushButton) -> FlowGroup:
    group = FlowGroup(name)
    for place, part in enumerate(parts):
        group.insert_part(place, part)
    return group


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
