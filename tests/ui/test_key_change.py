"""Changing what opens the store, and restoring a backup, from the page about safety."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Person, now
from connect_desktop.domain.errors import WrongPassphrase
from connect_desktop.paths import Places, places
from connect_desktop.settings import Settings
from connect_desktop.store import Store, asides, backups, keeping, vault
from connect_desktop.store.derive import Cost
from connect_desktop.ui.dialogs.restore import RestoreDialog
from connect_desktop.ui.gate.code import CodeStep, RetypeStep
from connect_desktop.ui.gate.renewing import BusyStep, ChoiceStep, RenewStep
from connect_desktop.ui.keeper import Keeper
from connect_desktop.ui.key_change import KeyChange, What
from connect_desktop.ui.main_window import MainWindow
from connect_desktop.ui.pages.safety import SafetyPage
from connect_desktop.ui.restoring import Restoring
from connect_desktop.ui.safety_actions import SafetyActions
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.notice import Notice

pytestmark = pytest.mark.usefixtures("themed")
LONG = 60_000
"""milliseconds at most, on a busy machine"""
CHEAP = Cost(memory_kib=64, rounds=1, lanes=1)
CODE = vault.new_recovery_code()
NEW = "seven slow herons"
MAYA = Person(name="Maya")


@pytest.fixture
def where(own_data: Path) -> Places:
    return places(own_data)


def opened(where: Places, qapp: QApplication, passphrase: str | None) -> Session:
    key = vault.create(where.vault, passphrase, CODE if passphrase else None, cost=CHEAP)
    session = Session(Store.open(where.vault, key), parent=qapp)
    session.apply("Person added", Edit(None, MAYA))
    return session


@pytest.fixture
def session(where: Places, qapp: QApplication) -> Iterator[Session]:
    made = opened(where, qapp, "old words")
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def on(change: KeyChange, kind: type, qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: isinstance(change.dialog.step(), kind), timeout=LONG)
    step = change.dialog.step()
    assert step is not None
    return step


def ask(change: KeyChange, qtbot: QtBot, present: str, new: str) -> None:
    step = on(change, RenewStep, qtbot)
    assert isinstance(step, RenewStep)
    if step.present is not None:
        step.present.setText(present)
    if step.twice is not None:
        step.twice.first.setText(new)
        step.twice.again.setText(new)
    step.go_on.click()


def pass_code(change: KeyChange, qtbot: QtBot) -> str:
    """Write the code down and retype two groups; return it."""
    shown = on(change, CodeStep, qtbot)
    assert isinstance(shown, CodeStep)
    code = shown._code
    shown.go_on.click()
    step = on(change, RetypeStep, qtbot)
    assert isinstance(step, RetypeStep)
    for n, field in step.fields.items():
        field.setText(step.asked[n])
    step.go_on.click()
    return code


def choose(change: KeyChange, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(
        lambda: (
            isinstance(step := change.dialog.step(), ChoiceStep)
            and words in [one.text() for one in step.choices]
        ),
        timeout=LONG,
    )
    step = change.dialog.step()
    assert isinstance(step, ChoiceStep)
    next(one for one in step.choices if one.text() == words).click()


def test_the_passphrase_is_changed_once_the_new_code_was_retyped(
    qtbot: QtBot, session: Session, window: QWidget, where: Places
) -> None:
    keeping.back_up(session.store, now())
    change = KeyChange(session, What.PASSPHRASE, window)
    change.begin()
    ask(change, qtbot, "wrong words", NEW)
    step = on(change, RenewStep, qtbot)
    assert isinstance(step, RenewStep)
    qtbot.waitUntil(lambda: not step.error.isHidden(), timeout=LONG)
    assert "Nothing was changed" in step.error.text()
    assert step.twice is not None and step.twice.first.text() == NEW
    ask(change, qtbot, "old words", NEW)
    on(change, CodeStep, qtbot)
    assert vault.unlock(where.vault, "old words")  # nothing is changed yet
    code = pass_code(change, qtbot)
    on(change, BusyStep, qtbot)
    change.dialog.reject()
    assert change.dialog.isVisible()
    choose(change, qtbot, "Write the backups anew")
    with qtbot.waitSignal(change.done) as told:
        choose(change, qtbot, "Close")
    assert told.args == [False]
    assert vault.unlock(where.vault, NEW) == vault.unlock_with_code(where.vault, code)
    for old in ("old words", CODE):
        with pytest.raises(WrongPassphrase):
            vault.unlock_either(where.vault, old)
    assert session.store.people.all() == [MAYA]
    qtbot.waitUntil(lambda: not keeping.is_due(session.store), timeout=LONG)
    mine = session.store.own_backups()
    assert len(mine) == len(backups.found(where.vault / backups.FOLDER)) == 3


def test_the_old_code_is_good_for_a_new_passphrase(
    qtbot: QtBot, session: Session, window: QWidget, where: Places
) -> None:
    change = KeyChange(session, What.PASSPHRASE, window)
    change.begin()
    ask(change, qtbot, CODE.lower(), NEW)
    pass_code(change, qtbot)
    choose(change, qtbot, "Remove them")
    choose(change, qtbot, "Close")
    assert vault.unlock(where.vault, NEW)
    assert len(session.store.own_backups()) == len(backups.found(where.vault / backups.FOLDER))


def test_a_new_code_leaves_the_passphrase(
    qtbot: QtBot, session: Session, window: QWidget, where: Places
) -> None:
    change = KeyChange(session, What.CODE, window)
    change.begin()
    ask(change, qtbot, "old words", "")
    code = pass_code(change, qtbot)
    choose(change, qtbot, "Leave them")
    choose(change, qtbot, "Close")
    assert vault.unlock(where.vault, "old words") == vault.unlock_with_code(where.vault, code)
    with pytest.raises(WrongPassphrase):
        vault.unlock_with_code(where.vault, CODE)


def test_left_before_the_code_was_retyped_nothing_is_changed(
    qtbot: QtBot, session: Session, window: QWidget, where: Places
) -> None:
    before = (where.vault / "vault.keys").read_bytes()
    change = KeyChange(session, What.PASSPHRASE, window)
    change.begin()
    ask(change, qtbot, "old words", NEW)
    qtbot.keyClick(on(change, CodeStep, qtbot), Qt.Key.Key_Escape)
    step = on(change, RenewStep, qtbot)
    qtbot.keyClick(step, Qt.Key.Key_Escape)
    assert not change.dialog.isVisible()
    assert (where.vault / "vault.keys").read_bytes() == before


def test_where_no_backup_can_be_made_nothing_is_changed(
    qtbot: QtBot, session: Session, window: QWidget, where: Places
) -> None:
    (where.vault / backups.FOLDER).write_bytes(b"")
    change = KeyChange(session, What.PASSPHRASE, window)
    change.begin()
    ask(change, qtbot, "old words", NEW)
    pass_code(change, qtbot)
    choose(change, qtbot, "Close")
    assert vault.unlock(where.vault, "old words")


def test_an_unprotected_store_is_protected_and_locks(
    qtbot: QtBot, qapp: QApplication, window: QWidget, where: Places
) -> None:
    session = opened(where, qapp, None)
    acts = SafetyActions(session, window, lambda: True, where)
    page = SafetyPage(session, acts)
    qtbot.addWidget(page)
    page.show()
    page.arrive()
    assert page.protect.isVisible() and not page.change.isVisible()
    page.protect.click()
    change = window.findChild(KeyChange)
    ask(change, qtbot, "", NEW)
    pass_code(change, qtbot)
    choose(change, qtbot, "Remove them")
    with qtbot.waitSignal(acts.lock_asked):
        choose(change, qtbot, "Lock now")
    assert vault.state(where.vault) is vault.State.PROTECTED
    page.refresh()
    assert page.change.isVisible() and not page.protect.isVisible()
    qtbot.waitUntil(lambda: not Keeper.of_session(session).is_busy(), timeout=LONG)
    session.close()
    assert len(backups.found(where.vault / backups.FOLDER)) >= 1
    store = Store.open(where.vault, vault.unlock(where.vault, NEW))
    assert store.people.all() == [MAYA]
    assert len(store.own_backups()) == len(backups.found(where.vault / backups.FOLDER))
    store.close()
    session.deleteLater()


# Restoring


def begun(session: Session, window: QWidget) -> Restoring:
    restoring = Restoring(session, lambda: True, window)
    restoring.begin()
    return restoring


def test_a_backup_is_shown_before_it_is_restored(
    qtbot: QtBot, session: Session, window: QWidget, where: Places
) -> None:
    keeping.back_up(session.store, now())
    session.apply("Person added", Edit(None, Person(name="Tom")))
    restoring = begun(session, window)
    dialog = restoring.dialog
    assert not dialog.restore.isEnabled()
    assert dialog.list.item(0).isSelected()
    qtbot.waitUntil(dialog.restore.isEnabled, timeout=LONG)
    assert dialog.told.said() == "In the backup: 1 person, 0 moments, 0 reflections, 0 hopes."
    assert dialog.now.said().startswith("What you have now: 2 people, 0 moments")
    assert not dialog.after.isVisible()
    with qtbot.waitSignal(restoring.restored):
        dialog.restore.click()
    assert session.store.people.all() == [MAYA]
    assert session.undo_stack.count() == 0
    (aside,) = asides.found(where.vault)
    kept = Store.open(aside.path, vault.unlock(aside.path, "old words"))
    assert kept.people.count() == 2
    kept.close()
    assert keeping.restored(session.store).startswith("Restored: 1 person")
    restoring = begun(session, window)
    dialog = restoring.dialog
    assert dialog.list.item(1).text().startswith("Kept aside: Today, ")
    dialog.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: dialog.told.said().startswith("In what was kept aside: 2 people"), timeout=LONG)
    dialog.restore.click()
    assert session.store.people.count() == 2


def test_one_that_opens_with_another_passphrase_asks_for_it(
    qtbot: QtBot, session: Session, window: QWidget, where: Places
) -> None:
    keeping.back_up(session.store, now())
    session.store.change_keys(*vault.new_key(NEW, None, CHEAP))
    restoring = begun(session, window)
    dialog = restoring.dialog
    dialog.list.setCurrentRow(0)
    qtbot.waitUntil(dialog.passphrase.isVisible, timeout=LONG)
    for wrong in (NEW, vault.new_recovery_code()):
        dialog.passphrase.setText(wrong)
        qtbot.keyClick(dialog.passphrase, Qt.Key.Key_Return)
        qtbot.waitUntil(dialog.error.isVisible, timeout=LONG)
        assert "doesn’t open" in dialog.error.said()
    dialog.passphrase.setText("old words")
    assert dialog.restore.text() == "Go on"
    dialog.restore.click()
    qtbot.waitUntil(dialog.restore.isEnabled, timeout=LONG)
    assert dialog.restore.text() == "Restore"
    assert "Afterwards it opens with what this backup was made with." in dialog.after.said()
    with qtbot.waitSignal(restoring.restored):
        dialog.restore.click()
    assert vault.unlock(where.vault, "old words")


def test_a_file_that_is_no_backup_is_told_and_changes_nothing(
    qtbot: QtBot, session: Session, window: QWidget, where: Places, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("dear you")
    restoring = begun(session, window)
    dialog = restoring.dialog
    assert "There is no backup here yet." in dialog.told.said()
    dialog.chosen.emit(letter)
    qtbot.waitUntil(dialog.error.isVisible, timeout=LONG)
    assert "not a backup of Connect" in dialog.error.said()
    assert not dialog.restore.isEnabled()
    cancel = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Cancel")
    cancel.click()
    assert session.store.people.all() == [MAYA]
    assert not (where.vault / "vault.db.next").exists()


def test_after_a_restore_the_window_shows_what_was_restored_and_says_so(
    qtbot: QtBot, qapp: QApplication, where: Places
) -> None:
    session = opened(where, qapp, None)
    keeping.back_up(session.store, now())
    session.apply("Person added", Edit(None, Person(name="Tom")))
    session.close()
    session.deleteLater()
    window = MainWindow(where, Settings())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    before = window.workspace()
    assert before is not None
    before.go("safety")
    page = before.page("safety")
    assert isinstance(page, SafetyPage)
    page.backups.restore.click()
    dialog = before.findChild(RestoreDialog)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    qtbot.waitUntil(dialog.restore.isEnabled, timeout=LONG)
    dialog.restore.click()
    after = window.workspace()
    assert after is not None and after is not before
    assert after.session.store.people.all() == [MAYA]
    qtbot.waitUntil(
        lambda: any(one.text().startswith("Restored: 1 person") for one in after.findChildren(Notice)),
        timeout=LONG,
    )
    assert window.close()
