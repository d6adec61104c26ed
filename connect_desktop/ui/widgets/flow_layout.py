"""A layout that goes on in the next line when one is full, mirrored where reading runs right to left."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays items out in lines, each at its own size, centred in the height of its line."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6, fill_end: bool = False) -> None:
        """`fill_end` gives the last item the rest of its line."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._fill_end = fill_end
        self.setSpacing(spacing)
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Add a widget before the item at `place`."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        height = max((size.height() for size in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Return the height the items take in `rect`, putting them there where `place`."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        top = area.top()
        for line in self._lines(area.width()):
            height = max(size.height() for _, size in line)
            if place:
                self._put(line, area, top, height)
            top += height + self.spacing()
        used = max(0, top - self.spacing() - area.top())
        return used + margins.top() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._shown():
            size = _fitted(item, width)
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self.spacing()
        return lines

    def _put(self, line: list[tuple[QLayoutItem, QSize]], area: QRect, top: int, height: int) -> None:
        widget = self.parentWidget()
        mirrored = widget is not None and widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = area.left()
        for item, size in line:
            if self._fill_end and item is self._items[-1]:
                size.setWidth(max(size.width(), area.left() + area.width() - left))
            x = area.left() + area.right() - left - size.width() + 1 if mirrored else left
            item.setGeometry(QRect(QPoint(x, top + (height - size.height()) // 2), size))
            left += size.width() + self.spacing()


def _fitted(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint().boundedTo(item.maximumSize()).expandedTo(item.minimumSize())
    return QSize(max(item.minimumSize().width(), min(size.width(), width)), size.height())
