"""The page one writes on: day, title, who is in it, the text; below, how many words."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.domain import Reflection
from connect_desktop.domain.checks import NAME_LIMIT
from connect_desktop.domain.word_count import word_count
from connect_desktop.i18n import tr, tr_n
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.chips import Chip, ChipChoice
from connect_desktop.ui.widgets.day_field import DayField
from connect_desktop.ui.widgets.elided_label import SpareLabel
from connect_desktop.ui.widgets.flat_button import FlatButton
from connect_desktop.ui.widgets.kept_action import kept_action
from connect_desktop.ui.widgets.markdown_bar import MarkdownBar
from connect_desktop.ui.widgets.markdown_edit import MarkdownEdit
from connect_desktop.ui.widgets.more_button import MoreButton
from connect_desktop.ui.widgets.person_field import Choice, PersonField
from connect_desktop.ui.widgets.prompt_aside import PromptAside

SIDE, NARROW_SIDE = 32, 20
"""pixels beside the text, with room and without"""
ROOMY = 480
"""pixels from which there is room, at 100 %"""
LOW, LOWEST = 620, 420
"""pixels of height below which the text needs the room between the fields, and of the question, at 100 %"""
COUNT_AFTER, MARK_AFTER = 200, 60
"""milliseconds from a key to the count of words, and to showing what the cursor stands in"""
BESIDE_KEY = "F9"


class ReflectionEditor(QFrame):
    """`changed()` on every key; who listens takes `value()`."""

    changed = Signal()
    people_changed = Signal()
    export_asked = Signal()
    delete_asked = Signal()
    beside_asked = Signal()
    """show or fold away what lies beside the text"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Reflection"))
        self.day = DayField(tr("Day"))
        self.state = _label("faint")
        self.beside = FlatButton("aside", tr("Questions and earlier versions"), BESIDE_KEY, stays=True)
        self.banner = _label("error")
        self.banner.hide()
        self.title = QLineEdit()
        self.title.setProperty("role", "bare")
        self.title.setMaxLength(NAME_LIMIT)
        self.title.setPlaceholderText(tr("Title"))
        self.title.setAccessibleName(tr("Title"))
        self.title.setTextMargins(-2, 0, 0, 0)  # flush with the text below: a line keeps two pixels free
        self.people = PersonField(name=tr("Who it is about"))
        self.circles = ChipChoice(name=tr("Circles it is about"))
        self.circles.hide()
        self._offers_circles = False
        self.question = PromptAside()
        self.bar = MarkdownBar()
        self.prose = MarkdownEdit(theme.font("heading"))
        self.prose.setPlaceholderText(tr("Write as it comes. It is kept as you type."))
        self.prose.setAccessibleName(tr("Text"))
        self.words = SpareLabel()
        self.words.setProperty("role", "faint")
        self.export = QPushButton(tr("Export to PDF…"))
        self.more = MoreButton(tr("More to do with it"), self._menu())
        self._as_loaded = self._loaded_text = ""
        self._counting = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._marking = QTimer(self, singleShot=True, interval=MARK_AFTER)
        self._lay_out()
        self._dress()
        self._connect()

    def set_circles(self, circles: Sequence[tuple[str, str]]) -> None:
        """Offer these circles, pairs of an id and a name; nothing is asked where there are none."""
        self._offers_circles = bool(circles)
        self.circles.set_value(self.circles.value() & {circle for circle, _ in circles})
        self.circles.set_chips([Chip(circle, name) for circle, name in circles])
        self._show_circles()

    def load(self, reflection: Reflection, people: Sequence[Choice]) -> None:
        """Show a reflection with the people in it; tells nobody."""
        was = self.blockSignals(True)
        self.day.set_value(reflection.on)
        self.title.setText(reflection.title)
        self.title.setCursorPosition(0)
        self.people.set_chosen(people)
        self.circles.set_value(reflection.circles)
        self.question.show_prompt(reflection.prompt)
        if self.prose.text() != reflection.text or not reflection.text:
            self.prose.set_text(reflection.text)
        self._as_loaded = self.prose.text()
        self._loaded_text = reflection.text
        self.blockSignals(was)
        self.say_saved("")
        self._count()

    def value(self) -> dict[str, Any]:
        """Return the fields of a reflection as they stand."""
        text = self.prose.text()
        return {
            "on": self.day.value(),
            "title": self.title.text(),
            # What no one touched stays as it was, down to characters an editor cannot show.
            "text": self._loaded_text if text == self._as_loaded else text,
            "people": frozenset(one.id for one in self.people.people() if isinstance(one, Choice)),
            "circles": self.circles.value(),
            "prompt": self.question.prompt,
        }

    def write(self) -> None:
        """Put the cursor where the next word goes."""
        begun = self.title.text() or self.prose.text() or self.question.prompt
        (self.prose if begun else self.title).setFocus()

    def is_unwritten(self) -> bool:
        """Return whether no word was written yet."""
        return not (self.title.text().strip() or self.prose.text().strip())

    def say_saved(self, words: str) -> None:
        """Say that it is kept."""
        self.banner.hide()
        self.state.setText(words)

    def say_not_saved(self, sentence: str) -> None:
        """Say that it is not kept yet, and why."""
        self.state.setText(tr("Not saved yet"))
        self.banner.setText(sentence)
        self.banner.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_lines_short()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def _connect(self) -> None:
        self.day.changed.connect(self.changed)
        self.title.textChanged.connect(self.changed)
        self.title.returnPressed.connect(self.prose.setFocus)
        self.people.changed.connect(self.people_changed)
        self.people.changed.connect(self.changed)
        self.circles.changed.connect(self.changed)
        self.question.removed.connect(self.changed)
        self.question.removed.connect(self.prose.setFocus)
        self.prose.textChanged.connect(self.changed)
        self.prose.textChanged.connect(self._marking.start)
        self.prose.cursorPositionChanged.connect(self._marking.start)
        self._marking.timeout.connect(lambda: self.bar.show_marks(*self.prose.marks()))
        self.bar.asked.connect(self._act)
        self.beside.clicked.connect(self.beside_asked)
        self.prose.textChanged.connect(self._counting.start)
        self._counting.timeout.connect(self._count)
        self.export.clicked.connect(self.export_asked)

    def _count(self) -> None:
        self.words.setText(tr_n("{n} word", "{n} words", word_count(self.prose.text())))

    def _act(self, name: str) -> None:
        self.prose.act(name)
        self.prose.setFocus()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(tr("Save as Markdown, or print…"), self.export_asked.emit)
        menu.addSeparator()
        self.delete = kept_action(menu, tr("Delete"))
        self.delete.triggered.connect(lambda: self.delete_asked.emit())  # noqa: PLW0108 - it has an argument
        return menu

    def _dress(self) -> None:
        self.title.setFont(theme.font("title", strong=True))
        self.prose.setFont(theme.font("heading"))
        # In a window that is low for its letters one line is left, and above it nothing is cut.
        self.prose.setMinimumHeight(round(1.6 * self.prose.fontMetrics().height()))
        self._keep_lines_short()

    def _keep_lines_short(self) -> None:
        side = SIDE if self.width() >= ROOMY * theme.scale() else NARROW_SIDE
        spare = max(0, self.width() - 2 * side - self.prose.comfortable_width())
        self.question.fold(self._is_lowest())
        self._show_circles()
        low = self.height() < LOW * theme.scale()
        self._column.setSpacing(6 if low else 12)
        self._column.setContentsMargins(side, 14 if low else 24, side + spare, 12 if low else 20)

    def _is_lowest(self) -> bool:
        return self.height() < LOWEST * theme.scale()

    def _show_circles(self) -> None:
        """Offer circles, but where the text has hardly a line only those that are chosen."""
        chosen = bool(self.circles.value())
        self.circles.setVisible(self._offers_circles and (chosen or not self._is_lowest()))

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.day)
        top.addStretch(1)
        top.addWidget(self.state)
        top.addSpacing(8)
        top.addWidget(self.beside)
        bottom.setSpacing(8)
        bottom.addWidget(self.words)
        bottom.addStretch(1)
        bottom.addWidget(self.export)
        bottom.addWidget(self.more)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addLayout(top)
        self._column.addWidget(self.banner)
        self._column.addWidget(self.title)
        self._column.addWidget(self.people)
        self._column.addWidget(self.circles)
        self._column.addWidget(self.question)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.prose, 1)
        self._column.addLayout(bottom)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(role == "error")
    return label
