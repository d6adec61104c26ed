"""A date to be typed or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from connect_desktop.domain.checks import FIRST_YEAR, LAST_YEAR
from connect_desktop.ui.widgets.wheel import leave_wheel


class DayField(QDateEdit):
    """`changed(date)` when the user chose another day."""

    changed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setDisplayFormat("d MMM yyyy")
        self.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        leave_wheel(self)
        self.dateChanged.connect(lambda _day: self.changed.emit(self.value()))

    def value(self) -> date:
        """Return the day shown."""
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def set_value(self, day: date) -> None:
        """Show a day without telling anyone."""
        was = self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(was)
