"""Every hope in its place: what is waited for as cards, what came true, was let go or rests below."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from connect_desktop.domain import HopeState
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.hope_card import HopeCard, KeptHope
from connect_desktop.ui.widgets.hope_row import HopeRow
from connect_desktop.ui.widgets.reveal import reveal

TWO_COLUMNS = 700
"""pixels at 100 % from which two cards stand side by side"""
BATCH = 8
"""hopes made at once; the others follow while the first are looked at"""
GAP = 14


class HopeBoard(QWidget):
    """`asked(Ask, Hope)`, `opened(interaction id, person id)`."""

    asked = Signal(object, object)
    opened = Signal(str, str)

    def __init__(self, anchor: QWidget, parent: QWidget | None = None, *, named: bool = True) -> None:
        """Let Tab come here after `anchor`; `named` tells whom each hope is about."""
        super().__init__(parent)
        self._anchor = anchor
        self._waiting = _Shelf(lambda: HopeCard(named=named), self)
        self._resting = _Shelf(KeptHope, self)
        self._true = _Shelf(KeptHope, self)
        self._let_go = _Shelf(KeptHope, self)
        self._groups = (
            _group(tr("Kept quietly"), self._resting, tr("With them it rests. Nothing here asks or counts.")),
            _group(tr("Came true"), self._true),
            _group(tr("Let go"), self._let_go),
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(18)
        down.addWidget(self._waiting)
        for group in self._groups:
            down.addWidget(group)
        down.addStretch(1)

    def show_rows(self, rows: Sequence[HopeRow]) -> None:
        """Show these hopes: the longest waited for first, the latest closed first."""
        focused = self._focused()
        closed = sorted((row for row in rows if not row.waiting), key=_closed, reverse=True)
        self._waiting.show_rows([row for row in rows if row.waiting and row.lived])
        self._resting.show_rows([row for row in rows if row.waiting and not row.lived])
        self._true.show_rows([row for row in closed if row.hope.state is HopeState.CAME_TRUE])
        self._let_go.show_rows([row for row in closed if row.hope.state is HopeState.LET_GO])
        for group, shelf in zip(self._groups, self._shelves()[1:], strict=True):
            group.setVisible(bool(shelf.rows))
        self._waiting.setVisible(bool(self._waiting.rows))
        self.chain()
        if focused is not None and self._focused() is None:
            self._focus_near(focused)

    def rows(self) -> list[HopeRow]:
        """Return what is shown, in the order of the screen."""
        return [row for shelf in self._shelves() for row in shelf.rows]

    def begin(self, hope_id: str = "") -> bool:
        """Put the focus on a hope, the first where not told; False where it is not here."""
        wanted = hope_id or next((row.hope.id for row in self.rows()), "")
        item = next((found for shelf in self._shelves() if (found := shelf.item(wanted))), None)
        if item is None:
            return False
        item.begin()
        reveal(item)
        return True

    def chain(self) -> None:
        """Let Tab walk the hopes as they stand, whenever they were made."""
        stops = [stop for item in self._items() for stop in item.stops() if stop.focusPolicy()]
        for before, after in pairwise([self._anchor, *stops]):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._spread()

    def _focused(self) -> int | None:
        """Return which hope the keyboard is on, None where on none."""
        found = self.window().focusWidget()
        on = (n for n, item in enumerate(self._items()) if found and item.isAncestorOf(found))
        return next(on, None)

    def _focus_near(self, place: int) -> None:
        """Go on with the next hope where the one with the focus is gone."""
        items = self._items()
        if items:
            items[min(place, len(items) - 1)].begin()
        else:
            self._anchor.setFocus()

    def _items(self) -> list[HopeCard | KeptHope]:
        return [item for shelf in self._shelves() for item in shelf.items()]

    def _spread(self) -> None:
        self._waiting.set_columns(2 if self.width() >= TWO_COLUMNS * theme.scale() else 1)

    def _shelves(self) -> tuple["_Shelf", ...]:
        return self._waiting, self._resting, self._true, self._let_go


class _Shelf(QWidget):
    """Hopes of one fate, each in a widget that stays with it."""

    def __init__(self, make: Callable[[], HopeCard | KeptHope], board: HopeBoard) -> None:
        super().__init__()
        self.rows: Sequence[HopeRow] = ()
        self._make = make
        self._board = board
        self._items: dict[str, HopeCard | KeptHope] = {}
        self._columns = 1
        self._placed: tuple[object, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)

    def show_rows(self, rows: Sequence[HopeRow]) -> None:
        self.rows = rows
        for gone in set(self._items) - {row.hope.id for row in rows}:
            item = self._items.pop(gone)
            item.hide()
            item.deleteLater()
        self._fill(BATCH)

    def set_columns(self, columns: int) -> None:
        self._columns = columns
        self._place()

    def items(self) -> list[HopeCard | KeptHope]:
        return [self._items[row.hope.id] for row in self.rows if row.hope.id in self._items]

    def item(self, hope_id: str) -> HopeCard | KeptHope | None:
        """Return the widget of a hope, made now where it was to come later; None where it is not here."""
        if any(row.hope.id == hope_id for row in self.rows) and hope_id not in self._items:
            self._fill(len(self.rows))
            self._board.chain()
        return self._items.get(hope_id)

    def _go_on(self) -> None:
        self._fill(BATCH)
        self._board.chain()

    def _fill(self, most: int) -> None:
        """Show what has changed, and make at most so many new ones now."""
        for row in self.rows:
            if row.hope.id in self._items:
                self._items[row.hope.id].show_row(row)
            elif most:
                most -= 1
                self._items[row.hope.id] = self._made(row)
        if len(self._items) < len(self.rows):
            self._later.start()
        self._place()

    def _made(self, row: HopeRow) -> HopeCard | KeptHope:
        item = self._make()
        item.asked.connect(self._board.asked)
        item.opened.connect(self._board.opened)
        item.show_row(row)
        return item

    def _place(self) -> None:
        items = self.items()
        placed = (self._columns, *items)
        if placed == self._placed:
            return
        self._placed = placed
        for place, item in enumerate(items):
            self._grid.addWidget(item, place // self._columns, place % self._columns)
            item.show()
        for column in (0, 1):
            self._grid.setColumnStretch(column, int(column < self._columns))


def _group(heading: str, shelf: _Shelf, sentence: str = "") -> Card:
    card = Card(heading)
    if sentence:
        label = QLabel(sentence)
        label.setProperty("role", "small")
        label.setWordWrap(True)
        card.column.addWidget(label)
    card.column.addWidget(shelf)
    return card


def _closed(row: HopeRow) -> tuple[object, ...]:
    return row.hope.closed or row.hope.since, row.hope.id
