"""The whole story in one window: from the first run to quitting, unlocking, and finding all of it again."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.paths import Places, places
from connect_desktop.settings import Settings
from connect_desktop.ui.dialogs.export import ExportDialog
from connect_desktop.ui.dialogs.person import PersonDialog
from connect_desktop.ui.gate.code import RetypeStep
from connect_desktop.ui.gate.lock import LockStep
from connect_desktop.ui.gate.welcome import WelcomeStep
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.pages.person_charts import PersonCharts
from connect_desktop.ui.widgets.chart_view import ChartView
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.widgets.moment_rows import MomentRow
from connect_desktop.ui.workspace import Workspace

PASSPHRASE = "three quiet herons at dusk"
PEOPLE = ("Maya", "Ingrid Åse", "نور")
LONG = 60_000
"""milliseconds at most: deriving a key takes about a second, more on a busy machine"""

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def where(own_data: Path) -> Places:
    return places(own_data)


def _window(qtbot: QtBot, where: Places) -> MainWindow:
    window = MainWindow(where, Settings())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def _press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(_focused(), key, modifier)


def _type(qtbot: QtBot, text: str) -> None:
    """Type at the keyboard: each key goes to whatever has the focus then."""
    for character in text:
        if character.isascii():
            qtbot.keyClicks(_focused(), character)
        else:  # as an input method sends it
            press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(_focused(), press)


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


def _enter(qtbot: QtBot) -> None:
    _press(qtbot, Qt.Key.Key_Return)


def _workspace(window: MainWindow) -> Workspace:
    found = window.workspace()
    assert found is not None
    return found


def _begin(qtbot: QtBot, window: MainWindow) -> Workspace:
    """First run: a passphrase twice, the code shown, two of its groups typed."""
    qtbot.waitUntil(lambda: bool(window.findChildren(WelcomeStep)))
    for _ in range(2):
        _type(qtbot, PASSPHRASE)
        _enter(qtbot)
    _press(qtbot, Qt.Key.Key_Space)
    step = window.findChildren(RetypeStep)[0]
    for group in step.asked.values():
        _type(qtbot, group.lower())
        _enter(qtbot)
    qtbot.waitUntil(lambda: window.workspace() is not None, timeout=LONG)
    workspace = _workspace(window)
    qtbot.waitUntil(lambda: workspace.isVisible() and QApplication.focusWidget() is not None)
    return workspace


def _come_back(qtbot: QtBot, workspace: Workspace) -> None:
    """What a window manager does when a dialog closes, and no window manager is here."""
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()


def _add_people(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.go("people")
    for name in PEOPLE:
        _press(qtbot, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        dialog = workspace.findChildren(PersonDialog)[-1]
        dialog.activateWindow()
        qtbot.waitUntil(dialog.name.hasFocus)
        _type(qtbot, name)
        _enter(qtbot)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        _come_back(qtbot, workspace)
        workspace.go("people")


def _log_thirty(qtbot: QtBot, workspace: Workspace) -> None:
    """Name, Enter, a digit, Enter: thirty times, no mouse."""
    for number in range(30):
        _press(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        name = PEOPLE[number % 3]
        _type(qtbot, name[:3])
        _enter(qtbot)
        _type(qtbot, str(number % 7 + 1))
        _enter(qtbot)
        assert workspace.session.store.interactions.count() == number + 1, (
            f"moment {number + 1} was not saved"
        )


def _see_charts(qtbot: QtBot, workspace: Workspace) -> None:
    maya = workspace.session.store.people.named("maya")[0]
    workspace.show_person(maya.id)
    views = workspace.findChild(PersonCharts).findChildren(ChartView)
    assert len(views) == 8
    qtbot.waitUntil(lambda: "10 moments" in (views[0].chart().twin if views[0].chart() else ""), timeout=LONG)
    body = views[0].chart()
    assert body is not None
    assert len(body.marks) == 10


def _write(qtbot: QtBot, workspace: Workspace) -> None:
    _press(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    _type(qtbot, "What stayed")
    _enter(qtbot)
    _type(qtbot, "She asked, and *waited* for the answer. #panic() $x$")
    assert workspace.flush()
    assert [found.title for found in workspace.session.store.reflections.all()] == ["What stayed"]


def _export(qtbot: QtBot, workspace: Workspace, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), ""))
    workspace.export()
    dialog = workspace.findChild(ExportDialog)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists, timeout=LONG)
    dialog.reject()
    _come_back(qtbot, workspace)


def _names(page: QWidget) -> set[str]:
    lists = page.findChildren(MomentList)  # none before the store is read
    return {row.names for found in lists for row in found.rows() if isinstance(row, MomentRow)}


def test_from_first_run_to_finding_all_of_it_again(
    qtbot: QtBot, where: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = _window(qtbot, where)
    workspace = _begin(qtbot, window)
    _add_people(qtbot, workspace)
    _log_thirty(qtbot, workspace)
    _see_charts(qtbot, workspace)
    _write(qtbot, workspace)
    target = tmp_path / "out.pdf"
    _export(qtbot, workspace, target, monkeypatch)
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) >= 1
    window.close()

    again = _window(qtbot, where)
    qtbot.waitUntil(lambda: bool(again.findChildren(LockStep)))
    _type(qtbot, PASSPHRASE)
    _enter(qtbot)
    qtbot.waitUntil(lambda: again.workspace() is not None, timeout=LONG)
    found = _workspace(again).session.store
    assert sorted(person.name for person in found.people.all()) == sorted(PEOPLE)
    assert found.interactions.count() == 30
    assert found.reflections.all()[0].text == "She asked, and *waited* for the answer. #panic() $x$"
    page = _workspace(again).page("today")
    qtbot.waitUntil(lambda: _names(page) == set(PEOPLE))
    again.close()


def test_nothing_but_the_window_itself_appears_on_the_way_in(qtbot: QtBot, where: Places) -> None:
    seen = _Shown()
    QApplication.instance().installEventFilter(seen)
    window = _window(qtbot, where)
    _begin(qtbot, window)
    assert seen.names == {"MainWindow"}
    window.close()


class _Shown(QObject):
    """Notes every window that appears: a part shown before it has its place flashes as one."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.add(type(watched).__name__)
        return False
