"""The vault: what opens it, what does not, and that nobody else can read it."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from connect_desktop.domain import Edit, Person
from connect_desktop.domain.errors import (
    ConnectError,
    InvalidValue,
    NoVault,
    StoreError,
    VaultExists,
    VaultInUse,
    VaultTooNew,
    VaultUnreadable,
    WrongPassphrase,
)
from connect_desktop.store import Store, tries, vault
from connect_desktop.store.derive import FLOOR, Cost, calibrated

MAYA = Person(name="Maya")


def contents(folder: Path) -> dict[str, bytes]:
    """What is in a folder, but for the tries that failed."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != tries.FILE}


def test_from_nothing_to_a_vault_and_back_in(folder: Path, cheap: Cost) -> None:
    assert vault.state(folder) is vault.State.MISSING
    assert not folder.exists()
    code = vault.new_recovery_code()
    key = vault.create(folder, "correct horse", code, cost=cheap)
    assert vault.state(folder) is vault.State.PROTECTED
    with_store(folder, key, lambda store: store.apply([Edit(None, MAYA)]))
    assert vault.unlock(folder, "correct horse") == key
    assert vault.unlock_with_code(folder, code) == key
    with_store(folder, key, lambda store: assert_equal(store.people.all(), [MAYA]))
    assert b"Maya" not in b"".join(contents(folder).values())


def with_store(folder: Path, key: vault.DataKey, use: Callable[[Store], object]) -> None:
    store = Store.open(folder, key)
    try:
        use(store)
    finally:
        store.close()


def assert_equal(found: object, wanted: object) -> None:
    assert found == wanted


@pytest.mark.parametrize("typed", ["", "correct", "Correct horse", "correct horse ", "x" * 10_000, "\udc80"])
def test_a_wrong_passphrase_is_told_in_one_sentence_and_changes_nothing(
    folder: Path, cheap: Cost, typed: str
) -> None:
    vault.create(folder, "correct horse", None, cost=cheap)
    before = contents(folder)
    with pytest.raises(WrongPassphrase, match="Nothing was changed"):
        vault.unlock(folder, typed)
    assert contents(folder) == before


def test_a_passphrase_is_the_same_however_its_accents_are_typed(folder: Path, cheap: Cost) -> None:
    key = vault.create(folder, "caf\u00e9 \U0001f33f", None, cost=cheap)
    assert vault.unlock(folder, "cafe\u0301 \U0001f33f") == key


def test_a_recovery_code_is_forgiven_what_people_do_to_codes(folder: Path, cheap: Cost) -> None:
    code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"
    key = vault.create(folder, "p", code, cost=cheap)
    for typed in (
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        "o" + code[1:],
        code.replace("1", "l"),
    ):
        assert vault.unlock_with_code(folder, typed) == key
    assert vault.unlock_with_code(folder, code.replace("1", "I") + " \n") == key
    for wrong in ("", code[:-1], code + "0", "1" + code[1:], code.replace("Z", "U"), "é" * 32):
        with pytest.raises(WrongPassphrase):
            vault.unlock_with_code(folder, wrong)


def test_a_recovery_code_looks_as_promised_and_is_never_the_same() -> None:
    codes = {vault.new_recovery_code() for _ in range(200)}
    assert all(map(vault.is_recovery_code, codes))
    assert not vault.is_recovery_code("three quiet herons")
    assert len(codes) == 200
    assert all(re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}", code) for code in codes)
    assert len(set("".join(codes))) == 33


def test_without_a_passphrase_the_file_is_encrypted_and_its_key_lies_beside_it(folder: Path) -> None:
    key = vault.create(folder, None, None)
    assert vault.state(folder) is vault.State.OPEN
    assert vault.unlock_open(folder) == key
    assert not (folder / "vault.db").read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(WrongPassphrase, match="no passphrase"):
        vault.unlock(folder, "")
    with pytest.raises(WrongPassphrase, match="no recovery code"):
        vault.unlock_with_code(folder, vault.new_recovery_code())


def test_a_protected_vault_does_not_open_by_itself(folder: Path, cheap: Cost) -> None:
    vault.create(folder, "p", None, cost=cheap)
    with pytest.raises(WrongPassphrase, match="passphrase"):
        vault.unlock_open(folder)


def test_an_empty_passphrase_is_no_passphrase(folder: Path) -> None:
    with pytest.raises(InvalidValue, match="empty"):
        vault.create(folder, "", None)
    assert vault.state(folder) is vault.State.MISSING


def test_a_vault_is_never_made_over_another(folder: Path, cheap: Cost) -> None:
    vault.create(folder, "first", None, cost=cheap)
    before = contents(folder)
    with pytest.raises(VaultExists, match="left as it is"):
        vault.create(folder, "second", None, cost=cheap)
    assert contents(folder) == before


def test_nothing_is_begun_over_keys_whose_file_was_moved_away(folder: Path, cheap: Cost) -> None:
    key = vault.create(folder, "p", None, cost=cheap)
    (folder / "vault.db").rename(folder.parent / "moved.db")
    before = contents(folder)
    for attempt in (
        lambda: vault.state(folder),
        lambda: vault.create(folder, "other", None, cost=cheap),
        lambda: vault.unlock(folder, "p"),
        lambda: Store.open(folder, key),
    ):
        with pytest.raises(VaultUnreadable, match="not the store itself"):
            attempt()
    assert contents(folder) == before
    (folder.parent / "moved.db").rename(folder / "vault.db")
    assert vault.unlock(folder, "p") == key


def test_no_vault_is_told_as_such(folder: Path) -> None:
    for attempt in (
        lambda: vault.unlock(folder, "p"),
        lambda: vault.unlock_with_code(folder, vault.new_recovery_code()),
        lambda: vault.unlock_open(folder),
        lambda: Store.open(folder, vault.DataKey(bytes(32))),
    ):
        with pytest.raises(NoVault, match="no store in"):
            attempt()
    assert not folder.exists()


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ConnectError, match="file"):
        vault.create(tmp_path / "file", None, None)
    with pytest.raises(ConnectError, match="file"):
        vault.create(tmp_path / "file" / "vault", None, None)
    assert (tmp_path / "file").read_text() == "mine"


def test_folder_names_may_hold_anything(tmp_path: Path) -> None:
    folder = tmp_path / "it's 100% #1? ünïcode 🫁 & co" / "vault"
    key = vault.create(folder, None, None)
    with_store(folder, key, lambda store: store.apply([Edit(None, MAYA)]))
    with_store(folder, key, lambda store: assert_equal(store.people.all(), [MAYA]))
    assert sorted(contents(folder)) == ["vault.db", "vault.keys", "vault.keys.bak", "vault.lock"]


def test_a_path_that_is_too_long_for_the_file_is_told_before_anything_is_made(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d" * 100] * 6) / "vault"
    with pytest.raises(StoreError, match="nearer to the top"):
        vault.create(deep, None, None)
    assert list(tmp_path.iterdir()) == []
    folder = tmp_path / "vault"
    key = vault.create(folder, None, None)
    deep.parent.mkdir(parents=True)
    folder.rename(deep)
    with pytest.raises(StoreError, match="nearer to the top"):
        Store.open(deep, key)
    deep.rename(folder)
    with_store(folder, key, lambda store: assert_equal(store.people.all(), []))


def test_whether_it_is_in_use_is_known_without_its_key(folder: Path, cheap: Cost) -> None:
    vault.refuse_in_use(folder)
    assert not folder.exists()
    key = vault.create(folder, "p", None, cost=cheap)
    vault.refuse_in_use(folder)

    def in_use(_: Store) -> None:
        with pytest.raises(VaultInUse):
            vault.refuse_in_use(folder)

    with_store(folder, key, in_use)
    vault.refuse_in_use(folder)
    with_store(folder, key, lambda store: assert_equal(store.people.all(), []))


@pytest.mark.parametrize("spoiled", ["vault.keys", "vault.keys.bak"])
@pytest.mark.parametrize("how", ["gone", "empty", "cut", "foreign"])
def test_one_spoiled_key_file_is_mended_from_its_twin(
    folder: Path, cheap: Cost, spoiled: str, how: str
) -> None:
    key = vault.create(folder, "p", None, cost=cheap)
    path, before = folder / spoiled, contents(folder)
    spoil(path, how)
    assert vault.state(folder) is vault.State.PROTECTED
    with pytest.raises(WrongPassphrase):
        vault.unlock(folder, "wrong")
    assert vault.unlock(folder, "p") == key
    assert contents(folder) == before
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 or os.name == "nt"


def spoil(path: Path, how: str) -> None:
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes({"empty": b"", "cut": path.read_bytes()[:200], "foreign": b'[{"sum": 1}]'}[how])


@pytest.mark.parametrize("how", ["gone", "empty", "cut", "foreign"])
def test_both_key_files_spoiled_are_told(folder: Path, cheap: Cost, how: str) -> None:
    key = vault.create(folder, "p", None, cost=cheap)
    spoil(folder / "vault.keys", how)
    spoil(folder / "vault.keys.bak", how)
    before = contents(folder)
    for attempt in (
        lambda: vault.state(folder),
        lambda: vault.unlock(folder, "p"),
        lambda: Store.open(folder, key),
    ):
        with pytest.raises(VaultUnreadable, match=r"vault\.keys"):
            attempt()
    assert contents(folder) == before


def test_no_flipped_bit_of_the_keys_goes_unnoticed(folder: Path) -> None:
    vault.create(folder, None, vault.new_recovery_code())
    (folder / "vault.keys.bak").unlink()
    path = folder / "vault.keys"
    whole = path.read_bytes()
    for place in range(len(whole)):
        spoiled = bytearray(whole)
        spoiled[place] ^= 1 << place % 8
        path.write_bytes(spoiled)
        with pytest.raises(VaultUnreadable):
            vault.unlock_open(folder)


def test_nobody_can_make_a_slot_cheaper_or_take_it_for_another(folder: Path, cheap: Cost) -> None:
    from dataclasses import replace

    from connect_desktop.store import keys

    vault.create(folder, "p", None, cost=cheap)
    [slot] = keys.read(folder)
    keys.write(folder, (replace(slot, cost=replace(cheap, rounds=2)),))
    with pytest.raises(WrongPassphrase):
        vault.unlock(folder, "p")
    keys.write(folder, (replace(slot, cost=replace(cheap, rounds=10**9)),))
    with pytest.raises(VaultUnreadable):
        vault.unlock(folder, "p")


def test_what_a_slot_says_of_itself_is_sealed_with_it(cheap: Cost) -> None:
    from dataclasses import replace

    from connect_desktop.store import slots

    code = vault.new_recovery_code()
    slot = slots.for_code(bytes(32), code)
    assert slots.with_code(slot, code) == bytes(32)
    for other in (replace(slot, cost=cheap), replace(slot, way=slots.Way.PASSPHRASE)):
        with pytest.raises(WrongPassphrase):
            slots.with_code(other, code)


def test_keys_of_a_newer_connect_are_left_untouched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from connect_desktop.store import keys

    monkeypatch.setattr(keys, "VERSION", 2)
    vault.create(folder, None, None)
    monkeypatch.undo()
    before = contents(folder)
    with pytest.raises(VaultTooNew, match="newer Connect"):
        vault.unlock_open(folder)
    assert contents(folder) == before


def test_the_key_never_shows_itself(folder: Path) -> None:
    key = vault.create(folder, None, None)
    assert key.raw.hex() not in repr(key) and repr(key.raw) not in repr(key)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("umask", [0, 0o022, 0o777])
def test_nobody_else_can_read_a_file_of_the_vault(folder: Path, cheap: Cost, umask: int) -> None:
    old = os.umask(umask)
    try:
        key = vault.create(folder, "p", vault.new_recovery_code(), cost=cheap)
        store = Store.open(folder, key)
        store.apply([Edit(None, MAYA)])
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
        store.close()
    finally:
        os.umask(old)
    assert modes == dict.fromkeys(
        ["vault.db", "vault.db-wal", "vault.keys", "vault.keys.bak", "vault.lock", "vault.written"], 0o600
    )
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_calibration_never_goes_below_the_floor() -> None:
    cost = calibrated()
    assert cost.rounds >= FLOOR.rounds == 3
    assert (cost.memory_kib, cost.lanes) == (64 * 1024, 4)


def test_opening_an_unprotected_vault_loads_no_cryptography(folder: Path) -> None:
    vault.create(folder, None, None)
    script = (
        "import sys, pathlib; from connect_desktop.store import Store, vault\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "assert vault.state(folder) is vault.State.OPEN\n"
        "Store.open(folder, vault.unlock_open(folder)).people.rows()\n"
        "print(sorted({'argon2', 'cryptography', 'numpy', 'matplotlib', 'typst'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", script, folder], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_create_that_fails_leaves_a_folder_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("connect_desktop.store.vault._build", refuse)
    with pytest.raises(StoreError):
        vault.create(folder, None, None)
    assert folder.is_dir()
    monkeypatch.undo()
    Store.open(folder, vault.create(folder, None, None)).close()
