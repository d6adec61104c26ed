"""Moments as rows: who, when, what was noted, and how the body answered; more as one scrolls."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyleOptionViewItem, QWidget

from connect_desktop.domain import Moment
from connect_desktop.i18n import tr
from connect_desktop.ui.table_model import Index
from connect_desktop.ui.widgets.headed_rows import RECORD, HeadedRows
from connect_desktop.ui.widgets.moment_delegate import MomentDelegate
from connect_desktop.ui.widgets.moment_rows import MomentRow, Row
from connect_desktop.ui.widgets.reveal import reveal

Move = QAbstractItemView.CursorAction
TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

Fetch = Callable[[], tuple[list[Row], bool]]
"""returns the next rows, and whether there may be more after them"""


class MomentModel(HeadedRows[MomentRow]):
    """Rows read in pages, as far down as someone looks."""

    def __init__(self, parent: QWidget | None = None, *, asked: bool = False) -> None:
        """Read further by itself as someone scrolls, or only when `asked` to."""
        super().__init__(parent)
        self._asked = asked
        self._fetch: Fetch | None = None

    def fill(self, fetch: Fetch) -> None:
        """Start anew with the first page of `fetch`."""
        self.beginResetModel()
        self._rows, self._fetch = [], fetch
        self._rows = self._next()
        self.endResetModel()

    def rows(self) -> list[Row]:
        """Return the rows read so far."""
        return list(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._asked and self.has_more()

    def has_more(self) -> bool:
        """Return whether there may be rows after those read so far."""
        return self._fetch is not None

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002
        found = self._next()
        if found:
            start = len(self._rows)
            self.beginInsertRows(QModelIndex(), start, start + len(found) - 1)
            self._rows += found
            self.endInsertRows()

    def _next(self) -> list[Row]:
        found, more = self._fetch() if self._fetch else ([], False)
        if not more:
            self._fetch = None
        return found


class MomentList(QListView):
    """Opens a moment on Enter or click, deletes it on Delete, and offers both in its menu."""

    opened = Signal(object)
    """a Moment"""
    delete_asked = Signal(object)
    """a Moment"""

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        self._whole = whole
        self._model = MomentModel(self, asked=whole)
        self.setModel(self._model)
        self.setItemDelegate(MomentDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.setAccessibleName(tr("Moments"))
        self._high = 0
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, fetch: Fetch) -> None:
        """Show the rows of `fetch`, keeping the place of the one that was current."""
        kept = self.currentIndex().row()
        self._model.fill(fetch)
        if 0 <= kept < self._model.rowCount():
            self.setCurrentIndex(self._model.index(kept))
        self._fit()

    def rows(self) -> list[Row]:
        """Return the rows read so far."""
        return self._model.rows()

    def has_more(self) -> bool:
        """Return whether there may be earlier moments."""
        return self._model.has_more()

    def read_more(self) -> None:
        """Read the next page, where the list does not scroll by itself."""
        read = self._model.rowCount()
        self._model.fetchMore(QModelIndex())
        self._fit(read)

    def current_moment(self) -> Moment | None:
        """Return the moment the keyboard is on."""
        return _moment(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._whole and self.hasFocus() and current.isValid():
            reveal(self, self.visualRect(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._whole and event.reason() in TABBED and self.currentIndex().isValid():
            reveal(self, self.visualRect(self.currentIndex()))

    def moveCursor(self, action: Move, keys: Qt.KeyboardModifier) -> QModelIndex:
        """Go as far as is seen at once, also where the page scrolls instead of the list."""
        if action is Move.MoveHome:
            return self._near(0)
        if not self._whole or action not in (Move.MovePageUp, Move.MovePageDown):
            return super().moveCursor(action, keys)
        here = self.visualRect(self.currentIndex()).center()
        seen = self.visibleRegion().boundingRect().height()
        down = here.y() + (seen if action is Move.MovePageDown else -seen)
        row = self.indexAt(QPoint(here.x(), max(0, down))).row()
        return self._near(row if row >= 0 else self._model.rowCount() - 1)

    def _near(self, row: int) -> QModelIndex:
        """Return the moment in a row, the nearest above where it is the heading of a day, else below."""
        rows = *range(row, -1, -1), *range(row + 1, self._model.rowCount())
        return next(filter(_moment, map(self._model.index, rows)), QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moment = self.current_moment()
        if moment and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(moment)
        elif moment and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit(moment)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        moment = _moment(self.indexAt(event.position().toPoint()))
        if moment and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(moment)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self, first: int = 0) -> None:
        """Be as tall as the rows where the page scrolls instead of the list; `first` is the first new one."""
        if self._whole and self._model.rowCount():
            delegate, option, model = self.itemDelegate(), self._option(), self._model
            new = (model.index(row) for row in range(first, model.rowCount()))
            added = sum(delegate.sizeHint(option, index).height() for index in new)
            self._high = added + (self._high if first else 0)
            self.setFixedHeight(max(1, self._high + 2))

    def _option(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option

    def _menu(self, at: QPoint) -> None:
        moment = _moment(self.indexAt(at)) or self.current_moment()
        if moment is None:
            return
        menu = QMenu(self)
        for text, signal in ((tr("Change…"), self.opened), (tr("Delete"), self.delete_asked)):
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked=False, signal=signal: signal.emit(moment))
            menu.addAction(action)
        menu.popup(self.viewport().mapToGlobal(at))


def _moment(index: Index) -> Moment | None:
    row = index.data(RECORD) if index.isValid() else None
    return row.moment if isinstance(row, MomentRow) else None
