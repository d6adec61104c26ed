"""A quiet question with yes and no, that can as well be left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from connect_desktop.i18n import tr


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
        across = QHBoxLayout(self)
        across.setContentsMargins(20, 10, 20, 10)
        across.setSpacing(8)
        across.addWidget(self._question, 1)
        across.addWidget(self._yes)
        across.addWidget(self._no)
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
