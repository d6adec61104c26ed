import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from connect_desktop.ui.widgets.two_circles import TwoCircles

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def circles(qtbot: QtBot) -> TwoCircles:
    made = TwoCircles()
    qtbot.addWidget(made)
    made.resize(240, made.sizeHint().height())
    made.show_overlap(None, "Maya", 3)
    made.show()
    return made


def test_it_begins_undrawn_and_says_so(circles: TwoCircles) -> None:
    assert circles.overlap() is None
    assert circles.accessibleName() == "You and Maya, two circles"
    assert circles.words().startswith("Not drawn")


@pytest.mark.parametrize(
    ("keys", "overlap"),
    [
        ([Qt.Key.Key_Right], 1),
        ([Qt.Key.Key_Right] * 3, 3),
        ([Qt.Key.Key_Left], 7),
        ([Qt.Key.Key_5, Qt.Key.Key_Left], 4),
        ([Qt.Key.Key_Home], 1),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], 7),
        ([Qt.Key.Key_4, Qt.Key.Key_0], None),
        ([Qt.Key.Key_4, Qt.Key.Key_Delete, Qt.Key.Key_8], None),
    ],
)
def test_keys_draw_the_circles_together(
    qtbot: QtBot, circles: TwoCircles, keys: list[Qt.Key], overlap: int | None
) -> None:
    for key in keys:
        qtbot.keyClick(circles, key)
    assert circles.overlap() == overlap


def test_from_right_to_left_the_arrows_are_mirrored(qtbot: QtBot, circles: TwoCircles) -> None:
    circles.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(circles, Qt.Key.Key_3)
    qtbot.keyClick(circles, Qt.Key.Key_Left)
    assert circles.overlap() == 4


def test_dragging_tells_once_at_its_end(qtbot: QtBot, circles: TwoCircles) -> None:
    told: list[object] = []
    circles.drawn.connect(told.append)
    middle = circles.rect().center()
    qtbot.mousePress(circles, Qt.MouseButton.LeftButton, pos=middle + QPoint(45, 0))
    assert circles.words() == "apart"
    qtbot.mouseMove(circles, middle + QPoint(20, 0))
    qtbot.mouseMove(circles, middle + QPoint(3, 0))
    assert told == []
    qtbot.mouseRelease(circles, Qt.MouseButton.LeftButton, pos=middle + QPoint(3, 0))
    assert told == [7]
    assert circles.accessibleDescription() == "almost one"


def test_a_screen_reader_meets_a_slider_from_one_to_seven(circles: TwoCircles) -> None:
    circles.show_overlap(5, "Maya", 3)
    found = QAccessible.queryAccessibleInterface(circles)
    assert found.role() == QAccessible.Role.Slider
    assert (circles.minimum(), circles.value(), circles.maximum()) == (1, 5, 7)


def test_every_way_they_lie_looks_different(circles: TwoCircles) -> None:
    pictures = []
    for overlap in (None, 1, 2, 3, 4, 5, 6, 7):
        circles.show_overlap(overlap, "Maya " * 40, 3)
        pictures.append(circles.grab().toImage())
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])
