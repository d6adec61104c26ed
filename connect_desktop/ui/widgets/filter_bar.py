"""Above a list: what narrows it, how many are left, and the way to all of them."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from connect_desktop.i18n import tr, tr_n
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.removable_chip import RemovableChip


class FilterBar(FlowGroup):
    """A button to narrow the list, and a chip for each answer that does; without any it says nothing more."""

    asked = Signal()
    removed = Signal(object)
    """what a chip stands for"""
    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Which moments are shown"), parent)
        self._chips: list[RemovableChip] = []
        self._filter = QPushButton(tr("Filter…"))
        self._filter.setToolTip(tr("Show only some of the moments"))
        self._filter.clicked.connect(self.asked)
        self._count = QLabel()
        self._count.setProperty("role", "soft")
        self._every = push_button(tr("Show all"), "link")
        self._every.clicked.connect(self.all_asked)
        for place, part in enumerate((self._filter, self._count, self._every)):
            self.insert_part(place, part)
        self.show_filter((), 0)

    def show_filter(self, parts: Sequence[tuple[Hashable, str]], count: int) -> None:
        """Show a chip for each part, pairs of what it stands for and its words, and how many are left."""
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        for chip in self._chips:
            self.remove_part(chip)
        self._chips = [self._chip(place, *part) for place, part in enumerate(parts, start=1)]
        self._count.setText(tr_n("{n} moment", "{n} moments", count))
        for part in (self._count, self._every):
            part.setVisible(bool(parts))
        self._keep_focus(focused)

    def _keep_focus(self, place: int | None) -> None:
        if place is not None:
            near = self._chips[min(place, len(self._chips) - 1)] if self._chips else self._filter
            near.setFocus()

    def _chip(self, place: int, stands_for: Hashable, words: str) -> RemovableChip:
        chip = RemovableChip(words, self)
        chip.setAccessibleName(tr("Only: {words}", words=words))
        chip.setAccessibleDescription(tr("Delete takes it out"))
        chip.remove_asked.connect(lambda: self.removed.emit(stands_for))
        before = self._chips_before(place)
        self.insert_part(place, chip)
        QWidget.setTabOrder(before, chip)
        QWidget.setTabOrder(chip, self._every)
        return chip

    def _chips_before(self, place: int) -> QWidget:
        before = self._parts[place - 1]
        return before if isinstance(before, RemovableChip) else self._filter
