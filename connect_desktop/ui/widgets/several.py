"""Several people in one moment: felt alike or each their own, and whose answers are shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.people_match import short
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.tab_order import in_order


class Several(QWidget):
    """Tells what the user chose; `show_choice` is silent."""

    parted = Signal(bool)
    """whether each is felt on their own"""
    turned = Signal(str)
    """the key of the person whose answers are wanted"""

    def __init__(self) -> None:
        super().__init__()
        options = [(False, tr("Felt alike with all")), (True, tr("Each their own"))]
        self._apart = SegmentedChoice(options, name=tr("With several people"))
        self._whose = SegmentedChoice((), name=tr("How it felt with"))
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addWidget(self._apart)
        down.addWidget(self._whose)
        self._apart.changed.connect(lambda apart: self.parted.emit(bool(apart)))
        self._whose.changed.connect(lambda key: self.turned.emit(str(key)))

    def show_choice(self, people: Sequence[tuple[str, str]], *, apart: bool, shown: str) -> None:
        """Offer these people, pairs of a key and a name, and show what is chosen."""
        self._apart.set_value(apart)
        self._whose.set_options([(key, short(name)) for key, name in people])
        self._whose.set_value(shown)
        in_order((self._apart, self._whose))
        self._whose.setVisible(apart)
