from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from connect_desktop import settings
from connect_desktop.charts.palette import DARK, LIGHT
from connect_desktop.store import Store, vault
from connect_desktop.ui import theme
from connect_desktop.ui.pages.settings import SettingsPage
from connect_desktop.ui.session import Session

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def session(store: Store, kept: Path, qapp: QApplication) -> Iterator[Session]:
    opened = Session(store, settings_path=kept, parent=qapp)
    yield opened
    opened.deleteLater()


def shown(session: Session, qtbot: QtBot, folder: Path, *, protected: bool) -> SettingsPage:
    page = SettingsPage(session, protected=protected, vault=folder)
    qtbot.addWidget(page)
    page.resize(704, 640)
    with qtbot.waitActive(page):
        page.show()
    page.arrive()
    return page


@pytest.fixture
def page(session: Session, qtbot: QtBot, tmp_path: Path) -> SettingsPage:
    return shown(session, qtbot, tmp_path / "vault", protected=True)


def words(page: SettingsPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_dark_is_in_force_at_once_and_kept(page: SettingsPage, kept: Path, qtbot: QtBot) -> None:
    assert page.theme.value() == "system"
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert theme.palette() is DARK
    assert page.palette().color(QPalette.ColorRole.Window).name() == DARK.paper.lower()
    assert settings.load(kept).theme == "dark"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert theme.palette() is LIGHT


def test_stillness_is_in_force_at_once_and_kept(page: SettingsPage, kept: Path, qtbot: QtBot) -> None:
    theme.choose("light", still=False)
    qtbot.keyClick(page.still, Qt.Key.Key_Space)
    assert theme.reduced_motion()
    assert settings.load(kept).reduced_motion


def test_the_end_of_the_day_moves_today(page: SettingsPage, session: Session, kept: Path) -> None:
    page.day_ends.setTime(QTime(2, 30))
    assert settings.load(kept).day_ends == 150
    assert session.settings.day_ends == 150
    page.day_ends.setTime(QTime(15, 0))
    assert session.settings.day_ends <= 720


def test_documents_begin_as_chosen(page: SettingsPage, kept: Path, qtbot: QtBot) -> None:
    page.names.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    page.paper.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert (settings.load(kept).names, settings.load(kept).paper) == ("letters", "letter")


def test_it_shows_what_was_kept(store: Store, qtbot: QtBot, tmp_path: Path) -> None:
    chosen = settings.Settings(theme="dark", reduced_motion=True, day_ends=90, names="full", paper="letter")
    page = shown(Session(store, chosen), qtbot, tmp_path, protected=True)
    assert (page.theme.value(), page.still.isChecked()) == ("dark", True)
    assert page.day_ends.time() == QTime(1, 30)
    assert (page.names.value(), page.paper.value()) == ("full", "letter")


def test_it_says_where_everything_lies_and_how_it_is_protected(page: SettingsPage, tmp_path: Path) -> None:
    assert str(tmp_path / "vault") in words(page)
    assert "Protected: one encrypted file" in words(page)
    assert "Not protected" not in words(page)


def test_not_protected_is_said_plainly(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    vault.create(tmp_path / "vault", None, None)
    page = shown(session, qtbot, tmp_path / "vault", protected=False)
    assert "Not protected: it opens without a passphrase" in words(page)


def test_the_sample_life_is_said_to_be_kept_nowhere(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(session, qtbot, tmp_path / "vault", protected=False)
    assert "Nothing is kept here" in words(page)
    assert str(tmp_path) not in words(page)
    assert not page.open_folder.isVisible()


def test_it_says_what_this_is(page: SettingsPage) -> None:
    assert "Connect 0." in words(page)
    assert "GNU General Public License" in words(page)


def test_settings_that_cannot_be_kept_are_in_force_and_told(
    store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    session = Session(store, settings_path=tmp_path / "file" / "settings.json")
    page = shown(session, qtbot, tmp_path, protected=True)
    with qtbot.waitSignal(session.not_saved):
        page.still.setChecked(True)
    assert session.settings.reduced_motion


def test_one_small_step_can_be_switched_off(page: SettingsPage, kept: Path, qtbot: QtBot) -> None:
    assert page.small_step.value() is True
    page.small_step.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert not settings.load(kept).small_step
