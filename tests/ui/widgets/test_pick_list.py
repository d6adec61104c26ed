import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from connect_desktop.ui.widgets.pick_list import PickList

pytestmark = pytest.mark.usefixtures("themed")

ENTRIES = [("a", "Ana & Tom"), ("b", "Ben"), ("c", "Cleo")]


@pytest.fixture
def picked(qtbot: QtBot) -> PickList:
    made = PickList("People")
    qtbot.addWidget(made)
    made.show_entries(ENTRIES)
    made.show()
    return made


def press(qtbot: QtBot, picked: PickList, row: int) -> None:
    picked.view.setFocus()
    picked.view.setCurrentIndex(picked.view.model().index(row, 0))
    qtbot.keyClick(picked.view, Qt.Key.Key_Space)


def test_all_are_wanted_until_one_is_left_out(picked: PickList, qtbot: QtBot) -> None:
    assert (picked.chosen(), picked.summary()) == (None, "all 3")
    with qtbot.waitSignal(picked.changed):
        press(qtbot, picked, 1)
    assert (picked.chosen(), picked.summary()) == (("a", "c"), "2 of 3")
    press(qtbot, picked, 1)
    assert picked.chosen() is None


def test_none_and_all_at_once(picked: PickList) -> None:
    told: list[object] = []
    picked.changed.connect(lambda: told.append(picked.chosen()))
    picked.none.click()
    assert picked.summary() == "none of 3"
    picked.all.click()
    assert told == [(), None]


def test_what_was_left_out_stays_out_when_it_comes_back(picked: PickList, qtbot: QtBot) -> None:
    press(qtbot, picked, 2)
    picked.show_entries(ENTRIES[:2])
    assert picked.chosen() is None
    picked.show_entries(ENTRIES)
    assert picked.chosen() == ("a", "b")


def test_with_nothing_to_choose_from_it_says_so(picked: PickList) -> None:
    picked.show_entries([])
    assert picked.summary() == "none in these days"
    assert not picked.view.isVisible()
    assert picked.chosen() is None


def test_tab_goes_on(picked: PickList, qtbot: QtBot) -> None:
    picked.all.setFocus()
    for wanted in (picked.none, picked.view):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted
    assert picked.view.accessibleName() == "People"
