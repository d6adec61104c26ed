import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Gift
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.gifts import GiftGrid

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def grid(qtbot: QtBot) -> GiftGrid:
    made = GiftGrid("Daniel")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def box(grid: GiftGrid, name: str) -> QCheckBox:
    return next(one for one in grid.findChildren(QCheckBox) if one.accessibleName() == name)


def test_each_gift_can_be_given_by_either(grid: GiftGrid, qtbot: QtBot) -> None:
    for name in ("You: Asked and listened", "Daniel: Helped or supported"):
        with qtbot.waitSignal(grid.changed):
            box(grid, name).click()
    assert grid.value() == ({Gift.LISTENED}, {Gift.HELPED})


@pytest.mark.parametrize("gift", list(Gift))
def test_what_was_given_comes_back_and_nobody_is_told(grid: GiftGrid, qtbot: QtBot, gift: Gift) -> None:
    with qtbot.assertNotEmitted(grid.changed):
        grid.set_value((frozenset({gift}), frozenset(Gift)))
    assert grid.value() == ({gift}, set(Gift))


def test_arrows_walk_the_grid_and_space_checks(grid: GiftGrid, qtbot: QtBot) -> None:
    box(grid, "You: Asked and listened").setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert grid.value() == (set(), {Gift.SHARED})


def test_where_reading_runs_right_to_left_so_do_the_arrows(grid: GiftGrid, qtbot: QtBot) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box(grid, "You: Asked and listened").setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Space):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert grid.value() == (set(), {Gift.LISTENED})


def test_the_other_column_is_theirs_by_name(grid: GiftGrid) -> None:
    grid.set_value(({Gift.SHARED}, {Gift.LISTENED}))
    grid.set_name("Maya")
    assert box(grid, "Maya: Asked and listened").isChecked()
    assert grid.value() == ({Gift.SHARED}, {Gift.LISTENED})


def test_the_mark_of_the_focus_is_whole(grid: GiftGrid) -> None:
    one = box(grid, "You: Asked and listened")
    one.setFocus()
    image = one.grab().toImage()
    low, middle = image.height() - 1, 8
    edges = [image.pixelColor(middle, y) for y in (0, 1, low - 1, low)]
    assert edges == [QColor(theme.palette().ink)] * 4


def test_a_long_name_does_not_push_the_grid_apart(grid: GiftGrid) -> None:
    before = grid.sizeHint().width()
    grid.set_name("Bartholomew " * 16)
    assert grid.sizeHint().width() < before + 150


def test_a_screen_reader_hears_a_named_group(grid: GiftGrid) -> None:
    group = QAccessible.queryAccessibleInterface(grid)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "What each gave"
