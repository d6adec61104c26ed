"""The map with its months, and beside or below it the people of whom the same is said."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from connect_desktop.charts import map as charts
from connect_desktop.charts import map_words
from connect_desktop.charts.chart import Chart
from connect_desktop.charts.map_view import CLOSEST, WHOLE, View
from connect_desktop.charts.map_words import Group
from connect_desktop.charts.palette import Palette
from connect_desktop.i18n import tr
from connect_desktop.insight.places import Place, Places
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.chart_view import ChartView
from connect_desktop.ui.widgets.map_canvas import STEP, MapCanvas
from connect_desktop.ui.widgets.month_player import MonthPlayer
from connect_desktop.ui.widgets.place_card import Listed, PlaceCard

TWO_ACROSS = 756
"""pixels from which the cards stand beside the map, at the usual size of text"""
CARDS_WIDTH = 250
QWIDGETSIZE_MAX = 16_777_215
LEAST_HEIGHT = 400
"""of the map with its heading and its months, where all is scrolled"""
_LISTED = (Group.EXHALE, Group.ONE_SIDED, Group.THEY_REACH, Group.HARD_AND_REAL, Group.NOT_ENOUGH)


class MapBoard(QWidget):
    """Shows places; which month they are of is chosen in `months`."""

    person_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = MapCanvas()
        self.months = MonthPlayer()
        self._view = ChartView(canvas=self.canvas)
        self._wider = _zoom("−", tr("Look wider (−)"))
        self._closer = _zoom("+", tr("Look closer (+)"))
        self._whole = _zoom("1×", tr("Show the whole map (0)"))
        self._cards = {group: _card(group) for group in _LISTED}
        self._picture = PlaceCard(tr("The whole picture"))
        self._beside, self._around = _scrolled(), _scrolled()
        self._map, self._people = self._map_card(), self._column()
        self._inside = QVBoxLayout()
        self._across: bool | None = None
        self._lay_out()
        self._connect()

    def show_places(self, found: Places, on: date) -> None:
        """Draw where everyone was on a day, and list who belongs together."""
        self._view.show_drawn(partial(_drawn, found, on))
        groups = map_words.grouped(found)
        for group, card in self._cards.items():
            people = groups.get(group, ())
            note = found.whole.doubt if people and group is Group.ONE_SIDED else ""
            card.show_people([_listed(place) for place in people], note)
        self._picture.show_people((), found.whole.picture)
        self._show_cards()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the cards beside the map where there is room, else below it, and scroll all of it."""
        across = self.width() >= TWO_ACROSS * theme.scale()
        if across != self._across:
            self._across = across
            self.canvas.leave_wheel(not across)
            self._move_cards(beside=across)
        self._beside.setFixedWidth(round(CARDS_WIDTH * theme.scale()))
        least = max(round(LEAST_HEIGHT * theme.scale()), self.height() - 4)
        self._map.setMinimumHeight(0 if across else least)
        self._map.setMaximumHeight(QWIDGETSIZE_MAX if across else least)

    def _move_cards(self, *, beside: bool) -> None:
        if beside:
            self._inside.removeWidget(self._people)
            self._beside.setWidget(self._people)
        else:
            self._beside.takeWidget()
            self._inside.addWidget(self._people)
            self._people.show()
        self._show_cards()

    def _show_cards(self) -> None:
        """Leave the room beside the map to it where nobody is listed there."""
        listed = any(not card.isHidden() for card in (*self._cards.values(), self._picture))
        self._beside.setVisible(bool(self._across) and listed)

    def _connect(self) -> None:
        self.canvas.person_opened.connect(self.person_asked)
        self.canvas.viewed.connect(self._offer)
        self._closer.clicked.connect(lambda: self.canvas.look_closer(STEP))
        self._wider.clicked.connect(lambda: self.canvas.look_closer(1 / STEP))
        self._whole.clicked.connect(lambda: self.canvas.set_view(WHOLE))
        for card in self._cards.values():
            card.person_asked.connect(self.person_asked)
        self._offer(WHOLE)

    def _offer(self, view: View) -> None:
        """Offer only what changes the view."""
        for button in (self._wider, self._whole):
            button.setVisible(not view.whole())
        self._closer.setEnabled(view.zoom < CLOSEST)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "clear")
        self._inside.setContentsMargins(0, 0, 0, 4)
        self._inside.setSpacing(14)
        self._inside.addWidget(self._map, 1)
        inside.setLayout(self._inside)
        self._around.setWidget(inside)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(18)
        across.addWidget(self._around, 1)
        across.addWidget(self._beside)

    def _map_card(self) -> Card:
        card = Card()
        card.column.setContentsMargins(16, 14, 16, 12)
        card.column.addWidget(self._view, 1)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.months, 1)
        tools.addStretch(0)
        for button in (self._whole, self._wider, self._closer):
            tools.addWidget(button)
        card.column.addLayout(tools)
        return card

    def _column(self) -> QWidget:
        column = QWidget()
        column.setProperty("role", "clear")
        down = QVBoxLayout(column)
        down.setContentsMargins(0, 0, 4, 4)
        down.setSpacing(14)
        for group, card in self._cards.items():
            down.addWidget(card)
            if group is Group.ONE_SIDED:
                down.addWidget(self._picture)
        down.addStretch(1)
        return column


def _scrolled() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def _card(group: Group) -> PlaceCard:
    return PlaceCard(map_words.group_name(group), role="wash" if group is Group.EXHALE else "card")


def _zoom(text: str, says: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "quiet")
    button.setAccessibleName(says)
    button.setToolTip(says)
    policy = button.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    button.setSizePolicy(policy)
    return button


def _listed(place: Place) -> Listed:
    return Listed(person=place.person, name=place.name, colour=place.colour, counts=map_words.short(place))


def _drawn(
    found: Places,
    on: date,
    size: tuple[float, float],
    palette: Palette,
    scale: float,
    /,
    *,
    titled: bool = False,
    view: View = WHOLE,
) -> Chart:
    return charts.where_it_lands(found, palette, size=size, today=on, scale=scale, titled=titled, view=view)
