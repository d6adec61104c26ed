"""A reflection while it is being written: kept in the store a breath after each key."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from connect_desktop.domain import Reflection
from connect_desktop.i18n import tr
from connect_desktop.ui.session import Session
from connect_desktop.ui.sitting import Sitting


class ReflectionSitting(Sitting[Reflection]):
    """One sitting at one reflection."""

    def __init__(
        self,
        session: Session,
        reflection: Reflection,
        read: Callable[[], dict[str, Any]],
        *,
        stored: bool,
        parent: QObject,
    ) -> None:
        """`read` returns the fields as they stand on screen; it is asked only when it is time to save."""
        label = tr("Reflection written")
        super().__init__(session, reflection, read, label=label, stored=stored, parent=parent)

    @property
    def reflection(self) -> Reflection:
        """The reflection as it was last saved, or as it began."""
        return self.record

    def is_blank(self, record: Reflection) -> bool:
        return is_blank(record)

    def stamped(self, record: Reflection) -> Reflection:
        return replace(record, edited=self._session.now())


def is_blank(reflection: Reflection) -> bool:
    """Return whether nothing was written and nobody named."""
    return not (reflection.title or reflection.text.strip() or reflection.people or reflection.circles)
