"""What is known about a person: their names, ties and note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from connect_desktop.domain import Circle, Person, labels
from connect_desktop.i18n import plain_date, tr
from connect_desktop.ui.widgets.card import Card


class AboutPerson(QWidget):
    """Facts in two columns, and the way to change them."""

    edit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card, inside = Card(), QWidget()
        inside.setProperty("role", "clear")
        self._area = _scrolled(inside)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(10)
        self._facts.setColumnStretch(1, 1)
        change = QPushButton(tr("Change…"))
        change.clicked.connect(self.edit_asked)
        filled = QVBoxLayout(inside)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addLayout(self._facts)
        filled.addStretch(1)
        card.column.addWidget(self._area, 1)
        card.column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(card)

    def show_person(self, person: Person, circles: Sequence[Circle]) -> None:
        """Show what is known; what is not known is left out."""
        while (item := self._facts.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.deleteLater()
        for row, (name, value) in enumerate(_facts(person, circles)):
            label, text = QLabel(name), QLabel(value)
            label.setProperty("role", "label")
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(text, row, 1)


def _scrolled(inside: QWidget) -> QScrollArea:
    """Return an area the keyboard comes to only where there is more than it shows."""
    area = QScrollArea()
    area.setProperty("role", "reading")
    area.setAccessibleName(tr("What is known"))
    area.setWidgetResizable(True)
    area.setWidget(inside)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    policies = Qt.FocusPolicy
    area.setFocusPolicy(policies.NoFocus)
    area.verticalScrollBar().rangeChanged.connect(
        lambda low, high: area.setFocusPolicy(policies.StrongFocus if high > low else policies.NoFocus)
    )
    return area


def _facts(person: Person, circles: Sequence[Circle]) -> list[tuple[str, str]]:
    belongs = sorted(circle.name for circle in circles if person.id in circle.members)
    facts = [
        (tr("Name"), person.name),
        (tr("Also called"), ", ".join(person.aliases)),
        (tr("Ties"), labels.ties(person.ties)),
        (tr("Since"), plain_date(person.since) if person.since else ""),
        (tr("Now"), labels.status_label(person.status)),
        (tr("Care"), tr("runs one way by its nature here") if person.one_way else ""),
        (tr("Circles"), ", ".join(belongs)),
        (tr("Note"), person.note),
    ]
    return [(name, value) for name, value in facts if value]
