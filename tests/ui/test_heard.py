"""What a screen reader says on every page and in every dialog: nothing without a name, nothing twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from scenes import PAGES, open_person

from connect_desktop.domain import HopeState
from connect_desktop.ui.circle_actions import CircleActions
from connect_desktop.ui.gate.code import CodeStep, RetypeStep
from connect_desktop.ui.gate.lock import LockStep, RecoverStep
from connect_desktop.ui.gate.step import Step
from connect_desktop.ui.gate.welcome import WelcomeStep
from connect_desktop.ui.hope_actions import HopeActions
from connect_desktop.ui.person_actions import PersonActions
from connect_desktop.ui.sidebar import Sidebar
from connect_desktop.ui.widgets.chart_canvas import ChartCanvas
from connect_desktop.ui.widgets.log_card import LogCard
from connect_desktop.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("themed")

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
CODE = "-".join(["7Q2M"] * 8)


def open_worked_out(workspace: Workspace) -> None:
    open_person(workspace)
    buttons = workspace.page("person").findChildren(QPushButton)
    next(one for one in buttons if one.text() == "How is this worked out?").click()


def open_filter(workspace: Workspace) -> None:
    workspace.go("moments")
    buttons = workspace.page("moments").findChildren(QPushButton)
    next(one for one in buttons if one.text() == "Filter…").click()


DIALOGS: dict[str, Callable[[Workspace], object]] = {
    "moment": lambda room: room.edit_moment(room.session.store.moments.recent(1)[0]),
    "person": lambda room: PersonActions(room.session, room).edit(
        room.session.store.people.named("Daniel")[0]
    ),
    "new person": lambda room: PersonActions(room.session, room).add(),
    "circle": lambda room: CircleActions(room.session, room).make(),
    "hope": lambda room: HopeActions(room.session, room).name(),
    "let go": lambda room: HopeActions(room.session, room).close(
        room.session.store.hopes.open()[0], HopeState.LET_GO
    ),
    "export": lambda room: room.export(),
    "worked out": open_worked_out,
    "filter": open_filter,
}
STEPS: dict[str, Callable[[], Step]] = {
    "welcome": WelcomeStep,
    "code": lambda: CodeStep(CODE),
    "retype": lambda: RetypeStep(CODE),
    "lock": LockStep,
    "recover": RecoverStep,
}


def heard(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield all that a screen reader finds in a window."""
    found = [QAccessible.queryAccessibleInterface(widget)]
    while found:
        one = found.pop()
        if one is not None and one.isValid() and not (one.state().invisible and found):
            yield one
            found += [one.child(place) for place in range(min(one.childCount(), 100))]


def amiss(widget: QWidget) -> list[tuple[str, str, str]]:
    """Return what is focused or pressed without a name, and what is said twice or as markup."""
    told = [(one, one.text(NAME), one.text(DESCRIPTION)) for one in heard(widget)]
    pressed = {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton}
    return [
        (QAccessible.Role(one.role()).name, name, more)
        for one, name, more in told
        if ((one.state().focusable or one.role() in pressed) and not name)
        or "<" in name + more
        or more.startswith(f"{name} (")
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_heard(workspace: Workspace, page: str) -> None:
    PAGES[page](workspace)
    assert amiss(workspace) == []


@pytest.mark.parametrize("dialog", DIALOGS)
def test_every_dialog_can_be_heard(qtbot: QtBot, workspace: Workspace, dialog: str) -> None:
    DIALOGS[dialog](workspace)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    shown = QApplication.activeModalWidget()
    assert shown is not None
    assert amiss(shown) == []
    shown.hide()


@pytest.mark.parametrize("step", STEPS)
def test_every_step_of_the_gate_can_be_heard(qtbot: QtBot, step: str) -> None:
    shown = STEPS[step]()
    qtbot.addWidget(shown)
    shown.show()
    assert amiss(shown) == []


def test_what_opens_a_page_is_one_of_several_and_says_its_keys(workspace: Workspace) -> None:
    buttons = [
        QAccessible.queryAccessibleInterface(one)
        for one in workspace.findChild(Sidebar).findChildren(QPushButton)
    ]
    told = {one.text(NAME): (one.role(), one.text(DESCRIPTION)) for one in buttons}
    assert told["People"] == (QAccessible.Role.RadioButton, "Ctrl 2")
    assert told["Lock now"][0] == QAccessible.Role.Button


def toggle(widget: QWidget) -> None:
    """Check a button as a screen reader or a voice does."""
    action = QAccessible.queryAccessibleInterface(widget).actionInterface()
    action.doAction(QAccessibleActionInterface.toggleAction())


def test_what_a_screen_reader_checks_is_a_click(qtbot: QtBot, workspace: Workspace) -> None:
    def named(name: str) -> QAbstractButton:
        shown = [one for one in workspace.findChildren(QAbstractButton) if one.isVisible()]
        return next(one for one in shown if one.accessibleName() == name)

    toggle(named("breathed easier"))
    toggle(named("I reached out, no answer"))
    (felt,) = workspace.findChild(LogCard).answers()["felt"].values()
    assert (felt["body"], felt["reach"]) == (2, "me_unanswered")
    toggle(named("People"))
    assert workspace.shown()[0] == "people"
    assert [one.isChecked() for one in (named("People"), named("Today"))] == [True, False]
    toggle(named("Circles"))
    qtbot.waitUntil(lambda: workspace.shown()[0] == "circles")


def test_a_chart_says_what_it_is_about_before_it_is_drawn(workspace: Workspace) -> None:
    open_person(workspace)
    names = {one.accessibleName() for one in workspace.page("person").findChildren(ChartCanvas)}
    assert {"hurts and the way back", "what you said directly"} <= names


def test_the_cross_that_empties_a_line_has_a_name(workspace: Workspace) -> None:
    workspace.finding.search("walk")
    crosses = workspace.page("search").findChildren(QToolButton)
    assert [one.accessibleName() for one in crosses] == ["Clear"]


def test_where_everything_lies_is_heard(workspace: Workspace, own_data: Path) -> None:
    workspace.go("settings")
    assert any(str(own_data) in one.text(NAME) for one in heard(workspace.page("settings")))
