"""A person's name that opens their page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from connect_desktop.ui.widgets.tip import show_whole

SIDE = 4
"""pixels beside the name, as app.qss has it"""


class NameButton(QPushButton):
    """A name, cut where there is no room for all of it; the tooltip has the whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "name")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name = ""

    def say(self, name: str) -> None:
        """Show a name."""
        self._name = name
        self.setAccessibleName(name)
        self.updateGeometry()
        self._cut()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._name) + 2 * SIDE + 4, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        wanted, least = self.sizeHint(), self.fontMetrics().averageCharWidth() * 8
        return QSize(min(least, wanted.width()), wanted.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.width() - 2 * SIDE - 2
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        show_whole(self, self._name, cut=shown != self._name)
