"""Something said directly, and what they did with it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from connect_desktop.domain import TRUTHS, Response, labels
from connect_desktop.domain.checks import WORDING_LIMIT
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.chips import Chip, ChipChoice
from connect_desktop.ui.widgets.segmented import SegmentedChoice


class TruthField(QWidget):
    """What came of it is asked only when something was said. `changed` tells what the user did."""

    changed = Signal()

    def __init__(self, own: Iterable[str] = ()) -> None:
        super().__init__()
        self._said = ChipChoice(
            _chips(own), name=tr("Said directly"), own_words=True, single=True, limit=WORDING_LIMIT
        )
        self._asked = QLabel()
        self._asked.setProperty("role", "label")
        self._asked.setWordWrap(True)
        self._response = SegmentedChoice(
            [(one, labels.response_label(one)) for one in Response],
            name=tr("What they did with it"),
            clearable=True,
        )
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        for part in (self._said, self._asked, self._response):
            down.addWidget(part)
        self.set_name("")
        self._ask()
        self._said.changed.connect(self._hear)
        self._response.changed.connect(self.changed)

    def set_own(self, own: Iterable[str]) -> None:
        """Offer these wordings of the user's own."""
        self._said.set_chips(_chips(own))

    def set_name(self, name: str) -> None:
        """Say whose answer it was."""
        self._asked.setText(tr("and {name}…", name=name) if name else tr("and they…"))

    def value(self) -> tuple[str | None, object]:
        """Return what was said and what came of it, each None for nothing."""
        return self._said.one(), self._response.value()

    def set_value(self, truth: str | None, response: object) -> None:
        """Show what was said and what came of it."""
        self._said.set_value([truth] if truth else [])
        self._response.set_value(response)
        self._ask()

    def summary(self) -> str:
        """Return both in a few words."""
        truth, response = self.value()
        parts = [labels.truth_label(truth)] if truth else []
        parts += [labels.response_label(response)] if isinstance(response, Response) else []
        return " → ".join(parts)

    def _hear(self) -> None:
        if self._said.one() is None:
            self._response.set_value(None)
        self._ask()
        self.changed.emit()

    def _ask(self) -> None:
        asked = any(answer is not None for answer in self.value())
        self._asked.setVisible(asked)
        self._response.setVisible(asked)


def _chips(own: Iterable[str]) -> list[Chip]:
    return [Chip(one, labels.truth_label(one)) for one in (*TRUTHS, *own)]
