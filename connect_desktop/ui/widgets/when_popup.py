"""The ways to say when: typed, picked from a few, or by calendar and clock."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from connect_desktop.domain.checks import FIRST_YEAR
from connect_desktop.i18n import clock, long_date, tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.calendar import Calendar
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.when import NotThen, at_wall, checked, parse_when

EVENING = time(20)
EARLIER = timedelta(hours=2)


class WhenPopup(QFrame):
    """Tells `chosen(datetime | None)` and closes; Escape or a click elsewhere changes nothing."""

    chosen = Signal(object)

    def __init__(self, now: datetime, value: datetime | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(tr("When was it?"))
        self._now, self._value = now, value
        self._typed = QLineEdit()
        self._typed.setPlaceholderText(tr("yesterday 19:30, fri 22:40, 3 nov, -2h"))
        self._typed.setAccessibleName(tr("When, in words"))
        self._calendar = Calendar(date(FIRST_YEAR, 1, 1), now.date())
        self._clock = QTimeEdit()
        self._clock.setDisplayFormat("HH:mm")
        self._clock.setAccessibleName(tr("Time"))
        self._read = QLabel()
        self._read.setWordWrap(True)
        self._use = QPushButton(tr("Use this time"))
        self._put(value or now)
        self._lay_out()
        self._typed.textEdited.connect(self._follow_typing)
        self._calendar.selectionChanged.connect(self._tell)
        self._calendar.activated.connect(lambda _on: self.accept())
        self._clock.timeChanged.connect(self._tell)
        self._use.clicked.connect(self.accept)

    def begin(self) -> None:
        """Put the cursor into the line."""
        self._typed.setFocus()

    def told(self) -> str:
        """Return the sentence shown: what would be taken, or why not."""
        return self._read.text()

    def value(self) -> datetime | None:
        """Return the moment meant, None while there is none that can be."""
        try:
            return self._meant()
        except NotThen:
            return None

    def accept(self) -> None:
        """Take the moment meant and close; say why not where it cannot be."""
        found = self.value()
        if found is None:
            self._tell()
        else:
            self._choose(None if found >= self._now else found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _choose(self, at: datetime | None) -> None:
        self.close()
        self.chosen.emit(at)

    def _meant(self) -> datetime | None:
        """Return what is typed, else what calendar and clock show."""
        if self._typed.text().strip():
            return parse_when(self._typed.text(), self._now)
        return self._shown()

    def _shown(self) -> datetime:
        day, wall = self._calendar.value(), time(self._clock.time().hour(), self._clock.time().minute())
        for kept in (self._value, self._now):
            # A clock that shows minutes leaves the seconds of a moment as they are.
            if kept and (day, wall) == (kept.date(), time(kept.hour, kept.minute)):
                return kept
        return checked(at_wall(day, wall, self._now), self._now)

    def _follow_typing(self) -> None:
        try:
            found = self._meant()
        except NotThen:
            found = None
        if found is not None and self._typed.text().strip():
            self._put(found)
        self._tell()

    def _put(self, at: datetime) -> None:
        self._calendar.set_value(at.date())
        with QSignalBlocker(self._clock):
            self._clock.setTime(QTime(at.hour, at.minute))
        self._tell()

    def _set(self, at: datetime) -> None:
        self._typed.clear()
        self._put(at)
        self._clock.setFocus()

    def _tell(self) -> None:
        """Say what would be taken, or why it cannot be."""
        if self.sender() in (self._calendar, self._clock):
            self._typed.clear()
        try:
            found = self._meant()
            wrong = found is None
            text = tr("Not understood yet. Try “yesterday 19:30”.") if found is None else self._words(found)
        except NotThen as error:
            wrong, text = True, str(error)
        self._read.setText(text)
        self._read.setProperty("role", "error" if wrong else "soft")
        self._read.style().polish(self._read)
        self._use.setEnabled(not wrong)

    def _words(self, at: datetime) -> str:
        if at >= self._now:
            return tr("Just now")
        return tr("{day}, {clock}", day=long_date(at.date()), clock=clock(at))

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(16, 14, 16, 14)
        down.setSpacing(10)
        down.addWidget(self._typed)
        down.addLayout(self._quick())
        down.addWidget(self._calendar)
        bottom = QHBoxLayout()
        bottom.setSpacing(10)
        bottom.addWidget(self._clock)
        bottom.addStretch(1)
        bottom.addWidget(self._use)
        down.addWidget(self._read)
        down.addLayout(bottom)

    def _quick(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(4)
        yesterday = self._now.date() - timedelta(days=1)
        midnight = at_wall(self._now.date(), time(0), self._now)
        earlier = max(midnight, (self._now - EARLIER).replace(minute=0, second=0, microsecond=0))
        for text, act in (
            (tr("just now"), lambda: self._choose(None)),
            (tr("earlier today"), lambda: self._set(earlier)),
            (tr("yesterday evening"), lambda: self._set(at_wall(yesterday, EVENING, self._now))),
        ):
            button = push_button(text, "quiet")
            button.clicked.connect(act)
            across.addWidget(button)
        across.addStretch(1)
        return across
