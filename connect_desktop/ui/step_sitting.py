"""Telling how a small step landed: kept as it is told, one step to undo."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from connect_desktop.domain import Step, StepState
from connect_desktop.i18n import tr
from connect_desktop.ui.session import Session
from connect_desktop.ui.sitting import Sitting


class StepSitting(Sitting[Step]):
    """One sitting at one step. It is done once anything is told about it."""

    def __init__(
        self, session: Session, step: Step, read: Callable[[], dict[str, Any]], parent: QObject
    ) -> None:
        """`read` returns `landed` and `note` as they stand on screen."""
        self._before = step.state
        super().__init__(
            session, step, lambda: self._fields(read()), label=tr("Step told"), stored=True, parent=parent
        )

    def is_blank(self, _record: Step) -> bool:
        return False

    def _fields(self, told: dict[str, Any]) -> dict[str, Any]:
        answered = told["landed"] is not None or told["note"].strip()
        return {**told, "state": StepState.DONE if answered else self._before}
