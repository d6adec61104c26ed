"""Changing and deleting a moment that was logged."""

from PySide6.QtWidgets import QWidget

from connect_desktop.domain import Moment
from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.moment import MomentDialog
from connect_desktop.ui.drafts import Draft
from connect_desktop.ui.hopes import MomentHopes, changed_answers
from connect_desktop.ui.moments import deletion, rewritten_moment
from connect_desktop.ui.offers import offers
from connect_desktop.ui.person_choice import choices
from connect_desktop.ui.refusal import why
from connect_desktop.ui.session import Session


class MomentEditor:
    """Opens a moment in a dialog, and writes what comes back."""

    def __init__(self, session: Session, window: QWidget) -> None:
        self._session = session
        self._window = window

    def edit(self, moment: Moment, person_id: str | None = None) -> None:
        """Show the moment; save or delete as the user says."""
        fresh = self._session.store.moments.get(moment.interaction.id)
        if fresh is None:
            return
        session = self._session
        dialog = MomentDialog(
            fresh,
            choices(session, session.store.people.by_recency()),
            offers(session),
            session.now(),
            person_id,
            self._window,
            opened=session.settings.detail_parts,
        )
        dialog.folded.connect(lambda names: session.save_settings(detail_parts=names))
        said = MomentHopes.of(self._session, fresh)
        dialog.ask_hopes(said.hopes, said.answers)
        draft = Draft(self._session, f"moment {fresh.interaction.id}", dialog)
        dialog.save_asked.connect(lambda: self._save(dialog, fresh, draft))
        dialog.delete_asked.connect(lambda: self._delete(dialog, fresh, draft))
        dialog.erase_asked.connect(lambda: self._erase(dialog, fresh, draft))
        draft.bring_back()
        dialog.open()

    def _save(self, dialog: MomentDialog, moment: Moment, draft: Draft) -> None:
        try:
            entry = dialog.value()
            edits = rewritten_moment(self._session, moment, entry)
            gone = {edit.record.id for edit in edits if edit.after is None}
            said = {felt: given for felt, given in dialog.hopes().items() if felt not in gone}
            answers = changed_answers(self._session, moment, said)
            draft.save(tr("Moment changed"), *edits, *answers)
        except ConnectError as error:
            dialog.tell(why(error))
        else:
            dialog.accept()

    def _erase(self, dialog: MomentDialog, moment: Moment, draft: Draft) -> None:
        from connect_desktop.ui.erasing import Erasing  # noqa: PLC0415 - start-up: seldom needed

        def leave() -> None:
            draft.forget()
            dialog.done(MomentDialog.DialogCode.Rejected)

        erasing = Erasing(self._session, dialog)
        erasing.erased.connect(leave)
        erasing.moment(moment.interaction)

    def _delete(self, dialog: MomentDialog, moment: Moment, draft: Draft) -> None:
        try:
            draft.save(tr("Moment deleted"), *deletion(self._session, moment))
        except ConnectError as error:
            dialog.tell(why(error))
        else:
            dialog.done(MomentDialog.DialogCode.Rejected)
