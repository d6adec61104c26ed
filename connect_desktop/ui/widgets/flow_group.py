"""A group whose parts go on in the next line when one is full, mirrored where reading runs right to left.

Hidden parts take no place.

Parts are placed by hand: a layout written in Python hands None to Qt at its end, which PySide may free.
"""

from PySide6.QtCore import QEvent, QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from connect_desktop.ui.widgets.group import Group

Line = list[tuple[QWidget, QSize]]


class FlowGroup(Group):
    """Lays its parts out in lines, each at its own size, centred in the height of its line.

    One that is wider than a line takes a line of its own, and as many as its words need.
    """

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        margins: QMargins | None = None,
        fill_end: bool = False,
    ) -> None:
        """`fill_end` gives the last part the rest of its line."""
        super().__init__(name, parent)
        self._parts: list[QWidget] = []
        self._margins = margins or QMargins()
        self._fill_end = fill_end
        self._spacing = 6
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def parts(self) -> list[QWidget]:
        """Return its parts in the order they stand."""
        return list(self._parts)

    def insert_part(self, place: int, part: QWidget) -> None:
        """Put a part before the one at `place`."""
        part.setParent(self)
        self._parts.insert(place, part)
        part.show()
        self._rearrange()

    def remove_part(self, part: QWidget) -> None:
        """Take a part out and let it go."""
        self._parts.remove(part)
        part.hide()
        part.deleteLater()
        self._rearrange()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        around = self._margins.left() + self._margins.right()
        lines = self._lines(width - around)
        heights = sum(_height(line) for line in lines) + self._spacing * max(0, len(lines) - 1)
        return heights + self._margins.top() + self._margins.bottom()

    def sizeHint(self) -> QSize:
        sizes = [part.sizeHint() for part in self._present()]
        width = sum(size.width() for size in sizes) + self._spacing * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width, height).grownBy(self._margins)

    def minimumSizeHint(self) -> QSize:
        size = QSize()
        for part in self._present():
            size = size.expandedTo(part.minimumSizeHint())
        return size.grownBy(self._margins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._rearrange()
        return super().event(event)

    def _present(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _rearrange(self) -> None:
        self.updateGeometry()
        self._place()

    def _lines(self, width: int) -> list[Line]:
        lines: list[Line] = []
        used = 0
        for part in self._present():
            size = part.sizeHint()
            least = part.minimumSizeHint().width()
            size.setWidth(max(least, min(size.width(), width)))
            if part.hasHeightForWidth():
                size.setHeight(part.heightForWidth(size.width()))
            if not lines or used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((part, size))
            used += size.width() + self._spacing
        return lines

    def _place(self) -> None:
        area = self.rect().marginsRemoved(self._margins)
        top = area.top()
        for line in self._lines(area.width()):
            height = _height(line)
            self._place_line(line, area, top, height)
            top += height + self._spacing

    def _place_line(self, line: Line, area: QRect, top: int, height: int) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = area.left()
        for part, size in line:
            if self._fill_end and part is self._parts[-1]:
                size.setWidth(max(size.width(), area.left() + area.width() - left))
            x = area.left() + area.right() - left - size.width() + 1 if mirrored else left
            part.setGeometry(QRect(QPoint(x, top + (height - size.height()) // 2), size))
            left += size.width() + self._spacing


def _height(line: Line) -> int:
    return max(size.height() for _, size in line)
