"""A quiet question with yes and no, that can as well be left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.flow_group import FlowGroup


class QuestionStrip(QFrame):
    """Hidden until something is asked; `answered(bool)`."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "wash")
        self._question = QLabel()
        self._question.setWordWrap(True)
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._yes, self._no = QPushButton(tr("Yes")), QPushButton(tr("No"))
        self._yes.clicked.connect(lambda: self._answer(yes=True))
        self._no.clicked.connect(lambda: self._answer(yes=False))
        ways = FlowGroup(tr("Your answer"))
        ways.insert_part(0, self._yes)
        ways.insert_part(1, self._no)
        down = QVBoxLayout(self)
        down.setContentsMargins(20, 12, 20, 12)
        down.setSpacing(8)
        down.addWidget(self._question)
        down.addWidget(ways)
        self.hide()

    def ask(self, question: str) -> None:
        """Ask something else, without taking the focus."""
        self._question.setText(question)
        self.setAccessibleName(question)
        for button in (self._yes, self._no):
            button.setAccessibleDescription(question)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, question))

    def question(self) -> str:
        """Return what is asked, empty while hidden."""
        return "" if self.isHidden() else self._question.text()

    def _answer(self, *, yes: bool) -> None:
        self.hide()
        self.answered.emit(yes)
