"""Answering the questions of one week: kept as they are answered, one step to undo."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from connect_desktop.domain import CheckIn
from connect_desktop.i18n import tr
from connect_desktop.ui.session import Session
from connect_desktop.ui.sitting import Sitting


class CheckInSitting(Sitting[CheckIn]):
    """One sitting at one week. Where nothing is left in it, nothing is kept."""

    def __init__(
        self,
        session: Session,
        record: CheckIn,
        read: Callable[[], dict[str, Any]],
        *,
        stored: bool,
        parent: QObject,
    ) -> None:
        """`read` returns the fields as they stand on screen."""
        super().__init__(session, record, read, label=tr("Week answered"), stored=stored, parent=parent)
        self._new = True  # also what was kept before goes once it is emptied

    def is_blank(self, record: CheckIn) -> bool:
        answers = (record.seen, record.someone, record.alone)
        return all(answer is None for answer in answers) and not record.note.strip()
