"""Impressions as columns, written down as short rows."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from connect_desktop.domain import Columns

sys.path.append(str(Path(__file__).parent))  # what several tests share lies beside them

from short_rows import TODAY, Rows, columns_of


@pytest.fixture
def columns() -> Callable[[Rows], Columns]:
    return columns_of


@pytest.fixture
def today() -> date:
    """A Sunday."""
    return TODAY
