"""The one who is chosen: which ring, how the two circles lie, and how it has been."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from connect_desktop.domain.labels import ring_label
from connect_desktop.domain.rings import RINGS
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.avatar import Avatar
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.plain_label import PlainLabel
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.ring_face import OFF, RingPerson
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.two_circles import TwoCircles


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosenessShown:
    """What is known of how close someone is."""

    person: RingPerson
    overlap: int | None
    history: str
    back: bool = False
    """whether what was noted today can be taken back"""
    past: bool = False
    """whether it is of an earlier day, and only looked at"""


class ClosenessCard(Card):
    """Emits what is to be changed about the one who is shown."""

    placed = Signal(int)
    """the ring they are to be on, 0 for none"""
    drawn = Signal(object)
    """the overlap 1 … 7, or None"""
    back_asked = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._avatar = Avatar(size=34)
        self._name, self._status = ElidedLabel(), PlainLabel("small")
        self._name.setProperty("role", "strong")
        self._open = push_button(tr("Open"), "link")
        self._ring = SegmentedChoice(
            [(ring, ring_label(ring)) for ring in RINGS], name=tr("Which ring"), clearable=True
        )
        self.circles = TwoCircles()
        policy = self.circles.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.circles.setSizePolicy(policy)
        self._hint, self._history = PlainLabel("small"), PlainLabel("small")
        self._back = QPushButton(tr("Take back today’s"))
        self._off = QPushButton(tr("Take off"))
        self._nobody = PlainLabel("soft")
        self._nobody.setText(tr("Choose someone to see how close they are, and have been."))
        self._someone = QWidget()
        self._someone.setProperty("role", "clear")
        self._lay_out()
        self._connect()
        self.show_nobody()

    def show_nobody(self) -> None:
        """Say that nobody is chosen."""
        self._someone.hide()
        self._nobody.show()

    def show_closeness(self, shown: ClosenessShown) -> None:
        """Show how close somebody is."""
        person, on = shown.person, bool(shown.person.ring)
        self._avatar.set_person(person.name, person.colour)
        self._name.setText(person.name)
        self._status.setText(person.status)
        self._status.setVisible(bool(person.status))
        self._open.setAccessibleName(tr("Open the page of {name}", name=person.name))
        self._ring.set_value(person.ring or None)
        self._ring.setEnabled(not shown.past)
        self.circles.show_overlap(shown.overlap, person.name, person.colour)
        self.circles.setEnabled(on and not shown.past)
        self._offer(self.circles, on)
        self._hint.setText(_hint(shown))
        self._hint.setVisible(bool(_hint(shown)))
        self._history.setText(shown.history)
        self._history.setVisible(bool(shown.history))
        self._offer(self._back, shown.back and not shown.past)
        self._offer(self._off, on and not shown.past)
        self._nobody.hide()
        self._someone.show()

    def _offer(self, part: QWidget, offered: bool) -> None:
        """Show or hide a part; the keyboard stays with the one who is shown."""
        if not offered and part.hasFocus():
            self._ring.setFocus()
        part.setVisible(offered)

    def _connect(self) -> None:
        self._ring.changed.connect(lambda ring: self.placed.emit(ring or OFF))
        self.circles.drawn.connect(self.drawn)
        self._off.clicked.connect(lambda: self.placed.emit(OFF))
        self._back.clicked.connect(self.back_asked)
        self._open.clicked.connect(self.opened)

    def _lay_out(self) -> None:
        for button in (self._back, self._off):
            button.setProperty("role", "link")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._status)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._avatar)
        top.addLayout(words, 1)
        top.addWidget(self._open)
        bottom = QHBoxLayout()
        bottom.setSpacing(16)
        bottom.addWidget(self._off)
        bottom.addWidget(self._back)
        bottom.addStretch(1)
        down = QVBoxLayout(self._someone)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addLayout(top)
        down.addWidget(self._ring)
        down.addWidget(self._hint)
        down.addWidget(self.circles)
        down.addWidget(self._history)
        down.addLayout(bottom)
        self.column.setContentsMargins(16, 14, 16, 12)
        self.column.addWidget(self._nobody)
        self.column.addWidget(self._someone)


def _hint(shown: ClosenessShown) -> str:
    if shown.person.ring:
        return ""
    return tr("On no ring then.") if shown.past else tr("On no ring yet. Keys 1 to 4 put them on one.")
