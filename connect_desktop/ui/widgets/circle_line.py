"""One circle in the list of circles."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.faces import Faces
from connect_desktop.ui.widgets.moment_rows import Face

_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleShown:
    """What is shown of a circle."""

    id: str
    name: str
    people: tuple[Face, ...]
    """by name"""
    facts: str
    note: str = ""


class CircleLine(QAbstractButton):
    """Name, people and facts; `clicked` opens it."""

    edit_asked = Signal()
    delete_asked = Signal()

    def __init__(self, shown: CircleShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.circle = shown.id
        names = ", ".join(face.name for face in shown.people) or tr("nobody in it yet")
        facts = ", ".join(shown.facts.splitlines())
        self.setAccessibleName(f"{shown.name}. {names}. {facts}")
        self.setAccessibleDescription(" ".join(shown.note.split())[:200])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out(shown, names)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN:
            self.click()
        elif event.key() == Qt.Key.Key_F2:
            self.edit_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        for text, act in (
            (tr("Open"), self.click),
            (tr("Change…"), self.edit_asked.emit),
            (tr("Delete"), self.delete_asked.emit),
        ):
            menu.addAction(text).triggered.connect(lambda _on=False, act=act: act())
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu.popup(self.mapToGlobal(QPoint(20, self.height() // 2)) if by_key else event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme.palette(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(QColor(colours.sunken))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 10, 10)

    def _lay_out(self, shown: CircleShown, names: str) -> None:
        name, who, facts = ElidedLabel(shown.name), ElidedLabel(names), QLabel(shown.facts)
        name.setProperty("role", "strong")
        who.setProperty("role", "small")
        facts.setProperty("role", "small")
        facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(who)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 10, 12, 10)
        across.setSpacing(16)
        faces = Faces(shown.people)
        across.addLayout(words, 1)
        across.addWidget(faces)
        across.addWidget(facts)
        for part in (name, who, faces, facts):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
