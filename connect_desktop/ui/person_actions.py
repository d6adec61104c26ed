"""Adding, changing, archiving and deleting a person: the same from the table and from their page."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from connect_desktop.domain import Edit, Impression, Person, Status, free_colours
from connect_desktop.i18n import tr, tr_n
from connect_desktop.insight.told import short_name
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.person import PersonDialog
from connect_desktop.ui.drafts import Draft
from connect_desktop.ui.session import Session


class PersonActions(QObject):
    """Asks what needs asking, then writes."""

    added = Signal(str)
    """id of the person just added"""
    deleted = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def add(self, *, draft: str = "person") -> None:
        """Ask for a new person and add them; `draft` names the draft it is typed into."""

        def add(person: Person) -> None:
            kept.save(tr("Person added"), Edit(None, person))

        colour = next(free_colours(self._session.store.people.all()))
        dialog = PersonDialog(None, colour=colour, keep=add, parent=self._window)
        kept = Draft(self._session, draft, dialog)
        dialog.accepted.connect(lambda: self.added.emit(dialog.value().id))
        kept.bring_back()
        dialog.open()

    def edit(self, person: Person) -> None:
        """Ask what to change about a person and change it."""

        def change(changed: Person) -> None:
            edits = [Edit(person, changed)] if changed != person else []
            draft.save(tr("Person changed"), *edits)

        dialog = PersonDialog(person, keep=change, parent=self._window)
        draft = Draft(self._session, f"person {person.id}", dialog)
        draft.bring_back()
        dialog.open()

    def mark(self, person: Person, status: Status) -> None:
        """Say how a bond is now: whatever is not active freezes what is read and offered."""
        if status is not person.status:
            with self._session.telling():
                self._session.apply(
                    _marked(status, person.status), Edit(person, replace(person, status=status))
                )

    def delete(self, person: Person) -> None:
        """Delete a person with their moments, once the user has seen how many those are."""
        edits = self._session.store.deletion(person)
        moments = sum(isinstance(edit.record, Impression) for edit in edits)
        if not Confirm.ask(
            self._window,
            tr("Delete {name}?", name=short_name(person.name)),
            tr_n(
                "What you logged with them goes too: {n} moment. "
                "Until you close or lock Connect you can undo this.",
                "What you logged with them goes too: {n} moments. "
                "Until you close or lock Connect you can undo this.",
                moments,
            ),
            tr("Delete"),
        ):
            return
        if moments:
            from connect_desktop.ui.keeper import Keeper  # noqa: PLC0415 - start-up: seldom needed

            Keeper.of_session(self._session).before_much_goes()
        with self._session.telling():
            self._session.apply(tr("Person deleted"), *edits)
            self.deleted.emit(person.id)

    def erase(self, person: Person) -> None:
        """Erase a person for good, once the user has seen what goes and what else holds it."""
        from connect_desktop.ui.erasing import Erasing  # noqa: PLC0415 - start-up: seldom needed

        erasing = Erasing(self._session, self._window)
        erasing.erased.connect(lambda: self.deleted.emit(person.id))
        erasing.person(person)


def _marked(status: Status, before: Status) -> str:
    return {
        Status.ACTIVE: tr("Mark taken back") if before is Status.DIED else tr("Brought back"),
        Status.RESTING: tr("Let rest"),
        Status.ENDED: tr("Marked as ended"),
        Status.DIED: tr("Noted that they have died"),
    }[status]
