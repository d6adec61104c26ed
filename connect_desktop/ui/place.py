"""Where in the window one was when the store was locked: kept in the store, to come back to."""

import json
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget

from connect_desktop.ui.drafts import Draft
from connect_desktop.ui.session import Session

PLACE = "place"
"""name under which the store remembers it"""


@dataclass(frozen=True, slots=True)
class Place:
    """A page, whose it is, and the draft of the dialog that was open over it; empty where there is none."""

    page: str = "today"
    person: str | None = None
    draft: str = ""

    def remember(self, session: Session) -> None:
        """Keep it with the store; a full disk loses only this."""
        text = json.dumps([self.page, self.person, self.draft])
        if not session.sample:
            session.remember(PLACE, text)

    @classmethod
    def recall(cls, session: Session) -> "Place":
        """Return the place and forget it: the next start begins with today."""
        text = session.store.memo(PLACE)
        if text is None:
            return cls()
        session.remember(PLACE, None)
        try:
            page, person, draft = json.loads(text)
        except (ValueError, TypeError):
            return cls()
        return cls(str(page), person, str(draft))


def open_draft(window: QWidget) -> str:
    """Return the name of the draft in the dialog that is open over a window; empty where there is none."""
    for draft in window.findChildren(Draft):
        dialog = draft.parent()
        if isinstance(dialog, QDialog) and dialog.isVisible() and draft.holds():
            return draft.name
    return ""
