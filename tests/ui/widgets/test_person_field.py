import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.ui.widgets.person_chip import PersonChip
from connect_desktop.ui.widgets.person_field import Choice, NewName, PersonField
from connect_desktop.ui.widgets.person_popup import PersonPopup

pytestmark = pytest.mark.usefixtures("themed")

DANIEL = Choice("d", "Daniel", "partner", 0)
MAYA = Choice("m", "Maya Lind", "friend", 1)
OTHER_MAYA = Choice("m2", "Maya Lind", "colleague", 2)
ZOE = Choice("z", "Zoë Müller", "family", 3)
TOMAS = Choice("t", "Tomáš Dan", "friend", 4)
MARYAM = Choice("a", "مريم الحسيني", "friend", 5)
EVERYONE = [MAYA, DANIEL, ZOE, TOMAS, MARYAM]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    down = QVBoxLayout(made)
    down.addWidget(PersonField())
    down.addWidget(QLineEdit())
    down.addStretch(1)
    made.resize(600, 500)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def field(window: QWidget) -> PersonField:
    found = window.findChild(PersonField)
    assert found is not None
    found.set_people(EVERYONE)
    found.focus_field()
    return found


def line(field: PersonField) -> QLineEdit:
    found = field.findChild(QLineEdit)
    assert found is not None
    return found


def type_text(field: PersonField, qtbot: QtBot, text: str) -> None:
    # Not key by key: keys carry no letters outside Latin-1.
    if text.isascii():
        qtbot.keyClicks(line(field), text)
    else:
        line(field).setText(text)
        line(field).textEdited.emit(text)


def chips(field: PersonField) -> list[PersonChip]:
    return sorted(field.findChildren(PersonChip), key=lambda chip: (chip.y(), chip.x()))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dan", [DANIEL, TOMAS]),
        ("DAN", [DANIEL, TOMAS]),
        ("zoe", [ZOE]),
        ("mull", [ZOE]),
        ("lin", [MAYA]),
        ("مريم", [MARYAM]),
        ("an", [DANIEL, TOMAS]),
        ("maya l", [MAYA]),
    ],
)
def test_letters_find_people_whatever_case_and_accents(
    field: PersonField, qtbot: QtBot, typed: str, found: list[Choice]
) -> None:
    type_text(field, qtbot, typed)
    assert field.offers() == [*found, NewName(typed)]


def test_beginnings_of_words_come_before_the_middle_and_the_recent_before_the_rest(
    field: PersonField, qtbot: QtBot
) -> None:
    ann, hannah, joan = Choice("1", "Joan Annis"), Choice("2", "Hannah"), Choice("3", "Ann")
    field.set_people([hannah, ann, joan])
    type_text(field, qtbot, "ann")
    assert field.offers() == [joan, ann, hannah]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_enter_or_tab_takes_the_first(field: PersonField, qtbot: QtBot, key: Qt.Key) -> None:
    type_text(field, qtbot, "da")
    with qtbot.waitSignals([field.changed, field.picked]):
        qtbot.keyClick(line(field), key)
    assert field.people() == [DANIEL]
    assert field.text() == ""
    assert field.offers() == []


def test_arrows_choose_another(field: PersonField, qtbot: QtBot) -> None:
    type_text(field, qtbot, "da")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(line(field), key)
    assert field.people() == [TOMAS]


def test_down_in_the_empty_line_offers_everyone(field: PersonField, qtbot: QtBot) -> None:
    assert field.offers() == []
    qtbot.keyClick(line(field), Qt.Key.Key_Down)
    assert field.offers() == EVERYONE


def test_a_new_name_is_taken_as_typed(field: PersonField, qtbot: QtBot) -> None:
    type_text(field, qtbot, "  Anna  Bell ")
    assert field.offers() == [NewName("Anna Bell")]
    qtbot.keyClick(line(field), Qt.Key.Key_Return)
    assert field.people() == [NewName("Anna Bell")]


def test_a_name_that_is_known_is_not_offered_as_new(field: PersonField, qtbot: QtBot) -> None:
    type_text(field, qtbot, "zoe muller")
    assert field.offers() == [ZOE]


def test_someone_chosen_is_not_offered_again(field: PersonField, qtbot: QtBot) -> None:
    field.set_chosen([DANIEL, NewName("Ana")])
    type_text(field, qtbot, "dan")
    assert field.offers() == [TOMAS, NewName("dan")]
    line(field).clear()
    type_text(field, qtbot, "ana")
    assert field.offers() == []


def test_a_comma_takes_one_and_goes_on(field: PersonField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.picked):
        qtbot.keyClicks(line(field), "dan,zo,")
    assert field.people() == [DANIEL, ZOE]
    with qtbot.waitSignal(field.picked):
        qtbot.keyClick(line(field), Qt.Key.Key_Return)


def test_backspace_in_the_empty_line_takes_out_the_last(field: PersonField, qtbot: QtBot) -> None:
    field.set_chosen([DANIEL, ZOE])
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(line(field), Qt.Key.Key_Backspace)
    assert field.people() == [DANIEL]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space])
def test_a_chip_is_reached_and_taken_out_by_keyboard(field: PersonField, qtbot: QtBot, key: Qt.Key) -> None:
    field.set_chosen([DANIEL, ZOE])
    qtbot.keyClick(line(field), Qt.Key.Key_Left)
    focused = QApplication.focusWidget()
    assert isinstance(focused, PersonChip)
    assert focused.accessibleName() == "Zoë Müller"
    qtbot.keyClick(focused, key)
    assert field.people() == [DANIEL]
    assert line(field).hasFocus()


def test_the_cross_of_a_chip_takes_out_and_its_name_does_not(field: PersonField, qtbot: QtBot) -> None:
    field.set_chosen([DANIEL])
    chip = chips(field)[0]
    middle = chip.height() // 2
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, middle))
    assert field.people() == [DANIEL]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, middle))
    assert field.people() == []


def test_escape_closes_the_list_and_keeps_what_is_typed(field: PersonField, qtbot: QtBot) -> None:
    type_text(field, qtbot, "da")
    qtbot.keyClick(line(field), Qt.Key.Key_Escape)
    assert field.offers() == []
    assert field.text() == "da"
    qtbot.keyClick(line(field), Qt.Key.Key_Return)
    assert field.offers()[0] == DANIEL


def test_leaving_takes_a_whole_name_and_keeps_a_part(
    field: PersonField, window: QWidget, qtbot: QtBot
) -> None:
    elsewhere = window.layout().itemAt(1).widget()
    type_text(field, qtbot, "daniel")
    elsewhere.setFocus()
    assert (field.people(), field.text(), field.offers()) == ([DANIEL], "", [])
    field.focus_field()
    type_text(field, qtbot, "zo")
    elsewhere.setFocus()
    assert (field.people(), field.text()) == ([DANIEL], "zo")


def test_a_whole_name_two_people_share_is_not_guessed(
    field: PersonField, window: QWidget, qtbot: QtBot
) -> None:
    field.set_people([MAYA, OTHER_MAYA])
    type_text(field, qtbot, "maya lind")
    window.layout().itemAt(1).widget().setFocus()
    assert field.people() == []


def test_tab_with_nothing_typed_goes_on(field: PersonField, window: QWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(line(field), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.layout().itemAt(1).widget()
    assert field.people() == []


def test_two_of_one_name_are_told_apart(field: PersonField) -> None:
    field.set_people([MAYA, OTHER_MAYA, DANIEL])
    field.set_chosen([OTHER_MAYA, DANIEL])
    assert [chip.accessibleName() for chip in chips(field)] == ["Maya Lind · colleague", "Daniel"]


def test_a_click_on_an_offer_takes_it(field: PersonField, window: QWidget, qtbot: QtBot) -> None:
    type_text(field, qtbot, "da")
    view = window.findChild(QListView)
    assert view is not None
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field.people() == [TOMAS]


def test_a_click_beside_the_list_closes_it(field: PersonField, window: QWidget, qtbot: QtBot) -> None:
    type_text(field, qtbot, "da")
    qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(300, 480))
    assert field.offers() == []


def test_the_list_stays_inside_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    down = QVBoxLayout(window)
    down.addStretch(1)
    field = PersonField()
    down.addWidget(field)
    window.resize(420, 300)
    with qtbot.waitActive(window):
        window.show()
    field.set_people([Choice(str(n), f"Ann {n}") for n in range(40)])
    field.focus_field()
    qtbot.keyClicks(line(field), "ann")
    popup = window.findChild(PersonPopup)
    assert popup is not None
    assert window.rect().contains(popup.geometry())
    assert popup.geometry().bottom() < field.y()


@pytest.mark.parametrize("name", ["x" * 200, "Bartholomew " * 16, "مريم " * 40])
def test_long_names_stay_inside_and_are_told_whole(field: PersonField, window: QWidget, name: str) -> None:
    field.set_chosen([NewName(name.strip())])
    window.grab()
    assert field.rect().contains(chips(field)[0].geometry())
    assert name.strip() in chips(field)[0].toolTip()


def test_names_with_markup_and_ampersands_are_shown_as_they_are(field: PersonField) -> None:
    field.set_chosen([NewName("<b>Tom</b> & Ann")])
    chip = chips(field)[0]
    assert chip.accessibleName() == "<b>Tom</b> & Ann, new"
    assert "&lt;b&gt;Tom&lt;/b&gt; &amp; Ann" in chip.toolTip()
    assert chip.shortcut().isEmpty()


def test_someone_renamed_or_gone_is_followed(field: PersonField, qtbot: QtBot) -> None:
    field.set_chosen([DANIEL, ZOE, NewName("Ana")])
    renamed = Choice("d", "Dan", "partner", 0)
    with qtbot.waitSignal(field.changed):
        field.set_people([renamed, MAYA])
    assert field.people() == [renamed, NewName("Ana")]


def test_someone_not_in_the_list_yet_stays(field: PersonField) -> None:
    field.set_chosen([OTHER_MAYA])
    field.set_people([DANIEL])
    assert field.people() == [OTHER_MAYA]


def test_clearing_leaves_nothing(field: PersonField, qtbot: QtBot) -> None:
    field.set_chosen([DANIEL])
    type_text(field, qtbot, "zo")
    field.clear()
    assert (field.people(), field.text(), field.offers()) == ([], "", [])


def test_a_thousand_people_are_searched(field: PersonField, qtbot: QtBot) -> None:
    field.set_people([Choice(str(n), f"Person {n}") for n in range(1000)])
    qtbot.keyClicks(line(field), "person 999")
    assert field.offers() == [Choice("999", "Person 999")]


def test_a_screen_reader_hears_who_is_chosen(field: PersonField) -> None:
    field.set_chosen([DANIEL, ZOE])
    heard = QAccessible.queryAccessibleInterface(line(field))
    assert heard.text(QAccessible.Text.Name) == "With"
    assert heard.text(QAccessible.Text.Description) == "Chosen: Daniel, Zoë Müller"
