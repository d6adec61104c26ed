"""What several tests of the window do lies beside them."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from connect_desktop.interchange import sample
from connect_desktop.ui.gate import Gate
from connect_desktop.ui.session import Session
from connect_desktop.ui.widgets.moment_list import MomentList
from connect_desktop.ui.workspace import Workspace

sys.path.append(str(Path(__file__).parent))

from hands import shown


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


@pytest.fixture
def workspace(qtbot: QtBot, session: Session, own_data: Path) -> Workspace:
    session.store.apply(sample.life(session.today()))
    made = shown(qtbot, session, own_data)
    qtbot.waitUntil(lambda: any(found.rows() for found in made.findChildren(MomentList)))
    return made
