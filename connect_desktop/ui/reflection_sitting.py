"""A reflection while it is being written: kept in the store a breath after each key."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from connect_desktop.domain import Edit, Reflection, Version
from connect_desktop.domain.history import APART, before_now, let_go
from connect_desktop.i18n import tr
from connect_desktop.ui.session import Edits, Session
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

    def edits(self, before: Reflection | None, after: Reflection | None) -> Edits:
        """Return the edits that also keep how it was before this sitting, and let go of what is too much."""
        if before is None:
            return (Edit(None, after),)
        if after is None:
            return self._session.store.deletion(before)
        kept = self._session.store.versions.of(before.id) if _apart(before, after) else []
        new = before_now(before, kept, after.edited)
        return (Edit(before, after), *keeping(new, kept))

    def stamped(self, record: Reflection) -> Reflection:
        return replace(record, edited=self._session.now())


def _apart(before: Reflection, after: Reflection) -> bool:
    return after.edited - before.edited >= APART


def keeping(new: Version | None, kept: Sequence[Version]) -> Edits:
    """Return the edits that keep a version after those kept so far, and let go of what is too much."""
    if new is None:
        return ()
    gone = let_go([*kept, new])
    return (Edit(None, new), *(Edit(one, None) for one in gone))


def is_blank(reflection: Reflection) -> bool:
    """Return whether nothing was written and nobody named."""
    return not (reflection.title or reflection.text.strip() or reflection.people or reflection.circles)
