from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.store import Store, tries, vault
from connect_desktop.store.derive import Cost
from connect_desktop.ui.gate import Gate
from connect_desktop.ui.gate.lock import LockStep, RecoverStep
from connect_desktop.ui.gate.trouble import TroubleStep

pytestmark = pytest.mark.usefixtures("themed")

PASSPHRASE = "three quiet herons at dusk"
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"
QUICK = Cost(memory_kib=64, rounds=1, lanes=1)


@pytest.fixture
def folder(own_data: Path) -> Path:
    made = own_data / "vault"
    vault.create(made, PASSPHRASE, CODE, cost=QUICK)
    return made


def enter(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)
    qtbot.keyClick(focused, Qt.Key.Key_Return)


def locked(gate: Gate) -> LockStep:
    step = gate.step()
    assert isinstance(step, LockStep)
    return step


def test_the_passphrase_and_enter_open(gate: Gate, qtbot: QtBot) -> None:
    with qtbot.waitSignal(gate.opened) as opened:
        enter(qtbot, PASSPHRASE)
    (store,) = opened.args
    assert isinstance(store, Store)
    assert store.people.count() == 0
    store.close()


def test_a_wrong_passphrase_is_one_sentence_and_another_try(gate: Gate, folder: Path, qtbot: QtBot) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    step = locked(gate)
    for _ in range(3):
        enter(qtbot, "not this one")
        assert not step.act.isEnabled()
        qtbot.waitUntil(step.act.isEnabled)
        assert step.error.isVisible()
        assert step.error.text() == "That passphrase doesn’t open it. Nothing was changed."
        assert QApplication.focusWidget() is step.field
        assert step.field.selectedText() == "not this one"
    after = {path: path.read_bytes() for path in folder.iterdir()}
    after.pop(folder / tries.FILE)
    assert after == before
    with qtbot.waitSignal(gate.opened) as opened:
        enter(qtbot, PASSPHRASE)
    opened.args[0].close()


def test_nothing_typed_is_nothing_tried(gate: Gate, qtbot: QtBot) -> None:
    step = locked(gate)
    with qtbot.assertNotEmitted(step.submitted):
        step.act.click()
    assert step.field.hasFocus()


def test_the_recovery_code_opens_however_it_is_typed(gate: Gate, qtbot: QtBot) -> None:
    locked(gate).other.click()
    assert isinstance(gate.step(), RecoverStep)
    with qtbot.waitSignal(gate.opened) as opened:
        enter(qtbot, " o123 4567-89ab cdef ghjk mnpq rstv wxyz ")
    opened.args[0].close()


def test_a_wrong_code_is_told_and_there_is_a_way_back(gate: Gate, qtbot: QtBot) -> None:
    locked(gate).other.click()
    step = gate.step()
    assert isinstance(step, RecoverStep)
    for typed in ("1234", CODE.replace("0", "7")):
        step.field.clear()
        enter(qtbot, typed)
        qtbot.waitUntil(step.error.isVisible)
        assert step.error.text()
        assert step.field.text() == typed
    step.other.click()
    locked(gate)


def test_caps_lock_is_noticed(gate: Gate, qtbot: QtBot) -> None:
    step = locked(gate)
    qtbot.keyClick(step.field, "T", Qt.KeyboardModifier.ShiftModifier)
    assert not step.capitals.isVisible()
    qtbot.keyClick(step.field, "T")
    assert step.capitals.isVisible()
    qtbot.keyClick(step.field, "t")
    assert not step.capitals.isVisible()


def test_what_is_not_protected_opens_at_once(own_data: Path, qtbot: QtBot) -> None:
    vault.create(own_data / "vault", None, None)
    gate = Gate(own_data / "vault")
    qtbot.addWidget(gate)
    with qtbot.waitSignal(gate.opened) as opened:
        gate.start()
    opened.args[0].close()
    assert gate.step() is None


def test_a_second_window_is_told_and_can_try_again(gate: Gate, folder: Path, qtbot: QtBot) -> None:
    other = Store.open(folder, vault.unlock(folder, PASSPHRASE))
    enter(qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(gate.step(), TroubleStep))
    step = gate.step()
    assert isinstance(step, TroubleStep)
    assert "open" in step.accessibleName()
    assert {button.text() for button in step.findChildren(QPushButton)} == {"Try again", "Quit"}
    other.close()
    assert step.retry.hasFocus()
    with qtbot.waitSignal(gate.opened) as opened:
        qtbot.keyClick(step.retry, Qt.Key.Key_Return)
    opened.args[0].close()


def test_nobody_is_asked_for_the_passphrase_of_a_store_in_use(folder: Path, qtbot: QtBot) -> None:
    other = Store.open(folder, vault.unlock(folder, PASSPHRASE))
    gate = Gate(folder)
    qtbot.addWidget(gate)
    gate.show()
    gate.start()
    step = gate.step()
    assert isinstance(step, TroubleStep)
    assert "open already with this store" in " ".join(label.text() for label in step.findChildren(QLabel))
    other.close()
    step.retry.click()
    locked(gate)


def test_missing_keys_are_told_calmly_and_found_again(folder: Path, qtbot: QtBot) -> None:
    kept = {path: path.read_bytes() for path in folder.glob("vault.keys*")}
    for path in kept:
        path.unlink()
    gate = Gate(folder)
    qtbot.addWidget(gate)
    gate.show()
    gate.start()
    step = gate.step()
    assert isinstance(step, TroubleStep)
    assert "vault.keys" in " ".join(label.text() for label in step.findChildren(QLabel))
    for path, content in kept.items():
        path.write_bytes(content)
    step.retry.click()
    locked(gate)


def test_a_damaged_file_is_told_after_the_passphrase(gate: Gate, folder: Path, qtbot: QtBot) -> None:
    (folder / "vault.db").write_bytes(b"x" * 8192)
    enter(qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(gate.step(), TroubleStep))
    assert (folder / "vault.db").read_bytes() == b"x" * 8192


def test_quit_closes_the_window(gate: Gate, folder: Path, qtbot: QtBot) -> None:
    (folder / "vault.db").write_bytes(b"x" * 8192)
    enter(qtbot, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(gate.step(), TroubleStep))
    step = gate.step()
    assert isinstance(step, TroubleStep)
    step.quit.click()
    assert not gate.isVisible()


def test_a_window_closed_while_unlocking_is_no_trouble(gate: Gate, folder: Path, qtbot: QtBot) -> None:
    enter(qtbot, PASSPHRASE)
    gate.close()
    gate.deleteLater()
    qtbot.waitUntil(lambda: not _in_use(folder))


def _in_use(folder: Path) -> bool:
    try:
        Store.open(folder, vault.unlock(folder, PASSPHRASE)).close()
    except vault.VaultUnreadable:
        return True
    return False
