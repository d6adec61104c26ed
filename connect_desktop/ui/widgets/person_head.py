"""The head of a person's page: who it is, and what can be done."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from connect_desktop.domain import Person, Status
from connect_desktop.i18n import tr
from connect_desktop.ui import icons
from connect_desktop.ui.widgets.avatar import Avatar
from connect_desktop.ui.widgets.elided_label import ElidedLabel


class PersonHead(QWidget):
    """Emits what was asked for; knows only what it shows."""

    back_asked = Signal()
    log_asked = Signal()
    export_asked = Signal()
    edit_asked = Signal()
    archive_asked = Signal()
    delete_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._avatar = Avatar(size=52)
        self._name = ElidedLabel()
        self._name.setProperty("role", "title")
        self._facts = ElidedLabel()
        self._facts.setProperty("role", "soft")
        self._lay_out()

    def show_person(self, person: Person, facts: str) -> None:
        """Show a person with a line of facts."""
        self._avatar.set_person(person.name, person.colour)
        self._name.setText(person.name)
        self._facts.setText(facts)
        active = person.status is Status.ACTIVE
        self._archive.setText(tr("Archive (let it rest)") if active else tr("Bring back"))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self._back())
        across.addWidget(self._avatar)
        across.addLayout(words, 1)
        across.addWidget(self._more())
        export, log = QPushButton(tr("Export PDF…")), QPushButton(tr("Log a moment"))
        log.setProperty("role", "primary")
        export.clicked.connect(self.export_asked)
        log.clicked.connect(self.log_asked)
        across.addWidget(export)
        across.addWidget(log)

    def _back(self) -> QToolButton:
        back = QToolButton()
        back.setProperty("role", "plain")
        back.setIcon(icons.icon("back"))
        back.setIconSize(QSize(18, 18))
        back.setToolTip(tr("Back to people (Alt+Left)"))
        back.setAccessibleName(tr("Back to people"))
        back.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        back.clicked.connect(self.back_asked)
        return back

    def _more(self) -> QToolButton:
        more = QToolButton()
        more.setProperty("role", "plain")
        more.setIcon(icons.icon("more"))
        more.setIconSize(QSize(18, 18))
        more.setToolTip(tr("Change, archive or delete"))
        more.setAccessibleName(tr("More"))
        more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addAction(tr("Change…")).triggered.connect(self.edit_asked)
        self._archive = menu.addAction("")
        self._archive.triggered.connect(self.archive_asked)
        menu.addAction(tr("Delete…")).triggered.connect(self.delete_asked)
        more.setMenu(menu)
        return more
