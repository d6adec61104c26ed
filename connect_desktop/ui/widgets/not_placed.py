"""Those who are on no ring, to be dragged or sent onto one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.face_group import FaceGroup
from connect_desktop.ui.widgets.reveal import reveal
from connect_desktop.ui.widgets.ring_face import RingFace, RingPerson


class NotPlaced(FaceGroup):
    """A list of names, each with its disc."""

    named = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Not placed"), parent)
        self.setAccessibleDescription(
            tr("Arrows walk from one to the next. Keys 1 to 4 put someone on a ring, 1 is the closest.")
        )
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)

    def show_people(self, people: Sequence[RingPerson]) -> None:
        """List these, in the order given."""
        super().show_people(people)
        for place, face in enumerate(self._faces.values()):
            if self._down.indexOf(face) != place:
                self._down.insertWidget(place, face)
                face.show()

    def _made(self, person: RingPerson) -> RingFace:
        face = super()._made(person)
        face.came.connect(lambda: reveal(face))
        face.setCursor(Qt.CursorShape.OpenHandCursor)
        return face
