"""The page about safety, as it is read and used."""

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Impression, Interaction, Person, now
from connect_desktop.paths import Places, places
from connect_desktop.store import Store, asides, backups, exchange, keeping, vault
from connect_desktop.store.derive import Cost
from connect_desktop.ui import safety_words
from connect_desktop.ui.gate import Gate
from connect_desktop.ui.gate.lock import LockStep
from connect_desktop.ui.pages.safety import SafetyPage
from connect_desktop.ui.safety_actions import SafetyActions
from connect_desktop.ui.session import Session

pytestmark = pytest.mark.usefixtures("themed")
LONG = 30_000
"""milliseconds at most, on a busy machine"""
MAYA = Person(name="Maya")
SOUP = Interaction(at=now() - timedelta(days=2))


@pytest.fixture
def where(own_data: Path) -> Places:
    found = places(own_data)
    store = Store.open(found.vault, vault.create(found.vault, None, None))
    felt = Impression(interaction=SOUP.id, person=MAYA.id, body=1)
    store.apply([Edit(None, one) for one in (MAYA, SOUP, felt)])
    store.close()
    return found


@pytest.fixture
def session(where: Places, qapp: QApplication) -> Iterator[Session]:
    opened = Session(Store.open(where.vault, vault.unlock_open(where.vault)), parent=qapp)
    yield opened
    opened.close()
    opened.deleteLater()


def shown(session: Session, qtbot: QtBot) -> SafetyPage:
    window = QWidget()
    qtbot.addWidget(window)
    page = SafetyPage(session, SafetyActions(session, window, lambda: True, places()))
    qtbot.addWidget(page)
    page.resize(704, 640)
    with qtbot.waitActive(page):
        page.show()
    page.arrive()
    return page


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> SafetyPage:
    return shown(session, qtbot)


def words(page: SafetyPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_backup_is_one_key_away_and_told_when_it_is_checked(qtbot: QtBot, page: SafetyPage) -> None:
    assert "There is no backup yet." in words(page)
    assert QApplication.focusWidget() is page.backups.now
    qtbot.keyClick(page.backups.now, Qt.Key.Key_Space)
    assert "being made" in words(page)
    qtbot.waitUntil(lambda: "Last backup just now, checked; 1 moment." in words(page), timeout=LONG)
    assert page.backups.now.isEnabled()
    (line,) = page.backups.listed()
    assert line.startswith("Today, ")


def test_many_backups_are_a_few_lines_until_one_asks_for_all(
    qtbot: QtBot, session: Session, page: SafetyPage
) -> None:
    for days in range(9, 0, -1):
        keeping.back_up(session.store, now() - timedelta(days=days))
    page.arrive()
    assert len(page.backups.listed()) == 5
    assert "Last backup 24 h ago, checked; 1 moment." in words(page)
    assert page.backups.more.text().startswith("and 4 more, the oldest of ")
    click(qtbot, page.backups.more)
    assert len(page.backups.listed()) == 9
    assert not page.backups.more.isVisible()


def test_a_second_place_is_told_of_as_it_is(
    qtbot: QtBot, session: Session, page: SafetyPage, tmp_path: Path
) -> None:
    assert not page.second.stop.isVisible()
    page.second.put(tmp_path / "nowhere" / ("x" * 300))
    assert "can’t be used" in words(page)
    page.second.put(tmp_path)
    assert "Each finished backup is copied there from now on." in words(page)
    assert str(tmp_path / keeping.SECOND) in words(page).replace("\u200b", "")
    keeping.back_up(session.store, now())
    page.refresh()
    assert "Last copied there just now, checked." in words(page)
    (tmp_path / keeping.SECOND).rename(tmp_path / "unplugged")
    page.refresh()
    assert "It is not here now. Copies go there as soon as it is back." in words(page)
    keeping.remember(session.store, not_copied="The stick is full.")
    page.refresh()
    assert "could not be copied there. The stick is full." in words(page)
    click(qtbot, page.second.stop)
    assert keeping.recalled(session.store).second == ""
    assert page.second.choose.text() == "Choose a folder…"


def test_a_failure_is_told_in_place(session: Session, page: SafetyPage, where: Places) -> None:
    assert not page.backups.failure.isVisible()
    keeping.remember(session.store, failed=1, why="The disk is full.")
    page.refresh()
    assert "could not be made. The disk is full. Connect tries again" in words(page)
    (where.vault / backups.FOLDER).write_bytes(b"")
    page.refresh()
    assert "can’t be used" in words(page)


def test_the_monthly_trial_is_told(session: Session, page: SafetyPage) -> None:
    assert "Once a month one is unpacked" in words(page)
    keeping.remember(session.store, tried=now().date(), tried_moments=412)
    page.refresh()
    assert "to be sure it can be restored: 412 moments." in words(page)
    keeping.remember(session.store, not_tried="It is damaged.")
    page.refresh()
    assert "could not be restored: It is damaged. A new one was made at once." in words(page)


def test_what_is_kept_aside_is_there_until_it_is_removed(
    qtbot: QtBot, session: Session, page: SafetyPage, where: Places
) -> None:
    assert not page.asides.isVisible()
    exchange.set_aside(where.vault, now())
    page.refresh()
    remove = next(one for one in page.asides.findChildren(QPushButton))
    for answer, left in (("stay", 1), ("verb", 0)):
        QTimer.singleShot(0, lambda answer=answer: getattr(QApplication.activeModalWidget(), answer).click())
        click(qtbot, remove)
        assert len(asides.found(where.vault)) == left
    assert not page.asides.isVisible()
    assert session.store.people.all() == [MAYA]


def test_it_says_plainly_what_it_does_not_do(page: SafetyPage) -> None:
    assert "Not protected" in words(page)
    for sentence in ("Spyware", "Being made to unlock it", "Connect is installed", "ordinary files"):
        assert sentence in words(page)


def test_a_sample_life_has_nothing_to_back_up(qtbot: QtBot, qapp: QApplication) -> None:
    session = Session(Store.memory(), sample=True, parent=qapp)
    page = shown(session, qtbot)
    assert "Nothing is kept here." in words(page)
    assert not page.backups.isVisible()
    assert QApplication.focusWidget() is page.back
    session.close()
    session.deleteLater()


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (20, "just now"),
        (61, "1 min ago"),
        (3600, "1 h ago"),
        (47 * 3600, "47 h ago"),
        (50 * 3600, "2 days ago"),
    ],
)
def test_how_long_ago_it_was(ago: int, said: str) -> None:
    assert safety_words.ago(now() - timedelta(seconds=ago), now()) == said


@pytest.mark.parametrize(
    ("size", "said"), [(1, "1 KB"), (412_300, "412 KB"), (2_100_000, "2.1 MB"), (54_562_816, "55 MB")]
)
def test_how_large_it_is(size: int, said: str) -> None:
    assert safety_words.size(size) == said


# The keyring of the operating system, a stand-in for it


class Keyring(ModuleType):
    priority = 5.0

    def __init__(self) -> None:
        super().__init__("keyring")
        self.kept: dict[tuple[str, str], str] = {}

    def get_keyring(self) -> "Keyring":
        return self

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


@pytest.fixture
def protected(own_data: Path, qapp: QApplication) -> Iterator[Session]:
    folder = places(own_data).vault
    cheap = Cost(memory_kib=64, rounds=1, lanes=1)
    key = vault.create(folder, "old words", vault.new_recovery_code(), cost=cheap)
    opened = Session(Store.open(folder, key), parent=qapp)
    yield opened
    opened.close()
    opened.deleteLater()


def test_the_keyring_opens_it_too_once_it_is_told_to(
    qtbot: QtBot, protected: Session, own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = Keyring()
    monkeypatch.setitem(sys.modules, "keyring", ring)
    page = shown(protected, qtbot)
    qtbot.waitUntil(page.keyring.isVisible, timeout=LONG)
    assert "It is off." in words(page)
    assert ring.kept == {}
    page.keyring.setFocus()
    click(qtbot, page.keyring)
    click(qtbot, page.keyring)  # nothing more while it is asked
    qtbot.waitUntil(lambda: "opens it, too" in words(page), timeout=LONG)
    assert page.keyring.hasFocus()
    folder = places(own_data).vault
    gate = Gate(folder, covering=True)
    qtbot.addWidget(gate)
    gate.show()
    gate.start()
    step = gate.step()
    assert isinstance(step, LockStep)
    assert step.keyring.isVisible()
    kept = ring.kept.copy()
    ring.kept.clear()
    step.keyring.click()
    assert step.act.isEnabled(), "the passphrase opens it meanwhile"
    step.field.setText("old w")
    qtbot.waitUntil(step.error.isVisible, timeout=LONG)
    assert "Use your passphrase" in step.error.text()
    assert step.field.text() == "old w" and not step.field.hasSelectedText()
    ring.kept.update(kept)
    with qtbot.waitSignal(gate.uncovered, timeout=LONG):
        step.keyring.click()
    click(qtbot, page.keyring)
    qtbot.waitUntil(lambda: "It is off." in words(page), timeout=LONG)
    assert not vault.has_keyring(folder)
    assert ring.kept == {}


def test_where_there_is_no_keyring_it_says_so(
    qtbot: QtBot, protected: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    page = shown(protected, qtbot)
    qtbot.waitUntil(lambda: "has no keyring" in words(page), timeout=LONG)
    assert not page.keyring.isVisible()
