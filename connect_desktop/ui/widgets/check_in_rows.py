"""The weekly answers of the last months, a row for each question: a dot a week, gaps left as gaps."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from connect_desktop.domain import CheckIn
from connect_desktop.domain.labels import alone_label, seen_label, someone_label
from connect_desktop.i18n import month_short, plain_date, tr
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.focus_marks import paint_frame

WEEKS = 26
ROW, GAP, ABOVE, DOT = 36, 14, 12, 3.4
HIGH = 4
SIDE = 8
"""pixels left and right of the first and last dot"""
WEEK = timedelta(days=7)


class CheckInRows(QWidget):
    """Arrow keys walk the weeks, a click goes to one."""

    week_asked = Signal(object)
    """a Monday"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Mapping[date, CheckIn] = {}
        self._last = self._shown = date.max - WEEK
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_weeks(self, found: Mapping[date, CheckIn], last: date, shown: date) -> None:
        """Show the weeks up to `last`, both Mondays, with `shown` marked."""
        self._found, self._last, self._shown = found, last, shown
        self.setAccessibleName(tr("Your answers, week by week"))
        here = found.get(shown)
        self.setAccessibleDescription(
            week_words(here) if here else tr("{day}: nothing answered", day=plain_date(shown))
        )
        self.update()

    def sizeHint(self) -> QSize:
        each = self._label_height() + round(self._row()) + GAP
        return QSize(280, len(_rows()) * each + self._label_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() not in steps:
            super().keyPressEvent(event)
            return
        step = steps[Qt.Key(event.key())] * (-1 if self._mirrored() else 1)
        self.week_asked.emit(min(self._shown + step * WEEK, self._last))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        xs = [self._x(week) for week in self._weeks()]
        nearest = min(range(len(xs)), key=lambda place: abs(xs[place] - event.position().x()))
        self.week_asked.emit(self._weeks()[nearest])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        for field, label in _rows():
            painter.setFont(theme.font("small"))
            painter.setPen(QColor(colours.soft))
            room = QRectF(0, top, self.width(), self._label_height())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, label)
            self._paint_row(painter, top + self._label_height(), field)
            top += self._label_height() + self._row() + GAP
        self._paint_months(painter, top)
        if self.hasFocus():
            paint_frame(painter, self.rect(), 6)

    def _paint_row(self, painter: QPainter, top: float, field: str) -> None:
        colours = theme.palette()
        painter.setPen(QPen(QColor(colours.line), 1))
        for y in (top, top + self._row()):
            painter.drawLine(QPointF(SIDE, y), QPointF(self.width() - SIDE, y))
        points = [(week, self._point(top, week, field)) for week in self._weeks()]
        painter.setPen(QPen(QColor(colours.accent), 1.4))
        for (_, one), (_, other) in pairwise(points):
            if one is not None and other is not None:
                painter.drawLine(one, other)
        for week, point in points:
            if point is None:
                continue
            painter.setPen(QPen(QColor(colours.surface), 1))
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(point, DOT, DOT)
            if week == self._shown:
                painter.setPen(QPen(QColor(colours.ink), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(point, DOT + 3, DOT + 3)

    def _paint_months(self, painter: QPainter, top: float) -> None:
        """Name the months where they begin, as far as there is room."""
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.palette().soft))
        metrics, free = QFontMetrics(theme.font("small")), -1.0
        for week in self._weeks():
            if week.day > 7:
                continue
            name, x = month_short(week.month), self._x(week)
            wide = metrics.horizontalAdvance(name)
            left = min(max(0.0, x - wide / 2), self.width() - wide)
            if self._mirrored() or left > free:
                free = left + wide + 6
                painter.drawText(QPointF(left, top + metrics.ascent()), name)

    def _point(self, top: float, week: date, field: str) -> QPointF | None:
        found = self._found.get(week)
        level = getattr(found, field) if found else None
        if level is None:
            return None
        return QPointF(self._x(week), top + self._row() - self._row() * level / HIGH)

    def _x(self, week: date) -> float:
        part = 1 - (self._last - week).days / 7 / (WEEKS - 1)
        across = self.width() - 2 * SIDE
        return SIDE + across * (1 - part if self._mirrored() else part)

    def _weeks(self) -> Sequence[date]:
        return [self._last - back * WEEK for back in range(WEEKS - 1, -1, -1)]

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _label_height(self) -> int:
        return QFontMetrics(theme.font("small")).height() + ABOVE

    def _row(self) -> float:
        return ROW * max(1.0, theme.scale())


def week_words(found: CheckIn) -> str:
    """Return what was answered about a week."""
    said = []
    if found.seen is not None:
        said.append(tr("seen: {answer}", answer=seen_label(found.seen)))
    if found.someone is not None:
        said.append(tr("someone to call: {answer}", answer=someone_label(found.someone)))
    if found.alone is not None:
        said.append(tr("alone: {answer}", answer=alone_label(found.alone)))
    day = plain_date(found.week)
    return tr("{day}: {answers}", day=day, answers=", ".join(said) or tr("a few words"))


def _rows() -> tuple[tuple[str, str], ...]:
    return (
        ("seen", tr("Seen, higher is more")),
        ("someone", tr("Someone to call, higher is more")),
        ("alone", tr("Alone, higher is more")),
    )
