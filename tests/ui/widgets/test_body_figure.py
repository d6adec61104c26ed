import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Hold, Place
from connect_desktop.ui.widgets.body_figure import BodyFigure

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def figure(qtbot: QtBot) -> BodyFigure:
    made = BodyFigure()
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    with qtbot.waitActive(made):
        made.show()
    return made


def place(figure: BodyFigure, name: str) -> QAbstractButton:
    return next(one for one in figure.findChildren(QAbstractButton) if one.accessibleName().startswith(name))


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_a_click_goes_from_nothing_to_tight_to_loose_and_back(figure: BodyFigure, qtbot: QtBot) -> None:
    found = []
    for _ in range(3):
        with qtbot.waitSignal(figure.changed):
            qtbot.mouseClick(place(figure, "throat"), Qt.MouseButton.LeftButton)
        found.append(figure.value())
    assert found == [{Place.THROAT: Hold.TIGHT}, {Place.THROAT: Hold.LOOSE}, {}]


def test_arrows_walk_the_places_and_space_or_enter_goes_round(figure: BodyFigure, qtbot: QtBot) -> None:
    figure.setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert figure.value() == {Place.SHOULDERS: Hold.LOOSE}
    press(qtbot, *[Qt.Key.Key_Right] * 9, Qt.Key.Key_Space)
    assert figure.value() == {Place.SHOULDERS: Hold.LOOSE, Place.HANDS: Hold.TIGHT}
    press(qtbot, *[Qt.Key.Key_Up] * 9, Qt.Key.Key_Space, Qt.Key.Key_Backspace)
    assert Place.JAW not in figure.value()


def test_tab_stops_once_where_one_was_last(figure: BodyFigure, qtbot: QtBot) -> None:
    qtbot.mouseClick(place(figure, "chest"), Qt.MouseButton.LeftButton)
    stops = [
        one for one in figure.findChildren(QAbstractButton) if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [place(figure, "chest")]


def test_where_reading_runs_right_to_left_the_arrows_do_too(figure: BodyFigure, qtbot: QtBot) -> None:
    figure.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    figure.setFocus()
    press(qtbot, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert figure.value() == {Place.THROAT: Hold.TIGHT}


def test_showing_places_tells_nobody(figure: BodyFigure, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(figure.changed):
        figure.set_value({Place.JAW: Hold.TIGHT})
    assert figure.value() == {Place.JAW: Hold.TIGHT}


def test_a_screen_reader_hears_each_place_with_its_state(figure: BodyFigure) -> None:
    figure.set_value({Place.JAW: Hold.TIGHT, Place.HANDS: Hold.LOOSE})
    group = QAccessible.queryAccessibleInterface(figure)
    assert group.text(QAccessible.Text.Name) == "Where in the body"
    said = [group.child(n).text(QAccessible.Text.Name) for n in range(group.childCount())]
    assert said == [
        "jaw: tight", "throat: nothing", "shoulders: nothing", "chest: nothing", "stomach: nothing",
        "hands: loose",
    ]  # fmt: skip
    assert group.child(0).role() == QAccessible.Role.Button


def test_tight_and_loose_differ_by_shape_and_every_word_is_inside(figure: BodyFigure) -> None:
    pictures = []
    for hold in (None, Hold.TIGHT, Hold.LOOSE):
        figure.set_value({Place.CHEST: hold} if hold else {})
        pictures.append(figure.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    assert all(figure.rect().contains(one.geometry()) for one in figure.findChildren(QAbstractButton))
