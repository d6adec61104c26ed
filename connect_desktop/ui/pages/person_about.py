"""What is known about a person: their names, ties, circles, how close they are, and a note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from connect_desktop.domain import Circle, Person, labels
from connect_desktop.i18n import plain_date, tr
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.group import Group
from connect_desktop.ui.widgets.tip import show_whole

LONGEST = 40
"""average characters of a link before it is cut"""


class AboutPerson(QWidget):
    """Facts in two columns, and the way to change them."""

    edit_asked = Signal()
    circle_asked = Signal(str)
    closeness_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card()
        self._rows = 0
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(10)
        self._facts.setColumnStretch(1, 1)
        change = QPushButton(tr("Change…"))
        change.clicked.connect(self.edit_asked)
        card.column.addLayout(self._facts)
        card.column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(card)

    def show_person(self, person: Person, circles: Sequence[Circle], close: str = "") -> None:
        """Show what is known; what is not known is left out. `close`: how close they have been, in words."""
        while (item := self._facts.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        self._rows = 0
        for name, value in _facts(person):
            fact = _text(value)
            fact.setAlignment(_beginning(fact))
            self._add(name, fact)
        self._add(tr("How close"), self._close(close))
        if circles:
            self._add(tr("Circles"), self._circles(circles))
        if person.note:
            self._add(tr("Note"), _text(person.note))

    def _add(self, name: str, shown: QWidget) -> None:
        label = QLabel(name)
        label.setProperty("role", "label")
        self._facts.addWidget(label, self._rows, 0, Qt.AlignmentFlag.AlignTop)
        self._facts.addWidget(shown, self._rows, 1)
        self._rows += 1

    def _close(self, history: str) -> QWidget:
        shown = Group(tr("How close"))
        down = QVBoxLayout(shown)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(2)
        if history:
            down.addWidget(_text(history))
        link = _link(tr("See the rings") if history else tr("Put them on a ring"))
        link.clicked.connect(self.closeness_asked)
        down.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return shown

    def _circles(self, circles: Sequence[Circle]) -> QWidget:
        shown = FlowGroup(tr("Circles"))
        for place, circle in enumerate(circles):
            link = _link(circle.name)
            link.clicked.connect(lambda _on=False, circle=circle: self.circle_asked.emit(circle.id))
            shown.insert_part(place, link)
        return shown


def _facts(person: Person) -> list[tuple[str, str]]:
    facts = [
        (tr("Name"), person.name),
        (tr("Also called"), ", ".join(person.aliases)),
        (tr("Ties"), labels.ties(person.ties)),
        (tr("Since"), plain_date(person.since) if person.since else ""),
        (tr("Now"), labels.status_label(person.status)),
        (tr("Care"), tr("runs one way by its nature here") if person.one_way else ""),
    ]
    return [(name, value) for name, value in facts if value]


def _beginning(label: QLabel) -> Qt.AlignmentFlag:
    """Return where the column begins, however a name is written: only notes stand as their script does."""
    mirrored = label.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop


def _text(value: str) -> QLabel:
    text = QLabel(value)
    text.setWordWrap(True)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return text


def _link(text: str) -> QPushButton:
    link = QPushButton()
    link.setProperty("role", "link")
    room = link.fontMetrics().averageCharWidth() * LONGEST
    shown = link.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
    link.setText(shown.replace("&", "&&"))
    link.setAccessibleName(text)
    show_whole(link, text, cut=shown != text)
    return link
