"""What several tests of the window do lies beside them."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from connect_desktop.ui.gate import Gate

sys.path.append(str(Path(__file__).parent))


@pytest.fixture
def gate(qtbot: QtBot, folder: Path) -> Gate:
    """The screen before the window, over what the test calls `folder`."""
    made = Gate(folder)
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.start()
    with qtbot.waitActive(made):
        made.show()
    return made
