from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Person, Reflection
from connect_desktop.ui.pages.reflections import ReflectionsPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.person_field import Choice
from connect_desktop.ui.widgets.reflection_list import DETAIL

pytestmark = pytest.mark.usefixtures("themed")

MAYA = Person(name="Maya Åström")
LAKE = Reflection(on=date(2026, 11, 20), title="What I hope", text="That week at the lake.", people={MAYA.id})
WALL = Reflection(on=date(2026, 11, 12), title="A wall I keep", text="Éric asked, und ich schwieg.")
PLAIN = Reflection(on=date(2026, 10, 30), text="# no title\n\nonly words")


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ReflectionsPage:
    made = ReflectionsPage(session)
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def filled(session: Session, page: ReflectionsPage) -> ReflectionsPage:
    session.store.apply([Edit(None, one) for one in (MAYA, LAKE, WALL, PLAIN)])
    page.arrive()
    return page


def listed(page: ReflectionsPage) -> list[str]:
    model = page._list.found
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def stored(session: Session, reflection: Reflection) -> Reflection:
    found = session.store.reflections.get(reflection.id)
    assert found is not None
    return found


def write(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


def test_the_newest_comes_first_and_is_open(filled: ReflectionsPage) -> None:
    assert listed(filled) == ["What I hope", "A wall I keep", "no title"]
    assert filled._editor.prose.text() == LAKE.text
    assert filled._list.found.index(0).data(DETAIL) == "Friday · Maya Åström"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lake", ["What I hope"]),
        ("LAKE hope", ["What I hope"]),
        ("astrom", ["What I hope"]),
        ("eric", ["A wall I keep"]),
        ("words", ["no title"]),
        ("lake words", []),
        ("", ["What I hope", "A wall I keep", "no title"]),
    ],
)
def test_search_looks_at_title_text_and_people(
    filled: ReflectionsPage, qtbot: QtBot, typed: str, found: list[str]
) -> None:
    qtbot.keyClicks(filled._find, typed)
    assert listed(filled) == found
    assert filled._nothing.isVisible() == (not found)
    assert filled._editor.prose.text() == LAKE.text


def test_search_follows_what_is_written(filled: ReflectionsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(filled._find, "zebra")
    assert listed(filled) == []
    filled._editor.title.setText("A zebra")
    assert filled.flush()
    assert listed(filled) == ["A zebra"]


def test_a_new_one_is_kept_as_it_is_typed(filled: ReflectionsPage, session: Session, qtbot: QtBot) -> None:
    filled.new_reflection()
    write(qtbot, "What stayed")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    write(qtbot, "She asked")
    qtbot.waitUntil(lambda: session.store.reflections.count() == 4)
    assert listed(filled)[0] == "What stayed"
    assert filled._editor.state.text() == "Saved 21:14"
    write(qtbot, ", and waited.")
    filled.hide()
    found = session.store.reflections.all()[-1]
    assert (found.title, found.text, found.on) == ("What stayed", "She asked, and waited.", session.today())
    assert session.undo_stack.count() == 1


def test_an_empty_new_one_leaves_nothing_behind(filled: ReflectionsPage, session: Session) -> None:
    filled.new_reflection()
    filled.new_reflection()
    assert filled.flush()
    assert session.store.reflections.count() == 3
    assert session.undo_stack.count() == 0


def test_one_about_someone_names_them(filled: ReflectionsPage, session: Session, qtbot: QtBot) -> None:
    filled.new_reflection(MAYA.id)
    assert [one.name for one in filled._editor.people.people()] == ["Maya Åström"]
    write(qtbot, "To Maya")
    assert filled.flush()
    assert session.store.reflections.of(MAYA.id)[-1].title == "To Maya"


def test_a_new_name_becomes_a_person(filled: ReflectionsPage, session: Session, qtbot: QtBot) -> None:
    filled._editor.people.focus_field()
    write(qtbot, "Ingrid")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert filled.flush()
    (ingrid,) = session.store.people.named("ingrid")
    assert stored(session, LAKE).people == {MAYA.id, ingrid.id}
    assert all(isinstance(one, Choice) for one in filled._editor.people.people())


def test_opening_another_saves_this_one_first(
    filled: ReflectionsPage, session: Session, qtbot: QtBot
) -> None:
    filled._editor.prose.setPlainText("changed")
    filled._list.setFocus()
    qtbot.keyClick(filled._list, Qt.Key.Key_Down)
    assert stored(session, LAKE).text == "changed"
    assert filled._editor.title.text() == "A wall I keep"
    qtbot.keyClick(filled._list, Qt.Key.Key_Return)
    assert filled._editor.prose.hasFocus()


def test_looking_changes_nothing(filled: ReflectionsPage, session: Session, qtbot: QtBot) -> None:
    filled._list.setFocus()
    for _ in range(2):
        qtbot.keyClick(filled._list, Qt.Key.Key_Down)
    assert filled.flush()
    assert {stored(session, one) for one in (LAKE, WALL, PLAIN)} == {LAKE, WALL, PLAIN}
    assert session.undo_stack.count() == 0


def test_undo_in_the_text_is_the_texts_own(filled: ReflectionsPage, session: Session, qtbot: QtBot) -> None:
    filled._editor.prose.setFocus()
    write(qtbot, "Now: ")
    assert filled.flush()
    qtbot.keySequence(filled._editor.prose, QKeySequence("Ctrl+Z"))
    assert filled._editor.prose.text() == LAKE.text
    assert filled.flush()
    assert stored(session, LAKE).text == LAKE.text


def test_undo_outside_takes_back_the_sitting(filled: ReflectionsPage, session: Session) -> None:
    for text in ("one", "one two", "one two three"):
        filled._editor.prose.setPlainText(text)
        assert filled.flush()
    session.undo_stack.undo()
    assert filled._editor.prose.text() == LAKE.text
    session.undo_stack.redo()
    assert filled._editor.prose.text() == "one two three"


def test_delete_can_be_undone(filled: ReflectionsPage, session: Session, qtbot: QtBot) -> None:
    told: list[str] = []
    session.applied.connect(told.append)
    filled._editor.prose.setPlainText("last words")
    filled._list.setFocus()
    qtbot.keyClick(filled._list, Qt.Key.Key_Delete)
    assert listed(filled) == ["A wall I keep", "no title"]
    assert filled._editor.title.text() == "A wall I keep"
    assert told == ["Reflection deleted"]
    session.undo_stack.undo()
    assert stored(session, LAKE).text == "last words"
    assert listed(filled)[0] == "What I hope"


def test_deleting_the_last_one_shows_what_could_be(page: ReflectionsPage, session: Session) -> None:
    session.store.apply([Edit(None, PLAIN)])
    page.arrive()
    page._editor.delete.trigger()
    assert page._empty.isVisible()
    page._empty.acted.emit()
    assert page._editor.title.hasFocus()


def test_a_change_elsewhere_is_seen(filled: ReflectionsPage, session: Session) -> None:
    session.apply("Person changed", Edit(MAYA, replace(MAYA, name="Mia")))
    assert [one.name for one in filled._editor.people.people()] == ["Mia"]
    filled._find.setText("mia")
    assert listed(filled) == ["What I hope"]
    filled._find.clear()
    later = replace(WALL, title="A wall I leave", on=date(2026, 11, 21))
    session.apply("Changed", Edit(WALL, later))
    assert listed(filled) == ["A wall I leave", "What I hope", "no title"]


def test_the_day_can_be_changed(filled: ReflectionsPage, session: Session) -> None:
    filled._editor.day.setDate(filled._editor.day.date().addDays(-30))
    assert filled.flush()
    assert stored(session, LAKE).on == LAKE.on - timedelta(days=30)
    assert listed(filled)[0] == "A wall I keep"


def test_text_of_any_script_comes_back_as_typed(filled: ReflectionsPage, session: Session) -> None:
    text = "שלום, *Maya* « oui\u00a0»\n\n👩‍👧 #panic() $x$\n\tدمت"
    filled._editor.prose.setPlainText("")
    filled._editor.prose.insertPlainText(text)
    assert filled.flush()
    assert stored(session, LAKE).text == text


def test_words_are_counted(filled: ReflectionsPage, qtbot: QtBot) -> None:
    assert filled._editor.words.text() == "5 words"
    filled._editor.prose.setPlainText("one")
    qtbot.waitUntil(lambda: filled._editor.words.text() == "1 word")


def test_what_cannot_be_saved_stays_with_a_sentence(
    filled: ReflectionsPage, session: Session, qtbot: QtBot
) -> None:
    session.store.apply([Edit(WALL, None)])
    filled._open(WALL, stored=True)
    filled._editor.prose.setPlainText("not lost")
    assert not filled.flush()
    assert filled._editor.banner.isVisible()
    assert "Connect keeps trying" in filled._editor.banner.text()
    filled._list.setFocus()
    qtbot.keyClick(filled._list, Qt.Key.Key_Home)
    filled.show_reflection(LAKE.id)
    filled.new_reflection()
    assert filled._editor.prose.text() == "not lost"


def test_closing_with_something_unsaved_tries_no_closed_store(
    filled: ReflectionsPage, session: Session
) -> None:
    session.store.apply([Edit(LAKE, None)])
    filled._editor.prose.setPlainText("given up by choice")
    assert not filled.flush()
    session.store.close()
    filled.hide()
    filled.deleteLater()


def test_export_asks_for_what_is_open(filled: ReflectionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(filled.export_requested) as asked:
        filled._editor.export.click()
    assert asked.args == [(LAKE.id,)]


def test_everything_is_reached_by_tab_and_has_a_name(filled: ReflectionsPage, qtbot: QtBot) -> None:
    seen = []
    for _ in range(16):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        assert focused.accessibleName() or getattr(focused, "text", str)()
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    editor = filled._editor
    wanted = [filled._new, filled._find, filled._list, editor.day, editor.title, editor.prose, editor.export]
    assert [one for one in wanted if one not in seen] == []
