"""A plain list of short texts in as many lines as they need, with headings between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from connect_desktop.ui import theme

KEY = Qt.ItemDataRole.UserRole
BESIDE, ABOVE, ABOVE_HEADING = 10, 6, 12


@dataclass(frozen=True, slots=True)
class Row:
    """One entry; a heading where it has no key."""

    key: str
    text: str
    says: str = ""
    """what a screen reader says, where that is more"""


class QuietList(QListWidget):
    """`chosen(key)` when the user came to an entry, `opened(key)` on Enter or a double click."""

    chosen = Signal(str)
    opened = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self.setProperty("role", "quiet")
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemSelectionChanged.connect(self._tell_chosen)
        self.itemDoubleClicked.connect(self._tell_opened)

    def show_rows(self, rows: Sequence[Row], chosen: str | None = None) -> None:
        """List these, and mark one; tells nobody."""
        was = self.blockSignals(True)
        if tuple(rows) != self._rows:
            self._rows = tuple(rows)
            self.clear()
            for row in rows:
                self.addItem(_item(row))
            self._dress()
        self.mark(chosen)
        self.blockSignals(was)

    def mark(self, key: str | None) -> None:
        """Mark an entry without telling; None for no entry."""
        was = self.blockSignals(True)
        found = next((n for n, row in enumerate(self._rows) if row.key and row.key == key), -1)
        self.setCurrentRow(found)
        if found < 0:
            self.clearSelection()
        self.blockSignals(was)

    def key(self) -> str:
        """Return the entry that is marked, empty for none."""
        # Not the current item: at a click it is current before it is marked, at a key after.
        return next((str(item.data(KEY)) for item in self.selectedItems()), "")

    def keys(self) -> list[str]:
        """Return every entry, in order."""
        return [row.key for row in self._rows if row.key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key():
            self.opened.emit(self.key())
        elif event.key() == Qt.Key.Key_Delete and self.key():
            self.delete_asked.emit(self.key())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_rows"):
            self._dress()

    def _dress(self) -> None:
        heading, colours = theme.font("small", strong=True), theme.palette()
        for row, item in self._items():
            if not row.key:
                item.setFont(heading)
                item.setForeground(QColor(colours.soft))
        self._size()

    def _size(self) -> None:
        """Give each entry the height of its lines."""
        width = self.viewport().width() - 2 * BESIDE
        room, wrapped = QRect(0, 0, max(40, width), 10_000), int(Qt.TextFlag.TextWordWrap)
        for row, item in self._items():
            metrics = self.fontMetrics() if row.key else _metrics()
            words = metrics.boundingRect(room, wrapped, row.text)
            above = ABOVE if row.key else ABOVE_HEADING
            item.setSizeHint(QSize(width, words.height() + 2 * above))

    def _items(self) -> "list[tuple[Row, QListWidgetItem]]":
        return [(row, self.item(n)) for n, row in enumerate(self._rows)]

    def _tell_chosen(self) -> None:
        if self.key():
            self.chosen.emit(self.key())

    def _tell_opened(self, item: QListWidgetItem) -> None:
        if item.data(KEY):
            self.opened.emit(item.data(KEY))


def _item(row: Row) -> QListWidgetItem:
    item = QListWidgetItem(row.text)
    item.setData(KEY, row.key)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, row.says or row.text)
    if not row.key:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _metrics() -> QFontMetrics:
    return QFontMetrics(theme.font("small", strong=True))
