"""How a reflection was: to be read, and to be brought back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from connect_desktop.domain import Version
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.markdown_edit import MarkdownEdit

SIDE = 32
"""pixels beside the text"""


class VersionView(QFrame):
    """Shows one version."""

    back_asked = Signal(object)
    """bring this version back"""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._version: Version | None = None
        self.setProperty("role", "card")
        self.setAccessibleName(tr("An earlier version"))
        self.when, self.title = QLabel(), QLabel()
        self.when.setProperty("role", "soft")
        self.title.setProperty("role", "title")
        for label in (self.when, self.title):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.prose = MarkdownEdit(theme.font("heading"))
        self.prose.setReadOnly(True)
        self.prose.setAccessibleName(tr("Text as it was"))
        self.bring, self.close_button = QPushButton(tr("Bring back")), QPushButton(tr("To what it is now"))
        self.close_button.setProperty("role", "quiet")
        self.bring.clicked.connect(lambda _checked: self.back_asked.emit(self._version))
        self.close_button.clicked.connect(self.closed)
        self._lay_out()

    def show_version(self, version: Version, when: str) -> None:
        """Show a version; `when` says of which day."""
        self._version = version
        self.when.setText(when)
        self.title.setText(version.title)
        self.title.setVisible(bool(version.title))
        self.prose.set_text(version.text)

    def version(self) -> Version | None:
        """Return what is shown."""
        return self._version

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(0, self.width() - 2 * SIDE - self.prose.comfortable_width())
        self._column.setContentsMargins(SIDE, 24, SIDE + spare, 20)

    def _lay_out(self) -> None:
        buttons = FlowGroup(tr("What to do with it"))
        buttons.insert_part(0, self.bring)
        buttons.insert_part(1, self.close_button)
        down = self._column = QVBoxLayout(self)
        down.setSpacing(12)
        down.addWidget(self.when)
        down.addWidget(self.title)
        down.addWidget(self.prose, 1)
        down.addWidget(buttons)
