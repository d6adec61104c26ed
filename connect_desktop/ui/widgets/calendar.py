"""A month to pick a day from, in the app's own quiet colours."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui import theme

PALE = 0.45
WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class Calendar(QCalendarWidget):
    """Days from `first` to `last`; the week begins as it does on this computer."""

    def __init__(self, first: date, last: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Day"))
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setFirstDayOfWeek(QLocale.system().firstDayOfWeek())
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setDateRange(_qt(first), _qt(last))
        for name, sign, words in (
            ("qt_calendar_prevmonth", "‹", tr("Month before")),
            ("qt_calendar_nextmonth", "›", tr("Month after")),
        ):
            button = self.findChild(QToolButton, name)
            assert button is not None
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setText(sign)
            button.setAccessibleName(words)
        self._colour()

    def value(self) -> date:
        """Return the day chosen."""
        day = self.selectedDate()
        return date(day.year(), day.month(), day.day())

    def set_value(self, day: date) -> None:
        """Show a day without telling anyone."""
        was = self.blockSignals(True)
        self.setSelectedDate(_qt(day))
        self.blockSignals(was)

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:
        """Paint a day, paler where it cannot be chosen."""
        painter.save()
        if not self.minimumDate() <= date <= self.maximumDate():
            painter.setOpacity(PALE)
        super().paintCell(painter, rect, date)
        painter.restore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._colour()

    def _colour(self) -> None:
        head = QTextCharFormat()
        head.setForeground(QColor(theme.palette().soft))
        self.setHeaderTextFormat(head)
        for day in WEEKEND:
            # Qt's own is red.
            self.setWeekdayTextFormat(day, QTextCharFormat())


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
