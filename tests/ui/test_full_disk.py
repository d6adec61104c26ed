"""A disk that takes nothing more: what was typed stays where it was typed, and is kept once there is room."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from limits import files_up_to
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, Record, Reflection, now
from connect_desktop.paths import Places, places
from connect_desktop.settings import Settings
from connect_desktop.store import Store, vault
from connect_desktop.ui import sitting
from connect_desktop.ui.dialogs.confirm import Confirm
from connect_desktop.ui.dialogs.export import ExportDialog
from connect_desktop.ui.dialogs.moment import MomentDialog
from connect_desktop.ui.dialogs.person import PersonDialog
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.pages.person import PersonPage
from connect_desktop.ui.pages.person_charts import PersonCharts
from connect_desktop.ui.pages.reflections import ReflectionsPage
from connect_desktop.ui.pages.today import TodayPage
from connect_desktop.ui.widgets.breath import BreathScale
from connect_desktop.ui.widgets.chart_view import ChartView
from connect_desktop.ui.widgets.log_card import LogCard
from connect_desktop.ui.widgets.notice import Notice
from connect_desktop.ui.workspace import Workspace

resource = pytest.importorskip("resource", reason="limits files the POSIX way")
pytestmark = pytest.mark.usefixtures("themed")

LONG = 30_000
"""milliseconds at most, on a busy machine"""
MAYA = Person(name="Maya Okafor")
LAKE = Reflection(on=date(2024, 6, 1), title="The lake", text="We swam.", people=frozenset({MAYA.id}))


def met(days: int) -> list[Record]:
    made = Interaction(at=now() - timedelta(days=days))
    return [made, Impression(interaction=made.id, person=MAYA.id, body=1)]


MET = [record for days in range(1, 8) for record in met(days)]


@pytest.fixture
def where(own_data: Path) -> Places:
    """An unprotected store with one person, a few moments and a reflection."""
    found = places(own_data)
    store = Store.open(found.vault, vault.create(found.vault, None, None))
    store.apply([Edit(None, one) for one in (MAYA, LAKE, *MET)])
    store.close()
    return found


@pytest.fixture
def window(qtbot: QtBot, where: Places) -> MainWindow:
    made = MainWindow(where, Settings())
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.workspace() is not None and QApplication.focusWidget() is not None)
    return made


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    found = window.workspace()
    assert found is not None
    return found


def kept(where: Places) -> Store:
    """The store as another start finds it, once the window has let go of it."""
    return Store.open(where.vault, vault.unlock_open(where.vault))


def button(inside: QWidget, name: str) -> QPushButton:
    return next(one for one in inside.findChildren(QPushButton) if name in (one.text(), one.accessibleName()))


def test_a_moment_stays_on_the_card_until_there_is_room(
    qtbot: QtBot, workspace: Workspace, window: MainWindow, where: Places
) -> None:
    today = workspace.page("today")
    assert isinstance(today, TodayPage)
    card = today.findChild(LogCard)
    qtbot.keyClicks(QApplication.focusWidget(), "Tom")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "2")
    card.show_detail(True)
    note = next(one for one in card.findChildren(QPlainTextEdit) if one.accessibleName() == "A note")
    note.setPlainText("a long talk")
    before = card.value()
    assert before is not None
    with files_up_to(0):
        qtbot.mouseClick(button(card, "Save"), Qt.MouseButton.LeftButton)
        assert "what was saved before is safe" in card.told()
        qtbot.mouseClick(button(card, "Save"), Qt.MouseButton.LeftButton)
        assert "what was saved before is safe" in card.told()
        assert card.value() == before
        assert before.feel[0]["body"] == -2
        assert workspace.session.store.people.named("Tom") == []
        assert workspace.session.undo_stack.count() == 0
    qtbot.mouseClick(button(card, "Save"), Qt.MouseButton.LeftButton)
    assert card.told() == ""
    assert window.close()
    store = kept(where)
    (moment,) = store.moments.recent(1)
    assert moment.interaction.note == "a long talk"
    assert [felt.person for felt in moment.impressions] == [store.people.named("Tom")[0].id]
    store.close()


def new_reflection(workspace: Workspace) -> ReflectionsPage:
    workspace.go("reflections")
    page = workspace.page("reflections")
    assert isinstance(page, ReflectionsPage)
    page.new_reflection()
    return page


def test_a_reflection_stays_on_its_page_and_is_kept_by_itself_once_there_is_room(
    qtbot: QtBot, workspace: Workspace, window: MainWindow, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitting, "RETRY", 100)
    page = new_reflection(workspace)
    with files_up_to(0):
        qtbot.keyClicks(page._editor.prose, "words that must not go")
        qtbot.waitUntil(page._editor.banner.isVisible, timeout=LONG)
        assert "what was saved before is safe" in page._editor.banner.text()
        workspace.go("today")
        workspace.go("reflections")
        assert page._editor.prose.text() == "words that must not go"
        qtbot.keyClicks(page._editor.prose, " and more")
    qtbot.waitUntil(page._editor.banner.isHidden, timeout=LONG)  # it tries again by itself
    assert window.close()
    store = kept(where)
    assert "words that must not go and more" in [one.text for one in store.reflections.all()]
    store.close()


def test_the_window_does_not_close_over_words_that_are_not_kept(
    qtbot: QtBot, workspace: Workspace, window: MainWindow, where: Places
) -> None:
    page = new_reflection(workspace)
    asked: list[str] = []

    def stay() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Confirm)
        asked.append(question.windowTitle())
        question.reject()

    with files_up_to(0):
        qtbot.keyClicks(page._editor.prose, "not yet")
        QTimer.singleShot(0, stay)
        assert not window.close()
    assert asked == ["Connect"]
    assert page._editor.prose.text() == "not yet"
    assert window.close()
    store = kept(where)
    assert "not yet" in [one.text for one in store.reflections.all()]
    store.close()


def test_a_changed_moment_stays_in_its_dialog(
    qtbot: QtBot, workspace: Workspace, window: MainWindow, where: Places
) -> None:
    (moment,) = workspace.session.store.moments.recent(1)
    workspace.edit_moment(moment)
    dialog = workspace.findChild(MomentDialog)
    dialog.findChild(BreathScale).set_value(-3)
    with files_up_to(0):
        for name in ("Save", "Delete"):
            qtbot.mouseClick(button(dialog, name), Qt.MouseButton.LeftButton)
            assert "what was saved before is safe" in dialog.told()
            assert dialog.isVisible()
            assert dialog.findChild(BreathScale).value() == -3
    qtbot.mouseClick(button(dialog, "Save"), Qt.MouseButton.LeftButton)
    assert dialog.isHidden()
    assert window.close()
    store = kept(where)
    assert [felt.body for felt in store.moments.recent(1)[0].impressions] == [-3]
    store.close()


@pytest.mark.parametrize("known", [False, True])
def test_a_person_stays_in_the_dialog_with_all_that_was_written_of_them(
    workspace: Workspace, window: MainWindow, where: Places, known: bool
) -> None:
    if known:
        workspace.show_person(MAYA.id)
        page = workspace.page("person")
        assert isinstance(page, PersonPage)
        page._actions.edit(MAYA)
    else:
        workspace.go("people")
        workspace.page("people")._actions.add()
    dialog = workspace.findChild(PersonDialog)
    dialog.name.setText("Zoë")
    dialog.note.setPlainText("all that there is to know")
    with files_up_to(0):
        dialog.save.click()
        assert dialog.isVisible()
        assert "what was saved before is safe" in dialog.error.text()
        assert dialog.error.isVisible()
        assert (dialog.name.text(), dialog.note.toPlainText()) == ("Zoë", "all that there is to know")
        assert workspace.session.store.people.named("Zoë") == []
    dialog.save.click()
    assert dialog.isHidden()
    assert window.close()
    store = kept(where)
    assert [one.note for one in store.people.named("Zoë")] == ["all that there is to know"]
    assert store.people.count() == (1 if known else 2)
    store.close()


def test_undo_that_cannot_be_written_is_told_and_can_be_tried_again(
    workspace: Workspace, window: MainWindow, where: Places
) -> None:
    session = workspace.session
    session.apply("Person added", Edit(None, Person(name="Tom")))
    with files_up_to(0):
        session.undo_stack.undo()
        assert "what was saved before is safe" in workspace.findChild(Notice).text()
        assert [one.name for one in session.store.people.named("Tom")] == ["Tom"]
    session.undo_stack.redo()
    assert [one.name for one in session.store.people.named("Tom")] == ["Tom"]
    session.undo_stack.undo()
    assert window.close()
    store = kept(where)
    assert store.people.named("Tom") == []
    store.close()


def test_a_setting_that_cannot_be_kept_holds_and_is_told(workspace: Workspace, window: MainWindow) -> None:
    with files_up_to(0):
        workspace.session.save_settings(day_ends=120)
        assert "it could not be kept" in workspace.findChild(Notice).text()
        assert workspace.session.settings.day_ends == 120
        assert window.close()


def test_a_pdf_that_finds_no_room_is_told_and_what_was_there_stays(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"the last one")
    workspace.export()
    dialog = workspace.findChild(ExportDialog)
    with files_up_to(0):
        dialog.write(out)
        qtbot.waitUntil(lambda: not dialog.progress.isVisible(), timeout=LONG)
        assert str(out) in dialog.told.text()
        assert dialog.told.property("role") == "error"
        assert dialog.save.isEnabled()
    assert out.read_bytes() == b"the last one"
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []
    dialog.write(out)
    qtbot.waitUntil(dialog.open_file.isVisible, timeout=LONG)
    assert out.read_bytes().startswith(b"%PDF")
    dialog.reject()


def test_a_chart_that_finds_no_room_is_told(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    workspace.show_person(MAYA.id)
    view = workspace.page("person").findChild(PersonCharts).findChildren(ChartView)[0]
    qtbot.waitUntil(lambda: view.chart() is not None, timeout=LONG)
    for name in ("chart.svg", "chart.png"):
        with files_up_to(0), qtbot.waitSignal(view.failed) as told:
            view.save(tmp_path / name)
        assert str(tmp_path / name) in told.args[0]
        with qtbot.waitSignal(view.saved):
            view.save(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 1000


def test_a_window_that_opens_on_a_full_disk_shows_what_is_there(qtbot: QtBot, where: Places) -> None:
    with files_up_to(0):
        made = MainWindow(where, Settings())
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(lambda: made.workspace() is not None)
        workspace = made.workspace()
        assert workspace is not None
        for name in ("people", "reflections", "today"):
            workspace.go(name)
        assert workspace.session.store.people.all() == [MAYA]
        assert made.close()
    store = kept(where)
    assert store.reflections.all() == [LAKE]
    store.close()
