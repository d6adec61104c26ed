"""What several tests of a dialog begin with."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from connect_desktop.ui.dialogs.export import ExportDialog
from connect_desktop.ui.session import Session

sys.path.append(str(Path(__file__).parent))

from exporting import opened


@pytest.fixture
def dialog(lived: Session, qtbot: QtBot) -> Iterator[ExportDialog]:
    """Over what the test calls `lived`."""
    yield from opened(lived, qtbot)
