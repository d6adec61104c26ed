from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.ui import theme
from connect_desktop.ui.widgets.undo_bar import UndoBar

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[UndoBar]:
    """The bar at the foot of a page, hardly waiting before it goes."""
    page = QWidget()
    qtbot.addWidget(page)
    made = UndoBar(stays_for=1)
    down = QVBoxLayout(page)
    down.addWidget(QLabel("a page"), 1)
    down.addWidget(made)
    page.resize(500, 300)
    with qtbot.waitActive(page):
        page.show()
    yield made


@pytest.fixture
def moving(bar: UndoBar) -> Iterator[UndoBar]:
    theme.choose("light", still=False)
    yield bar
    theme.choose("light", still=True)


def button(bar: UndoBar) -> QPushButton:
    found = bar.findChild(QPushButton)
    assert found is not None
    return found


def test_it_says_what_was_done_beside_a_way_back(bar: UndoBar, qtbot: QtBot) -> None:
    assert bar.text() == ""
    bar.announce("Moment saved")
    assert bar.text() == "Moment saved."
    assert button(bar).accessibleName() == "Undo: Moment saved"
    with qtbot.waitSignal(bar.undo_asked):
        qtbot.keyClick(button(bar), Qt.Key.Key_Space)
    assert bar.text() == ""


def test_it_covers_nothing(bar: UndoBar, qtbot: QtBot) -> None:
    label = bar.window().findChild(QLabel)
    assert label is not None
    before = label.height()
    bar.announce("Moment saved")
    qtbot.waitUntil(lambda: label.height() < before)
    assert not label.geometry().intersects(bar.geometry())


def test_it_goes_by_itself(bar: UndoBar, qtbot: QtBot) -> None:
    bar.announce("Moment saved")
    qtbot.waitUntil(bar.isHidden)


def test_it_fades_and_is_whole_again_the_next_time(moving: UndoBar, qtbot: QtBot) -> None:
    moving.announce("Moment saved")
    qtbot.waitUntil(moving.isHidden)
    moving.announce("Moment deleted")
    assert moving.text() == "Moment deleted."
    effect = moving.graphicsEffect()
    assert effect is not None
    assert not effect.isEnabled()


def test_it_stays_while_the_focus_is_on_it(bar: UndoBar) -> None:
    bar.announce("Moment saved")
    button(bar).setFocus()
    assert not bar.leaving()
    bar.announce("Moment changed")
    assert not bar.leaving()
    button(bar).clearFocus()
    assert bar.leaving()


def test_what_was_told_in_a_hidden_window_waits_to_be_seen(bar: UndoBar) -> None:
    page = bar.window()
    page.hide()
    bar.announce("Moment saved")
    page.show()
    assert bar.isVisible()
    assert bar.leaving()
