"""In the smallest window, and with large letters, every page has the room it wants."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QScrollArea, QStyle, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit
from connect_desktop.domain.body import body_label
from connect_desktop.interchange import sample
from connect_desktop.paths import Places
from connect_desktop.ui import theme
from connect_desktop.ui.main_window import SMALLEST
from connect_desktop.ui.pages.board import Board
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.sidebar import NavButton, Sidebar, destinations
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.chart_view import ChartView
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.hope_strip import HopeStrip
from connect_desktop.ui.widgets.line_label import LineLabel
from connect_desktop.ui.widgets.look_again_line import LookAgainLine
from connect_desktop.ui.widgets.notice import Notice
from connect_desktop.ui.widgets.person_head import PersonHead
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
    larger.setPointSizeF(font.pointSizeF() * 2)
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


def test_every_page_fits_the_smallest_window(workspace: Workspace) -> None:
    for page in PAGES:
        show(workspace, page)
        wanted = workspace.minimumSizeHint()
        assert (wanted.width() <= SMALLEST.width(), wanted.height() <= SMALLEST.height()) == (True, True), (
            page
        )


@pytest.mark.usefixtures("large_letters")
def test_every_page_fits_across_with_large_letters(qtbot: QtBot, workspace: Workspace) -> None:
    for page in PAGES:
        show(workspace, page)
        assert workspace.minimumSizeHint().width() <= SMALLEST.width(), page
        qtbot.waitUntil(lambda page=page: clipped(workspace, page) == [])


def is_whole(label: QLabel) -> bool:
    """Return whether every line of a label can be seen."""
    if isinstance(label, ElidedLabel):
        return not label.elided()
    return label.height() >= label.heightForWidth(label.width())


@pytest.mark.usefixtures("large_letters")
def test_large_words_under_the_body_are_whole(workspace: Workspace) -> None:
    scale = workspace.page("today").findChild(BreathScale)
    words = [word for value in range(-3, 4) for word in body_label(value).split()]
    metrics = QFontMetrics(scale.label_font(strong=True))
    assert max(metrics.horizontalAdvance(word) for word in words) <= scale.width() // 7
    assert metrics.height() > QFontMetrics(theme.font("small")).height() * 0.75


@pytest.mark.usefixtures("large_letters")
def test_what_is_drawn_beside_large_letters_is_as_large(workspace: Workspace) -> None:
    show(workspace, "settings")
    box = workspace.page("settings").findChild(QCheckBox)
    assert box.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, box) >= 32


@pytest.mark.usefixtures("large_letters")
def test_large_letters_leave_a_hope_readable_that_is_asked_about(qtbot: QtBot, workspace: Workspace) -> None:
    today, store = workspace.page("today"), workspace.session.store
    assert isinstance(today, TodayPage)
    hope = next(one for one in store.hopes.open() if len(one.text) < 60)
    today.begin_log(hope.person)
    strip = today.findChild(HopeStrip)
    qtbot.waitUntil(lambda: strip.isVisible() and all(map(is_whole, strip.findChildren(ElidedLabel))))


@pytest.mark.usefixtures("large_letters")
def test_a_large_sentence_about_a_hope_is_whole_and_its_answers_below(
    qtbot: QtBot, workspace: Workspace
) -> None:
    store, today = workspace.session.store, workspace.session.today()
    hope = store.hopes.open()[0]
    workspace.session.apply("", Edit(hope, replace(hope, look_again=today)))
    line = workspace.page("today").findChild(LookAgainLine)
    said, look = line.findChild(LineLabel), line.findChild(QPushButton)
    qtbot.waitUntil(lambda: is_whole(said) and bottom(said, line) <= look.mapTo(line, QPoint()).y())


def bottom(part: QWidget, whole: QWidget) -> int:
    return QRect(part.mapTo(whole, QPoint()), part.size()).bottom()


@pytest.mark.usefixtures("large_letters")
def test_a_large_name_and_what_is_known_are_whole_on_the_page_of_a_person(
    qtbot: QtBot, workspace: Workspace
) -> None:
    show(workspace, "person")
    head = workspace.page("person").findChild(PersonHead)
    qtbot.waitUntil(lambda: all(map(is_whole, head.findChildren(QLabel))))


def test_the_smallest_window_shows_more_than_half_of_the_first_chart_of_a_person(
    qtbot: QtBot, workspace: Workspace
) -> None:
    show(workspace, "person")
    for notice in workspace.findChildren(Notice):
        notice.hide()
    chart = workspace.page("person").findChild(ChartView)

    def seen() -> float:
        return chart.visibleRegion().boundingRect().height() / chart.height()

    qtbot.waitUntil(lambda: chart.isVisible() and seen() > 0.55)


@pytest.mark.usefixtures("large_letters")
@pytest.mark.parametrize("page", ["map", "closeness"])
def test_picture_and_cards_below_one_another_end_alike(qtbot: QtBot, workspace: Workspace, page: str) -> None:
    show(workspace, page)
    board = workspace.page(page).findChild(Board)

    def ends() -> set[int]:
        cards = [card for card in board.findChildren(Card) if card.isVisible()]
        return {card.mapTo(board, card.rect().topRight()).x() for card in cards}

    qtbot.waitUntil(lambda: len(ends()) == 1)


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
