"""In the smallest window, and with large letters, every page has the room it wants."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit
from connect_desktop.interchange import sample
from connect_desktop.paths import Places
from connect_desktop.ui import theme
from connect_desktop.ui.main_window import SMALLEST
from connect_desktop.ui.session import Session
from connect_desktop.ui.sidebar import NavButton, Sidebar, destinations
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("themed")

PAGES = [place.name for place in destinations()] + ["settings", "catch_up", "circles", "closeness", "week"]
PAGES += ["safety", "person", "circle", "moments", "search"]
LONG = "Maximiliane Alexandra von Hohenstein-Waldburg " * 4


@pytest.fixture
def workspace(qtbot: QtBot, session: Session, own_data) -> Workspace:
    session.store.apply(sample.life(session.today()))
    (last,) = session.store.moments.recent(1)[0].impressions[:1]
    session.store.apply([Edit(last, replace(last, body=None))])
    places = Places(data=own_data, config=own_data, cache=own_data / "cache")
    made = Workspace(session, places, protected=True)
    qtbot.addWidget(made)
    made.resize(SMALLEST)
    made.show()
    made.start()
    return made


@pytest.fixture
def large_letters(themed: QApplication) -> Iterator[None]:
    font = themed.font()
    larger = themed.font()
    larger.setPointSizeF(font.pointSizeF() * 1.6)
    themed.setFont(larger)
    theme.choose("light", still=True)
    yield
    themed.setFont(font)
    theme.choose("light", still=True)


def show(workspace: Workspace, page: str) -> None:
    store = workspace.session.store
    if page == "person":
        workspace.show_person(max(store.people.rows(), key=lambda row: row.moments).person.id)
    elif page == "circle":
        workspace.people_pages.show_circle(store.circles.all()[0].id)
    else:
        workspace.go(page)
    QApplication.processEvents()


def clipped(workspace: Workspace, page: str) -> list[QScrollArea]:
    """The areas that can be seen and hold something wider than they are."""
    areas = workspace.page(page).findChildren(QScrollArea)
    return [area for area in areas if area.isVisible() and area.horizontalScrollBar().maximum()]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_the_smallest_window(workspace: Workspace, page: str) -> None:
    show(workspace, page)
    wanted = workspace.minimumSizeHint()
    assert (wanted.width() <= SMALLEST.width(), wanted.height() <= SMALLEST.height()) == (True, True)


@pytest.mark.usefixtures("large_letters")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_across_with_large_letters(qtbot: QtBot, workspace: Workspace, page: str) -> None:
    show(workspace, page)
    assert workspace.minimumSizeHint().width() <= SMALLEST.width()
    qtbot.waitUntil(lambda: clipped(workspace, page) == [])


@pytest.mark.parametrize("page", ["map", "closeness", "hopes", "person"])
def test_a_name_of_any_length_fits_beside_everything_else(
    qtbot: QtBot, workspace: Workspace, page: str
) -> None:
    store = workspace.session.store
    store.apply(Edit(one, replace(one, name=f"{one.name} {LONG}"[:200])) for one in store.people.all())
    show(workspace, page)
    qtbot.waitUntil(lambda: clipped(workspace, page) == [])


def test_the_side_bar_keeps_its_words_where_there_is_room(qtbot: QtBot) -> None:
    bar = Sidebar(destinations(), lockable=True)
    qtbot.addWidget(bar)
    bar.show()
    bar.make_room(1280)
    with_words = bar.width()
    bar.make_room(with_words * 3)
    assert bar.width() < with_words / 2
    assert [button.text() for button in bar.findChildren(NavButton)] == [""] * len(
        bar.findChildren(NavButton)
    )
    assert "Today" in [button.accessibleName() for button in bar.findChildren(NavButton)]
    bar.make_room(1280)
    assert bar.width() == with_words


@pytest.mark.parametrize("page", ["hopes", "person"])
def test_a_page_ends_where_its_last_card_does(qtbot: QtBot, workspace: Workspace, page: str) -> None:
    show(workspace, page)
    shown = workspace.page(page)
    area = shown.findChild(QScrollArea)

    def below() -> int:
        """Pixels between the last card and the end of the page."""
        inside = area.widget()
        cards = [card for card in shown.findChildren(Card) if card.isVisible()]
        return inside.height() - max(card.mapTo(inside, card.rect().bottomLeft()).y() for card in cards)

    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0 and below() < 80)
