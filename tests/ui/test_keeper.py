"""Backups that are made by themselves."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Person, now
from connect_desktop.paths import Places, places
from connect_desktop.settings import Settings
from connect_desktop.store import Store, backups, keeping, reserve, vault
from connect_desktop.ui import keeper as keepers
from connect_desktop.ui import safety_words
from connect_desktop.ui.keeper import Keeper
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.safe_keeping import SafeKeeping
from connect_desktop.ui.session import Session
from connect_desktop.ui.workspace import Workspace

LONG = 30_000
"""milliseconds at most, on a busy machine"""
TOM = Person(name="Tom")


@pytest.fixture
def where(own_data: Path) -> Places:
    """An unprotected store with one person in it."""
    found = places(own_data)
    store = Store.open(found.vault, vault.create(found.vault, None, None))
    store.apply([Edit(None, Person(name="Maya"))])
    store.close()
    return found


@pytest.fixture
def session(where: Places, qapp: QApplication) -> Iterator[Session]:
    opened = Session(Store.open(where.vault, vault.unlock_open(where.vault)), parent=qapp)
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def keeper(session: Session) -> Keeper:
    return Keeper.of_session(session)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keepers, "AFTER", 0)
    monkeypatch.setattr(keepers, "QUIET", 300)


def made(where: Places) -> list[Path]:
    return [one.path for one in backups.found(where.vault / backups.FOLDER)]


def done(qtbot: QtBot, keeper: Keeper) -> None:
    qtbot.waitUntil(lambda: not keeper.is_busy() and not keeping.is_due(keeper._session.store), timeout=LONG)


@pytest.mark.usefixtures("impatient")
def test_what_was_changed_is_backed_up_once_and_then_not_again(
    qtbot: QtBot, keeper: Keeper, session: Session, where: Places
) -> None:
    keeper.begin()  # what is there from before was never backed up
    done(qtbot, keeper)
    assert len(made(where)) == 1
    assert keeper.kept().moments == 0
    session.apply("Person added", Edit(None, TOM))
    done(qtbot, keeper)
    assert len(made(where)) == 2
    keeper.look_around()
    assert not keeper._after.isActive()
    assert sorted(where.vault.glob("backups/*")) == sorted(made(where))


@pytest.mark.usefixtures("impatient")
def test_it_waits_while_somebody_types(
    qtbot: QtBot, keeper: Keeper, where: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keepers, "QUIET", 60_000)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    keeper.begin()
    qtbot.waitUntil(keeper._quiet.isActive)
    monkeypatch.setattr(keepers, "QUIET", 700)
    qtbot.keyClicks(field, "words", delay=1)
    assert keeper._quiet.interval() == 700
    assert made(where) == []
    done(qtbot, keeper)
    assert len(made(where)) == 1
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert not keeper._quiet.isActive()


def test_at_the_end_what_is_new_is_backed_up_and_it_is_read_when_next_opened(
    qtbot: QtBot, keeper: Keeper, session: Session, where: Places, qapp: QApplication, tmp_path: Path
) -> None:
    keeper.begin()
    keeper.choose_second(tmp_path)
    session.apply("Person added", Edit(None, TOM))
    left = session.close()
    assert session.close() is None
    assert left is not None
    left.finish()
    (backup,) = made(where)
    assert [path.name for path in (tmp_path / keeping.SECOND).iterdir()] == [backup.name]
    again = Session(Store.open(where.vault, vault.unlock_open(where.vault)), parent=qapp)
    assert keeping.is_due(again.store)
    assert "still being checked" in safety_words.last_backup(keeping.recalled(again.store), now(), now())
    keeper = Keeper.of_session(again)
    keeper.begin()
    done(qtbot, keeper)
    qtbot.waitUntil(lambda: not keeper._works, timeout=LONG)
    assert made(where) == [backup]
    assert keeper.kept().copied == keeper.kept().made
    assert keeper.kept().tried == again.today()
    assert again.close() is None
    again.deleteLater()


def test_one_under_way_is_not_waited_for_at_the_end(
    qtbot: QtBot, keeper: Keeper, session: Session, where: Places
) -> None:
    keeper.begin()
    keeper.back_up()
    left = session.close()
    assert left is not None
    left.finish()
    qtbot.waitUntil(lambda: not keeper._works, timeout=LONG)
    assert made(where)


def test_what_was_copied_at_the_end_and_is_damaged_is_told_and_made_anew(
    qtbot: QtBot, keeper: Keeper, session: Session, where: Places, qapp: QApplication
) -> None:
    keeper.begin()
    left = session.close()
    assert left is not None
    with left.copy.open("r+b") as stream:
        stream.seek(3 * 4096 + 100)
        stream.write(b"damage")
    left.finish()
    again = Session(Store.open(where.vault, vault.unlock_open(where.vault)), parent=qapp)
    keeper = Keeper.of_session(again)
    keeper.begin()
    done(qtbot, keeper)
    assert len(made(where)) == 2
    assert "damaged" in keeper.kept().not_tried
    again.close()
    again.deleteLater()


def test_before_much_goes_there_is_a_backup(qtbot: QtBot, keeper: Keeper, where: Places) -> None:
    keeper.begin()
    for _ in range(2):
        keeper.before_much_goes()
        done(qtbot, keeper)
    assert len(made(where)) == 1


def test_a_failure_is_remembered_and_told_when_it_comes_again(
    qtbot: QtBot, keeper: Keeper, session: Session, where: Places
) -> None:
    keeper.begin()
    (where.vault / backups.FOLDER).write_bytes(b"")
    told: list[str] = []
    keeper.failing.connect(told.append)
    for _ in range(2):
        keeper.back_up()
    assert (keeper.kept().failed, told) == (2, [])
    assert "can’t be used" in keeper.kept().why
    keeper.back_up()
    assert told == [keeper.kept().why]
    assert keeper._after.isActive()
    (where.vault / backups.FOLDER).unlink()
    keeper.back_up()
    done(qtbot, keeper)
    assert keeper.kept().failed == 0
    session.apply("Person added", Edit(None, TOM))
    (where.vault / backups.FOLDER).rename(where.vault / "away")
    (where.vault / backups.FOLDER).write_bytes(b"")
    session.close()  # and the window closes all the same
    store = Store.open(where.vault, vault.unlock_open(where.vault))
    assert keeping.recalled(store).failed == 1
    store.close()


def test_once_a_month_a_restore_is_tried(qtbot: QtBot, keeper: Keeper, session: Session) -> None:
    keeping.back_up(session.store, now())
    keeper.begin()
    qtbot.waitUntil(lambda: keeper.kept().tried == session.today(), timeout=LONG)
    assert keeper.kept().not_tried == ""


def test_a_backup_that_cannot_be_restored_is_told_and_made_anew(
    qtbot: QtBot, keeper: Keeper, session: Session, where: Places
) -> None:
    keeping.back_up(session.store, now() - timedelta(days=1))
    (backup,) = made(where)
    with backup.open("r+b") as stream:
        stream.seek(-5000, 2)
        stream.write(b"damage")
    keeper.begin()
    qtbot.waitUntil(lambda: len(made(where)) == 2 and not keeper.is_busy(), timeout=LONG)
    assert "damaged" in keeper.kept().not_tried


def test_a_second_place_that_comes_back_gets_the_newest(
    qtbot: QtBot, keeper: Keeper, session: Session, where: Places, tmp_path: Path
) -> None:
    keeping.back_up(session.store, now())
    keeper.begin()
    keeper.choose_second(tmp_path)
    second = tmp_path / keeping.SECOND
    qtbot.waitUntil(lambda: keeper.kept().copied is not None, timeout=LONG)
    assert [path.name for path in second.iterdir()] == [made(where)[0].name]
    (second / made(where)[0].name).unlink()
    keeper.look_around()
    qtbot.waitUntil(lambda: len([*second.iterdir()]) == 1 and not keeper._works, timeout=LONG)
    keeper.choose_second(None)
    assert keeper.kept().second == ""


def test_a_life_to_look_around_in_is_not_backed_up(qapp: QObject) -> None:
    session = Session(Store.memory(), sample=True, parent=qapp)
    keeper = Keeper.of_session(session)
    keeper.begin()
    keeper.before_much_goes()
    assert not keeper.keeps()
    session.close()
    session.deleteLater()


# In the window


@pytest.fixture
def shown(qtbot: QtBot, where: Places, themed: QApplication) -> Workspace:
    assert themed
    window = MainWindow(where, Settings())
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    found = window.workspace()
    assert found is not None
    qtbot.waitUntil(lambda: found.session.opened, timeout=LONG)
    return found


@pytest.fixture
def workspace(qtbot: QtBot, shown: Workspace) -> Workspace:
    qtbot.waitUntil(lambda: shown.findChild(SafeKeeping) is not None, timeout=LONG)
    return shown


def test_a_window_that_closes_at_once_makes_one_too(shown: Workspace, where: Places) -> None:
    assert shown.findChild(SafeKeeping) is None
    assert shown.window().close()
    assert len(made(where)) == 1


def test_the_window_begins_backups_and_makes_one_when_it_closes(workspace: Workspace, where: Places) -> None:
    assert made(where) == []
    assert workspace.window().close()
    assert len(made(where)) == 1


def test_room_is_kept_for_a_full_disk(workspace: Workspace, where: Places) -> None:
    assert (where.vault / reserve.FILE).stat().st_size == reserve.SIZE
    assert workspace.keep()
    assert (where.vault / reserve.FILE).exists()


def test_a_second_place_is_asked_for_once(workspace: Workspace, tmp_path: Path) -> None:
    safe = workspace.safe_keeping()
    assert safe.offer is None
    week_ago = workspace.session.today() - timedelta(days=7)
    keeping.remember(workspace.session.store, begun=week_ago)
    safe.begin()
    assert safe.offer is not None
    assert "on this computer only" in safe.offer.text()
    safe.put_second(tmp_path / ("no" * 200))
    assert safe.offer.text()
    safe.put_second(tmp_path)
    assert safe.offer.text() == ""
    assert safe.keeper.kept().second == str(tmp_path / keeping.SECOND)


def test_who_wants_no_second_place_is_not_asked_again(qtbot: QtBot, workspace: Workspace) -> None:
    safe = workspace.safe_keeping()
    keeping.remember(workspace.session.store, begun=workspace.session.today() - timedelta(days=7))
    safe.begin()
    assert safe.offer is not None
    qtbot.mouseClick(safe.offer._close, Qt.MouseButton.LeftButton)
    assert safe.offer.text() == ""
    assert not keeping.to_ask(safe.keeper.kept(), workspace.session.today())


def test_failing_backups_are_said_across_the_window(
    qtbot: QtBot, workspace: Workspace, where: Places
) -> None:
    (where.vault / backups.FOLDER).write_bytes(b"")
    safe = workspace.safe_keeping()
    for _ in range(keepers.OFTEN):
        safe.keeper.back_up()
    assert safe.failing is not None
    assert "Backups fail again and again" in safe.failing.text()
    qtbot.mouseClick(safe.failing._act, Qt.MouseButton.LeftButton)
    assert workspace.shown()[0] == "safety"
