"""When a moment was: a quiet button that says so, and opens ways to say otherwise."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from connect_desktop.domain.clock import now as present
from connect_desktop.i18n import clock, relative_day, tr

if TYPE_CHECKING:
    from connect_desktop.ui.widgets.when_popup import WhenPopup


class WhenField(QPushButton):
    """`changed` tells what the user did; `set_value` is silent."""

    changed = Signal(object)
    """datetime | None"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self._value: datetime | None = None
        self._now: datetime | None = None
        self._popup: WhenPopup | None = None
        self.clicked.connect(self.open)
        self._show()

    def value(self) -> datetime | None:
        """Return the chosen moment, aware, or None for just now."""
        return self._value

    def set_value(self, at: datetime | None) -> None:
        """Show a moment; None is just now."""
        self._value = at
        self._show()

    def set_now(self, now: datetime | None) -> None:
        """Take this for the present; None is the clock's."""
        self._now = now
        self._show()

    def open(self) -> "WhenPopup":
        """Open the ways to say when, and return them."""
        from connect_desktop.ui.widgets.when_popup import WhenPopup  # noqa: PLC0415 - start-up: calendar

        if self._popup is not None:
            self._popup.deleteLater()
        self._popup = WhenPopup(self._present(), self._value, self)
        self._popup.chosen.connect(self._choose)
        self._popup.adjustSize()
        self._popup.move(self._corner(self._popup.sizeHint().width(), self._popup.sizeHint().height()))
        self._popup.show()
        self._popup.begin()
        return self._popup

    def _present(self) -> datetime:
        return self._now or present()

    def _choose(self, at: datetime | None) -> None:
        before = self._value
        self.set_value(at)
        self.setFocus()
        if at != before:
            self.changed.emit(at)

    def _show(self) -> None:
        text = tr("just now")
        if self._value is not None:
            day = relative_day(self._value.date(), self._present().date())
            text = f"{day} {clock(self._value)}"
        self.setText(f"{text} ▾")
        self.setAccessibleName(tr("When: {when}", when=text))

    def _corner(self, width: int, height: int) -> QPoint:
        """Return where the list opens: under the button, inside the screen."""
        below = self.mapToGlobal(QPoint(self.width() - width, self.height() + 4))
        if self.isRightToLeft():
            below = self.mapToGlobal(QPoint(0, self.height() + 4))
        screen = self.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = min(max(below.x(), room.left() + 4), room.right() - width - 4)
        y = below.y()
        if not room.contains(QRect(x, y, width, height)):
            y = max(room.top() + 4, min(y, room.bottom() - height - 4))
        return QPoint(x, y)
