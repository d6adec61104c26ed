"""The way back from a page that was opened from another."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QTransform
from PySide6.QtWidgets import QToolButton, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import icons, theme
from connect_desktop.ui.widgets.tip import show_keys

SHARPEST = 3.0
"""device pixels to a pixel"""


class BackButton(QToolButton):
    """An arrow that says where it leads, and by which keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        show_keys(self, tr("Back (Alt+Left)"), "Alt+Left")
        self.setAccessibleName(tr("Back"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._dress()

    def _dress(self) -> None:
        side = round(18 * theme.scale())
        self.setIconSize(QSize(side, side))
        icon = icons.icon("back")
        if self.isRightToLeft():  # it points to where reading begins
            icon = QIcon(icon.pixmap(QSize(20, 20), SHARPEST).transformed(QTransform.fromScale(-1, 1)))
        self.setIcon(icon)
