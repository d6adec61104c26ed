"""People as discs that can be walked to, picked up and put on a ring, by mouse or by keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from connect_desktop.domain.labels import ring_label
from connect_desktop.domain.rings import RINGS
from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.avatar import first_letter, paint_avatar
from connect_desktop.ui.widgets.colours import edge
from connect_desktop.ui.widgets.group import STEPS, Group, keep_one_stop, keep_together

OFF = 0
"""no ring"""
_DISC, _PAD, _GAP = 28, 6, 10
_UPRIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKE_OFF = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_NEARER, _FURTHER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_NUMBERS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), RINGS, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class RingPerson:
    """Someone as the rings show them."""

    id: str
    name: str
    colour: int
    ring: int = OFF
    status: str = ""
    """resting, ended or died, in words; empty where the bond is lived now"""

    @property
    def said(self) -> str:
        """Who it is and where they stand."""
        place = ring_label(self.ring) if self.ring else tr("not placed")
        return ", ".join(filter(None, (self.name, self.status, place)))


class RingFace(QAbstractButton):
    """One person; leaves keys to the group it stands in."""

    dragged = Signal(QPoint)
    """where it is held over, on the screen"""
    dropped = Signal(QPoint)
    let_go = Signal()
    """it is not dragged any more, and dropped nowhere"""
    opened = Signal()
    came = Signal()
    """the keyboard came here"""
    pointed = Signal(bool)
    """the pointer came, or left"""

    def __init__(self, person: RingPerson, parent: QWidget, *, named: bool) -> None:
        """With the name beside the disc where `named`."""
        super().__init__(parent)
        self._named = named
        self._held: QPointF | None = None
        self._dragging = False
        self.movable = True
        self.chosen = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_person(person)

    def show_person(self, person: RingPerson) -> None:
        """Show someone, or the same one somewhere else."""
        self.person = person
        self.setAccessibleName(person.said)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font())
        lines = metrics.height() + (QFontMetrics(theme.font("small")).height() if self.person.status else 0)
        return QSize(160, max(_DISC, lines) + 2 * _PAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._dragging:
            self._dragging, self._held = False, None
            self.let_go.emit()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None or not self.movable:
            return
        far = (event.position() - self._held).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or far:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging, self._dragging, self._held = self._dragging, False, None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if dragging:
            self.setDown(False)
            self.dropped.emit(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.came.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = self._disc()
        paint_person(painter, disc, self.person)
        if self._named:
            self._paint_words(painter)
        if self.hasFocus() or self.chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else colours.soft), 2))
            if self._named:
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
            else:
                painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _disc(self) -> QRectF:
        if not self._named:
            return QRectF(self.rect()).adjusted(3, 3, -3, -3)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - _PAD - _DISC if mirrored else _PAD
        return QRectF(left, (self.height() - _DISC) / 2, _DISC, _DISC)

    def _paint_words(self, painter: QPainter) -> None:
        colours, person = theme.palette(), self.person
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lead = _PAD + _DISC + _GAP
        room = self.rect().adjusted(_PAD if mirrored else lead, _PAD, -lead if mirrored else -_PAD, -_PAD)
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        lines = [(person.name, theme.font(), colours.ink)]
        if person.status:
            lines.append((person.status, theme.font("small"), colours.soft))
        top = room.top() + (room.height() - sum(QFontMetrics(font).height() for _, font, _ in lines)) // 2
        for text, font, colour in lines:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            area = QRectF(room.left(), top, room.width(), metrics.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(area, align | _UPRIGHT, shown)
            top += metrics.height()


class FaceGroup(Group):
    """Some people, one of whom Tab stops at.

    Arrows walk, 1 … 4 put on a ring, + and − (or Alt with up and down) bring nearer and further, 0 or Delete
    take off, Enter opens, Space or a click chooses.
    """

    placed = Signal(str, int)
    """a person, and the ring they are to be on; 0 for none"""
    chosen = Signal(str)
    opened = Signal(str)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, QPoint)
    let_go = Signal()
    refused = Signal()
    """someone was to be put elsewhere while nothing can be changed"""
    named = False
    """whether names stand beside the discs"""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._faces: dict[str, RingFace] = {}
        self._movable = True
        self._current = ""

    def people(self) -> list[RingPerson]:
        """Return who is here, in the order in which arrows walk."""
        return [face.person for face in self._faces.values()]

    def face(self, person_id: str) -> RingFace | None:
        """Return someone's disc, None where they are not here."""
        return self._faces.get(person_id)

    def show_people(self, people: Sequence[RingPerson]) -> None:
        """Show these, in this order; whoever had the focus keeps it, or the one who comes to their place."""
        before = [*self._faces]
        focused = next((one for one in before if self._faces[one].hasFocus()), None)
        known, self._faces = self._faces, {}
        for person in people:
            face = known.pop(person.id, None) or self._made(person)
            face.show_person(person)
            self._faces[person.id] = face
        self._keep_order()
        self._mark()
        if focused is not None and focused not in self._faces:
            self.focus_near(before.index(focused))
        for face in known.values():
            face.hide()
            face.deleteLater()

    def focus_near(self, place: int) -> bool:
        """Give the focus to whoever stands at a place in the order, or the last; False where nobody is."""
        faces = [*self._faces.values()]
        if faces:
            faces[min(place, len(faces) - 1)].setFocus()
        return bool(faces)

    def choose(self, person_id: str) -> None:
        """Show who is chosen, here or elsewhere."""
        self._current = person_id
        self._mark()

    def set_movable(self, movable: bool) -> None:
        """Let people be put elsewhere, or only be looked at."""
        self._movable = movable
        for face in self._faces.values():
            face.movable = movable

    def keyPressEvent(self, event: QKeyEvent) -> None:
        face = self._focused()
        if face is None or not self._act(face, event):
            event.ignore()

    def say(self, sentence: str) -> None:
        """Let a screen reader say something now."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _act(self, face: RingFace, event: QKeyEvent) -> bool:
        key, person = Qt.Key(event.key()), face.person
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        wanted = _wanted(person.ring, key, alt=alt)
        if wanted is not None:
            self._ask(person, wanted)
        elif key in STEPS and not alt:
            self._walk(face, self._step(key))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk_to(0 if key == Qt.Key.Key_Home else -1)
        elif key in _OPEN:
            self.opened.emit(person.id)
        elif key == Qt.Key.Key_Space:
            self.chosen.emit(person.id)
        else:
            return False
        return True

    def _ask(self, person: RingPerson, ring: int) -> None:
        if not self._movable:
            self.refused.emit()
        elif ring != person.ring:
            self.placed.emit(person.id, ring)

    def _step(self, key: Qt.Key) -> int:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return -STEPS[key] if mirrored and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) else STEPS[key]

    def _walk(self, face: RingFace, step: int) -> None:
        order = [*self._faces.values()]
        order[(order.index(face) + step) % len(order)].setFocus()

    def _walk_to(self, place: int) -> None:
        [*self._faces.values()][place].setFocus()

    def _focused(self) -> RingFace | None:
        return next((face for face in self._faces.values() if face.hasFocus()), None)

    def _made(self, person: RingPerson) -> RingFace:
        face = RingFace(person, self, named=self.named)
        face.movable = self._movable
        face.clicked.connect(lambda: self.chosen.emit(person.id))
        face.came.connect(lambda: self.chosen.emit(person.id))
        face.opened.connect(lambda: self.opened.emit(person.id))
        face.dragged.connect(lambda at: self.dragged.emit(person.id, at))
        face.dropped.connect(lambda at: self.dropped.emit(person.id, at))
        face.let_go.connect(self.let_go)
        return face

    def _keep_order(self) -> None:
        """Let Tab and screen readers come to people in the order shown, where the group stands."""
        for face in self._faces.values():
            face.raise_()
        if self._faces:
            keep_together(self, [*self._faces.values()], new=True)

    def _mark(self) -> None:
        faces = [*self._faces.values()]
        for face in faces:
            face.chosen = face.person.id == self._current
            face.update()
        if faces:
            keep_one_stop(self, faces, self._faces.get(self._current) or self._focused() or faces[0])
        else:
            self.stop = None


def paint_person(painter: QPainter, disc: QRectF, person: RingPerson) -> None:
    """Paint someone's disc: filled, or a ring alone where the bond is not lived now."""
    colours = theme.palette()
    if not person.status:
        paint_avatar(painter, disc, person.name, person.colour, colours)
        return
    colour = edge(colours.people[person.colour % len(colours.people)], colours)
    painter.setBrush(QColor(colours.surface))
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(disc.height() * 0.42)))
    painter.setFont(font)
    painter.setPen(QColor(colours.soft))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, first_letter(person.name))


def _wanted(ring: int, key: Qt.Key, *, alt: bool) -> int | None:
    """Return the ring a key asks for; None where it asks for none."""
    if key in _NUMBERS:
        return _NUMBERS[key]
    if key in _TAKE_OFF:
        return OFF
    if key in _NEARER or (alt and key == Qt.Key.Key_Up):
        return max(RINGS[0], ring - 1) if ring else RINGS[-1]
    if key in _FURTHER or (alt and key == Qt.Key.Key_Down):
        return min(RINGS[-1], ring + 1) if ring else OFF
    return None
