"""Circles: made, looked at, changed and deleted; the three pages about people lead to one another."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hands import shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Circle, Edit, Impression, Interaction, Person, Reflection, Status
from connect_desktop.ui.dialogs.circle import CircleDialog
from connect_desktop.ui.pages.circle import CirclePage
from connect_desktop.ui.pages.circles import CirclesPage
from connect_desktop.ui.pages.people_head import PeopleHead
from connect_desktop.ui.pages.reflections import ReflectionsPage
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.sidebar import NavButton
from connect_desktop.ui.widgets.chart_view import ChartView
from connect_desktop.ui.widgets.circle_line import CircleLine
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.log_card import LogCard
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.moment_rows import MomentRow
from connect_desktop.ui.widgets.person_button import PersonButton
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("themed")

MAYA, BEN = Person(id="a" * 32, name="Maya"), Person(id="b" * 32, name="Ben")
OLD = Person(id="c" * 32, name="Wilma", status=Status.DIED)
FLAT = Circle(id="f" * 32, name="The old flat", members={MAYA.id, BEN.id, OLD.id}, note="Four of us.")
CHOIR = Circle(id="e" * 32, name="Choir")
TEXT = Reflection(id="d" * 32, on=date(2026, 11, 1), title="Home", circles={FLAT.id})


@pytest.fixture
def life(session: Session) -> Session:
    """Seven moments of the old flat, felt with two each, one of them long ago; none of the choir."""
    records = [MAYA, BEN, OLD, FLAT, CHOIR, TEXT]
    for number in range(7):
        ago = timedelta(days=400 if number == 6 else number)
        moment = Interaction(id=f"m{number}", at=session.now() - ago, circle=FLAT.id)
        records.append(moment)
        records += [
            Impression(interaction=moment.id, person=one.id, body=2, gave={"listened"}) for one in (MAYA, BEN)
        ]
    session.store.apply([Edit(None, record) for record in records])
    return session


@pytest.fixture
def workspace(qtbot: QtBot, session: Session, tmp_path: Path) -> Workspace:
    return shown(qtbot, session, tmp_path, 1200)


def here(workspace: Workspace) -> object:
    return workspace._stack.currentWidget()


def lines(workspace: Workspace) -> dict[str, CircleLine]:
    found = workspace.page("circles").findChildren(CircleLine)
    return {line.accessibleName().split(". ")[0]: line for line in found if not line.isHidden()}


def dialog_of(workspace: Workspace) -> CircleDialog:
    return next(one for one in workspace.findChildren(CircleDialog) if one.isVisible())


def marked(workspace: Workspace) -> str:
    return next(one.name for one in workspace.findChildren(NavButton) if one.isChecked())


def facts(widget: object) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))  # type: ignore[attr-defined]


@pytest.mark.usefixtures("life")
def test_the_list_says_who_is_in_each_and_what_was_lived_lately(workspace: Workspace) -> None:
    workspace.go("circles")
    assert [*lines(workspace)] == ["Choir", "The old flat"]
    assert lines(workspace)["The old flat"].accessibleName() == (
        "The old flat. Ben, Maya, Wilma. 6 moments in six months, last today"
    )
    assert "nobody in it yet" in lines(workspace)["Choir"].accessibleName()
    assert "no moments yet" in facts(lines(workspace)["Choir"])
    assert marked(workspace) == "people"


def test_without_circles_it_says_what_one_is(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.go("circles")
    empty = workspace.page("circles").findChild(EmptyState)
    assert empty.isVisible() and "lifeline" in empty.accessibleDescription()
    qtbot.mouseClick(empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert dialog_of(workspace).isVisible()


@pytest.mark.usefixtures("life")
def test_a_circle_is_made_by_keyboard_with_someone_new_in_it(
    qtbot: QtBot, workspace: Workspace, session: Session
) -> None:
    workspace.go("circles")
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, control_shift)
    dialog = dialog_of(workspace)
    qtbot.keyClicks(dialog.name, "Sunday table")
    line = dialog.members.findChild(QLineEdit)
    line.setFocus()
    for name in ("Maya", "Gran"):
        qtbot.keyClicks(line, name)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [one.name for one in dialog.members.people()] == ["Maya", "Gran"]
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.note, "One o clock.")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    (made,) = [one for one in session.store.circles.all() if one.name == "Sunday table"]
    (gran,) = session.store.people.named("Gran")
    assert (made.members, made.note) == ({MAYA.id, gran.id}, "One o clock.")
    assert isinstance(here(workspace), CirclePage)
    session.undo_stack.undo()
    assert session.store.people.named("Gran") == []
    assert isinstance(here(workspace), CirclesPage)


@pytest.mark.usefixtures("life")
def test_a_circle_needs_a_name_and_says_so(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.go("circles")
    workspace.page("circles")._actions.make()
    dialog = dialog_of(workspace)
    dialog.accept()
    assert dialog.isVisible() and "A name is needed" in dialog.error.text()
    dialog.name.setText("x" * 201)
    dialog.accept()
    assert "at most 200" in dialog.error.text()
    qtbot.keyClicks(dialog.name, "y")
    assert dialog.error.isHidden()


@pytest.mark.usefixtures("life")
def test_it_is_renamed_and_someone_taken_out(qtbot: QtBot, workspace: Workspace, session: Session) -> None:
    workspace.go("circles")
    qtbot.keyClick(lines(workspace)["The old flat"], Qt.Key.Key_F2)
    dialog = dialog_of(workspace)
    dialog.name.setText("Home")
    dialog.members.set_chosen([one for one in dialog.members.people() if one.name != "Ben"])
    dialog.accept()
    assert session.store.circles.get(FLAT.id) == Circle(
        id=FLAT.id, name="Home", members={MAYA.id, OLD.id}, note=FLAT.note
    )
    assert "Home" in lines(workspace)
    session.undo_stack.undo()
    assert session.store.circles.get(FLAT.id) == FLAT


@pytest.mark.usefixtures("life")
def test_deleting_one_leaves_its_moments_and_can_be_undone(workspace: Workspace, session: Session) -> None:
    workspace.people_pages.show_circle(FLAT.id)
    workspace.page("circle")._head.delete_asked.emit()
    assert isinstance(here(workspace), CirclesPage)
    assert [*lines(workspace)] == ["Choir"]
    assert session.store.interactions.count() == 7
    assert session.store.moments.get("m0").interaction.circle is None
    assert session.store.reflections.get(TEXT.id).circles == frozenset()
    session.undo_stack.undo()
    assert session.store.circles.get(FLAT.id) == FLAT
    assert session.store.moments.get("m0").interaction.circle == FLAT.id
    assert len(lines(workspace)) == 2


@pytest.mark.usefixtures("life")
def test_the_page_of_a_circle_holds_people_charts_moments_and_reflections(
    qtbot: QtBot, workspace: Workspace
) -> None:
    workspace.go("circles")
    qtbot.keyClick(lines(workspace)["The old flat"], Qt.Key.Key_Return)
    page = here(workspace)
    assert isinstance(page, CirclePage)
    assert "6 moments in six months · last today" in facts(page)
    assert [one.face.name for one in page.findChildren(PersonButton)] == ["Ben", "Maya", "Wilma"]
    charts = page.findChildren(ChartView)
    qtbot.waitUntil(lambda: all(one.chart() for one in charts if one.visibleRegion()), timeout=20_000)
    assert charts[0].chart().twin
    assert "7 moments with The old flat" in charts[1].chart().twin
    page._tabs._choose("moments")
    rows = [row for row in page.findChild(MomentList).rows() if isinstance(row, MomentRow)]
    assert [row.moment.interaction.id for row in rows] == [f"m{number}" for number in range(7)]
    assert marked(workspace) == "people"


@pytest.mark.usefixtures("life")
def test_tab_comes_to_the_members_before_the_tabs(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.people_pages.show_circle(FLAT.id)
    members = workspace.page("circle").findChildren(PersonButton)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is members[-1]


@pytest.mark.usefixtures("life")
def test_a_member_opens_and_back_leads_to_the_circle(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.people_pages.show_circle(FLAT.id)
    button = workspace.page("circle").findChildren(PersonButton)[1]
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert here(workspace) is workspace.page("person") and here(workspace).about() == MAYA.id
    assert marked(workspace) == "people"
    here(workspace).back_asked.emit()
    assert here(workspace) is workspace.page("circle")
    qtbot.keyClick(here(workspace), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert here(workspace) is workspace.page("circles")


@pytest.mark.usefixtures("life")
def test_a_moment_is_logged_with_the_circle(qtbot: QtBot, workspace: Workspace, session: Session) -> None:
    workspace.people_pages.show_circle(FLAT.id)
    workspace.page("circle")._head.log_asked.emit()
    today = here(workspace)
    assert isinstance(today, TodayPage)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_6)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    newest = session.store.moments.recent(1)[0]
    assert newest.interaction.circle == FLAT.id
    assert {felt.person for felt in newest.impressions} == {MAYA.id, BEN.id}
    assert today.findChild(LogCard).begun() is False
    assert len(session.store.moments.in_circle(FLAT.id)) == 8


@pytest.mark.usefixtures("life")
def test_a_reflection_is_linked_with_the_circle(qtbot: QtBot, workspace: Workspace, session: Session) -> None:
    workspace.people_pages.show_circle(FLAT.id)
    workspace.page("circle")._reflections.new_asked.emit()
    page = here(workspace)
    assert isinstance(page, ReflectionsPage)
    assert page._editor.circles.isVisible()
    qtbot.keyClicks(page._editor.title, "Sunday")
    assert page.flush()
    (made,) = [one for one in session.store.reflections.all() if one.title == "Sunday"]
    assert made.circles == {FLAT.id}
    assert len(session.store.reflections.in_circle(FLAT.id)) == 2


@pytest.mark.usefixtures("life")
def test_a_deleted_circle_leaves_no_trace_in_the_editor(workspace: Workspace, session: Session) -> None:
    workspace.go("reflections")
    workspace.open_reflection(TEXT.id)
    editor = workspace.page("reflections")._editor
    assert editor.circles.value() == {FLAT.id}
    session.apply("", *session.store.deletion(FLAT))
    assert editor.circles.value() == frozenset()
    assert [button.accessibleName() for button in editor.circles._buttons] == ["Choir"]


@pytest.mark.usefixtures("life")
def test_the_pages_about_people_lead_to_one_another_and_keep_the_keyboard(
    qtbot: QtBot, workspace: Workspace
) -> None:
    workspace.go("people")
    workspace.page("people").findChild(PeopleHead).views.setFocus()
    for key, name in (
        (Qt.Key.Key_Right, "circles"),
        (Qt.Key.Key_Right, "closeness"),
        (Qt.Key.Key_Left, "circles"),
        (Qt.Key.Key_Left, "people"),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        qtbot.waitUntil(on_choice_of(workspace, name))
        assert marked(workspace) == "people"


def on_choice_of(workspace: Workspace, name: str) -> Callable[[], bool]:
    """Return whether a page is shown, with the keyboard on its choice, which says so."""

    def arrived() -> bool:
        page = workspace.page(name)
        views = page.findChild(PeopleHead).views
        on = views.isAncestorOf(QApplication.focusWidget())
        return here(workspace) is page and on and views.value() == name

    return arrived


@pytest.mark.usefixtures("life")
def test_about_a_person_leads_to_their_circles_and_the_rings(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.show_person(MAYA.id)
    workspace.page("person")._turn_to("about")
    about = workspace.page("person")._about
    links = {one.accessibleName() or one.text(): one for one in about.findChildren(QPushButton)}
    links["Put them on a ring"].click()
    assert here(workspace) is workspace.page("closeness")
    assert QApplication.focusWidget().accessibleName() == "Maya, not placed"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    workspace.show_person(MAYA.id)
    assert "Close since today." in facts(about)
    links = {one.accessibleName() or one.text(): one for one in about.findChildren(QPushButton)}
    assert "See the rings" in links
    links["The old flat"].click()
    assert here(workspace) is workspace.page("circle")
    assert workspace.page("circle").findChild(SegmentedChoice).value() == "charts"
