"""What lies beside a reflection: questions, earlier versions, this day; where it goes without room."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Circle, Edit, Hope, OwnPrompt, Person, Reflection, Status, Version
from connect_desktop.domain.history import APART
from connect_desktop.domain.prompts import prompts
from connect_desktop.ui.pages.reflections import ReflectionsPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.quiet_list import KEY
from connect_desktop.ui.widgets.writing_panel import EARLIER, PROMPTS, THIS_DAY

pytestmark = pytest.mark.usefixtures("themed")

MAYA = Person(name="Maya")
CHOIR = Circle(name="Choir", members={MAYA.id})
OWN = OwnPrompt(text="What did I not say?")
WIDE, NARROW = 1240, 700


@pytest.fixture
def lake(session: Session) -> Reflection:
    day = session.now() - timedelta(days=3)
    return Reflection(
        on=date(2026, 11, 20), title="The lake", text="That week.", people={MAYA.id}, created=day, edited=day
    )


@pytest.fixture
def page(session: Session, lake: Reflection, qtbot: QtBot) -> ReflectionsPage:
    session.store.apply(Edit(None, one) for one in (MAYA, CHOIR, OWN, lake))
    made = ReflectionsPage(session)
    qtbot.addWidget(made)
    made.resize(WIDE, 700)
    with qtbot.waitActive(made):
        made.show()
    made.arrive()
    return made


def stored(session: Session, reflection: Reflection) -> Reflection:
    found = session.store.reflections.get(reflection.id)
    assert found is not None
    return found


def key(page: ReflectionsPage, qtbot: QtBot, keys: str) -> None:
    qtbot.keySequence(QApplication.focusWidget() or page, QKeySequence(keys))


# Where it goes


def test_with_room_it_is_there_by_itself_and_stays_as_it_was_left(
    page: ReflectionsPage, session: Session, qtbot: QtBot
) -> None:
    panel = page._beside.panel
    assert panel.isVisible() and page._list.isVisible()
    key(page, qtbot, "F9")
    assert not panel.isVisible()
    again = ReflectionsPage(session)
    qtbot.addWidget(again)
    again.resize(WIDE, 700)
    again.show()
    again.arrive()
    assert not again._beside.panel.isVisible()
    again._editor.beside.click()
    again._beside.panel.choice.setFocus()
    qtbot.keyClick(again._beside.panel.choice, Qt.Key.Key_Right)
    third = ReflectionsPage(session)
    qtbot.addWidget(third)
    third.resize(WIDE, 700)
    third.show()
    third.arrive()
    assert third._beside.panel.isVisible() and third._beside.panel.part() == EARLIER


def test_without_room_it_takes_the_place_of_the_list_only_when_asked_for(
    page: ReflectionsPage, qtbot: QtBot
) -> None:
    panel = page._beside.panel
    page.resize(NARROW, 640)
    assert not panel.isVisible() and page._left.isVisible()
    page._editor.beside.click()
    assert panel.isVisible() and not page._left.isVisible()
    assert page.width() == NARROW
    assert panel.choice.stop is not None and panel.choice.stop.hasFocus()
    qtbot.keyClick(panel.choice.stop, Qt.Key.Key_Escape)
    assert not panel.isVisible() and page._left.isVisible()
    assert page._editor.prose.hasFocus()
    page.resize(WIDE, 700)
    assert panel.isVisible() and page._left.isVisible()


# Questions


def test_something_is_offered_and_another_one_on_wish(page: ReflectionsPage, qtbot: QtBot) -> None:
    panel = page._beside.panel.prompts
    qtbot.waitUntil(lambda: bool(panel.text.text()))
    first = panel.text.text()
    panel.other.click()
    assert panel.text.text() not in ("", first)


def test_the_offer_is_the_same_all_day_and_names_whom_it_fits(
    page: ReflectionsPage, session: Session, qtbot: QtBot
) -> None:
    panel = page._beside.panel.prompts
    qtbot.waitUntil(lambda: bool(panel.text.text()))
    session.apply("Hope added", Edit(None, Hope(person=MAYA.id, text="a walk", since=date(2026, 9, 1))))
    panel.other.click()
    assert panel.why.text() == "You are waiting for something with Maya."
    assert "Maya" in panel.text.text()
    said = panel.text.text()
    page._beside.panel.turn(THIS_DAY, told=True)
    page._beside.panel.turn(PROMPTS, told=True)
    assert panel.text.text() == said
    page.new_reflection()
    panel.take.click()
    assert [one.name for one in page._editor.people.people()] == ["Maya"]
    assert page._editor.question.text.text() == said
    assert page._editor.prose.hasFocus()
    qtbot.keyClicks(page._editor.prose, "I wait.")
    assert page.flush()
    (written,) = [one for one in session.store.reflections.all() if one.text == "I wait."]
    assert written.prompt in prompts() and written.people == {MAYA.id}
    page._beside.refresh()
    assert panel.text.isHidden() or not panel.text.isVisible()


def test_a_question_of_the_list_begins_a_page_where_something_is_written(
    page: ReflectionsPage, session: Session, lake: Reflection, qtbot: QtBot
) -> None:
    panel = page._beside.panel.prompts
    panel.list.mark("walls")
    panel._show_buttons()
    panel.use.click()
    assert page._editor.question.text.text().startswith("Describe a wall you keep.")
    assert page._editor.question.family.text() == "Walls"
    assert page._editor.prose.text() == ""
    qtbot.keyClicks(page._editor.prose, "It is called fine.")
    assert page.flush()
    assert stored(session, lake) == lake
    assert {one.prompt for one in session.store.reflections.all()} == {None, "walls"}


@pytest.mark.parametrize("by_key", [False, True])
def test_what_can_be_done_with_a_question_is_shown_when_one_comes_to_it(
    page: ReflectionsPage, qtbot: QtBot, *, by_key: bool
) -> None:
    panel = page._beside.panel.prompts
    given = panel.list.keys()[1]
    panel.choose(given)
    panel.list.setFocus()
    shown = []
    for question, way in ((OWN.id, Qt.Key.Key_Up), (given, Qt.Key.Key_Down), (OWN.id, Qt.Key.Key_Up)):
        if by_key:
            qtbot.keyClick(panel.list, way)
        else:
            row = next(one for n in range(9) if (one := panel.list.item(n)).data(KEY) == question)
            at = panel.list.visualItemRect(row).center()
            qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert panel.list.key() == question
        shown.append([one.isVisible() for one in (panel.use, panel.change, panel.remove)])
    assert shown == [[True, True, True], [True, False, False], [True, True, True]]


def test_where_nothing_is_written_yet_it_is_answered_here(
    page: ReflectionsPage, session: Session, qtbot: QtBot
) -> None:
    page.new_reflection(MAYA.id)
    begun = page._sitting
    page._beside.panel.prompts.list.opened.emit("what-i-wait-for")
    assert page._sitting is begun
    assert "with Maya?" in page._editor.question.text.text()
    qtbot.keyClicks(page._editor.prose, "Snow.")
    assert page.flush()
    (written,) = [one for one in session.store.reflections.all() if one.text == "Snow."]
    assert (written.prompt, written.people) == ("what-i-wait-for", {MAYA.id})


@pytest.mark.parametrize("status", [Status.ENDED, Status.DIED])
def test_a_question_names_nobody_with_whom_it_is_over(
    page: ReflectionsPage, session: Session, status: Status
) -> None:
    session.apply("", Edit(MAYA, replace(MAYA, status=status)))
    page.new_reflection(MAYA.id)
    page._beside.panel.prompts.list.opened.emit("what-i-know-of-them")
    assert "someone close to you worried about" in page._editor.question.text.text()


def test_a_question_can_be_taken_off(page: ReflectionsPage, session: Session, lake: Reflection) -> None:
    session.apply("", Edit(lake, replace(lake, prompt="walls")))
    assert page._editor.question.isVisible()
    page._editor.question._off.click()
    assert not page._editor.question.isVisible()
    assert page.flush()
    assert stored(session, lake).prompt is None
    session.undo_stack.undo()
    assert stored(session, lake).prompt == "walls"
    assert page._editor.question.isVisible()


def test_the_questions_can_be_searched(page: ReflectionsPage, qtbot: QtBot) -> None:
    panel = page._beside.panel.prompts
    assert set(panel.list.keys()) == {*prompts(), OWN.id}
    qtbot.keyClicks(panel.search, "walls protect")
    assert panel.list.keys() == ["walls"]
    panel.search.setText("zebra")
    assert panel.list.keys() == [] and panel.nothing.isVisible()


def test_questions_of_ones_own_are_added_changed_and_taken_off(
    page: ReflectionsPage, session: Session, qtbot: QtBot
) -> None:
    panel = page._beside.panel.prompts
    panel.own.setFocus()
    qtbot.keyClicks(panel.own, "  Who laughed?")
    qtbot.keyClick(panel.own, Qt.Key.Key_Return)
    assert {one.text for one in session.store.prompts.all()} == {OWN.text, "Who laughed?"}
    assert panel.own.text() == "" and panel.remove.isVisible()
    panel.change.click()
    assert panel.own.text() == "Who laughed?"
    panel.own.setText("Who laughed with me?")
    qtbot.keyClick(panel.own, Qt.Key.Key_Return)
    assert {one.text for one in session.store.prompts.all()} == {OWN.text, "Who laughed with me?"}
    panel.remove.click()
    assert session.store.prompts.all() == [OWN]
    session.undo_stack.undo()
    assert "Who laughed with me?" in {one.text for one in session.store.prompts.offered()}
    qtbot.keyClicks(panel.own, "WHAT did I not say?")
    qtbot.keyClick(panel.own, Qt.Key.Key_Return)
    assert len(session.store.prompts.all()) == 2


def test_an_answered_question_of_ones_own_stays_readable_when_it_is_off_the_list(
    page: ReflectionsPage, session: Session, lake: Reflection
) -> None:
    session.apply("", Edit(lake, replace(lake, prompt=OWN.id)))
    panel = page._beside.panel.prompts
    panel.choose(OWN.id)
    panel.remove.click()
    listed = panel.list.keys()
    assert OWN.id not in listed
    page.show_reflection(lake.id)
    assert page._editor.question.text.text() == OWN.text


# Earlier versions


def write_later(page: ReflectionsPage, text: str) -> None:
    page._editor.prose.setPlainText(text)
    assert page.flush()


def test_how_it_was_can_be_read_and_brought_back(
    page: ReflectionsPage, session: Session, lake: Reflection
) -> None:
    panel = page._beside.panel
    panel.turn(EARLIER, told=True)
    assert panel.no_versions.isVisible()
    write_later(page, "Rewritten.")
    assert panel.versions.count() == 1
    assert panel.versions.item(0).text() == "Thursday, 19 November 2026, 21:14\n2 words"
    panel.versions.setCurrentRow(0)
    assert page._version.isVisible()
    assert page._version.prose.text() == "That week." and page._version.prose.isReadOnly()
    page._version.bring.click()
    assert stored(session, lake).text == "That week."
    assert page._editor.isVisible() and page._editor.prose.text() == "That week."
    assert {one.text for one in session.store.versions.of(lake.id)} == {"That week.", "Rewritten."}
    session.undo_stack.undo()
    assert stored(session, lake).text == "Rewritten."
    assert page._editor.prose.text() == "Rewritten."
    assert len(session.store.versions.of(lake.id)) == 1


def test_escape_leaves_an_earlier_version_for_the_present_one(
    page: ReflectionsPage, session: Session, lake: Reflection, qtbot: QtBot
) -> None:
    write_later(page, "Rewritten.")
    page._beside.panel.turn(EARLIER, told=True)
    page._beside.panel.versions.setCurrentRow(0)
    page._version.bring.setFocus()
    qtbot.keyClick(page._version.bring, Qt.Key.Key_Escape)
    assert page._editor.isVisible()
    assert stored(session, lake).text == "Rewritten."


def test_deleted_it_takes_its_versions_with_it_and_undo_brings_all_back(
    page: ReflectionsPage, session: Session, lake: Reflection
) -> None:
    write_later(page, "Rewritten.")
    page._editor.delete.trigger()
    assert session.store.reflections.all() == [] and session.store.versions.all() == []
    session.undo_stack.undo()
    assert stored(session, lake).text == "Rewritten."
    assert [one.text for one in session.store.versions.of(lake.id)] == ["That week."]


def test_a_version_of_another_page_is_not_shown(page: ReflectionsPage, session: Session) -> None:
    other = Reflection(on=date(2026, 11, 1), title="Other")
    old = Version(reflection=other.id, at=session.now() - 2 * APART, text="Other before")
    session.apply("", Edit(None, other), Edit(None, old))
    page._beside.panel.turn(EARLIER, told=True)
    assert page._beside.panel.versions.count() == 0
    page.show_reflection(other.id)
    assert page._beside.panel.versions.count() == 1


# On this day


def test_what_was_written_on_this_day_is_opened_with_enter(
    page: ReflectionsPage, session: Session, qtbot: QtBot
) -> None:
    year, month = Reflection(on=date(2025, 11, 22), title="Snow"), Reflection(on=date(2026, 10, 22))
    session.apply("", Edit(None, year), Edit(None, month))
    panel = page._beside.panel
    panel.turn(THIS_DAY, told=True)
    said = [panel.days.item(row).text() for row in range(panel.days.count())]
    assert said == ["A month ago · 22 October 2026\nUntitled", "A year ago · 22 November 2025\nSnow"]
    panel.days.setFocus()
    panel.days.setCurrentRow(1)
    qtbot.keyClick(panel.days, Qt.Key.Key_Return)
    assert page._editor.title.text() == "Snow"


def test_a_day_on_which_nothing_was_written_says_so(page: ReflectionsPage) -> None:
    page._beside.panel.turn(THIS_DAY, told=True)
    assert page._beside.panel.no_days.isVisible()


# Circles, marks, files


def test_circles_stand_in_the_list_and_are_found(
    page: ReflectionsPage, session: Session, lake: Reflection, qtbot: QtBot
) -> None:
    session.apply("", Edit(lake, replace(lake, circles={CHOIR.id})))
    qtbot.keyClicks(page._find, "choir")
    assert page._list.found.rowCount() == 1
    assert page._list.found.index(0).data(Qt.ItemDataRole.ToolTipRole) == "The lake\nFriday · Maya, Choir"


def test_buttons_show_what_the_cursor_stands_in_and_change_it(
    page: ReflectionsPage, session: Session, lake: Reflection, qtbot: QtBot
) -> None:
    editor = page._editor
    editor.prose.setFocus()
    editor.bar.buttons["quote"].click()
    assert editor.prose.hasFocus()
    qtbot.waitUntil(editor.bar.buttons["quote"].isChecked)
    assert page.flush()
    assert stored(session, lake).text == "> That week."
    first = editor.bar.buttons["bold"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert editor.bar.buttons["italic"].hasFocus()


def test_from_its_menu_it_goes_where_markdown_and_print_are(
    page: ReflectionsPage, lake: Reflection, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.export_requested) as asked:
        next(one for one in page._editor.more._menu.actions() if "Markdown" in one.text()).trigger()
    assert asked.args == [(lake.id,)]


def test_all_of_it_is_reached_by_tab_and_has_a_name(page: ReflectionsPage, qtbot: QtBot) -> None:
    seen = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        assert focused.accessibleName() or getattr(focused, "text", str)()
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    editor, panel = page._editor, page._beside.panel
    chip = next(one for one in seen if one.accessibleName() == "Choir")
    bold = seen.index(editor.bar.buttons["bold"])
    assert bold - 2 <= seen.index(chip) < bold, "circles come where they stand"
    wanted = [
        editor.beside, editor.bar.buttons["bold"], editor.prose, editor.more, panel.choice.stop,
        panel.close_button, panel.prompts.search, panel.prompts.list, panel.prompts.own,
    ]  # fmt: skip
    assert [one for one in wanted if one not in seen] == []
