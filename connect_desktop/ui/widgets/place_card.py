"""People of whom the same is said, by name, each with their counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.avatar import Avatar
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.elided_label import ElidedLabel

FIRST = 6
"""people who are listed before the rest is asked for"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One person of a list."""

    person: str
    name: str
    colour: int
    counts: str


class PersonLine(QAbstractButton):
    """A person with their counts; pressing it opens them."""

    def __init__(self, listed: Listed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = listed.person
        self.setAccessibleName(f"{listed.name}, {listed.counts}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)  # a button would else never be narrower than its words
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = ElidedLabel(listed.name)
        counts = QLabel(listed.counts)
        counts.setProperty("role", "small")
        counts.setTextFormat(Qt.TextFormat.PlainText)
        counts.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(name)
        words.addWidget(counts)
        across = QHBoxLayout(self)
        across.setContentsMargins(6, 4, 6, 4)
        across.setSpacing(12)
        avatar = Avatar(listed.name, listed.colour)
        across.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        for part in (avatar, name, counts):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme.palette(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRoundedRect(area, 9, 9)
        elif self.underMouse():
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawRoundedRect(area, 9, 9)


class PlaceCard(Card):
    """A heading and people by name; `person_asked(id)` when one is opened."""

    person_asked = Signal(str)

    def __init__(self, heading: str, parent: QWidget | None = None, *, role: str = "card") -> None:
        super().__init__(heading, parent, role=role)
        self._people: Sequence[Listed] = ()
        self._all = False
        self._lines: list[PersonLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._note = QLabel()
        self._note.setProperty("role", "small")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._more = QPushButton()
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self._show_all)
        self.column.setSpacing(8)
        self.column.addLayout(self._list)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._note)
        self.show_people((), "")

    def show_people(self, people: Sequence[Listed], note: str = "") -> None:
        """List these, with a note below; where there is neither, the card is hidden."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if people != self._people:
            self._people = people
            self._fill()
        self.setVisible(bool(people or note))

    def people(self) -> list[str]:
        """Return the ids of those who are listed now, from above."""
        return [line.person for line in self._lines]

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        self._lines[FIRST].setFocus()

    def _fill(self) -> None:
        for line in self._lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        shown = self._people if self._all else self._people[:FIRST]
        self._lines = [PersonLine(listed) for listed in shown]
        for line in self._lines:
            line.clicked.connect(lambda _on=False, person=line.person: self.person_asked.emit(person))
            self._list.addWidget(line)
        rest = len(self._people) - len(shown)
        self._more.setText(tr("{n} more", n=rest))
        self._more.setVisible(rest > 0)
