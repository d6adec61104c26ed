"""Naming, changing, closing and deleting a hope: the same from its page and from a person's."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from connect_desktop.domain import Edit, Hope, HopeState, Record
from connect_desktop.domain.clock import months_later
from connect_desktop.i18n import tr
from connect_desktop.ui.dialogs.form import FormDialog
from connect_desktop.ui.dialogs.hope import ClosingDialog, HopeDialog, HopeEntry
from connect_desktop.ui.drafts import Draft
from connect_desktop.ui.person_choice import choice_of, choices, new_person
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.hope_row import Ask
from connect_desktop.ui.widgets.person_field import Choice, NewName


class HopeActions(QObject):
    """Asks what needs asking, then writes."""

    named = Signal(str)
    """id of the hope just named"""
    person_asked = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def name(self, person_id: str | None = None, *, draft: str = "") -> None:
        """Ask for a new hope, about someone where given, and keep it; `draft` names what it is typed into."""
        session = self._session
        dialog = HopeDialog(
            None,
            who=choice_of(session, person_id) if person_id else None,
            people=[] if person_id else choices(session, session.store.people.by_recency()),
            today=session.today(),
            keep=lambda entry: self._name(entry, person_id, kept),
            parent=self._window,
        )
        kept = Draft(session, draft or (f"hope of {person_id}" if person_id else "hope"), dialog)
        _open(dialog, kept)

    def act(self, ask: Ask, hope: Hope) -> None:
        """Do what was asked for about a hope."""
        today = self._session.today()
        if ask is Ask.PERSON:
            self.person_asked.emit(hope.person)
        elif ask in (Ask.CAME_TRUE, Ask.LET_GO):
            self.close(hope, HopeState.CAME_TRUE if ask is Ask.CAME_TRUE else HopeState.LET_GO)
        elif ask is Ask.REOPEN:
            self._write(tr("Hope waited for again"), Edit(hope, _reopened(hope, today)))
        elif ask is Ask.CHANGE:
            self._change(hope)
        elif ask is Ask.DELETE:
            self._write(tr("Hope deleted"), *self._session.store.deletion(hope))
        else:
            self.look_again(hope, _later(ask, today))

    def look_again(self, hope: Hope, on: date | None) -> None:
        """Look at a hope again on a day, or never."""
        label = tr("Will look again") if on else tr("No date to look again")
        self._write(label, Edit(hope, replace(hope, look_again=on)))

    def close(self, hope: Hope, state: HopeState) -> None:
        """Ask how a hope ended, and keep it."""
        label = tr("Hope came true") if state is HopeState.CAME_TRUE else tr("Hope let go")

        def keep(fields: dict[str, Any]) -> None:
            draft.save(label, Edit(hope, replace(hope, **fields)))

        dialog = ClosingDialog(hope, state, today=self._session.today(), keep=keep, parent=self._window)
        draft = Draft(self._session, f"closing {hope.id}", dialog)
        _open(dialog, draft)

    def _name(self, entry: HopeEntry, person_id: str | None, draft: Draft) -> None:
        who = entry.who
        edits: list[Edit[Record]] = []
        if isinstance(who, NewName):
            added = new_person(self._session, who.name)
            edits.append(Edit(None, added))
            person_id = added.id
        elif isinstance(who, Choice):
            person_id = who.id
        hope = Hope(person=str(person_id), **entry.fields)
        draft.save(tr("Hope named"), *edits, Edit(None, hope))
        self.named.emit(hope.id)

    def _change(self, hope: Hope) -> None:
        def change(fields: dict[str, Any]) -> None:
            changed = replace(hope, **fields)
            draft.save(tr("Hope changed"), *([Edit(hope, changed)] if changed != hope else []))

        today = self._session.today()
        dialog: FormDialog
        if hope.state is not HopeState.WAITING:
            dialog = ClosingDialog(hope, hope.state, today=today, keep=change, parent=self._window)
            draft = Draft(self._session, f"closing {hope.id}", dialog)
            _open(dialog, draft)
            return
        dialog = HopeDialog(
            hope,
            who=choice_of(self._session, hope.person),
            people=[],
            today=today,
            keep=lambda entry: change(entry.fields),
            parent=self._window,
        )
        draft = Draft(self._session, f"hope {hope.id}", dialog)
        _open(dialog, draft)

    def _write(self, label: str, *edits: Edit[Record]) -> None:
        with self._session.telling():
            self._session.apply(label, *edits)


def _open(dialog: FormDialog, draft: Draft) -> None:
    """Open a dialog with what was typed into it before and not saved."""
    draft.bring_back()
    dialog.open()


def _reopened(hope: Hope, today: date) -> Hope:
    """Return a hope that is waited for again; its closing words stay, a date that has gone does not."""
    again = hope.look_again if hope.look_again and hope.look_again > today else None
    return replace(hope, state=HopeState.WAITING, closed=None, look_again=again)


def _later(ask: Ask, today: date) -> date | None:
    return {Ask.IN_A_WEEK: today + timedelta(days=7), Ask.IN_A_MONTH: months_later(today, 1)}.get(ask)
