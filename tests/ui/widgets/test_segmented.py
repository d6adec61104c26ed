import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from connect_desktop.ui.widgets.segmented import SegmentedChoice

pytestmark = pytest.mark.usefixtures("themed")

OPTIONS = [("a", "Not at all"), ("b", "Barely"), ("c", "In part"), ("d", "Mostly")]


@pytest.fixture
def choice(qtbot: QtBot) -> SegmentedChoice:
    made = SegmentedChoice(OPTIONS, name="Were you met?", clearable=True)
    qtbot.addWidget(made)
    made.resize(600, 40)
    with qtbot.waitActive(made):
        made.show()
    return made


def segments(choice: SegmentedChoice) -> list[QRadioButton]:
    shown = [one for one in choice.findChildren(QRadioButton) if one.isVisible()]
    return sorted(shown, key=lambda one: (one.y(), one.x()))


def checked(choice: SegmentedChoice) -> list[str]:
    return [one.accessibleName() for one in segments(choice) if one.isChecked()]


def test_a_click_chooses_and_the_same_again_clears(choice: SegmentedChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.changed) as told:
        qtbot.mouseClick(segments(choice)[1], Qt.MouseButton.LeftButton)
    assert (told.args, choice.value(), checked(choice)) == (["b"], "b", ["Barely"])
    with qtbot.waitSignal(choice.changed) as told:
        qtbot.mouseClick(segments(choice)[1], Qt.MouseButton.LeftButton)
    assert (told.args, choice.value(), checked(choice)) == ([None], None, [])


def test_what_must_be_answered_is_not_cleared(qtbot: QtBot) -> None:
    choice = SegmentedChoice(OPTIONS, name="Sort")
    qtbot.addWidget(choice)
    choice.resize(600, 40)
    choice.show()
    choice.set_value("b")
    for _ in range(2):
        qtbot.mouseClick(segments(choice)[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(choice, Qt.Key.Key_Backspace)
    assert choice.value() == "b"


def test_keys_walk_choose_and_clear(choice: SegmentedChoice, qtbot: QtBot) -> None:
    choice.setFocus()
    steps = [
        (Qt.Key.Key_Space, "a"),
        (Qt.Key.Key_Right, "b"),
        (Qt.Key.Key_Down, "c"),
        (Qt.Key.Key_End, "d"),
        (Qt.Key.Key_Right, "d"),
        (Qt.Key.Key_Left, "c"),
        (Qt.Key.Key_Home, "a"),
        (Qt.Key.Key_Backspace, None),
    ]
    for key, value in steps:
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert choice.value() == value


def test_where_reading_runs_right_to_left_so_do_segments_and_arrows(
    choice: SegmentedChoice, qtbot: QtBot
) -> None:
    choice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    choice.resize(601, 40)
    assert segments(choice)[-1].accessibleName() == "Not at all"
    choice.set_value("a")
    qtbot.keyClick(choice, Qt.Key.Key_Left)
    assert choice.value() == "b"


def test_showing_a_value_tells_nobody(choice: SegmentedChoice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.changed):
        choice.set_value("c")
        choice.set_value("not offered")
    assert choice.value() is None


def test_other_words_for_the_same_options_keep_the_choice_and_the_focus(choice: SegmentedChoice) -> None:
    choice.set_value("b")
    choice.setFocus()
    choice.set_options([(value, label + " at all times") for value, label in OPTIONS])
    assert (choice.value(), checked(choice)) == ("b", ["Barely at all times"])
    assert next(one for one in segments(choice) if one.isChecked()).hasFocus()


def test_other_options_drop_a_choice_that_is_gone(choice: SegmentedChoice) -> None:
    choice.set_value("d")
    choice.set_options(OPTIONS[:2])
    assert (choice.value(), len(segments(choice))) == (None, 2)


def test_a_narrow_place_takes_a_second_line(choice: SegmentedChoice) -> None:
    one = choice.heightForWidth(600)
    assert choice.heightForWidth(180) > one
    choice.resize(180, choice.heightForWidth(180))
    assert len({segment.y() for segment in segments(choice)}) > 1
    assert all(choice.rect().contains(segment.geometry()) for segment in segments(choice))


def test_a_long_name_stays_inside(choice: SegmentedChoice) -> None:
    choice.set_options([("me", "I did"), ("them", "Bartholomew " * 16 + "did")])
    assert choice.minimumSizeHint().width() < 400
    choice.resize(300, choice.heightForWidth(300))
    choice.grab()
    assert all(segment.geometry().right() < 300 for segment in segments(choice))


def test_tab_stops_once_at_the_choice(choice: SegmentedChoice) -> None:
    choice.set_value("c")
    stops = [one for one in segments(choice) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [one.accessibleName() for one in stops] == ["In part"]


def test_a_screen_reader_hears_a_named_group_of_choices(choice: SegmentedChoice) -> None:
    choice.set_value("a")
    group = QAccessible.queryAccessibleInterface(choice)
    assert group.text(QAccessible.Text.Name) == "Were you met?"
    one = QAccessible.queryAccessibleInterface(segments(choice)[0])
    assert one.role() == QAccessible.Role.RadioButton
    assert one.state().checked


def test_disabled_it_takes_no_answer(choice: SegmentedChoice, qtbot: QtBot) -> None:
    choice.setEnabled(False)
    qtbot.mouseClick(segments(choice)[0], Qt.MouseButton.LeftButton)
    assert choice.value() is None


def test_two_lines_are_about_as_long_as_one_another(choice: SegmentedChoice) -> None:
    one = choice.heightForWidth(2000)
    width = choice.sizeHint().width() - 1
    assert choice.heightForWidth(width) > one
    choice.resize(width, choice.heightForWidth(width))
    lines = [[one for one in segments(choice) if one.y() == y] for y in {one.y() for one in segments(choice)}]
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) <= 1, "no answer is left alone"
