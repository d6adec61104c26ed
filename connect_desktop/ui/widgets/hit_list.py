"""The results of a search as rows, the kinds as headings above them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.headed_rows import RECORD, HeadedRows
from connect_desktop.ui.widgets.hit_delegate import HitDelegate
from connect_desktop.ui.widgets.hit_rows import HitRow, MoreRow, Row


class HitModel(HeadedRows[HitRow | MoreRow]):
    """What was found, the kinds as headings."""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def first(self) -> QModelIndex:
        """Return the first row that can be opened; none where nothing was found."""
        found = (place for place, row in enumerate(self._rows) if isinstance(row, HitRow))
        return self.index(next(found, -1))


class HitList(QListView):
    """Opens what was found on Enter or a click; Up from the first leaves it."""

    opened = Signal(object)
    """a HitRow"""
    more_asked = Signal(object)
    """the Kind of which more is to be shown"""
    left = Signal()
    """upwards, back to the question"""
    typed = Signal(str)
    """a letter that belongs to the question"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HitModel(self)
        self.setModel(self._model)
        self.setItemDelegate(HitDelegate(self))
        self.setAccessibleName(tr("What was found"))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, from the top; the same ones keep their place."""
        kept = self.currentIndex().data(RECORD) if self.currentIndex().isValid() else None
        self._model.show_rows(rows)
        self.scrollToTop()
        same = next(
            (place for place, row in enumerate(rows) if isinstance(kept, HitRow) and _is(row, kept)), -1
        )
        if same >= 0:
            self.setCurrentIndex(self._model.index(same))

    def lengthen(self, rows: Sequence[Row]) -> None:
        """Show these, more than before: all stays where it is, and the keyboard is on the first that came."""
        place, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        self._model.show_rows(rows)
        self.doItemsLayout()
        self.setCurrentIndex(self._model.index(place))
        self.verticalScrollBar().setValue(scrolled)

    def begin(self) -> None:
        """Put the keyboard on the first row."""
        if self._model.first().isValid():
            self.setCurrentIndex(self._model.first())
            self.setFocus()

    def first(self) -> HitRow | None:
        """Return the best of what was found."""
        index = self._model.first()
        row = index.data(RECORD) if index.isValid() else None
        return row if isinstance(row, HitRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._act_on(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex() == self._model.first():
            self.left.emit()
        elif event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._act_on(self.indexAt(event.position().toPoint()))

    def _act_on(self, index: QModelIndex) -> None:
        row = index.data(RECORD) if index.isValid() else None
        if isinstance(row, HitRow):
            self.opened.emit(row)
        elif isinstance(row, MoreRow):
            self.more_asked.emit(row.kind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.scheduleDelayedItemsLayout()


def _is(row: Row, other: HitRow) -> bool:
    return isinstance(row, HitRow) and (row.kind, row.id) == (other.kind, other.id)
