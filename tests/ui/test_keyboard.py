"""The whole workspace by keyboard alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hands import focused
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Closeness, Edit
from connect_desktop.domain.rings import rings_on
from connect_desktop.interchange import sample
from connect_desktop.paths import Places
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.chart_view import ChartView
from connect_desktop.ui.widgets.moment_form import MomentDetail
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.reach_fields import ReachFields
from connect_desktop.ui.widgets.still_open import StillOpen
from connect_desktop.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def workspace(qtbot: QtBot, session: Session, own_places: Places) -> Workspace:
    session.store.apply(sample.life(session.today()))
    made = Workspace(session, own_places, protected=True)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
    made.start()
    qtbot.waitUntil(lambda: any(found.rows() for found in made.findChildren(MomentList)))
    return made


@pytest.fixture
def own_places(own_data) -> Places:
    return Places(data=own_data, config=own_data, cache=own_data / "cache")


def today(workspace: Workspace) -> TodayPage:
    page = workspace.page("today")
    assert isinstance(page, TodayPage)
    return page


def open_person(workspace: Workspace) -> None:
    workspace.show_person(workspace.session.store.people.named("Daniel")[0].id)


def open_circle(workspace: Workspace) -> None:
    workspace.people_pages.show_circle(workspace.session.store.circles.all()[0].id)


def open_closeness(workspace: Workspace) -> None:
    """With everyone on the rings: the card is about the one whom the keyboard comes to, placed or not."""
    session = workspace.session
    held = rings_on(session.store.closeness.all(), session.today())
    notes = [
        Closeness(person=one.id, on=session.today(), ring=4)
        for one in session.store.people.all()
        if one.id not in held
    ]
    session.store.apply([Edit(None, note) for note in notes])
    workspace.go("closeness")


def open_detail(workspace: Workspace) -> None:
    today(workspace).show_detail()


def open_what_is_open(workspace: Workspace) -> None:
    open_person(workspace)
    workspace.page("person").findChild(StillOpen).unfold(True)


def open_catch_up(workspace: Workspace) -> None:
    store = workspace.session.store
    for moment in store.moments.recent(3):
        felt = moment.impressions[0]
        store.apply([Edit(felt, replace(felt, body=None))])
    workspace.catch_up()


PAGES: dict[str, Callable[[Workspace], None]] = {
    "today": lambda workspace: workspace.go("today"),
    "detail": open_detail,
    "people": lambda workspace: workspace.go("people"),
    "person": open_person,
    "still open": open_what_is_open,
    "catch up": open_catch_up,
    "circles": lambda workspace: workspace.go("circles"),
    "circle": open_circle,
    "closeness": open_closeness,
    "reflections": lambda workspace: workspace.go("reflections"),
    "hopes": lambda workspace: workspace.go("hopes"),
    "settings": lambda workspace: workspace.go("settings"),
}


def walk(qtbot: QtBot, key: Qt.Key) -> list[QWidget]:
    """Return where the focus comes, from one Tab to the next, until it comes there again."""
    found: list[QWidget] = []
    stays = 0
    while stays < 3:  # a date has a stop for each of its parts
        qtbot.keyClick(focused(), key)
        if found and focused() is found[-1]:
            stays += 1
        elif focused() in found:
            return found
        else:
            stays = 0
            found.append(focused())
    raise AssertionError(f"Tab does not leave {found[-1]}")


def stops(workspace: Workspace) -> list[QWidget]:
    return [
        widget
        for widget in workspace.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
@pytest.mark.parametrize("page", PAGES)
def test_tab_comes_to_every_control_and_leaves_it(
    qtbot: QtBot, workspace: Workspace, page: str, key: Qt.Key
) -> None:
    PAGES[page](workspace)
    if page in ("person", "still open", "circle"):
        views = workspace.shown()[1].findChildren(ChartView)
        qtbot.waitUntil(lambda: all(view.chart() for view in views if view.visibleRegion()), timeout=20_000)
    reached = walk(qtbot, key)
    assert [widget for widget in stops(workspace) if widget not in reached] == []


def test_tab_goes_from_the_body_through_the_detail_to_save(qtbot: QtBot, workspace: Workspace) -> None:
    open_detail(workspace)
    page = today(workspace)
    page.findChild(BreathScale).setFocus()
    reached = walk(qtbot, Qt.Key.Key_Tab)
    save = next(button for button in page.findChildren(QPushButton) if button.accessibleName() == "Save")
    note = next(one for one in page.findChildren(QPlainTextEdit) if one.accessibleName() == "A note")
    first = next(one for one in reached if page.findChild(MomentDetail).isAncestorOf(one))
    assert reached.index(first) < 3
    assert reached.index(note) < reached.index(save) < reached.index(page.findChild(MomentList))


def test_enter_presses_the_button_that_has_the_focus_and_the_first_answer_comes_next(
    qtbot: QtBot, workspace: Workspace
) -> None:
    page = today(workspace)
    more = next(button for button in page.findChildren(QPushButton) if button.text() == "Add detail")
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Return)
    assert more.text() == "Less"
    assert page.findChild(ReachFields).isAncestorOf(focused())


def test_what_the_keyboard_comes_to_is_scrolled_into_sight(qtbot: QtBot, workspace: Workspace) -> None:
    listed = workspace.findChild(MomentList)
    area = today(workspace).findChild(QScrollArea)
    listed.setFocus()
    for _ in range(20):
        qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert _seen(area, listed, listed.visualRect(listed.currentIndex()).center())
    while not isinstance(focused().parent(), BreathScale):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert _seen(area, focused(), focused().rect().center())


def _seen(area: QScrollArea, widget: QWidget, at: QPoint) -> bool:
    return area.viewport().rect().contains(widget.mapTo(area.viewport(), at))


@pytest.mark.usefixtures("workspace")
def test_undo_right_after_saving_takes_the_moment_back_not_the_typing(qtbot: QtBot, session: Session) -> None:
    before = session.store.interactions.count()
    qtbot.keyClicks(focused(), "maya")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_6)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert session.store.interactions.count() == before + 1
    qtbot.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.store.interactions.count() == before
    qtbot.keyClick(focused(), Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert session.store.interactions.count() == before + 1


def test_a_moment_begun_on_a_persons_page_is_with_them(qtbot: QtBot, workspace: Workspace) -> None:
    open_person(workspace)
    qtbot.keyClick(focused(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(focused().parent(), BreathScale)
    qtbot.keyClick(focused(), Qt.Key.Key_5)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    (latest,) = workspace.session.store.moments.recent(1)
    daniel = workspace.session.store.people.named("Daniel")[0]
    assert [felt.person for felt in latest.impressions] == [daniel.id]
    workspace.go("people")
    qtbot.keyClick(focused(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert today(workspace).isVisible()
    assert not isinstance(focused().parent(), BreathScale), "the name comes first"
