"""A quiet line across the top of the pages: something to know, perhaps something to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.push_button import push_button


class Notice(QFrame):
    """Hidden until there is something to say; `acted` when its button is pressed, `closed` when the other."""

    acted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._act = QPushButton()
        self._close = push_button(tr("Close"), "quiet")
        across = QHBoxLayout(self)
        across.setContentsMargins(32, 6, 32, 6)
        across.addWidget(self._text, 1)
        across.addWidget(self._act)
        across.addWidget(self._close)
        self._act.clicked.connect(self.acted)
        self._close.clicked.connect(self.hide)
        self._close.clicked.connect(self.closed)
        self.hide()

    def show_notice(self, sentence: str, action: str = "", other: str = "") -> None:
        """Show a sentence; with an action it stays, without one, or with another, it can be closed."""
        self._text.setText(sentence)
        self._act.setText(action)
        self._act.setVisible(bool(action))
        self._close.setText(other or tr("Close"))
        self._close.setVisible(bool(other) or not action)
        self.setAccessibleName(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def take_back(self, sentence: str) -> None:
        """Say this no longer, if it is being said."""
        if self.text() == sentence:
            self.hide()

    def text(self) -> str:
        """Return what is being said, empty while hidden."""
        return "" if self.isHidden() else self._text.text()
