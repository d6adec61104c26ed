"""What scrolls: any widget, or a page as a whole, for lists that are read further as their end comes near."""

from PySide6.QtCore import QMargins, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from connect_desktop.ui.widgets.scroll_gap import keep_edge

APART, CLOSE, CLOSE_TOP = 14, 10, 16
"""pixels between things, also where they stand close, and above them then"""
ABOVE = 14
"""pixels kept free above what was brought to the top"""


def scrolled(inside: QWidget) -> QScrollArea:
    """Return what scrolls `inside` and takes no focus: Tab goes to what is in it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


class Inside(QWidget):
    """What scrolls: as high as its lines are in this width, not as they would be in the narrowest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least


class PageScroll(QScrollArea):
    """Put things into `column`; what is in it ends where the head does, scroll bar or none."""

    neared_end = Signal()
    """less than what is seen now is left below it"""

    def __init__(self, margins: QMargins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = Inside()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(margins)
        self.column.setSpacing(APART)
        self._top = margins.top()
        self.setWidgetResizable(True)
        self.setWidget(self._inside)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keep_edge(self, self.column, margins.right())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._look_ahead())
        self.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._look_ahead())

    def stand_close(self, close: bool) -> None:
        """Leave less room above and between things, where the window is low."""
        margins = self.column.contentsMargins()
        margins.setTop(CLOSE_TOP if close else self._top)
        self.column.setContentsMargins(margins)
        self.column.setSpacing(CLOSE if close else APART)

    def begin(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)

    def show_from(self, part: QWidget) -> None:
        """Scroll until a part is at the top, once what has just changed has its place."""
        QTimer.singleShot(0, part, lambda: self._bring_up(part))

    def _bring_up(self, part: QWidget) -> None:
        self.verticalScrollBar().setValue(part.mapTo(self._inside, QPoint()).y() - ABOVE)

    def _look_ahead(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - bar.value() < self.viewport().height():
            self.neared_end.emit()
