"""The head of a circle's page: its name, what is known, who is in it, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.back_button import BackButton
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.line_label import LineLabel
from connect_desktop.ui.widgets.moment_rows import Face
from connect_desktop.ui.widgets.more_button import MoreButton
from connect_desktop.ui.widgets.person_button import PersonButton
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.tab_order import keep_together

FIRST = 12
"""members who are shown before the rest is asked for"""


class CircleHead(QWidget):
    """Emits what was asked for; knows only what it shows."""

    back_asked = Signal()
    log_asked = Signal()
    edit_asked = Signal()
    delete_asked = Signal()
    person_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._facts, self._note = ElidedLabel(), LineLabel("soft"), QLabel()
        self._name.setProperty("role", "title")
        self._note.setProperty("role", "small")
        self._note.setWordWrap(True)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._people: Sequence[Face] = ()
        self._all = False
        self._members = FlowGroup(tr("Who belongs to it"))
        self._buttons: list[QWidget] = []
        self._lay_out()

    def show_circle(self, name: str, facts: str, note: str, people: Sequence[Face]) -> None:
        """Show a circle; of a long note its beginning."""
        self._name.setText(name)
        self._facts.say(facts)
        words = " ".join(note.split())
        self._note.setText(words if len(words) <= 240 else words[:240].rstrip() + "…")
        self._note.setToolTip("")
        self._note.setVisible(bool(words))
        if tuple(people) != self._people or not self._buttons:
            self._people = tuple(people)
            self._fill()

    def fold(self) -> None:
        """Show only the first members again, where it is another circle."""
        self._all = False
        self._fill()

    def _fill(self) -> None:
        for part in self._buttons:
            self._members.remove_part(part)
        shown = self._people if self._all else self._people[:FIRST]
        self._buttons = [self._button(face) for face in shown]
        rest = len(self._people) - len(shown)
        if rest:
            self._buttons.append(_link(tr("{n} more", n=rest), self._show_all))
        if not self._people:
            self._buttons.append(
                _link(tr("Nobody in it yet. Choose who belongs to it…"), self.edit_asked.emit)
            )
        for place, part in enumerate(self._buttons):
            self._members.insert_part(place, part)
        keep_together(self._members, self._buttons, new=True)

    def _button(self, face: Face) -> PersonButton:
        button = PersonButton(face)
        button.clicked.connect(lambda: self.person_asked.emit(face.id))
        return button

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        self._buttons[FIRST].setFocus()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        log = push_button(tr("Log a moment"), "primary")
        log.setToolTip(tr("Log a moment with this circle"))
        log.setAccessibleName(tr("Log a moment with this circle"))
        log.clicked.connect(self.log_asked)
        back = BackButton()
        back.clicked.connect(self.back_asked)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(back)
        across.addLayout(words, 1)
        across.addWidget(self._more())
        across.addWidget(log)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        down.addLayout(across)
        down.addWidget(self._members)
        down.addWidget(self._note)

    def _more(self) -> MoreButton:
        menu = QMenu()
        menu.addAction(tr("Name, people, note…")).triggered.connect(self.edit_asked)
        menu.addAction(tr("Delete")).triggered.connect(self.delete_asked)
        return MoreButton(tr("Change or delete this circle"), menu)


def _link(text: str, act: Callable[[], object]) -> QPushButton:
    link = push_button(text, "link")
    link.clicked.connect(lambda _on: act())
    return link
