"""Making, changing and deleting a circle: the same from the list and from its page."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from connect_desktop.domain import Circle, Edit, Record
from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.circle import CircleDialog
from connect_desktop.ui.drafts import Draft
from connect_desktop.ui.person_choice import by_name, new_people
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.people_match import NewName


class CircleActions(QObject):
    """Asks what needs asking, then writes."""

    made = Signal(str)
    """id of the circle just made"""
    deleted = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def make(self, *, draft: str = "circle") -> None:
        """Ask for a new circle and keep it; `draft` names the draft it is typed into."""
        dialog = self._dialog(None, draft)
        dialog.accepted.connect(lambda: self.made.emit(dialog.value().id))
        dialog.open()

    def edit(self, circle: Circle) -> None:
        """Ask what to change about a circle and change it."""
        self._dialog(circle, f"circle {circle.id}").open()

    def delete(self, circle: Circle) -> None:
        """Delete a circle; its moments and reflections stay, and so do the people."""
        with self._session.telling():
            self._session.apply(tr("Circle deleted; its moments stay"), *self._session.store.deletion(circle))
            self.deleted.emit(circle.id)

    def _dialog(self, before: Circle | None, name: str) -> CircleDialog:
        def keep(circle: Circle, names: Sequence[NewName]) -> None:
            label = tr("Circle changed") if before else tr("Circle made")
            draft.save(label, *self._edits(before, circle, names))

        people = by_name(self._session, self._session.store.people.all())
        dialog = CircleDialog(before, people, keep=keep, parent=self._window)
        draft = Draft(self._session, name, dialog)
        draft.bring_back()
        return dialog

    def _edits(self, before: Circle | None, circle: Circle, names: Sequence[NewName]) -> list[Edit[Record]]:
        people = new_people(self._session, [one.name for one in names])
        after = replace(circle, members=circle.members | {person.id for person in people})
        if after == before:
            return []
        return [*(Edit(None, person) for person in people), Edit(before, after)]
