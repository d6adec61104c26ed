"""A small square button with a line icon, quiet until it is pointed at or on."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from connect_desktop.ui import icons, theme
from connect_desktop.ui.widgets.group import STEPS
from connect_desktop.ui.widgets.tip import show_keys

SIDE, ICON = 32, 18


class FlatButton(QToolButton):
    """`says` is its tooltip and what a screen reader says; `keys` do the same."""

    def __init__(
        self, icon: str, says: str, keys: str = "", parent: QWidget | None = None, *, stays: bool = False
    ) -> None:
        """`stays` makes it one that is on or off."""
        super().__init__(parent)
        self._icon = icon
        self.setProperty("role", "flat")
        self.setCheckable(stays)
        self.setAccessibleName(says)
        show_keys(self, f"{says} ({keys})" if keys else says, keys)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress()

    def sizeHint(self) -> QSize:
        side = round(SIDE * theme.scale())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Arrows are for the group it may be in.
        if event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_icon"):
            self._dress()

    def _dress(self) -> None:
        self.setIcon(icons.icon(self._icon, checked=theme.palette().on_wash))
        side = round(ICON * theme.scale())
        self.setIconSize(QSize(side, side))
