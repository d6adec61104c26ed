"""Tries that failed to open the vault: counted, told once, and nothing of them kept but how many and when."""

from pathlib import Path

import pytest

from connect_desktop.domain.errors import WrongPassphrase
from connect_desktop.store import tries, vault
from connect_desktop.store.derive import Cost


def test_tries_that_failed_are_counted_until_they_are_told(folder: Path, cheap: Cost) -> None:
    vault.create(folder, "correct horse", vault.new_recovery_code(), cost=cheap)
    assert tries.found(folder) is None
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            vault.unlock(folder, "wrong")
    with pytest.raises(WrongPassphrase):
        vault.unlock_with_code(folder, "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ")
    vault.unlock(folder, "correct horse")
    found = tries.found(folder)
    assert found is not None
    assert found.count == 3
    assert b"wrong" not in (folder / tries.FILE).read_bytes()
    tries.forget(folder)
    assert tries.found(folder) is None


def test_the_recovery_code_in_the_place_of_the_passphrase_is_no_failed_try(folder: Path, cheap: Cost) -> None:
    code = vault.new_recovery_code()
    key = vault.create(folder, "old", code, cost=cheap)
    assert vault.unlock_either(folder, code) == vault.unlock_either(folder, "old") == key
    assert tries.found(folder) is None
    with pytest.raises(WrongPassphrase):
        vault.unlock_either(folder, "neither")
    found = tries.found(folder)
    assert found is not None and found.count == 1
    with pytest.raises(WrongPassphrase):
        vault.unlock_with_keyring(folder)  # nobody typed anything
    assert tries.found(folder) == found


def test_tries_that_cannot_be_counted_keep_nobody_out(folder: Path, cheap: Cost) -> None:
    key = vault.create(folder, "correct horse", None, cost=cheap)
    (folder / tries.FILE).write_text("[]")
    assert tries.found(folder) is None
    (folder / tries.FILE).unlink()
    (folder / tries.FILE).mkdir()
    with pytest.raises(WrongPassphrase):
        vault.unlock(folder, "wrong")
    tries.forget(folder)
    assert vault.unlock(folder, "correct horse") == key
