"""The whole workspace by keyboard alone."""

from itertools import pairwise

import pytest
from hands import focused
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from scenes import PAGES, open_detail, open_person, today

from connect_desktop.domain import Edit, Person, Word
from connect_desktop.ui.pages.steps_taken import StepsTaken
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.chart_view import ChartView
from connect_desktop.ui.widgets.group import Group
from connect_desktop.ui.widgets.landing import Landing
from connect_desktop.ui.widgets.moment_form import MomentDetail
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.person_field import PersonField
from connect_desktop.ui.widgets.reach_fields import ReachFields
from connect_desktop.ui.widgets.section import Section
from connect_desktop.ui.widgets.several import Several
from connect_desktop.ui.widgets.undo_bar import UndoBar
from connect_desktop.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("themed")


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


@pytest.mark.parametrize("page", PAGES)
def test_tab_comes_to_every_control_and_leaves_it(qtbot: QtBot, workspace: Workspace, page: str) -> None:
    PAGES[page](workspace)
    if page in ("person", "still open", "circle"):
        views = workspace.shown()[1].findChildren(ChartView)
        qtbot.waitUntil(lambda: all(view.chart() for view in views if view.visibleRegion()), timeout=20_000)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        reached = walk(qtbot, key)
        assert [widget for widget in stops(workspace) if widget not in reached] == [], key
        assert torn_apart(workspace, reached) == [], key


def torn_apart(workspace: Workspace, reached: list[QWidget]) -> list[str]:
    """Return the groups, parts of a form and cards that Tab leaves and comes back to."""
    found = []
    for kind in (Group, Section, Card):
        for part in workspace.findChildren(kind):
            inside = [part.isAncestorOf(widget) for widget in reached]
            if sum(now > before for before, now in pairwise([inside[-1], *inside])) > 1:
                found.append(part.accessibleName() or kind.__name__)
    return found


def test_tab_goes_from_the_body_through_the_detail_to_save(qtbot: QtBot, workspace: Workspace) -> None:
    open_detail(workspace)
    page = today(workspace)
    page.findChild(BreathScale).setFocus()
    reached = walk(qtbot, Qt.Key.Key_Tab)
    save = next(button for button in page.findChildren(QPushButton) if button.accessibleName() == "Save")
    note = next(one for one in page.findChildren(QPlainTextEdit) if one.accessibleName() == "A note")
    first = next(one for one in reached if page.findChild(MomentDetail).isAncestorOf(one))
    assert reached.index(first) < 4
    assert reached.index(note) < reached.index(save) < reached.index(page.findChild(MomentList))


def test_tab_comes_to_the_words_of_a_part_right_after_its_line(qtbot: QtBot, workspace: Workspace) -> None:
    open_detail(workspace)
    page = today(workspace)
    workspace.session.apply("", Edit(None, Word(text="light", feeling="easy")))  # all words are offered anew
    page.findChild(BreathScale).setFocus()
    reached = walk(qtbot, Qt.Key.Key_Tab)
    for section in page.findChildren(Section):
        if section.isVisible():
            line = section.findChild(QPushButton)
            assert section.isAncestorOf(reached[reached.index(line) + 1]), section.name
    assert torn_apart(workspace, reached) == []


def test_with_several_people_tab_comes_to_whose_answers_these_are_before_the_body(
    qtbot: QtBot, workspace: Workspace
) -> None:
    qtbot.keyClicks(focused(), "maya,dan")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_Backtab)
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    heard = [focused().accessibleName()]
    for _ in range(2):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        heard.append(focused().accessibleName())
    assert heard == ["Each their own", "Maya", "neither"]
    assert today(workspace).findChild(Several).isVisible()


def test_what_the_focus_goes_to_by_itself_is_scrolled_into_sight(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.resize(900, 640)
    page, area = today(workspace), today(workspace).findChild(QScrollArea)
    qtbot.keyClicks(focused(), "maya")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_6)
    open_detail(workspace)
    own = next(
        one for one in page.findChildren(QLineEdit) if one.accessibleName() == "Afterwards in your own words"
    )
    own.setFocus()
    qtbot.keyClicks(own, "wide awake")
    qtbot.keyClick(own, Qt.Key.Key_Return)
    assert focused() is not own
    qtbot.waitUntil(lambda: _seen(area, focused(), focused().rect().center()))
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(focused().parent(), PersonField)
    qtbot.waitUntil(lambda: _seen(area, focused(), focused().rect().center()))


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
    qtbot.waitUntil(lambda: _seen(area, focused(), focused().rect().center()))


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


def test_what_was_taken_back_by_key_is_not_offered_to_be_taken_back(
    qtbot: QtBot, workspace: Workspace, session: Session
) -> None:
    for name in ("Ada", "Bo"):
        session.apply(f"{name} added", Edit(None, Person(name=name)))
    bar = workspace.findChild(UndoBar)
    assert bar.text() == "Bo added."
    qtbot.keyClick(focused(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bar.text() == ""
    assert session.store.people.named("Ada")


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


def test_enter_ends_telling_how_a_step_landed(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.go("week")
    taken = workspace.page("week").findChild(StepsTaken)
    next(iter(taken._rows.values())).begin()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    landing = taken.findChild(Landing)
    landing.note.setFocus()
    qtbot.keyClicks(focused(), "Lighter")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(focused(), QPushButton))
    assert all(row._landing is None for row in taken._rows.values())
