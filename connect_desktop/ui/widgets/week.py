"""The week at a glance: each day's body answers as one mark."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from connect_desktop.domain import labels
from connect_desktop.i18n import tr, tr_n, weekday_name
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.breath import paint_breath
from connect_desktop.ui.widgets.card import PADDING

MARK = 34


class DayMark(QWidget):
    """One day: the mean of its body answers as a shape, its letter below; a small dot for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = ""
        self._mean: float | None = None

    def show_day(self, on: date, moments: Sequence[Sequence[int]]) -> None:
        """Show the answers of one day's moments."""
        answers = [answer for moment in moments for answer in moment]
        self._letter = weekday_name(on)[:1]
        self._mean = sum(answers) / len(answers) if answers else None
        text = weekday_name(on) + ": " + tr_n("{n} moment", "{n} moments", len(moments))
        if self._mean is not None:
            text += ", " + labels.body_label(round(self._mean))
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(MARK, MARK + QFontMetrics(theme.font("small")).height() + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF((self.width() - MARK) / 2, 0, MARK, MARK)
        if self._mean is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.line))
            painter.drawEllipse(area.center(), 3, 3)
        else:
            paint_breath(painter, area, self._mean, colours)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(colours.soft))
        below = QRectF(0, MARK + 4, self.width(), self.height() - MARK - 4)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._letter)


class WeekStrip(QFrame):
    """Seven days from Monday on, and the way to look back at them; on Mondays at the week before."""

    look_back_asked = Signal(object)
    """the Monday of the week to look back at"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._days = [DayMark() for _ in range(7)]
        self._monday = date.min
        self._look_back = QPushButton()
        self._look_back.setProperty("role", "link")
        self._look_back.clicked.connect(lambda: self.look_back_asked.emit(self._monday))
        heading = QLabel(tr("This week"))
        heading.setProperty("role", "strong")
        down = QVBoxLayout(self)
        down.setContentsMargins(PADDING, 16, PADDING, 14)
        down.setSpacing(10)
        down.setAlignment(Qt.AlignmentFlag.AlignTop)
        down.addWidget(heading)
        across = QHBoxLayout()
        across.setSpacing(2)
        for day in self._days:
            across.addWidget(day)
        down.addLayout(across)
        down.addWidget(self._look_back, 0, Qt.AlignmentFlag.AlignLeft)

    def show_week(self, monday: date, felt: Mapping[date, Sequence[Sequence[int]]], today: date) -> None:
        """Show the week that begins on `monday`; `felt` has the body answers of each day's moments."""
        self._say_which(monday, today)
        for offset, mark in enumerate(self._days):
            on = monday + timedelta(days=offset)
            mark.show_day(on, felt.get(on, ()))

    def _say_which(self, monday: date, today: date) -> None:
        self._monday = monday - timedelta(days=7) if today == monday else monday
        if today == monday:
            words = tr("Look back at last week")
        elif today == monday + timedelta(days=6):
            words = tr("The week draws to a close. Look back at it")
        else:
            words = tr("Look back at this week")
        self._look_back.setText(words)
