"""What each gave, in two columns: you, and they."""

from collections.abc import Set

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from connect_desktop.domain import Gift, labels
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.group import STEPS, Group

Gifts = tuple[frozenset[Gift], frozenset[Gift]]
"""(what you gave, what they gave)"""
MIDDLE = Qt.AlignmentFlag.AlignCenter


class GiftGrid(Group):
    """Two check boxes a gift; arrows walk the grid.

    `changed` tells what the user did; `set_value` is silent.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("What each gave"), parent)
        self._their_name = ElidedLabel(most=14)
        self._boxes = [[_Box(self) for _ in range(2)] for _ in Gift]
        self._lay_out()
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say whose the second column is."""
        self._their_name.setText(name)
        for gift, (mine, theirs) in zip(Gift, self._boxes, strict=True):
            mine.setAccessibleName(tr("You: {gift}", gift=labels.gift_label(gift)))
            theirs.setAccessibleName(tr("{name}: {gift}", name=name, gift=labels.gift_label(gift)))

    def value(self) -> Gifts:
        """Return what you gave and what they gave."""
        mine, theirs = (
            frozenset(gift for gift, boxes in zip(Gift, self._boxes, strict=True) if boxes[side].isChecked())
            for side in range(2)
        )
        return mine, theirs

    def set_value(self, value: tuple[Set[Gift], Set[Gift]]) -> None:
        """Show what each gave."""
        for gift, boxes in zip(Gift, self._boxes, strict=True):
            for box, given in zip(boxes, value, strict=True):
                box.blockSignals(True)
                box.setChecked(gift in given)
                box.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        at = self._focused()
        if at is None or key not in STEPS:
            event.ignore()
            return
        row, side = at
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = min(len(self._boxes) - 1, max(0, row + STEPS[key]))
        else:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            side = int((STEPS[key] > 0) != mirrored)
        self._boxes[row][side].setFocus(Qt.FocusReason.TabFocusReason)

    def _focused(self) -> tuple[int, int] | None:
        for row, boxes in enumerate(self._boxes):
            for side, box in enumerate(boxes):
                if box.hasFocus():
                    return row, side
        return None

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(3, 1)
        you = QLabel(tr("You"))
        for column, label in enumerate((you, self._their_name), start=1):
            label.setProperty("role", "small")
            grid.addWidget(label, 0, column, MIDDLE)
        for row, (gift, boxes) in enumerate(zip(Gift, self._boxes, strict=True), start=1):
            grid.addWidget(_Text(labels.gift_label(gift)), row, 0)
            for column, box in enumerate(boxes, start=1):
                grid.addWidget(box, row, column, MIDDLE)
                box.toggled.connect(lambda _on: self.changed.emit())


class _Text(QLabel):
    """Wraps, but would rather not."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())


class _Box(QCheckBox):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)
