"""The charts of one person, two across where there is room."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from connect_desktop.charts import person as charts
from connect_desktop.charts.chart import Chart
from connect_desktop.charts.palette import Palette
from connect_desktop.domain import WORD_FEELING, Columns
from connect_desktop.insight import person as insight
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.chart_view import ChartView
from connect_desktop.ui.widgets.scroll_gap import keep_edge

TWO_ACROSS = 760
"""pixels from which two charts stand side by side"""
HEIGHT = 300
SIDE = 32
"""pixels between the charts and the edge of the page, where the scroll bar is"""

Draw = Callable[..., Chart]


class PersonCharts(QScrollArea):
    """Body over time, what each gave, half a year, words for afterwards."""

    opened = Signal(tuple)
    """ids of the impressions behind the point that was opened"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views = [ChartView() for _ in range(4)]
        self._cards = [Card() for _ in self._views]
        inside = QWidget()
        inside.setProperty("role", "clear")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, SIDE, 4)
        self._grid.setSpacing(14)
        for card, view in zip(self._cards, self._views, strict=True):
            view.setMinimumHeight(HEIGHT)
            card.column.addWidget(view)
            view.opened.connect(self.opened)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        keep_edge(self, self._grid, SIDE)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._across = 0
        self._arrange(2)

    def show_columns(self, columns: Columns, session: Session, name: str) -> None:
        """Draw what one person's impressions hold."""
        store, today, ends = session.store, session.today(), session.settings.day_ends
        usual = insight.usual_body(store.impressions.body_means())
        feelings = {**WORD_FEELING, **{word.text: word.feeling for word in store.words.all()}}
        found: list[tuple[Draw, object]] = [
            (charts.body_over_time, insight.body_over_time(columns, usual, today, ends)),
            (charts.what_each_gave, insight.what_each_gave(columns)),
            (charts.half_a_year, insight.half_a_year(columns, today, ends)),
            (charts.words_afterwards, insight.words_afterwards(columns, feelings)),
        ]
        for view, (draw, reading) in zip(self._views, found, strict=True):
            view.show_drawn(partial(_draw, draw, reading, name=name, today=today))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.viewport().width() - SIDE >= TWO_ACROSS else 1)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // across, number % across)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2 if across == 2 else 0)


def _draw(
    draw: Draw, reading: object, size: tuple[float, float], palette: Palette, scale: float, **words: object
) -> Chart:
    return draw(reading, palette, size=size, scale=scale, **words)
