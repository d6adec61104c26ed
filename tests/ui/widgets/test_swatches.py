import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from connect_desktop.domain import COLOURS
from connect_desktop.ui.widgets.swatches import DOT, GAP, Swatches, colour_names

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def swatches(qtbot: QtBot) -> Swatches:
    made = Swatches()
    qtbot.addWidget(made)
    made.show()
    return made


def test_arrows_walk_round_and_tell(swatches: Swatches, qtbot: QtBot) -> None:
    with qtbot.waitSignal(swatches.changed):
        qtbot.keyClick(swatches, Qt.Key.Key_Left)
    assert swatches.value() == COLOURS - 1
    qtbot.keyClick(swatches, Qt.Key.Key_Right)
    assert swatches.value() == 0
    qtbot.keyClick(swatches, Qt.Key.Key_End)
    assert swatches.value() == COLOURS - 1


def test_a_click_chooses_what_is_under_it(swatches: Swatches) -> None:
    place = QPoint(4 * (DOT + GAP) + DOT // 2, swatches.height() // 2)
    QTest.mouseClick(swatches, Qt.MouseButton.LeftButton, pos=place)
    assert swatches.value() == 4


def test_the_chosen_colour_is_told_by_name(swatches: Swatches, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(swatches.changed):
        swatches.set_value(5)
    assert swatches.accessibleName() == "Colour: moss"
    assert len(set(colour_names())) == COLOURS


def test_there_is_a_colour_for_each_number(swatches: Swatches) -> None:
    picture = swatches.grab().toImage()
    shown = {
        picture.pixelColor(4 + n * (DOT + GAP) + DOT // 2, 4 + DOT // 4).name() for n in range(1, COLOURS)
    }
    assert len(shown) == COLOURS - 1
