"""A list of which each entry is wanted or not: all of them until one is left out."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.push_button import push_button

_ROWS = 7
"""entries that are seen without scrolling"""
_ID = Qt.ItemDataRole.UserRole


class PickList(QWidget):
    """Shows entries, pairs of an id and its words. Space or a click takes one out or in again.

    What was left out stays out when other entries are shown and it comes back among them. `changed()` tells
    what the user did; showing entries is silent.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = QListView()
        self.all, self.none = _link(tr("All")), _link(tr("None"))
        self._nothing = QLabel(tr("There are none in these days."))
        self._model = QStandardItemModel(self)
        self._left_out: set[str] = set()
        self._lay_out(name)
        self._model.itemChanged.connect(self._follow)
        self.all.clicked.connect(lambda: self._set_all(True))
        self.none.clicked.connect(lambda: self._set_all(False))

    def show_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show these instead."""
        if entries == self.entries():
            return
        was = self._model.blockSignals(True)
        self._model.clear()
        for ident, words in entries:
            self._model.appendRow(self._item(ident, words))
        self._model.blockSignals(was)
        self._model.layoutChanged.emit()
        self._fit()

    def entries(self) -> list[tuple[str, str]]:
        """Return what is shown."""
        items = (self._model.item(row) for row in range(self._model.rowCount()))
        return [(item.data(_ID), item.text()) for item in items]

    def chosen(self) -> tuple[str, ...] | None:
        """Return the ids that are wanted, None for all of them."""
        ids = [ident for ident, _ in self.entries()]
        wanted = tuple(ident for ident in ids if ident not in self._left_out)
        return None if len(wanted) == len(ids) else wanted

    def summary(self) -> str:
        """Return how many are wanted, in words; nothing where there are none to choose from."""
        count, chosen = self._model.rowCount(), self.chosen()
        if not count:
            return tr("none in these days")
        if chosen is None:
            return tr("all {n}", n=count)
        return tr("{n} of {of}", n=len(chosen), of=count) if chosen else tr("none of {of}", of=count)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _item(self, ident: str, words: str) -> QStandardItem:
        item = QStandardItem(words)
        item.setData(ident, _ID)
        item.setEditable(False)
        item.setCheckable(True)
        item.setToolTip(words)
        wanted = ident not in self._left_out
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        return item

    def _follow(self, item: QStandardItem) -> None:
        if item.checkState() is Qt.CheckState.Checked:
            self._left_out.discard(item.data(_ID))
        else:
            self._left_out.add(item.data(_ID))
        self.changed.emit()

    def _set_all(self, wanted: bool) -> None:
        ids = {ident for ident, _ in self.entries()}
        self._left_out = self._left_out - ids if wanted else self._left_out | ids
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        was = self._model.blockSignals(True)
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            wanted = item.data(_ID) not in self._left_out
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self._model.blockSignals(was)
        self.view.viewport().update()

    def _fit(self) -> None:
        """Be as high as the entries, up to a few of them."""
        some = self._model.rowCount() > 0
        for part in (self.view, self.all, self.none):
            part.setVisible(some)
        self._nothing.setVisible(not some)
        row = max(self.view.sizeHintForRow(0), self.fontMetrics().height() + 8)
        rows = min(max(self._model.rowCount(), 1), _ROWS)
        self.view.setFixedHeight(rows * row + 2 * self.view.frameWidth() + 2)

    def _lay_out(self, name: str) -> None:
        self.view.setModel(self._model)
        self.view.setAccessibleName(name)
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setTabKeyNavigation(False)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addWidget(self.all)
        ways.addWidget(self.none)
        ways.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(4)
        down.addLayout(ways)
        self._nothing.setProperty("role", "small")
        down.addWidget(self._nothing)
        down.addWidget(self.view)
        self._fit()


def _link(text: str) -> QPushButton:
    button = push_button(text, "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
