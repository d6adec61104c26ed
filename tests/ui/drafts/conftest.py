"""Stores that windows are opened over."""

import sys
from pathlib import Path

import pytest

from connect_desktop.paths import Places

sys.path.append(str(Path(__file__).parent))  # what several tests share lies beside them

from windows import PASSPHRASE, made


@pytest.fixture(params=[None, PASSPHRASE], ids=["open", "protected"])
def where(own_data: Path, request: pytest.FixtureRequest) -> Places:
    return made(own_data, request.param)


@pytest.fixture
def unprotected(own_data: Path) -> Places:
    return made(own_data, None)


@pytest.fixture
def protected(own_data: Path) -> Places:
    return made(own_data, PASSPHRASE)
