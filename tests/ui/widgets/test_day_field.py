from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from connect_desktop.ui.widgets.day_field import DayField

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    made = DayField("Day")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_day_comes_back_and_nobody_is_told(field: DayField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.set_value(date(2024, 2, 29))
    assert field.value() == date(2024, 2, 29)
    assert field.text() == "29 Feb 2024"


def test_a_key_changes_it_and_tells(field: DayField, qtbot: QtBot) -> None:
    field.set_value(date(2024, 2, 10))
    with qtbot.waitSignal(field.changed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert told.args == [date(2024, 2, 11)]


def test_a_year_no_record_can_hold_cannot_be_chosen(field: DayField) -> None:
    field.set_value(date(2999, 1, 1))
    assert field.value().year <= 2200
