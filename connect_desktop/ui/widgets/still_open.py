"""What is still open with somebody, and the ways to say that it no longer is: quiet, and never urgent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QDate, QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from connect_desktop.i18n import tr, tr_n
from connect_desktop.ui.widgets.day_field import DayField
from connect_desktop.ui.widgets.elided_label import SpareLabel
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.line_label import LineLabel
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.reading_card import Fold

FIRST = 3
"""rows that are shown before all are asked for"""
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way in which it can have come to an end."""

    value: object
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRow:
    """One thing that is open."""

    impression: str
    said: str
    ways: tuple[Way, ...]
    days: tuple[date, date] | None = None
    """the first and the last day on which it may have ended, where that is asked"""
    asks: str = ""
    """the words that ask for the ways, where a day is asked"""


class StillOpen(QFrame):
    """A strip that folds; hidden where nothing is open."""

    closed = Signal(str, object, object)
    """an impression, the value of a way, and a date or None"""
    opened = Signal(str)
    """an impression whose moment is to be seen"""
    folded = Signal(bool)
    catch_up_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self._rows: tuple[OpenRow, ...] = ()
        self._shown: list[_Row] = []
        self._all = False
        self._fold = Fold()
        self._head = _link("")
        self._hint = SpareLabel()
        self._hint.setProperty("role", "small")
        self._wait = _link("")
        self._wait.clicked.connect(self.catch_up_asked)
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        self._lay_out()
        if (inside := self._fold.widget()) is not None:
            inside.installEventFilter(self)
        self._head.clicked.connect(lambda: self._toggle(self._fold.isHidden()))
        self._more.clicked.connect(self._show_all)
        self.unfold(False)

    def show_rows(self, rows: Sequence[OpenRow], waiting: str = "") -> None:
        """Show what is open, the newest first, and that something waits to be felt where it does."""
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self._fill()
        self._wait.setText(waiting)
        self._wait.setAccessibleName(waiting)
        self._wait.setVisible(bool(waiting))
        self._head.setVisible(bool(rows))
        self.setVisible(bool(rows or waiting))

    def rows(self) -> Sequence[OpenRow]:
        """Return all that is open."""
        return self._rows

    def unfold(self, unfolded: bool) -> None:
        """Show the rows, or only how many there are."""
        self._fold.setVisible(unfolded)
        if unfolded and not self._shown:
            self._fill()
        self._say()
        self._fold.renew()

    def unfolded(self) -> bool:
        """Return whether the rows are shown."""
        return not self._fold.isHidden()

    def begin_anew(self) -> None:
        """Show the first few again: this is about somebody else."""
        self._all = False
        self.show_rows(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the rows the height they want: one grows when it asks for a day."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold.renew()
        return super().eventFilter(watched, event)

    def _toggle(self, unfolded: bool) -> None:
        self.unfold(unfolded)
        self.folded.emit(not unfolded)

    def _say(self) -> None:
        unfolded, count = self.unfolded(), len(self._rows)
        first = self._rows[0].said if self._rows else ""
        self._more.setVisible(unfolded and count > len(self._shown) and not self._all)
        self._hint.setText(tr("Not yet is fine.") if unfolded and count else first)
        text = tr_n("Still open: {n}", "Still open: {n}", count)
        self._head.setText(f"{text}  {'▴' if unfolded else '▾'}")
        self._head.setAccessibleName(text)
        self._head.setAccessibleDescription(tr("Shown") if unfolded else tr("Folded away"))
        self.setAccessibleName(text)

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        if len(self._shown) > FIRST:
            self._shown[FIRST].begin()

    def _fill(self) -> None:
        begun = self.isAncestorOf(self.window().focusWidget() or self.window())
        for row in self._shown:
            row.hide()
            row.deleteLater()
        # What is folded away is made when it is unfolded: a page opens faster without it.
        kept = self._rows[: MOST if self._all else FIRST] if self.unfolded() else ()
        self._shown = [_Row(row) for row in kept]
        for place, row in enumerate(self._shown):
            row.closed.connect(self.closed)
            row.opened.connect(self.opened)
            self._fold.column.insertWidget(place, row)
            row.show()
        self._keep_together()
        self._more.setText(tr("All {n}", n=len(self._rows)))
        self._say()
        self._fold.renew()
        if begun and self._rows:
            self._head.setFocus()

    def _keep_together(self) -> None:
        """Let Tab walk the rows where they stand: new widgets begin at the end."""
        stops = [self._head, self._more, self._wait, *(stop for row in self._shown for stop in row.stops())]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._head)
        head.addWidget(self._hint, 1)
        head.addWidget(self._more)
        head.addWidget(self._wait)
        self._head.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fold.column.setSpacing(2)
        down = QVBoxLayout(self)
        down.setContentsMargins(22, 4, 20, 4)
        down.setSpacing(2)
        down.addLayout(head)
        down.addWidget(self._fold)


class _Row(QWidget):
    closed = Signal(str, object, object)
    opened = Signal(str)

    def __init__(self, row: OpenRow) -> None:
        super().__init__()
        self._row = row
        self._said = LineLabel("", row.said)
        self._ways = FlowGroup(row.said)
        self._ask = _link(row.asks)
        self._day = DayField(tr("The day of it"))
        self._look = _link(tr("See the moment"))
        self._look.clicked.connect(lambda: self.opened.emit(row.impression))
        self._buttons = [self._way(way) for way in row.ways]
        self._fill_ways()
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 2, 0, 4)
        down.setSpacing(0)
        down.addWidget(self._ways)

    def begin(self) -> None:
        """Put the focus on the first thing to do."""
        (self._ask if self._row.days else self._buttons[0]).setFocus()

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [self._ask, self._day, *self._buttons, self._look]

    def _way(self, way: Way) -> QPushButton:
        button = _link(way.label)
        button.clicked.connect(lambda: self.closed.emit(self._row.impression, way.value, self._chosen_day()))
        return button

    def _chosen_day(self) -> date | None:
        return self._day.value() if self._row.days else None

    def _fill_ways(self) -> None:
        for place, part in enumerate([self._said, *self.stops()]):
            self._ways.insert_part(place, part)
        self._ask.setVisible(self._row.days is not None)
        self._day.setVisible(False)
        if self._row.days is not None:
            first, last = self._row.days
            self._day.setDateRange(_qdate(first), _qdate(last))
            self._day.set_value(last)
            self._ask.clicked.connect(self._open)
            for button in self._buttons:
                button.hide()

    def _open(self) -> None:
        """Ask who came back, and when."""
        for part in (self._day, *self._buttons):
            part.show()
        self._buttons[0].setFocus()
        self._ask.hide()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _link(text: str) -> QPushButton:
    button = push_button(text.replace("&", "&&"), "link")
    button.setAccessibleName(text)
    button.setAutoDefault(False)
    return button
