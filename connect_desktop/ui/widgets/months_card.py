"""The weekly answers of the last months, drawn and in words."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from connect_desktop.domain import CheckIn
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.check_in_rows import CheckInRows, week_words


class MonthsCard(Card):
    """Hidden while nothing was answered."""

    week_asked = Signal(object)
    """a Monday"""

    def __init__(self) -> None:
        super().__init__(tr("The last months"))
        self._rows = CheckInRows()
        self._words = QLabel()
        self._words.setProperty("role", "small")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._toggle = QPushButton()
        self._toggle.setProperty("role", "link")
        self.column.addWidget(self._rows)
        self.column.addWidget(self._words)
        self.column.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.week_asked.connect(self.week_asked)
        self._toggle.clicked.connect(lambda: self._show_words(self._words.isHidden()))
        self._show_words(False)

    def show_weeks(self, found: Mapping[date, CheckIn], last: date, shown: date) -> None:
        """Show the weeks up to `last`, both Mondays, with `shown` marked."""
        self._rows.show_weeks(found, last, shown)
        newest = sorted(found.values(), key=lambda one: one.week, reverse=True)
        self._words.setText("\n".join(map(week_words, newest)))
        self.setVisible(bool(found))

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at, in order."""
        return self._rows, self._toggle

    def text(self) -> str:
        """Return what is drawn in words, a line a week, the newest first."""
        return self._words.text()

    def _show_words(self, shown: bool) -> None:
        self._words.setVisible(shown)
        self._toggle.setText(tr("Hide the words") if shown else tr("In words"))
