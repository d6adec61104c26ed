"""What today has left over: moments that wait to be felt, an answer that may have come, a hope to look at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr, tr_n
from connect_desktop.ui import echoes
from connect_desktop.ui.echoes import Echo
from connect_desktop.ui.pages.look_again import LookAgain
from connect_desktop.ui.session import Edits, Session
from connect_desktop.ui.waiting import Waiting
from connect_desktop.ui.widgets.question_strip import QuestionStrip


class LooseEnds(QWidget):
    """Quiet lines; nothing is to be seen where nothing is left over."""

    catch_up_asked = Signal()
    hope_asked = Signal(str)
    refused = Signal(str)
    """a sentence: why an answer was not noted"""
    settled = Signal()
    """the question was answered: on with the log"""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting = Waiting.of_session(session)
        self._echo: Echo | None = None
        self._question = QuestionStrip()
        self._again = LookAgain(session, self)
        self._again.hope_asked.connect(self.hope_asked)
        self._again.settled.connect(self._settle)
        self._wait = QPushButton()
        self._wait.setProperty("role", "link")
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addWidget(self._question)
        down.addWidget(self._wait, 0, Qt.AlignmentFlag.AlignLeft)
        down.addWidget(self._again)
        self._question.answered.connect(self._close)
        self._wait.clicked.connect(self.catch_up_asked)
        session.changed.connect(self._hear)
        self._waiting.renewed.connect(self._renew)

    def refresh(self) -> None:
        """Count anew what waits."""
        count = self._waiting.new()
        self._wait.setText(tr_n("{n:,} moment waits to be felt", "{n:,} moments wait to be felt", count))
        self._wait.setVisible(bool(count))
        self._again.refresh()
        self._show()

    def _renew(self) -> None:
        page = self.parentWidget()
        if page is not None and page.isVisible():  # else it is made anew when one comes here
            self.refresh()

    def _hear(self, edits: Edits) -> None:
        found = echoes.echo(self._session, edits)
        if found is not None:
            self._echo = found
            self._question.ask(found.question(self._session))
        elif self._echo is not None and not self._echo.stands(self._session):
            self._echo = None
            self._question.hide()
        self._show()

    def _show(self) -> None:
        self.setVisible(not all(line.isHidden() for line in (self._wait, self._question, self._again)))

    def _settle(self) -> None:
        self._show()
        self.settled.emit()

    def _close(self, yes: bool) -> None:
        found, self._echo = self._echo, None
        if found is not None and yes:
            self._note(found)
        elif found is not None:
            echoes.deny(self._session, found.attempt.impression.id)
        self._show()
        self.settled.emit()

    def _note(self, found: Echo) -> None:
        edits = echoes.answered(self._session, found.attempt.impression.id)
        try:
            self._session.apply(tr("Answer noted"), *edits)
        except ConnectError as error:
            self.refused.emit(str(error))
