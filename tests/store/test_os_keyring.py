"""The keyring of the operating system as one more way in: a stand-in for it, and a real one where one is."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from connect_desktop.domain import Edit, Person
from connect_desktop.domain.errors import StoreError, WrongPassphrase
from connect_desktop.store import Store, keys, os_keyring, vault
from connect_desktop.store.derive import Cost
from connect_desktop.store.slots import Way


class Keyring(ModuleType):
    """Does what `keyring` does, in memory."""

    priority = 5.0

    def __init__(self) -> None:
        super().__init__("keyring")
        self.kept: dict[tuple[str, str], str] = {}
        self.open = True

    def get_keyring(self) -> "Keyring":
        return self

    def set_password(self, service: str, name: str, secret: str) -> None:
        if not self.open:
            raise RuntimeError("the keyring is locked")
        self.kept[service, name] = secret

    def get_password(self, service: str, name: str) -> str | None:
        if not self.open:
            raise RuntimeError("the keyring is locked")
        return self.kept.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        if not self.open:
            raise RuntimeError("the keyring is locked")
        del self.kept[service, name]


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    made = Keyring()
    monkeypatch.setitem(sys.modules, "keyring", made)
    return made


@pytest.fixture
def kept(folder: Path, cheap: Cost) -> Store:
    store = Store.open(folder, vault.create(folder, "old", vault.new_recovery_code(), cost=cheap))
    store.apply([Edit(None, Person(name="Maya"))])
    return store


def test_it_opens_what_it_was_told_to_open_until_it_is_told_not_to(
    ring: Keyring, kept: Store, folder: Path
) -> None:
    assert not vault.has_keyring(folder)
    for _ in range(2):  # told twice, it is one
        kept.use_keyring(True)
    assert [slot.way for slot in kept.slots()] == [Way.PASSPHRASE, Way.CODE, Way.KEYRING]
    assert vault.has_keyring(folder)
    assert vault.unlock_with_keyring(folder) == vault.unlock(folder, "old")
    (raw,) = {name for _, name in ring.kept if bytes.fromhex(name) == kept.slots()[-1].salt}
    assert kept.hex_key() not in ring.kept["Connect", raw]
    kept.use_keyring(False)
    assert not vault.has_keyring(folder)
    assert ("Connect", raw) not in ring.kept
    with pytest.raises(WrongPassphrase, match="not a way"):
        vault.unlock_with_keyring(folder)
    assert vault.unlock(folder, "old")
    kept.close()


def test_a_keyring_that_lost_it_or_has_another_secret_opens_nothing(
    ring: Keyring, kept: Store, folder: Path
) -> None:
    kept.use_keyring(True)
    for name in ring.kept:
        ring.kept[name] = bytes(32).hex()
    with pytest.raises(WrongPassphrase):
        vault.unlock_with_keyring(folder)
    ring.kept.clear()
    with pytest.raises(WrongPassphrase, match="Use your passphrase"):
        vault.unlock_with_keyring(folder)
    ring.open = False
    with pytest.raises(StoreError, match="does not answer"):
        vault.unlock_with_keyring(folder)
    kept.use_keyring(False)
    assert not vault.has_keyring(folder)
    with pytest.raises(StoreError, match="your passphrase opens it"):
        kept.use_keyring(True)
    assert not vault.has_keyring(folder)
    kept.close()


def test_under_another_key_it_is_another_secret(
    ring: Keyring, kept: Store, folder: Path, cheap: Cost
) -> None:
    kept.use_keyring(True)
    before, secrets = kept.slots(), [*ring.kept.values()]
    kept.change_keys(*vault.new_key("new", None, cheap))
    assert not vault.has_keyring(folder)
    kept.renew_keyring(before)
    assert vault.unlock_with_keyring(folder) == vault.unlock(folder, "new")
    assert len(ring.kept) == 1 and [*ring.kept.values()] != secrets
    kept.close()


@pytest.mark.usefixtures("ring")
def test_it_is_never_the_only_way_in(folder: Path) -> None:
    store = Store.open(folder, vault.create(folder, None, None))
    before = keys.read(folder)
    with pytest.raises(TypeError):
        store.use_keyring(True)
    assert keys.read(folder) == before
    store.close()


def test_where_there_is_none_that_is_known(ring: Keyring, monkeypatch: pytest.MonkeyPatch) -> None:
    assert os_keyring.available()
    ring.priority = 0.0  # the one that only fails
    assert not os_keyring.available()
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert not os_keyring.available()


REAL = """
import sys
from pathlib import Path
import keyring
from connect_desktop.domain.errors import StoreError
from connect_desktop.store import os_keyring, vault
from connect_desktop.store.derive import Cost
folder = Path(sys.argv[1])
key = vault.create(folder, "old", None, cost=Cost(memory_kib=64, rounds=1, lanes=1))
assert os_keyring.available()
vault.use_keyring(folder, key)
(slot,) = (one for one in vault.keys.read(folder) if one.way.value == "keyring")
assert keyring.get_password(os_keyring.SERVICE, slot.salt.hex())
assert vault.unlock_with_keyring(folder) == key
vault.leave_keyring(folder)
assert keyring.get_password(os_keyring.SERVICE, slot.salt.hex()) is None
vault.use_keyring(folder, key)
ring = keyring.get_keyring()
ring.get_preferred_collection().lock()
try:
    vault.unlock_with_keyring(folder)
except StoreError as error:
    assert "your passphrase opens it" in str(error)
else:
    raise AssertionError("it was locked")
assert vault.unlock(folder, "old") == key
print("all well")
"""
_NEEDED = ("dbus-run-session", "gnome-keyring-daemon")


@pytest.mark.skipif(
    find_spec("keyring") is None or None in map(shutil.which, _NEEDED), reason="needs a keyring of a desktop"
)
def test_a_real_one_does_the_same(folder: Path, tmp_path: Path) -> None:
    unlock = "printf secret | gnome-keyring-daemon --unlock --components=secrets > /dev/null"
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", f'{unlock} && exec "$0" -c "$1" "$2"',
         sys.executable, REAL, folder],
        env={**os.environ, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.stdout.strip() == "all well", done.stderr
