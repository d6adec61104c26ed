"""The search page, from the window: what is typed is found, opened, and left again."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hands import keep
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Circle, Hope, Impression, Interaction, Person, Record, Reflection
from connect_desktop.domain.found import Kind
from connect_desktop.paths import Places
from connect_desktop.ui.dialogs.moment import MomentDialog
from connect_desktop.ui.pages.circle import CirclePage
from connect_desktop.ui.pages.hopes import HopesPage
from connect_desktop.ui.pages.person import PersonPage
from connect_desktop.ui.pages.reflections import ReflectionsPage
from connect_desktop.ui.pages.search import SearchPage
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.pages.week import WeekPage
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.headed_rows import RECORD, HeadingRow
from connect_desktop.ui.widgets.hit_list import HitList
from connect_desktop.ui.widgets.hit_rows import HitRow
from connect_desktop.ui.widgets.search_box import SearchBox
from connect_desktop.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("themed")

MAYA = Person(name="Maya")
ARAB = Person(name="مريم")


@pytest.fixture
def window(qtbot: QtBot, session: Session, tmp_path: Path) -> Workspace:
    keep(session, MAYA, ARAB, *moment(session, "Soup on the sofa"))
    shown = Workspace(session, Places(data=tmp_path, config=tmp_path, cache=tmp_path), protected=True)
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    shown.start()
    with qtbot.waitActive(shown):
        shown.show()
    qtbot.waitUntil(lambda: shown.page("today").findChild(SearchBox) is not None)
    return shown


def moment(session: Session, note: str, days: int = 1, who: Person = MAYA) -> tuple[Record, Record]:
    talk = Interaction(at=session.now() - timedelta(days=days), note=note)
    return talk, Impression(interaction=talk.id, person=who.id, body=1)


def page(window: Workspace) -> SearchPage:
    found = window.page("search")
    assert isinstance(found, SearchPage)
    return found


def field(window: Workspace) -> QLineEdit:
    return page(window).findChild(QLineEdit)


def rows(window: Workspace) -> list[HitRow | HeadingRow]:
    model = page(window).findChild(HitList).model()
    return [model.index(row, 0).data(RECORD) for row in range(model.rowCount())]


def hits(window: Workspace) -> list[HitRow]:
    return [row for row in rows(window) if isinstance(row, HitRow)]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def seek(qtbot: QtBot, window: Workspace, text: str) -> None:
    if not page(window).isVisible():
        press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field(window).clear()
    qtbot.keyClicks(field(window), text)
    qtbot.waitUntil(lambda: not page(window)._soon.isActive())


def empty(window: Workspace) -> str:
    found = page(window).findChild(EmptyState)
    return found.accessibleName() if found.isVisible() else ""


def test_ctrl_k_leads_there_and_escape_back_to_where_one_was(qtbot: QtBot, window: Workspace) -> None:
    window.show_person(MAYA.id)
    seek(qtbot, window, "sou")
    assert field(window).hasFocus() and [hit.excerpt.text for hit in hits(window)] == ["Soup on the sofa"]
    press(Qt.Key.Key_Escape)
    assert isinstance(window._stack.currentWidget(), PersonPage)
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert field(window).text() == "" and field(window).hasFocus()


def test_what_is_typed_on_today_goes_along(qtbot: QtBot, window: Workspace) -> None:
    today = window.page("today")
    assert isinstance(today, TodayPage)
    box = today.findChild(SearchBox)
    assert box.accessibleName() == "Search everything you wrote"
    box.setFocus()
    qtbot.keyClicks(box, "s")
    assert page(window).isVisible() and field(window).text() == "s" and box.text() == ""
    qtbot.keyClicks(QApplication.focusWidget(), "of")
    assert field(window).text() == "sof"
    qtbot.waitUntil(lambda: len(hits(window)) == 1)
    press(Qt.Key.Key_Escape)
    assert today.isVisible()


def test_what_is_found_stands_under_its_kind_with_the_match_marked(qtbot: QtBot, window: Workspace) -> None:
    hope = Hope(person=MAYA.id, text="A river walk", since=date(2026, 1, 5))
    text = Reflection(on=date(2026, 11, 20), title="River", text="It was wide")
    circle = Circle(name="Walkers", members=frozenset({MAYA.id}), note="by the river")
    keep(window.session, hope, text, circle, *moment(window.session, "the River froze", days=2, who=ARAB))
    seek(qtbot, window, "river")
    assert [row.text if isinstance(row, HeadingRow) else row.title.text for row in rows(window)] == [
        "Circles · 1", "Walkers", "Moments · 1", "مريم", "Reflections · 1", "River", "Hopes · 1", "Maya",
    ]  # fmt: skip
    assert [row.facts for row in hits(window)] == ["1 person", "Friday · 21:14", "Friday", "5 Jan"]
    assert hits(window)[1].excerpt.marks == ((4, 9),) and hits(window)[2].title.marks == ((0, 5),)
    assert hits(window)[1].spoken == "مريم. Friday · 21:14. the River froze"
    assert page(window).findChildren(QLabel)[1].text() == "4 found"


def test_nothing_found_is_said_in_what_was_asked(qtbot: QtBot, window: Workspace) -> None:
    seek(qtbot, window, "")
    assert empty(window) == "Find anything you wrote"
    seek(qtbot, window, "<b>zeppelin</b>")
    assert empty(window) == "Nothing found for “<b>zeppelin</b>” in what you wrote"
    seek(qtbot, window, "sofa")
    assert empty(window) == ""


def test_of_very_many_the_first_are_shown_and_all_are_counted(qtbot: QtBot, window: Workspace) -> None:
    keep(window.session, *(one for n in range(60) for one in moment(window.session, f"tea {n}", days=n)))
    seek(qtbot, window, "tea")
    assert rows(window)[0].text == "Moments · the first 50 of 60"
    assert len(hits(window)) == 50 and hits(window)[0].excerpt.text == "tea 0"


def tea(n: int, session: Session) -> list[Record]:
    return [one for days in range(n) for one in moment(session, f"tea {days}", days=days)]


def test_what_is_left_is_shown_from_the_keyboard(qtbot: QtBot, window: Workspace) -> None:
    keep(window.session, *tea(300, window.session), Circle(name="Tea circle"))
    seek(qtbot, window, "tea")
    found = page(window).findChild(HitList)
    found.begin()
    for offered, first in (("Show 200 more", "tea 50"), ("Show 50 more", "tea 250")):
        press(Qt.Key.Key_End)
        assert found.currentIndex().data() == offered
        press(Qt.Key.Key_Return)
        came = found.currentIndex()
        assert found.hasFocus() and came.data(RECORD).excerpt.text == first
        assert found.viewport().rect().intersects(found.visualRect(came))
    press(Qt.Key.Key_End)
    assert found.currentIndex().data(RECORD).excerpt.text == "tea 299"
    assert [row.text for row in rows(window) if isinstance(row, HeadingRow)] == [
        "Circles · 1",
        "Moments · 300",
    ]
    assert QApplication.activeModalWidget() is None


def test_a_click_shows_what_is_left_and_all_stays_in_its_place(qtbot: QtBot, window: Workspace) -> None:
    keep(window.session, *tea(60, window.session))
    seek(qtbot, window, "tea")
    found = page(window).findChild(HitList)
    found.scrollToBottom()
    at = found.verticalScrollBar().value()
    last = found.model().index(len(rows(window)) - 1, 0)
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=found.visualRect(last).center())
    assert len(hits(window)) == 60 and found.verticalScrollBar().value() == at > 0
    keep(window.session, *moment(window.session, "more tea", days=70))
    assert len(hits(window)) == 61
    seek(qtbot, window, "te")
    assert len(hits(window)) == 50


def test_a_name_and_a_word_find_the_moment_with_both_marked(qtbot: QtBot, window: Workspace) -> None:
    text = Reflection(on=date(2026, 11, 20), title="Lake", text="It was soft", people=frozenset({MAYA.id}))
    keep(window.session, text)
    seek(qtbot, window, "maya so")
    talk, lake = hits(window)
    assert (talk.title.text, talk.title.marks, talk.excerpt.marks) == ("Maya", ((0, 4),), ((0, 2), (12, 14)))
    assert (lake.title.text, lake.facts) == ("Lake", "Friday · Maya")


def test_arrows_walk_into_the_results_and_back_and_letters_go_on(qtbot: QtBot, window: Workspace) -> None:
    keep(window.session, *moment(window.session, "more soup", days=3))
    seek(qtbot, window, "sou")
    found = page(window).findChild(HitList)
    press(Qt.Key.Key_Down)
    assert found.hasFocus() and found.currentIndex().data(RECORD).excerpt.text == "Soup on the sofa"
    press(Qt.Key.Key_Down)
    assert found.currentIndex().data(RECORD).excerpt.text == "more soup"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert field(window).hasFocus()
    press(Qt.Key.Key_Down)
    qtbot.keyClicks(found, "p")
    assert field(window).hasFocus() and field(window).text() == "soup"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)
    assert window.page("today").isVisible()


def test_enter_opens_what_was_found_where_it_is_at_home(qtbot: QtBot, window: Workspace) -> None:
    hope = Hope(person=MAYA.id, text="A river walk", since=date(2026, 1, 5))
    text = Reflection(on=date(2026, 11, 20), title="Lake", text="It was wide")
    keep(window.session, hope, text)
    keep(window.session, Circle(name="Choir"))
    for question, kind in (
        ("river", HopesPage), ("lake", ReflectionsPage), ("choir", CirclePage), ("maya", PersonPage),
    ):  # fmt: skip
        seek(qtbot, window, question)
        press(Qt.Key.Key_Return)
        assert isinstance(window._stack.currentWidget(), kind) and QApplication.activeModalWidget() is None
    window.page("person").back_asked.emit()  # type: ignore[attr-defined]
    assert page(window).isVisible() and [hit.id for hit in hits(window)] == [MAYA.id]


def test_a_moment_is_opened_over_the_results_which_follow_the_change(qtbot: QtBot, window: Workspace) -> None:
    seek(qtbot, window, "sofa")
    page(window).findChild(HitList).begin()
    press(Qt.Key.Key_Return)
    dialog = window.findChild(MomentDialog)
    assert dialog is not None
    dialog.delete_asked.emit()
    assert empty(window).startswith("Nothing found")
    window.session.undo_stack.undo()
    assert [hit.kind for hit in hits(window)] == [Kind.MOMENT]


def test_a_click_opens_too(qtbot: QtBot, window: Workspace) -> None:
    seek(qtbot, window, "maya")
    found = page(window).findChild(HitList)
    place = found.visualRect(found.model().index(1, 0)).center()
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(window._stack.currentWidget(), PersonPage)


def test_a_note_of_a_week_leads_to_that_week(qtbot: QtBot, window: Workspace) -> None:
    from connect_desktop.domain import CheckIn

    keep(window.session, CheckIn(week=date(2026, 11, 9), seen=3, note="A quieter week"))
    seek(qtbot, window, "quieter")
    press(Qt.Key.Key_Return)
    assert isinstance(window._stack.currentWidget(), WeekPage)


def test_search_within_search_never_goes_in_circles(qtbot: QtBot, window: Workspace) -> None:
    for _ in range(3):
        seek(qtbot, window, "maya")
        press(Qt.Key.Key_Return)
    assert window.where()[0] == "today"
    seek(qtbot, window, "maya")
    press(Qt.Key.Key_Escape)
    assert isinstance(window._stack.currentWidget(), PersonPage)
    assert window.where()[0] == "today"


def test_every_row_is_read_to_who_cannot_see_it(qtbot: QtBot, window: Workspace) -> None:
    seek(qtbot, window, "so")
    model = page(window).findChild(HitList).model()
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert spoken == ["Moments · 1", "Maya. Yesterday · 21:14. Soup on the sofa"]


@pytest.mark.parametrize("tone", ["light", "dark"])
def test_it_is_painted_with_any_text(qtbot: QtBot, window: Workspace, tone: str) -> None:
    from connect_desktop.ui import theme

    long = Person(name="Anna 🌊 " + "long" * 40)
    keep(window.session, long, *moment(window.session, "🌊 wave " * 30, who=long),
         *moment(window.session, "ذهبنا إلى البيت wave " * 9, who=ARAB))  # fmt: skip
    theme.choose(tone, still=True)
    for mirrored in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        window.setLayoutDirection(mirrored)
        seek(qtbot, window, "wave")
        page(window).findChild(HitList).begin()
        assert not window.grab().isNull()
        window.resize(700, 640)
