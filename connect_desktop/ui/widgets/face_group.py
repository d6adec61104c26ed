"""People as discs that can be walked to, picked up and put on a ring, by mouse or by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from connect_desktop.domain.rings import RINGS
from connect_desktop.ui.widgets.group import STEPS, Group, keep_one_stop
from connect_desktop.ui.widgets.ring_face import OFF, RingFace, RingPerson
from connect_desktop.ui.widgets.tab_order import keep_together

_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKE_OFF = (Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_NEARER, _FURTHER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal), (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_NUMBERS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), RINGS, strict=True))


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
