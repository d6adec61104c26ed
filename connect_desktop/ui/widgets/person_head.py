"""The head of a person's page: who it is, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QWidget

from connect_desktop.domain import Person, Status
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.avatar import Avatar
from connect_desktop.ui.widgets.back_button import BackButton
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.kept_action import kept_action
from connect_desktop.ui.widgets.key_hint import spelled
from connect_desktop.ui.widgets.line_label import LineLabel
from connect_desktop.ui.widgets.more_button import MoreButton
from connect_desktop.ui.widgets.tip import show_keys

ROOMY = 700
"""pixels at 100 % from which name, facts and buttons stand in one row"""


class PersonHead(QWidget):
    """Emits what was asked for; knows only what it shows."""

    back_asked = Signal()
    log_asked = Signal()
    export_asked = Signal()
    edit_asked = Signal()
    status_asked = Signal(object)
    """the Status that is to be"""
    delete_asked = Signal()
    erase_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = BackButton()
        self._avatar = Avatar(size=52)
        self._name = ElidedLabel()
        self._name.setProperty("role", "title")
        self._facts = LineLabel("soft")
        self._log = QPushButton()
        self._arranged: tuple[bool, bool] | None = None
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def show_person(self, person: Person, facts: str) -> None:
        """Show a person with a line of facts."""
        self._avatar.set_person(person.name, person.colour)
        self._name.setText(person.name)
        self._facts.say(facts)
        # Of the dead nothing new is asked for; what was lived can still be logged by their name.
        self._log.setVisible(person.status is not Status.DIED)
        self._arrange()
        for status, action in self._statuses.items():
            action.setText(status_offer(status, person.status))
            action.setVisible(status is not person.status)

    def _lay_out(self) -> None:
        back, export, log = self._back, QPushButton(tr("Export PDF…")), self._log
        log.setProperty("role", "primary")
        log.setAccessibleName(tr("Log a moment"))
        keys = spelled("Ctrl+N")
        show_keys(log, tr("Log a moment ({keys})", keys=keys), keys)
        back.clicked.connect(self.back_asked)
        export.clicked.connect(self.export_asked)
        log.clicked.connect(self.log_asked)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(12)
        for button in (self._more(), export, log):
            buttons.addWidget(button)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        grid.addWidget(back, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._avatar, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._name, 0, 2)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons beside name and facts, beside the name alone, or below for the name to be whole."""
        narrow = self.width() < ROOMY * theme.scale()
        self._log.setText(tr("Log a moment") if narrow else f"{tr('Log a moment')}  {spelled('Ctrl+N')}")
        beside = (self._back.sizeHint(), self._avatar.size(), self._buttons.sizeHint())
        taken = sum(part.width() + self._grid.horizontalSpacing() for part in beside)
        below = narrow and self._name.sizeHint().width() > self.width() - taken
        if (narrow, below) == self._arranged:
            return
        self._arranged = narrow, below
        self._buttons.setContentsMargins(0, 8 if below else 0, 0, 0)
        self._grid.addWidget(self._facts, 1, 2, 1, 2 if narrow else 1)
        if below:
            self._grid.addWidget(self._buttons, 2, 2, 1, 2, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self._buttons, 0, 3, 1 if narrow else 2, 1)

    def _more(self) -> MoreButton:
        menu = QMenu()
        menu.addAction(tr("Change…")).triggered.connect(self.edit_asked)
        menu.addSeparator()
        self._statuses = {status: kept_action(menu, "") for status in Status}
        for status, action in self._statuses.items():
            action.triggered.connect(lambda _on=False, status=status: self.status_asked.emit(status))
        menu.addSeparator()
        menu.addAction(tr("Delete…")).triggered.connect(self.delete_asked)
        menu.addAction(tr("Erase for good…")).triggered.connect(self.erase_asked)
        return MoreButton(tr("Change, let rest or delete"), menu)


def status_offer(status: Status, now: Status) -> str:
    """Return the words that offer to say how a bond is, other than it is marked `now`."""
    return {
        Status.ACTIVE: tr("That was noted by mistake") if now is Status.DIED else tr("Bring back"),
        Status.RESTING: tr("Let it rest"),
        Status.ENDED: tr("It has ended"),
        Status.DIED: tr("They have died"),
    }[status]
