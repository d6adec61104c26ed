"""Whatever is in the way of a store is told with the right way out; none of them is to start over."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit, Interaction, Person, now
from connect_desktop.paths import places
from connect_desktop.settings import Settings
from connect_desktop.store import Store, backups, vault
from connect_desktop.store.derive import Cost
from connect_desktop.ui.gate import Gate
from connect_desktop.ui.gate.lock import BackupStep, LockStep
from connect_desktop.ui.gate.mended import MendedStep
from connect_desktop.ui.gate.trouble import TroubleStep, Way
from connect_desktop.ui.gate.way_out import WayOut
from connect_desktop.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("themed")

PASSPHRASE = "three quiet herons at dusk"
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"
QUICK = Cost(memory_kib=64, rounds=1, lanes=1)
LONG = 30_000
NOBODY = 65534
"""a user who is not root"""


@pytest.fixture(params=[None, PASSPHRASE], ids=["open", "protected"])
def folder(own_data: Path, request: pytest.FixtureRequest) -> Path:
    """A store with someone in it and a backup, and someone after that."""
    made = own_data / "vault"
    store = Store.open(made, vault.create(made, request.param, CODE if request.param else None, cost=QUICK))
    store.apply([Edit(None, Person(name="Maya"))])
    store.snapshot().keep(made / backups.FOLDER / backups.named(now()))
    store.apply([Edit(None, Person(name="Tom")), *(Edit(None, Interaction(at=now())) for _ in range(300))])
    store.close()
    return made


@pytest.fixture
def show(qtbot: QtBot, folder: Path) -> Callable[[], Gate]:
    def shown() -> Gate:
        gate = Gate(folder)
        qtbot.addWidget(gate)
        gate.resize(900, 640)
        gate.start()
        with qtbot.waitActive(gate):
            gate.show()
        return gate

    return shown


def unlock(qtbot: QtBot, gate: Gate, typed: str = PASSPHRASE) -> None:
    """Give the passphrase, or what else was typed, where one is asked for."""
    step = gate.step()
    if isinstance(step, LockStep | BackupStep):
        step.field.setText(typed)
        step.act.click()
        qtbot.waitUntil(lambda: gate.step() is not step, timeout=LONG)


def trouble(gate: Gate) -> TroubleStep:
    step = gate.step()
    assert isinstance(step, TroubleStep), step
    return step


def told(gate: Gate) -> str:
    step = gate.step()
    assert step is not None
    return " ".join(label.text() for label in step.findChildren(QLabel))


def mended(qtbot: QtBot, gate: Gate) -> list[str]:
    """Go on from what came of it, and return who is there."""
    qtbot.waitUntil(lambda: isinstance(gate.step(), MendedStep), timeout=LONG)
    step = gate.step()
    assert isinstance(step, MendedStep)
    with qtbot.waitSignal(gate.opened) as opened:
        step.open.click()
    (store,) = opened.args
    found = [one.name for one in store.people.all()]
    assert store.faults() == []
    store.close()
    return found


def test_a_damaged_store_is_put_right_with_backup_and_all_that_can_be_read(
    qtbot: QtBot, folder: Path, show: Callable[[], Gate]
) -> None:
    content = bytearray((folder / "vault.db").read_bytes())
    content[-2000] ^= 1
    (folder / "vault.db").write_bytes(content)
    gate = show()
    unlock(qtbot, gate)
    step = trouble(gate)
    assert step.accessibleName() == "It is damaged."
    assert "newest backup here is of" in told(gate)
    assert set(step.buttons) == {Way.REPAIR, Way.BACKUP, Way.RETRY, Way.FOLDER, Way.QUIT}
    assert step.buttons[Way.REPAIR].hasFocus()
    step.buttons[Way.REPAIR].click()
    qtbot.waitUntil(lambda: isinstance(gate.step(), MendedStep), timeout=LONG)
    assert "It began with the backup of" in told(gate) and "could not be read" in told(gate)
    assert mended(qtbot, gate) == ["Maya", "Tom"]
    assert [*(folder / "aside").iterdir()] != []


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 " * 5000], ids=["emptied", "foreign"])
def test_what_is_no_store_any_more_gives_way_to_the_backup(
    qtbot: QtBot, folder: Path, show: Callable[[], Gate], content: bytes
) -> None:
    (folder / "vault.db").write_bytes(content)
    gate = show()
    unlock(qtbot, gate)
    trouble(gate).buttons[Way.REPAIR].click()
    assert mended(qtbot, gate) == ["Maya"]


def test_a_store_that_is_gone_comes_back(qtbot: QtBot, folder: Path, show: Callable[[], Gate]) -> None:
    (folder / "vault.db").unlink()
    gate = show()
    assert trouble(gate).accessibleName() == "The store is not where it was."
    trouble(gate).buttons[Way.REPAIR].click()
    unlock(qtbot, gate)
    assert mended(qtbot, gate) == ["Maya"]


@pytest.mark.parametrize("lost", ["vault.db", "vault.keys"])
def test_without_a_backup_the_way_to_take_is_one_from_elsewhere(
    folder: Path, show: Callable[[], Gate], lost: str
) -> None:
    for one in [*(folder / backups.FOLDER).iterdir(), *folder.glob(f"{lost}*")]:
        one.unlink()
    step = trouble(show())
    assert step.buttons[Way.BACKUP].hasFocus() and step.buttons[Way.BACKUP].property("role") == "primary"


def test_a_wrong_passphrase_for_a_backup_is_told_and_one_can_go_back(
    qtbot: QtBot, folder: Path, show: Callable[[], Gate]
) -> None:
    if vault.is_open(vault.keys.read(folder)):
        pytest.skip("nothing is asked for where there is no passphrase")
    (folder / "vault.db").unlink()
    gate = show()
    trouble(gate).buttons[Way.REPAIR].click()
    step = gate.step()
    assert isinstance(step, BackupStep)
    step.field.setText("not this one")
    step.act.click()
    qtbot.waitUntil(step.error.isVisible, timeout=LONG)
    assert "Nothing was changed" in step.error.text()
    step.other.click()
    trouble(gate)


def test_the_recovery_code_does_where_the_passphrase_is_forgotten(
    qtbot: QtBot, folder: Path, show: Callable[[], Gate], tmp_path: Path
) -> None:
    """The store lost, its own backup taken; then the keys lost, too, and a backup from elsewhere."""
    (folder / "vault.db").unlink()
    gate = show()
    trouble(gate).buttons[Way.REPAIR].click()
    unlock(qtbot, gate, f" {CODE.lower().replace('-', ' ')}")
    assert mended(qtbot, gate) == ["Maya"]
    (backup,) = (folder / backups.FOLDER).iterdir()
    elsewhere = backup.rename(tmp_path / "mine.backup")
    for name in ("vault.keys", "vault.keys.bak"):
        (folder / name).unlink()
    gate = show()
    gate.findChild(WayOut).take_backup(elsewhere)
    unlock(qtbot, gate, CODE)
    assert mended(qtbot, gate) == ["Maya"]
    assert gate.with_code() is not vault.is_open(vault.keys.read(folder))


def test_keys_that_are_missing_come_back_from_the_backup(
    qtbot: QtBot, folder: Path, show: Callable[[], Gate]
) -> None:
    for name in ("vault.keys", "vault.keys.bak"):
        (folder / name).unlink()
    gate = show()
    step = trouble(gate)
    assert step.accessibleName() == "Its keys are missing."
    protected = b"passphrase" in (folder / backups.FOLDER).iterdir().__next__().read_bytes()
    if protected:
        step.buttons[Way.KEYS].click()
        unlock_and_see(qtbot, gate)
    else:
        with qtbot.waitSignal(gate.opened) as opened:
            step.buttons[Way.KEYS].click()
        opened.args[0].close()


def unlock_and_see(qtbot: QtBot, gate: Gate) -> None:
    with qtbot.waitSignal(gate.opened, timeout=LONG) as opened:
        step = gate.step()
        assert isinstance(step, LockStep)
        step.field.setText(PASSPHRASE)
        step.act.click()
    assert opened.args[0].people.count() == 2
    opened.args[0].close()


def test_without_a_backup_another_can_be_chosen(
    qtbot: QtBot, folder: Path, show: Callable[[], Gate], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (backup,) = (folder / backups.FOLDER).iterdir()
    elsewhere = backup.rename(tmp_path / "mine.backup")
    for name in ("vault.keys", "vault.keys.bak"):
        (folder / name).unlink()
    gate = show()
    assert "no backup beside it" in told(gate)
    trouble(gate).buttons[Way.KEYS].click()
    assert "Choose a backup from elsewhere" in told(gate)
    for chosen in ("", str(folder / "vault.db")):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, chosen=chosen, **_k: (chosen, ""))
        trouble(gate).buttons[Way.BACKUP].click()
    assert "not a backup of Connect" in told(gate)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(elsewhere), ""))
    trouble(gate).buttons[Way.BACKUP].click()
    unlock(qtbot, gate)
    assert "Maya" in mended(qtbot, gate)


def test_nothing_to_repair_with_is_told(qtbot: QtBot, folder: Path, show: Callable[[], Gate]) -> None:
    (backup,) = (folder / backups.FOLDER).iterdir()
    backup.unlink()
    (folder / "vault.db").write_bytes(b"%PDF-1.7 " * 5000)
    gate = show()
    unlock(qtbot, gate)
    first = trouble(gate)
    assert "What can still be read of the file comes back" in told(gate)
    first.buttons[Way.REPAIR].click()
    qtbot.waitUntil(lambda: isinstance(gate.step(), TroubleStep) and gate.step() is not first, timeout=LONG)
    assert "nothing could be read of the damaged file" in told(gate)
    assert trouble(gate).buttons[Way.BACKUP].hasFocus()
    assert (folder / "vault.db").read_bytes() == b"%PDF-1.7 " * 5000


@contextmanager
def acting_as(somebody: int) -> Iterator[None]:
    """Be somebody whom the system holds to their rights, also where root runs the tests."""
    before = os.geteuid()
    os.seteuid(somebody)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.mark.skipif(os.name == "nt", reason="rights as POSIX has them")
def test_a_folder_that_may_not_be_written_is_told(qtbot: QtBot, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place:  # where others may look, too
        Path(place).chmod(0o755)
        vault_there = folder.rename(Path(place) / "vault")
        (vault_there / "vault.lock").chmod(0o400)
        vault_there.chmod(0o500)
        gate = Gate(vault_there)
        qtbot.addWidget(gate)
        somebody = os.geteuid() or NOBODY
        for path in (vault_there, *vault_there.rglob("*")):
            os.chown(path, somebody, -1)
        with acting_as(somebody):
            assert (vault_there / "vault.keys").read_bytes()
            gate.start()
        vault_there.chmod(0o700)
    assert "Give yourself that right" in told(gate)
    assert set(trouble(gate).buttons) == {Way.RETRY, Way.FOLDER, Way.QUIT}


def test_the_folder_can_be_looked_at(
    qtbot: QtBot, folder: Path, show: Callable[[], Gate], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    (folder / "vault.db").unlink()
    trouble(show()).buttons[Way.FOLDER].click()
    assert [Path(url.toLocalFile()) for url in opened] == [folder]
    assert qtbot


def test_a_store_in_a_synced_folder_is_moved_and_opened_where_it_is_then(
    qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "Dropbox" / "life"
    data.parent.mkdir()
    folder.parent.rename(data)
    window = MainWindow(places(data), Settings())
    qtbot.addWidget(window)
    window.show()

    def shown(other: TroubleStep | None = None) -> TroubleStep:
        def there() -> list[TroubleStep]:
            return [one for one in window.findChildren(TroubleStep) if one.isVisible() and one is not other]

        qtbot.waitUntil(lambda: bool(there()), timeout=LONG)
        return there()[0]

    def choose(folder: Path | None) -> None:
        chosen = str(folder or "")
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: chosen)

    step = shown()
    assert step.accessibleName() == "It cannot stay in this folder."
    assert set(step.buttons) == {Way.MOVE, Way.RETRY, Way.FOLDER, Way.QUIT}
    choose(None)
    step.buttons[Way.MOVE].click()
    choose(data.parent)
    step.buttons[Way.MOVE].click()
    step = shown(step)
    (tmp_path / "own").mkdir()
    choose(tmp_path / "own")
    step.buttons[Way.MOVE].click()
    new = tmp_path / "own" / "Connect" / "vault"
    qtbot.waitUntil((new / "vault.db").exists, timeout=LONG)
    qtbot.waitUntil(
        lambda: window.workspace() is not None or any(s.isVisible() for s in window.findChildren(LockStep)),
        timeout=LONG,
    )
    assert places(data).vault == new
    window.close()
    QApplication.processEvents()
