"""A picture, and beside or below it cards that say the same in words."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from connect_desktop.ui import theme
from connect_desktop.ui.theme import UNLIMITED
from connect_desktop.ui.widgets.page_scroll import Inside
from connect_desktop.ui.widgets.scroll_gap import keep_edge

LEAST_HEIGHT = 400
"""of the picture, where all is scrolled"""


class Board(QWidget):
    """Puts the cards beside the picture where there is room, else below it, and scrolls all of it."""

    TWO_ACROSS = 0
    """pixels from which the cards stand beside the picture, at the usual size of text"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside, self._around = _scrolled(), _scrolled()
        self._inside = QVBoxLayout()
        self._picture: QWidget
        self._column: QWidget
        self._across: bool | None = None

    def lay_out(self, picture: QWidget, cards: Iterable[QWidget]) -> None:
        """Put the picture and the cards in their places; to be called once."""
        self._picture, self._column = picture, Inside()
        down = QVBoxLayout(self._column)
        down.setContentsMargins(0, 0, 0, 4)
        down.setSpacing(14)
        for card in cards:
            down.addWidget(card)
        down.addStretch(1)
        inside = Inside()
        self._inside.setContentsMargins(0, 0, 0, 4)
        self._inside.setSpacing(14)
        self._inside.addWidget(picture, 1)
        inside.setLayout(self._inside)
        self._around.setWidget(inside)
        keep_edge(self._around, self._inside, 0)
        keep_edge(self._beside, down, 0)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(18)
        across.addWidget(self._around, 1)
        across.addWidget(self._beside)

    def cards_width(self) -> float:
        """Return how wide the cards are beside the picture, in pixels."""
        raise NotImplementedError

    def has_cards(self) -> bool:
        """Return whether there is anything to show beside the picture."""
        return True

    def arranged(self, *, across: bool) -> None:
        """Hear whether the cards stand beside the picture now."""

    def show_cards(self) -> None:
        """Leave the room beside the picture to it where there are no cards."""
        self._beside.setVisible(bool(self._across) and self.has_cards())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = self.width() >= self.TWO_ACROSS * theme.scale()
        if across != self._across:
            self._across = across
            self.arranged(across=across)
            self._move_cards(beside=across)
        self._beside.setFixedWidth(round(self.cards_width()))
        least = max(round(LEAST_HEIGHT * theme.scale()), self.height() - 4)
        self._picture.setMinimumHeight(0 if across else least)
        self._picture.setMaximumHeight(UNLIMITED if across else least)

    def _move_cards(self, *, beside: bool) -> None:
        if beside:
            self._inside.removeWidget(self._column)
            self._beside.setWidget(self._column)
        else:
            self._beside.takeWidget()
            self._inside.addWidget(self._column)
            self._column.show()
        self.show_cards()


def _scrolled() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
