"""A vault of its own for each test that asks, with the cheapest passphrase slot there is."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from connect_desktop.store import Store, vault
from connect_desktop.store.derive import Cost

sys.path.append(str(Path(__file__).parent))  # what several tests share lies beside them

CHEAP = Cost(memory_kib=64, rounds=1, lanes=1)


@pytest.fixture
def cheap() -> Cost:
    return CHEAP


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a vault is to be; not yet there."""
    return tmp_path / "vault"


@pytest.fixture
def opened(folder: Path) -> Iterator[Callable[[], Store]]:
    """Opens the unprotected vault in `folder`, made at the first call; what is open is closed in the end."""
    stores: list[Store] = []

    def again() -> Store:
        for store in stores:
            store.close()
        if vault.state(folder) is vault.State.MISSING:
            vault.create(folder, None, None)
        stores.append(Store.open(folder, vault.unlock_open(folder)))
        return stores[-1]

    yield again
    for store in stores:
        store.close()
