"""The way back from a page that was opened from another."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import icons


class BackButton(QToolButton):
    """An arrow that says where it leads, and by which keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setIcon(icons.icon("back"))
        self.setIconSize(QSize(18, 18))
        self.setToolTip(tr("Back (Alt+Left)"))
        self.setAccessibleName(tr("Back"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
