"""The page of the hopes, with nothing on it and with two hopes."""

import sys
from pathlib import Path

import pytest
from hands import arrived
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Edit
from connect_desktop.ui.pages.hopes import HopesPage
from connect_desktop.ui.session import Session

sys.path.append(str(Path(__file__).parent))

from hoped import ASK, DANIEL, MUM, OPEN_UP


@pytest.fixture
def empty(qtbot: QtBot, session: Session) -> HopesPage:
    return arrived(qtbot, HopesPage(session), 1060, 760)


@pytest.fixture
def page(session: Session, empty: HopesPage) -> HopesPage:
    session.apply("", *(Edit(None, one) for one in (DANIEL, MUM, OPEN_UP, ASK)))
    return empty
