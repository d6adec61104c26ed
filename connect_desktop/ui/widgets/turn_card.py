"""One moment of a sweep: who, when, how, what was noted, and the question of the body."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from connect_desktop.domain.labels import BETWEEN
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.avatar import Avatar
from connect_desktop.ui.widgets.card import PADDING, Card
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.line_label import LineLabel
from connect_desktop.ui.widgets.plain_label import PlainLabel
from connect_desktop.ui.widgets.sweep_scale import SweepScale

NOTE_LENGTH = 2000
"""characters of a note that are shown"""
NOTE_LINES = 7
FRAME = 6
"""pixels around the note, where a frame shows that the keyboard is there"""
LINE_LENGTH = 75
"""in average characters"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What is asked about."""

    name: str
    """with what tells two of one name apart"""
    colour: int
    when: str
    facts: str
    """how, how long, who reached out"""
    others: str
    """who else was there, as a sentence"""
    note: str
    body: int | None
    alike: str
    """the words of feeling it alike with the others, empty where nobody else was felt"""
    first: bool

    def spoken(self) -> str:
        """Return it for a screen reader."""
        parts = (self.name, self.when, self.facts, self.others, self.note[:200])
        return ". ".join(part for part in parts if part)


class TurnCard(Card):
    """Shows one turn; tells what the user does with it."""

    answered = Signal(object)
    """int | None"""
    passed = Signal()
    backed = Signal()
    alike_asked = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._turn: Turn | None = None
        self._avatar = Avatar(size=44)
        self._name, self._facts = ElidedLabel(), LineLabel("soft")
        self._name.setProperty("role", "heading")
        self._others = PlainLabel("small")
        self._note = PlainLabel()
        self._area = QScrollArea()
        self._asked = QLabel(tr("Afterwards, your body…"))
        self._asked.setProperty("role", "label")
        self._scale = SweepScale()
        self._back = QPushButton()
        self._hint = PlainLabel("small")
        self._pass = QPushButton(tr("Leave it as it is"))
        self._alike = QPushButton()
        self._open = QPushButton(tr("Open this moment"))
        self._lay_out()
        self._connect()

    def show_turn(self, turn: Turn) -> None:
        """Ask about this one."""
        self._turn = turn
        self._avatar.set_person(turn.name, turn.colour)
        self._name.setText(turn.name)
        self._facts.say(BETWEEN.join(filter(None, (turn.when, turn.facts))))
        self._show(self._others, turn.others)
        self._show(self._note, turn.note[:NOTE_LENGTH] + ("…" if len(turn.note) > NOTE_LENGTH else ""))
        self._area.setVisible(bool(turn.note))
        self._area.verticalScrollBar().setValue(0)
        self._fit_note()
        self._scale.set_value(turn.body)
        self._scale.setAccessibleDescription(turn.spoken())
        self._alike.setText(turn.alike)
        self._alike.setVisible(bool(turn.alike))
        self._back.setEnabled(not turn.first)
        self._name_keys()
        self.setAccessibleName(turn.spoken())

    def begin(self) -> None:
        """Be ready for the key, and tell a screen reader what is asked about."""
        self._scale.setFocus()
        if self._turn is not None:
            event = QAccessibleAnnouncementEvent(self, self._turn.spoken())
            QAccessible.updateAccessibility(event)

    def type_key(self, event: QKeyEvent) -> None:
        """Act on a key that was pressed elsewhere on the page."""
        self._scale.keyPressEvent(event)

    def turn(self) -> Turn | None:
        """Return what is asked about."""
        return self._turn

    def _name_keys(self) -> None:
        back = "→" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "←"
        self._back.setText(tr("{arrow} Back", arrow=back))
        self._back.setAccessibleName(tr("Back"))
        self._hint.setText(
            tr("Keys: 1 to 7 answer · Space leaves it · {arrow} goes back · Esc ends", arrow=back)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_note()

    def _fit_note(self) -> None:
        """Give the note as much room as it needs, up to some lines; the rest scrolls."""
        inside = self.width() - 2 * PADDING - FRAME
        high = self._note.heightForWidth(max(1, min(inside, self._note.maximumWidth())))
        most = NOTE_LINES * self._note.fontMetrics().lineSpacing()
        self._area.setFixedHeight(min(high, most) + FRAME)
        policies = Qt.FocusPolicy
        self._area.setFocusPolicy(policies.TabFocus if high > most else policies.NoFocus)

    def _show(self, label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _connect(self) -> None:
        self._scale.answered.connect(self.answered)
        self._scale.passed.connect(self.passed)
        self._scale.backed.connect(self.backed)
        self._scale.alike_asked.connect(self._ask_alike)
        self._pass.clicked.connect(self.passed)
        self._back.clicked.connect(self.backed)
        self._alike.clicked.connect(self._ask_alike)
        self._open.clicked.connect(self.opened)

    def _ask_alike(self) -> None:
        if self._turn is not None and self._turn.alike:
            self.alike_asked.emit()

    def _lay_out(self) -> None:
        self._note.setMaximumWidth(self._note.fontMetrics().averageCharWidth() * LINE_LENGTH)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._area.setProperty("role", "reading")
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(tr("Note"))
        self._area.setWidget(self._note)
        self.column.addLayout(self._head())
        for part in (self._others, self._area, self._asked, self._scale, self._ways(), self._hint):
            self.column.addWidget(part)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _ways(self) -> FlowGroup:
        ways = FlowGroup(tr("What to do with it"))
        self._open.setProperty("role", "quiet")
        self._back.setProperty("role", "quiet")
        for place, button in enumerate((self._alike, self._pass, self._back, self._open)):
            ways.insert_part(place, button)
        return ways
