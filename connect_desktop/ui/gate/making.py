"""While the store is being made: the second that makes guessing slow."""

from PySide6.QtWidgets import QProgressBar

from connect_desktop.i18n import tr
from connect_desktop.ui import theme
from connect_desktop.ui.gate.step import NARROW, Step


class MakingStep(Step):
    """Says that the store is being made; it takes a moment and needs nothing."""

    def __init__(self) -> None:
        super().__init__(
            tr("Making your room…"), tr("A slow lock is hard to pick. This takes a moment."), width=NARROW
        )
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Making your room"))
        self.column.addWidget(self.bar)
        self.bar.setVisible(not theme.reduced_motion())
