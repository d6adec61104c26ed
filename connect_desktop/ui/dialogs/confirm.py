"""A calm question before something that cannot easily be taken back: its button says what it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.dialogs.room import room
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.wrapped_label import breakable

WIDTH, SIDE = 420, 24
"""pixels at 100 %, and beside the words"""


class Confirm(QDialog):
    """Accepted when the verb was chosen. Enter and Escape leave all as it is."""

    def __init__(self, parent: QWidget | None, question: str, text: str, verb: str, stay: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle("Connect")
        self.setAccessibleName(question)
        self.setAccessibleDescription(text)
        self.verb = push_button(verb, "danger")
        self.stay = QPushButton(stay or tr("Cancel"))
        width = min(round(WIDTH * theme.scale()), room(self).width() - 2 * SIDE)
        self._lay_out(_wrapped(question, "heading", width), _wrapped(text, "soft", width))
        self.verb.clicked.connect(self.accept)
        self.stay.clicked.connect(self.reject)
        self.stay.setDefault(True)
        self.stay.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, question: str, text: str, verb: str, stay: str = "") -> bool:
        """Return whether the user chose the verb."""
        dialog = cls(parent, question, text, verb, stay)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return chosen

    def _lay_out(self, question: QLabel, text: QLabel) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(SIDE, 20, SIDE, 20)
        down.setSpacing(8)
        down.addWidget(question)
        down.addWidget(text)
        down.addSpacing(12)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addStretch(1)
        across.addWidget(self.stay)
        across.addWidget(self.verb)
        down.addLayout(across)


def _wrapped(text: str, role: str, width: int) -> QLabel:
    label = QLabel(breakable(text))
    label.setAccessibleName(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.ensurePolished()
    label.setFixedWidth(width)
    label.setFixedHeight(label.heightForWidth(label.width()))
    return label
