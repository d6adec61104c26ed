import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from connect_desktop.ui.widgets.chips import Chip, ChipChoice

pytestmark = pytest.mark.usefixtures("themed")

WORDS = [
    Chip("warmer", "warmer", "easy"),
    Chip("tense", "tense", "tight"),
    Chip("hungry", "hungry for a response", "tight"),
    Chip("odd", "odd"),
]


@pytest.fixture
def choice(qtbot: QtBot) -> ChipChoice:
    made = ChipChoice(WORDS, name="Afterwards", own_words=True)
    qtbot.addWidget(made)
    made.resize(700, 60)
    with qtbot.waitActive(made):
        made.show()
    return made


def chips(choice: ChipChoice) -> list[QCheckBox]:
    shown = [one for one in choice.findChildren(QCheckBox) if one.isVisible()]
    return sorted(shown, key=lambda one: (one.y(), one.x()))


def names(choice: ChipChoice) -> list[str]:
    return [chip.accessibleName() for chip in chips(choice)]


def own_words(choice: ChipChoice) -> QLineEdit:
    found = choice.findChild(QLineEdit)
    assert found is not None
    return found


def test_any_number_can_be_chosen(choice: ChipChoice, qtbot: QtBot) -> None:
    for chip in (chips(choice)[0], chips(choice)[2]):
        with qtbot.waitSignal(choice.changed):
            qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert choice.value() == {"warmer", "hungry"}
    qtbot.mouseClick(chips(choice)[0], Qt.MouseButton.LeftButton)
    assert choice.value() == {"hungry"}


def test_arrows_walk_and_space_chooses(choice: ChipChoice, qtbot: QtBot) -> None:
    choice.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert choice.value() == {"tense"}


def test_tab_stops_once_and_then_at_the_words_of_ones_own(choice: ChipChoice, qtbot: QtBot) -> None:
    chips(choice)[2].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert own_words(choice).hasFocus()
    qtbot.keyClick(own_words(choice), Qt.Key.Key_Backtab)
    assert chips(choice)[2].hasFocus()


def test_showing_values_tells_nobody_and_keeps_unknown_words(choice: ChipChoice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.changed):
        choice.set_value({"tense", "a word from long ago"})
    assert choice.value() == {"tense", "a word from long ago"}
    assert "a word from long ago" in names(choice)


def test_a_word_of_ones_own_is_chosen_and_told(choice: ChipChoice, qtbot: QtBot) -> None:
    qtbot.keyClicks(own_words(choice), "  quite   numb ")
    with qtbot.waitSignal(choice.changed), qtbot.waitSignal(choice.added) as told:
        qtbot.keyClick(own_words(choice), Qt.Key.Key_Return)
    assert told.args == ["quite numb"]
    assert choice.value() == {"quite numb"}
    assert own_words(choice).text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape])
def test_a_word_that_was_typed_is_not_lost_by_leaving_it(
    choice: ChipChoice, qtbot: QtBot, key: Qt.Key
) -> None:
    own_words(choice).setFocus()
    qtbot.keyClicks(own_words(choice), "numb")
    with qtbot.waitSignal(choice.added):
        qtbot.keyClick(own_words(choice), key)
    assert (choice.value(), own_words(choice).text()) == ({"numb"}, "")


def test_a_word_that_is_there_is_chosen_and_not_added(choice: ChipChoice, qtbot: QtBot) -> None:
    qtbot.keyClicks(own_words(choice), "Hungry for a response")
    with qtbot.assertNotEmitted(choice.added):
        qtbot.keyClick(own_words(choice), Qt.Key.Key_Return)
    assert choice.value() == {"hungry"}


def test_nothing_typed_adds_nothing(choice: ChipChoice, qtbot: QtBot) -> None:
    qtbot.keyClicks(own_words(choice), "   ")
    with qtbot.assertNotEmitted(choice.added):
        qtbot.keyClick(own_words(choice), Qt.Key.Key_Return)
    assert len(chips(choice)) == len(WORDS)


def test_other_chips_keep_what_is_chosen(choice: ChipChoice) -> None:
    choice.set_value({"warmer", "odd"})
    choice.set_chips(WORDS[:2])
    assert choice.value() == {"warmer", "odd"}
    assert names(choice) == ["warmer", "tense", "odd"]


def test_offered_the_same_once_more_what_has_the_focus_keeps_it(choice: ChipChoice) -> None:
    chips(choice)[1].setFocus()
    choice.set_chips(list(WORDS))
    assert chips(choice)[1].hasFocus()


def test_chosen_chips_differ_by_shape_and_kind(choice: ChipChoice) -> None:
    easy, tight = chips(choice)[0], chips(choice)[1]
    plain = easy.grab().toImage()
    choice.set_value({"warmer", "tense"})
    ground = {chip: chip.grab().toImage().pixelColor(chip.width() // 2, 4).name() for chip in (easy, tight)}
    assert ground[easy] != ground[tight]
    assert easy.grab().toImage() != plain


def test_a_narrow_place_takes_more_lines_in_reading_order(choice: ChipChoice) -> None:
    choice.resize(240, choice.heightForWidth(240))
    assert names(choice) == [chip.label for chip in WORDS]
    assert len({chip.y() for chip in chips(choice)}) > 1
    assert all(choice.rect().contains(chip.geometry()) for chip in chips(choice))


def test_where_reading_runs_right_to_left_chips_begin_at_the_right(choice: ChipChoice) -> None:
    choice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    choice.resize(701, 60)
    assert chips(choice)[-1].accessibleName() == "warmer"
    assert chips(choice)[-1].geometry().right() == 700


def test_a_long_word_stays_inside_and_is_told_whole(choice: ChipChoice) -> None:
    word = "x" * 60
    choice.add_chip(Chip(word, word))
    choice.resize(200, choice.heightForWidth(200))
    chip = next(one for one in chips(choice) if one.accessibleName() == word)
    chip.grab()
    assert chip.geometry().right() < 200
    assert word in chip.toolTip()


def test_a_screen_reader_hears_check_boxes_in_a_named_group(choice: ChipChoice) -> None:
    choice.set_value({"tense"})
    assert QAccessible.queryAccessibleInterface(choice).text(QAccessible.Text.Name) == "Afterwards"
    chip = QAccessible.queryAccessibleInterface(chips(choice)[1])
    assert (chip.role(), chip.text(QAccessible.Text.Name)) == (QAccessible.Role.CheckBox, "tense")
    assert chip.state().checked
