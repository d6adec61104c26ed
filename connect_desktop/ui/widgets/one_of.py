"""Several widgets in one place, of which one shows: as high as that one, not as the highest."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


class OneOf(QWidget):
    """Shows the first that is added until told otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[QWidget] = []
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(0)

    def add(self, one: QWidget, *, fill: bool = True) -> None:
        """Add a widget that fills the place, or keeps to its top."""
        aligned = Qt.AlignmentFlag(0) if fill else Qt.AlignmentFlag.AlignTop
        self._down.addWidget(one, 1, aligned)
        one.setVisible(not self._all)
        self._all.append(one)

    def show_one(self, shown: QWidget) -> None:
        """Show this one and hide the others."""
        for one in self._all:
            if one is not shown:
                one.hide()
        shown.show()

    def shown(self) -> QWidget:
        """Return the one that shows."""
        return next(one for one in self._all if not one.isHidden())
