"""What was typed and not saved: it is kept in the store, by name, until it is saved or let go of.

It lies among the memos: no record, no change of the store, no step to undo, in no export.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog

from connect_desktop.domain.errors import ConnectError
from connect_desktop.i18n import tr
from connect_desktop.ui.session import Session

if TYPE_CHECKING:
    from connect_desktop.domain import Edit, Record
    from connect_desktop.ui.widgets.draft_line import DraftLine

PREFIX = "draft "
"""before the name of a draft among the memos"""
QUIET, MOST, RETRY = 400, 1200, 3000
"""milliseconds to keeping it: from the last key, from the first key not kept yet, after it failed"""

Answers: TypeAlias = "dict[str, Any]"
"""plain data, which JSON can hold"""


class Form(Protocol):
    """What takes part: something typed into, that tells every change."""

    changed: Any
    """a signal: something typed or chosen is different now"""
    draft_line: "DraftLine"
    """tells of the draft"""

    def answers(self) -> Answers:
        """Return all that is typed and chosen; nothing in it where nothing would be missed.

        `at` is when it was, empty for just now.
        """

    def restore(self, kept: Answers) -> None:
        """Show what `answers` gave before; what no longer fits is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was typed, as it was kept."""

    begun: datetime
    answers: Answers

    def __bool__(self) -> bool:
        """Whether anything of it would be missed: a time alone would not."""
        return any(_says(value) for name, value in self.answers.items() if name != "at")

    def answers_then(self) -> Answers:
        """Return the answers as they were meant: just now is when it was begun."""
        if self.answers.get("at") == "":
            return {**self.answers, "at": self.begun.isoformat()}
        return self.answers

    def text(self) -> str:
        """Return it as text to be remembered: plain ASCII, whatever was typed."""
        return json.dumps({"begun": self.begun.isoformat(), "answers": self.answers}, separators=(",", ":"))


class Draft(QObject):
    """What is typed into one form; kept soon after the last key, and every now and then between keys."""

    kept = Signal()

    def __init__(self, session: Session, name: str, form: Form) -> None:
        """`name` says what it is a draft of: `moment <id>`. It lives as long as the form.

        A dialog that is closed, saved or not, keeps none.
        """
        super().__init__(cast(QObject, form))
        self.name = PREFIX + name
        self._session = session
        self._form = form
        self._begun: datetime | None = None
        self._text: str | None = None
        self._seen = self._touched = self._restoring = False
        self._said = ""
        self._quiet, self._latest = QTimer(self, singleShot=True), QTimer(self, singleShot=True)
        for timer in (self._quiet, self._latest):
            timer.timeout.connect(self.flush)
        form.changed.connect(self.touch)
        if isinstance(form, QDialog):
            form.rejected.connect(self.forget)

    def bring_back(self) -> bool:
        """Show in the form what was kept of it before, once. Return whether there was something.

        What was typed since, before it could be looked for, stays.
        """
        if self._seen or self._session.sample:
            return False
        self._seen = True
        found = kept_before(self._session, self.name)
        if found is None:
            return False
        self._begun, self._text = found.begun, found.text()
        self._restoring = True
        since = {name: value for name, value in self._form.answers().items() if _says(value)}
        self._form.restore({**found.answers_then(), **since})
        self._restoring = False
        self._form.draft_line.say_earlier()
        return True

    def take_up(self, answers: Answers) -> bool:
        """Show and keep the answers of another draft; False where something is begun, or the disk refuses."""
        self.bring_back()
        if self._kept():
            return False
        self._form.restore(answers)
        self.touch()
        return self.flush()

    def holds(self) -> bool:
        """Return whether there is something of it in the store, or is to be."""
        return self._text is not None or (self._touched and bool(self._kept()))

    def touch(self) -> None:
        """Hear that a key was pressed."""
        if self._session.sample or self._restoring:
            return
        if self._begun is None:
            self._begun = self._session.now()
        self._touched = True
        self._quiet.start(QUIET)
        if not self._latest.isActive():
            self._latest.start(MOST)

    def flush(self) -> bool:
        """Keep now what is not kept; False when that failed, which is tried again."""
        self._stop()
        if not self._touched or self._session.closed:
            return True
        try:
            self._keep()
        except ConnectError as error:
            self._tell(str(error))
            self._latest.start(RETRY)
            return False
        self._touched = False
        self._take_back_said()
        return True

    def save(self, label: str, *edits: "Edit[Record]") -> None:
        """Apply what the form became, and keep the draft no longer, in one; `NotSaved` leaves both."""
        self._session.apply(label, *edits, draft=self.name if self._seen else None)
        if edits and self._seen:
            self._text = None
        self.forget()

    def forget(self) -> None:
        """Keep nothing of it any more; where the disk refuses it is offered once again."""
        self._stop()
        self._touched = False
        self._take_back_said()
        self._begun = None
        if self._text is not None:
            self._text = None
            let_go(self._session, self.name)
        else:
            self._session.draft_gone.emit(self.name)
        self._form.draft_line.say_nothing()

    def _keep(self) -> None:
        self.bring_back()
        kept = self._kept()
        text = kept.text() if kept else None
        if text != self._text:
            self._session.store.remember(self.name, text)
            self._text = text
        if text is None:
            self._begun = None
            self._form.draft_line.say_nothing()
        else:
            self._form.draft_line.say_kept()
            self.kept.emit()

    def _tell(self, sentence: str) -> None:
        """Say that it is not kept yet, across the window only the first time."""
        said = tr("{sentence} Your words stay here, and Connect keeps trying.", sentence=sentence)
        self._form.draft_line.say_not_kept(said)
        if not self._said:
            self._said = said
            self._session.not_saved.emit(said)

    def _take_back_said(self) -> None:
        if self._said:
            self._session.saved_after_all.emit(self._said)
            self._said = ""

    def _kept(self) -> Kept:
        return Kept(begun=self._begun or self._session.now(), answers=self._form.answers())

    def _stop(self) -> None:
        self._quiet.stop()
        self._latest.stop()


def _says(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(_says(one) for one in value.values())
    if isinstance(value, list):
        return any(_says(one) for one in value)
    return value is not None and value is not False and value != ""


def names(session: Session) -> list[str]:
    """Return the names of all drafts that are kept."""
    return [name for name in session.store.memos() if name.startswith(PREFIX)]


def kept_before(session: Session, name: str) -> Kept | None:
    """Return what is kept under the name of a draft; None for nothing, or what cannot be read."""
    try:
        parts = json.loads(session.store.memo(name) or "")
        return Kept(begun=datetime.fromisoformat(parts["begun"]), answers=dict(parts["answers"]))
    except (ValueError, TypeError, KeyError):
        return None


def let_go(session: Session, name: str) -> None:
    """Keep nothing under this name; where the disk refuses it is offered once again."""
    session.remember(name, None)
    session.draft_gone.emit(name)
