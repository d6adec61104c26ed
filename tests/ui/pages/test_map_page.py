"""The map as it is used: seen, walked, looked at closer, played, and opened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, Status
from connect_desktop.paths import Places
from connect_desktop.ui import theme
from connect_desktop.ui.pages.map import MapPage
from connect_desktop.ui.pages.map_board import MapBoard
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.map_canvas import MapCanvas
from connect_desktop.ui.widgets.month_player import MonthPlayer
from connect_desktop.ui.widgets.place_card import FIRST, PersonLine, PlaceCard
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("themed")

MAYA, DANIEL, ALEX = (Person(id=name[0].lower() * 32, name=name) for name in ("Maya", "Daniel", "Alex"))
SAM = Person(id="5" * 32, name="Sam")
OLD = Person(id="0" * 32, name="Wilma", status=Status.ENDED)


def log(session: Session, person: Person, ago: int, reach: str = "me", met: int = 3) -> None:
    made = Interaction(at=session.now() - timedelta(days=ago, hours=1))
    felt = Impression(interaction=made.id, person=person.id, body=met - 2, reach=reach, met=met)
    session.store.apply((Edit(None, made), Edit(None, felt)))


@pytest.fixture
def life(session: Session) -> Session:
    """Maya is met, Daniel is not, Alex is new, Wilma is past."""
    session.store.apply([Edit(None, person) for person in (MAYA, DANIEL, ALEX, OLD)])
    for number in range(24):
        log(session, MAYA, 4 * number, ("me", "them")[number % 2], 4)
        log(session, DANIEL, 4 * number + 1, "me", number % 2)
    for number in range(3):
        log(session, ALEX, 2 * number, "them", 2)
    log(session, OLD, 12)
    return session


Show = Callable[..., MapPage]


@pytest.fixture
def show(qtbot: QtBot, session: Session) -> Show:
    def shown(size: tuple[int, int] = (1084, 800)) -> MapPage:
        page = MapPage(session)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        page.arrive()
        qtbot.waitUntil(lambda: settled(page), timeout=5000)
        return page

    return shown


def settled(page: MapPage) -> bool:
    if page.findChild(EmptyState).isVisible():
        return True
    canvas = page.findChild(MapCanvas)
    return canvas.chart() is not None and canvas._wanted() == canvas._shown


def canvas_of(page: MapPage) -> MapCanvas:
    return page.findChild(MapCanvas)


def press(qtbot: QtBot, page: MapPage, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(canvas_of(page), key)
    qtbot.waitUntil(lambda: settled(page), timeout=5000)


def here(page: MapPage) -> str:
    mark = canvas_of(page).current()
    return mark.person if mark is not None else ""


def listed(page: MapPage) -> dict[str, list[str]]:
    cards = [card for card in page.findChildren(PlaceCard) if not card.isHidden()]
    return {card.accessibleName(): card.people() for card in cards}


def words(page: MapPage) -> str:
    labels = page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(page))


@pytest.mark.usefixtures("life")
def test_everyone_lived_with_now_is_on_the_map_and_listed_by_what_is_said(show: Show) -> None:
    page = show()
    assert sorted(mark.person for mark in canvas_of(page).chart().marks) == [ALEX.id, DANIEL.id, MAYA.id]
    assert listed(page) == {
        "Where you exhale": [MAYA.id],
        "Likely one-sided": [DANIEL.id],
        "Not enough yet": [ALEX.id],
    }
    assert "met in 24 of 24" in words(page)
    assert "Everyone you logged with in the last six months." in words(page)
    assert "Maya" in canvas_of(page).accessibleDescription()


@pytest.mark.usefixtures("life")
def test_a_click_on_the_map_or_in_a_list_opens_the_person(qtbot: QtBot, show: Show) -> None:
    page = show()
    canvas = canvas_of(page)
    daniel = next(mark for mark in canvas.chart().marks if mark.person == DANIEL.id)
    with qtbot.waitSignal(page.person_asked) as asked:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.place(daniel).toPoint())
    assert asked.args == [DANIEL.id]
    line = next(line for line in page.findChildren(PersonLine) if line.person == ALEX.id)
    assert line.accessibleName().startswith("Alex, 3 moments")
    line.setFocus()
    with qtbot.waitSignal(page.person_asked) as asked:
        qtbot.keyClick(line, Qt.Key.Key_Space)
    assert asked.args == [ALEX.id]


@pytest.mark.usefixtures("life")
def test_arrows_walk_to_the_nearest_that_way_and_enter_opens(qtbot: QtBot, show: Show) -> None:
    page = show()
    press(qtbot, page, Qt.Key.Key_Home)
    assert here(page) == ALEX.id
    press(qtbot, page, Qt.Key.Key_Up)
    assert here(page) == MAYA.id
    assert canvas_of(page).accessibleName().startswith("Maya: 24 moments.")
    press(qtbot, page, Qt.Key.Key_Up)
    assert here(page) == MAYA.id
    press(qtbot, page, Qt.Key.Key_Right)
    assert here(page) == DANIEL.id
    with qtbot.waitSignal(page.person_asked) as asked:
        press(qtbot, page, Qt.Key.Key_Return)
    assert asked.args == [DANIEL.id]


@pytest.mark.usefixtures("life")
def test_plus_looks_closer_at_whom_one_walked_to_and_nought_shows_all(qtbot: QtBot, show: Show) -> None:
    page = show()
    canvas = canvas_of(page)
    whole = next(b for b in page.findChildren(QPushButton) if b.text() == "1×")
    assert whole.isHidden()
    press(qtbot, page, Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert canvas.view().zoom == pytest.approx(1.5**3)
    assert here(page) == MAYA.id
    assert DANIEL.id not in [mark.person for mark in canvas.chart().marks]
    press(qtbot, page, Qt.Key.Key_Minus)
    assert canvas.view().zoom == pytest.approx(1.5**2)
    assert not whole.isHidden() and whole.accessibleName() == "Show the whole map (0)"
    press(qtbot, page, Qt.Key.Key_0)
    assert canvas.view().whole() and len(canvas.chart().marks) == 3
    assert whole.isHidden()


@pytest.mark.usefixtures("life")
def test_arrows_go_on_where_nobody_is_left_to_walk_to(qtbot: QtBot, show: Show) -> None:
    page = show()
    canvas = canvas_of(page)
    press(qtbot, page, Qt.Key.Key_Home, Qt.Key.Key_Up, *[Qt.Key.Key_Plus] * 3)
    before = canvas.view()
    press(qtbot, page, Qt.Key.Key_Down)
    if here(page) == MAYA.id:
        assert canvas.view().y < before.y
    for _ in range(12):
        press(qtbot, page, Qt.Key.Key_Down)
    assert canvas.view().y == pytest.approx(0.5 / canvas.view().zoom)


def wheel(canvas: MapCanvas, notches: int, keys: Qt.KeyboardModifier) -> bool:
    at = QPointF(canvas.width() / 2, canvas.height() / 3)
    event = QWheelEvent(
        at, canvas.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)
    return event.isAccepted()


@pytest.mark.usefixtures("life")
def test_the_wheel_looks_closer_and_dragging_moves(qtbot: QtBot, show: Show) -> None:
    page = show()
    canvas = canvas_of(page)
    none = Qt.KeyboardModifier.NoModifier
    assert not wheel(canvas, -1, none), "there is nothing wider than the whole map"
    assert wheel(canvas, 3, none)
    qtbot.waitUntil(lambda: settled(page), timeout=5000)
    start, before = QPoint(200, 200), canvas.view()
    opened: list[str] = []
    page.person_asked.connect(opened.append)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, start + QPoint(60, -40))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(60, -40))
    assert canvas.view().x < before.x and canvas.view().y < before.y
    assert opened == []


@pytest.mark.usefixtures("life")
def test_in_a_small_window_the_lists_lie_below_and_the_wheel_scrolls(qtbot: QtBot, show: Show) -> None:
    page = show((704, 640))
    board, canvas = page.findChild(MapBoard), canvas_of(page)
    card = next(card for card in page.findChildren(PlaceCard) if card.accessibleName() == "Where you exhale")
    assert card.mapTo(board, QPoint()).y() > canvas.mapTo(board, canvas.rect().bottomLeft()).y()
    player = page.findChild(MonthPlayer)
    assert player.mapTo(page, player.rect().bottomLeft()).y() < page.height(), "the months are in sight"
    assert not wheel(canvas, 1, Qt.KeyboardModifier.NoModifier)
    assert wheel(canvas, 1, Qt.KeyboardModifier.ControlModifier)
    page.resize(1084, 800)
    qtbot.waitUntil(lambda: settled(page), timeout=5000)
    assert card.mapTo(board, QPoint()).x() > canvas.mapTo(board, canvas.rect().topRight()).x()


def test_another_span_shows_those_logged_with_then(qtbot: QtBot, life: Session, show: Show) -> None:
    life.store.apply([Edit(None, SAM)])
    for number in range(8):
        log(life, SAM, 200 + 5 * number)
    page = show()
    span = page.findChild(SegmentedChoice)
    for value, there, told in (
        ("year", True, "in the last year"), ("half", False, "six months"), ("all", True, "ever"),
        ("month", False, "in the last month"),
    ):  # fmt: skip
        span.set_value(value)
        span.changed.emit(value)
        qtbot.waitUntil(lambda: settled(page), timeout=5000)
        assert (SAM.id in [mark.person for mark in canvas_of(page).chart().marks]) is there, value
        assert told in words(page)


@pytest.mark.usefixtures("life")
def test_months_can_be_stepped_through(qtbot: QtBot, show: Show) -> None:
    page = show()
    months = page.findChild(MonthPlayer)
    slider = months.findChild(QSlider)
    assert slider.accessibleDescription() == "Today"
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: settled(page), timeout=5000)
    assert slider.accessibleDescription() == "September 2026"
    assert "As it read after September 2026" in words(page)
    assert ALEX.id not in [mark.person for mark in canvas_of(page).chart().marks]
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: settled(page), timeout=5000)
    assert len(canvas_of(page).chart().marks) == 3


@pytest.mark.usefixtures("life")
def test_playing_goes_through_all_months_and_stops_today(qtbot: QtBot, show: Show) -> None:
    page = show()
    months = page.findChild(MonthPlayer)
    seen: list[int] = []
    months.changed.connect(seen.append)
    play = next(button for button in months.findChildren(QPushButton))
    assert (play.text(), play.accessibleName()) == ("Play", "Play the months")
    qtbot.mouseClick(play, Qt.MouseButton.LeftButton)
    assert play.text() == "Pause" and months.month() == 0
    months._beat.setInterval(1)
    qtbot.waitUntil(lambda: not months.playing(), timeout=10000)
    last = months.findChild(QSlider).maximum()
    assert seen == [*range(last + 1)]
    assert play.text() == "Play"
    qtbot.mouseClick(play, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(play, Qt.MouseButton.LeftButton)
    assert not months.playing()


@pytest.mark.usefixtures("life")
def test_nothing_moves_where_motion_is_not_wanted_and_fades_else(qtbot: QtBot, show: Show) -> None:
    page = show()
    canvas, months = canvas_of(page), page.findChild(MonthPlayer)
    months.set_month(0)
    qtbot.waitUntil(lambda: settled(page), timeout=5000)
    assert canvas._fading.state() is canvas._fading.State.Stopped
    theme.choose("light", still=False)
    qtbot.waitUntil(lambda: settled(page), timeout=5000)
    months.set_month(1)
    qtbot.waitUntil(lambda: canvas._fading.state() is canvas._fading.State.Running, timeout=5000)
    qtbot.waitUntil(lambda: canvas._fading.state() is canvas._fading.State.Stopped, timeout=5000)


def test_where_most_read_as_unmet_that_is_said_and_nobody_is_listed(session: Session, show: Show) -> None:
    people = [Person(name=f"Friend {number}") for number in range(4)]
    calm = [Person(name=f"Calm {number}") for number in range(2)]
    session.store.apply([Edit(None, person) for person in (*people, *calm)])
    for number in range(40):
        for place, person in enumerate(people):
            log(session, person, 2 * number + place % 2, "me", number % 2)
        for person in calm:
            log(session, person, 2 * number, ("them", "me")[number % 2], 4)
    page = show()
    assert "Likely one-sided" not in listed(page)
    assert "With most people you logged" in words(page)


def test_long_lists_show_the_first_and_offer_the_rest(qtbot: QtBot, session: Session, show: Show) -> None:
    people = [Person(name=f"New {number:02}") for number in range(FIRST + 3)]
    session.store.apply([Edit(None, person) for person in people])
    for person in people:
        log(session, person, 3)
    page = show()
    assert listed(page) == {"Not enough yet": [person.id for person in people[:FIRST]]}
    more = next(button for button in page.findChildren(QPushButton) if button.text() == "3 more")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert listed(page) == {"Not enough yet": [person.id for person in people]}
    assert not more.isVisible()


def test_one_person_alone_and_nobody_listed_leaves_the_room_to_the_map(session: Session, show: Show) -> None:
    session.store.apply([Edit(None, SAM)])
    for number in range(30):
        log(session, SAM, 3 * number, ("me", "them")[number % 2], (1, 2, 3)[number % 3])
    page = show()
    assert listed(page) == {}
    assert canvas_of(page).width() > 900


def test_with_nobody_it_says_what_will_appear_and_offers_the_first_step(
    qtbot: QtBot, session: Session, show: Show
) -> None:
    session.store.apply([Edit(None, MAYA), Edit(None, OLD)])
    log(session, OLD, 3)
    page = show()
    assert "Nobody here yet" in words(page)
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Log a moment")
    with qtbot.waitSignal(page.log_asked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    made = Interaction(at=session.now())
    session.apply("", Edit(None, made), Edit(None, Impression(interaction=made.id, person=MAYA.id, body=1)))
    qtbot.waitUntil(lambda: canvas_of(page).chart() is not None, timeout=5000)
    assert "Nobody here yet" not in words(page)


def test_what_is_logged_meanwhile_is_there_on_coming_back(qtbot: QtBot, life: Session, show: Show) -> None:
    page = show()
    page.hide()
    made = Interaction(at=life.now())
    life.apply("", Edit(None, SAM))
    life.apply("", Edit(None, made), Edit(None, Impression(interaction=made.id, person=SAM.id, reach="me")))
    page.show()
    page.arrive()
    qtbot.waitUntil(lambda: settled(page), timeout=5000)
    assert SAM.id in [mark.person for mark in canvas_of(page).chart().marks]
    life.apply("", Edit(SAM, replace(SAM, status=Status.RESTING)))
    qtbot.waitUntil(lambda: settled(page), timeout=5000)
    assert SAM.id not in [mark.person for mark in canvas_of(page).chart().marks]


@pytest.mark.parametrize("tone", ["light", "dark"])
@pytest.mark.usefixtures("life")
def test_it_follows_the_colours_and_fits_larger_text(show: Show, tone: str, qapp: QApplication) -> None:
    theme.choose(tone, still=True)
    before = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(before.pointSizeF() * 2)
    try:
        qapp.setFont(larger)
        page = show((1084, 800))
        assert canvas_of(page).scale() > 1.8
        ground = page.grab().toImage().pixelColor(4, 4).lightness()
        assert (ground < 80) is (tone == "dark")
    finally:
        qapp.setFont(before)


def test_it_is_gone_to_from_the_side_bar_and_come_back_to(
    qtbot: QtBot, life: Session, tmp_path: Path
) -> None:
    workspace = Workspace(life, Places(data=tmp_path, config=tmp_path, cache=tmp_path), protected=False)
    qtbot.addWidget(workspace)
    workspace.resize(1280, 800)
    with qtbot.waitActive(workspace):
        workspace.show()
    workspace.start()
    qtbot.keyClick(workspace, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = workspace.page("map")
    assert page.isVisible()
    qtbot.waitUntil(lambda: settled(page), timeout=5000)
    page.person_asked.emit(MAYA.id)
    person = workspace.page("person")
    assert person.isVisible()
    qtbot.keyClick(person, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.isVisible()
    workspace.go("people")
    workspace.show_person(DANIEL.id)
    qtbot.keyClick(person, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert workspace.page("people").isVisible()
