"""While a store is put right, and what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.gate.step import NARROW, Step, button, row


class MendingStep(Step):
    """Says that it is under way; it takes a moment and needs nothing."""

    def __init__(self, title: str = "") -> None:
        super().__init__(
            title or tr("Putting it right…"),
            tr("Nothing is changed until all of it is ready and seen to be whole."),
            width=NARROW,
        )
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title or tr("Putting it right"))
        self.column.addWidget(self.bar)
        self.bar.setVisible(not theme.reduced_motion())


class MendedStep(Step):
    """Says what came of it; `opened()` to go on."""

    opened = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(tr("It is whole again."), text)
        self.open = button(tr("Open"), "primary")
        self.column.addSpacing(8)
        self.column.addLayout(row(self.open, 1))
        self.open.clicked.connect(self.opened)

    def arrive(self) -> None:
        self.open.setFocus()
