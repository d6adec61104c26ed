"""The map with its months, and beside or below it the people of whom the same is said."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from connect_desktop.charts import map as charts
from connect_desktop.charts import map_words
from connect_desktop.charts.chart import Chart
from connect_desktop.charts.map_view import CLOSEST, WHOLE, View
from connect_desktop.charts.map_words import Group
from connect_desktop.charts.palette import Palette
from connect_desktop.i18n import tr
from connect_desktop.insight.places import Place, Places
from connect_desktop.ui import theme
from connect_desktop.ui.pages.board import Board
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.chart_view import ChartView
from connect_desktop.ui.widgets.map_canvas import STEP, MapCanvas
from connect_desktop.ui.widgets.month_player import MonthPlayer
from connect_desktop.ui.widgets.place_card import Listed, PlaceCard
from connect_desktop.ui.widgets.push_button import push_button

CARDS_WIDTH = 250
_LISTED = (Group.EXHALE, Group.ONE_SIDED, Group.THEY_REACH, Group.HARD_AND_REAL, Group.NOT_ENOUGH)


class MapBoard(Board):
    """Shows places; which month they are of is chosen in `months`."""

    TWO_ACROSS = 756

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
        self._whole_picture = PlaceCard(tr("The whole picture"))
        self.lay_out(self._map_card(), self._in_order())
        self._connect()

    def show_places(self, found: Places, on: date) -> None:
        """Draw where everyone was on a day, and list who belongs together."""
        self._view.show_drawn(partial(_drawn, found, on))
        groups = map_words.grouped(found)
        for group, card in self._cards.items():
            people = groups.get(group, ())
            note = found.whole.doubt if people and group is Group.ONE_SIDED else ""
            card.show_people([_listed(place) for place in people], note)
        self._whole_picture.show_people((), found.whole.picture)
        self.show_cards()

    def cards_width(self) -> float:
        return CARDS_WIDTH * theme.scale()

    def has_cards(self) -> bool:
        return any(not card.isHidden() for card in self._in_order())

    def arranged(self, *, across: bool) -> None:
        self.canvas.leave_wheel(not across)

    def _in_order(self) -> list[PlaceCard]:
        """Return the cards as they stand below one another."""
        cards = [*self._cards.values()]
        cards.insert(_LISTED.index(Group.ONE_SIDED) + 1, self._whole_picture)
        return cards

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


def _card(group: Group) -> PlaceCard:
    return PlaceCard(map_words.group_name(group), role="wash" if group is Group.EXHALE else "card")


def _zoom(text: str, says: str) -> QPushButton:
    button = push_button(text, "quiet")
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
