"""The rings with their months; beside or below them the one who is chosen, and who is on no ring."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.pages.board import Board
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.closeness_card import ClosenessCard
from connect_desktop.ui.widgets.face_group import FaceGroup
from connect_desktop.ui.widgets.month_player import MonthPlayer
from connect_desktop.ui.widgets.not_placed import NotPlaced
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.ring_face import OFF, RingPerson, paint_person
from connect_desktop.ui.widgets.rings import Rings
from connect_desktop.ui.widgets.wrapped_label import WrappedLabel

CARDS_NARROW, CARDS_WIDTH = 232, 264
SHARE = 0.3
"""of the board that the cards take, within these widths"""
_CARRIED = 36


class ClosenessBoard(Board):
    """Lays things out, and lets people be dragged from one place to another."""

    TWO_ACROSS = 600

    placed = Signal(str, int)
    """a person, and the ring they are to be on; 0 for none"""
    chosen = Signal(str)
    opened = Signal(str)
    refused = Signal()
    today_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rings = Rings()
        self.months = MonthPlayer()
        self.card = ClosenessCard()
        self.unplaced = NotPlaced()
        self._words = WrappedLabel("small")
        self._words.setMinimumWidth(1)  # whatever a name holds, the column is no wider for it
        self._today = push_button(tr("Back to today"), "link")
        self._today.hide()
        self._carried: _Carried | None = None
        self._waiting = Card(tr("Not placed"))
        self._in_words = Card(tr("In words"))
        self._fill_cards()
        self.lay_out(self._picture_card(), (self.card, self._waiting, self._in_words))
        self._connect()

    def show_people(self, people: list[RingPerson], words: str, *, past: bool) -> None:
        """Show who is where; what is past is only looked at."""
        self.rings.show_people([one for one in people if one.ring])
        unplaced = [] if past else [one for one in people if not one.ring]
        self.unplaced.show_people(unplaced)
        self._waiting.setVisible(bool(unplaced))
        for group in (self.rings, self.unplaced):
            group.set_movable(not past)
        self._words.say(words)
        self._today.setVisible(past)

    def choose(self, person_id: str) -> None:
        """Mark who is chosen."""
        for group in (self.rings, self.unplaced):
            group.choose(person_id)

    def is_walked(self) -> bool:
        """Return whether the keyboard is on somebody."""
        return any(group.isAncestorOf(self.window().focusWidget()) for group in (self.rings, self.unplaced))

    def focus_on(self, person_id: str) -> None:
        """Give the focus to someone, wherever they stand."""
        face = self.rings.face(person_id) or self.unplaced.face(person_id)
        if face is not None:
            face.setFocus()

    def cards_width(self) -> float:
        return min(CARDS_WIDTH * theme.scale(), max(CARDS_NARROW * theme.scale(), SHARE * self.width()))

    def _drag(self, person: RingPerson, at: QPoint) -> None:
        """Let someone follow the pointer, and show where they would come to stand."""
        if self._carried is None:
            self._carried = _Carried(person, self)
        self._carried.follow(self.mapFromGlobal(at))
        self.rings.hold_over(self.rings.ring_at(at))

    def _drop(self, person: RingPerson, at: QPoint) -> None:
        self._let_go()
        ring = self.rings.ring_at(at)
        if ring != person.ring:
            self.placed.emit(person.id, ring)

    def _let_go(self) -> None:
        self.rings.hold_over(OFF)
        if self._carried is not None:
            self._carried.hide()
            self._carried.deleteLater()
            self._carried = None

    def _connect(self) -> None:
        for group in (self.rings, self.unplaced):
            group.placed.connect(self.placed)
            group.chosen.connect(self.chosen)
            group.opened.connect(self.opened)
            group.refused.connect(self.refused)
            group.let_go.connect(self._let_go)
            group.dragged.connect(lambda person, at, group=group: self._with(group, person, self._drag, at))
            group.dropped.connect(lambda person, at, group=group: self._with(group, person, self._drop, at))
        self._today.clicked.connect(self.today_asked)

    def _with(
        self, group: FaceGroup, person: str, act: Callable[[RingPerson, QPoint], None], at: QPoint
    ) -> None:
        face = group.face(person)
        if face is not None:
            act(face.person, at)

    def _picture_card(self) -> Card:
        card = Card()
        card.column.setContentsMargins(12, 10, 12, 10)
        card.column.setSpacing(6)
        card.column.addWidget(self.rings, 1)
        tools = QHBoxLayout()
        tools.setSpacing(10)
        tools.addWidget(self.months, 1)
        tools.addStretch(0)
        tools.addWidget(self._today)
        card.column.addLayout(tools)
        return card

    def _fill_cards(self) -> None:
        for card, inside in ((self._waiting, self.unplaced), (self._in_words, self._words)):
            card.column.setContentsMargins(16, 14, 16, 12)
            card.column.setSpacing(8)
            card.column.addWidget(inside)


class _Carried(QWidget):
    """Someone who is being dragged."""

    def __init__(self, person: RingPerson, parent: QWidget) -> None:
        super().__init__(parent)
        self._person = person
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        side = round(_CARRIED * max(1.0, theme.scale()))
        self.resize(side, side)
        self.show()

    def follow(self, at: QPoint) -> None:
        """Lie under the pointer."""
        self.move(at - self.rect().center())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.85)
        paint_person(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._person)
