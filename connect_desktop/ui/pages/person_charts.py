"""The charts of a person or a circle, two across where there is room; of what is not noted a line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import compress
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from connect_desktop.charts import person as charts
from connect_desktop.charts.chart import Chart
from connect_desktop.charts.empty import too_few
from connect_desktop.charts.palette import Palette
from connect_desktop.domain import Columns, Status
from connect_desktop.i18n import tr
from connect_desktop.insight import person as insight
from connect_desktop.insight.half_year import WEEKS
from connect_desktop.ui import theme
from connect_desktop.ui.readings import BondReadings
from connect_desktop.ui.session import Session
from connect_desktop.ui.theme import UNLIMITED
from connect_desktop.ui.widgets.card import PADDING, Card
from connect_desktop.ui.widgets.chart_view import ChartView

TWO_ACROSS = 760
"""pixels at 100 % from which two charts stand side by side"""
HEIGHT = 300
YEAR, YEAR_LINES = 2, 3.5
"""the place of half a year, and the lines of text it takes beside its days"""
FEW_LINES = 6
"""of text: the height of a chart that only says what will appear"""
DAYS = 7
VISIBLE = 0.02
"""of a step of the body scale: about half a pixel"""
SIDE = 32
"""pixels between what is on the page and its edge, where the scroll bar is"""

Draw = Callable[..., Chart]


@dataclass(frozen=True, slots=True)
class _Found:
    """A reading, and what draws it."""

    draw: Draw
    reading: Any


class PersonCharts(QWidget):
    """Every chart of which something is noted, always in one order; each is drawn when it is scrolled to."""

    opened = Signal(tuple)
    """ids of the impressions behind the point that was opened"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views = [ChartView() for _ in _names()]
        self._cards = [Card() for _ in self._views]
        self._quiet = QLabel()
        self._quiet.setProperty("role", "faint")
        self._quiet.setTextFormat(Qt.TextFormat.PlainText)
        self._quiet.setWordWrap(True)
        self._shown: tuple[int, ...] = ()
        self._across = 0
        self._found: list[_Found] = []
        self._words: dict[str, Any] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        for card, view, about in zip(self._cards, self._views, _names(), strict=True):
            card.column.addWidget(view)
            view.canvas().setAccessibleName(about)  # until it is drawn, and has a title
            view.opened.connect(self.opened)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)  # two across never keep the page from growing narrower
        self._lay_out()

    def show_columns(
        self, columns: Columns, session: Session, name: str, status: Status = Status.ACTIVE
    ) -> None:
        """Draw what the impressions with one person hold, or the moments of one circle.

        Nothing is read from them where the bond is not lived now, nor said to come where it is over.
        """
        found = _found(columns, session, lived=status is Status.ACTIVE)
        few, over = too_few(len(columns)), status in (Status.ENDED, Status.DIED)
        self._found, self._words = found, {"name": name, "today": session.today()}
        for number, view in enumerate(self._views):
            self._show(number)
            view.setMinimumHeight(0 if few else HEIGHT)
            view.setMaximumHeight(FEW_LINES * view.fontMetrics().lineSpacing() if few else UNLIMITED)
        # With too few moments for any, one of them says so for all.
        noted = [number == 0 and not over if few else one.reading.noted for number, one in enumerate(found)]
        self._tell_rest([*compress(_names(), (not one for one in noted))], few=few, over=over)
        self._arrange(tuple(compress(range(len(found)), noted)), self._fitting())
        self._fit_year()

    def renew_usual(self, usual: float | None) -> None:
        """Draw the body anew where what is usual with everyone has visibly moved."""
        if not self._found:
            return
        body = self._found[0].reading
        moved = abs((usual or 0.0) - (body.usual or 0.0)) >= VISIBLE
        if moved or (usual is None) != (body.usual is None):
            self._found[0] = replace(self._found[0], reading=replace(body, usual=usual))
            self._show(0)

    def _show(self, number: int) -> None:
        found = self._found[number]
        self._views[number].show_drawn(partial(_draw, found.draw, found.reading, **self._words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self._shown, self._fitting())
        self._fit_year()

    def _fit_year(self) -> None:
        """Let half a year in a column of its own be no higher than its days, which are as wide as high."""
        alone, view = self._across == 1, self._views[YEAR]
        days = (self.width() - 2 * PADDING) * DAYS / WEEKS
        words = YEAR_LINES * QFontMetrics(theme.font("small")).lineSpacing()
        view.canvas().setMaximumHeight(round(days + words) if alone else UNLIMITED)
        view.setMinimumHeight(0 if alone else HEIGHT)

    def _fitting(self) -> int:
        return 2 if self.width() >= TWO_ACROSS * theme.scale() else 1

    def _tell_rest(self, names: Sequence[str], *, few: bool, over: bool) -> None:
        """Say in one line which charts are not there."""
        listed = ", ".join(names)
        if over:
            text = (
                tr("There are too few moments for a chart.") if few else tr("Not noted: {list}.", list=listed)
            )
        elif few:
            text = tr("From then on also: {list}.", list=listed)
        else:
            text = tr("Nothing noted yet about: {list}.", list=listed)
        self._quiet.setText(text)
        self._quiet.setVisible(bool(names))
        self._down.setStretch(self._down.count() - 1, int(few))

    def _arrange(self, shown: tuple[int, ...], across: int) -> None:
        if (shown, across) == (self._shown, self._across):
            return
        self._shown, self._across = shown, across
        for card in self._cards:
            self._grid.removeWidget(card)
        for place, number in enumerate(shown):
            alone = place == len(shown) - 1 and place % across == 0
            wide = across if alone else 1
            self._grid.addWidget(self._cards[number], place // across, place % across, 1, wide)
        for number, card in enumerate(self._cards):
            card.setVisible(number in shown)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2 if across == 2 and len(shown) > 1 else 0)

    def _lay_out(self) -> None:
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(14)
        self._down.addLayout(self._grid)
        self._down.addWidget(self._quiet)
        self._down.addStretch(0)
        for card in self._cards:
            card.setParent(self)
            card.hide()


def _names() -> tuple[str, ...]:
    """Return what each chart is about, in the order they stand."""
    return (
        tr("how your body felt"),
        tr("what each of you gave"),
        tr("half a year day by day"),
        tr("words for afterwards"),
        tr("who reached out in the last months"),
        tr("how your body was before"),
        tr("hurts and the way back"),
        tr("what you said directly"),
    )


def _found(columns: Columns, session: Session, *, lived: bool) -> list[_Found]:
    """Return the readings of one person, in the order of `_names`."""
    store, today, ends = session.store, session.today(), session.settings.day_ends
    usual = BondReadings.of_session(session).usual_body()
    feelings = store.words.feelings()
    found: list[tuple[Draw, Any]] = [
        (charts.body_over_time, insight.body_over_time(columns, usual, today, ends, lived=lived)),
        (charts.what_each_gave, insight.what_each_gave(columns)),
        (charts.half_a_year, insight.half_a_year(columns, today, ends)),
        (charts.words_afterwards, insight.words_afterwards(columns, feelings)),
        (charts.reach_by_month, insight.reach_by_month(columns, today, ends)),
        (charts.before_after, insight.before_after(columns, lived=lived)),
        (charts.hurts_and_returns, insight.hurts_and_returns(columns, today, ends, lived=lived)),
        (charts.said_directly, insight.said_directly(columns, lived=lived)),
    ]
    return [_Found(draw, reading) for draw, reading in found]


def _draw(
    draw: Draw, reading: object, size: tuple[float, float], palette: Palette, scale: float, **words: object
) -> Chart:
    return draw(reading, palette, size=size, scale=scale, **words)
