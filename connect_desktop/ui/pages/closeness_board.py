"""The rings with their months; beside or below them the one who is chosen, and who is on no ring."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.closeness_card import ClosenessCard
from connect_desktop.ui.widgets.month_player import MonthPlayer
from connect_desktop.ui.widgets.not_placed import NotPlaced
from connect_desktop.ui.widgets.ring_face import OFF, FaceGroup, RingPerson, paint_person
from connect_desktop.ui.widgets.rings import Rings
from connect_desktop.ui.widgets.wrapped_label import WrappedLabel

TWO_ACROSS = 600
"""pixels from which the cards stand beside the rings, at the usual size of text"""
CARDS_NARROW, CARDS_WIDTH = 232, 264
SHARE = 0.3
"""of the board that the cards take, within these widths"""
LEAST_HEIGHT = 400
"""of the rings with their months, where all is scrolled"""
QWIDGETSIZE_MAX = 16_777_215
_CARRIED = 36


class ClosenessBoard(QWidget):
    """Lays things out, and lets people be dragged from one place to another."""

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
        self._today = QPushButton(tr("Back to today"))
        self._today.setProperty("role", "link")
        self._today.hide()
        self._carried: _Carried | None = None
        self._waiting = Card(tr("Not placed"))
        self._in_words = Card(tr("In words"))
        self._beside, self._around = _scrolled(), _scrolled()
        self._picture, self._side = self._picture_card(), self._column()
        self._inside = QVBoxLayout()
        self._across: bool | None = None
        self._lay_out()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

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

    def _with(self, group: FaceGroup, person: str, act: object, at: QPoint) -> None:
        face = group.face(person)
        if face is not None:
            act(face.person, at)  # type: ignore[operator]

    def _arrange(self) -> None:
        """Put the cards beside the rings where there is room, else below them, and scroll all of it."""
        across = self.width() >= TWO_ACROSS * theme.scale()
        if across != self._across:
            self._across = across
            self._move_cards(beside=across)
        wanted = min(CARDS_WIDTH * theme.scale(), max(CARDS_NARROW * theme.scale(), SHARE * self.width()))
        self._beside.setFixedWidth(round(wanted))
        least = max(round(LEAST_HEIGHT * theme.scale()), self.height() - 4)
        self._picture.setMinimumHeight(0 if across else least)
        self._picture.setMaximumHeight(QWIDGETSIZE_MAX if across else least)

    def _move_cards(self, *, beside: bool) -> None:
        if beside:
            self._inside.removeWidget(self._side)
            self._beside.setWidget(self._side)
        else:
            self._beside.takeWidget()
            self._inside.addWidget(self._side)
            self._side.show()
        self._beside.setVisible(beside)

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

    def _column(self) -> QWidget:
        column = QWidget()
        column.setProperty("role", "clear")
        down = QVBoxLayout(column)
        down.setContentsMargins(0, 0, 4, 4)
        down.setSpacing(14)
        for card, inside in ((self._waiting, self.unplaced), (self._in_words, self._words)):
            card.column.setContentsMargins(16, 14, 16, 12)
            card.column.setSpacing(8)
            card.column.addWidget(inside)
        for card in (self.card, self._waiting, self._in_words):
            down.addWidget(card)
        down.addStretch(1)
        return column

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "clear")
        self._inside.setContentsMargins(0, 0, 0, 4)
        self._inside.setSpacing(14)
        self._inside.addWidget(self._picture, 1)
        inside.setLayout(self._inside)
        self._around.setWidget(inside)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(18)
        across.addWidget(self._around, 1)
        across.addWidget(self._beside)


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


def _scrolled() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
