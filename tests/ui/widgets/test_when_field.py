from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTimeEdit
from pytestqt.qtbot import QtBot

from connect_desktop.ui.widgets.calendar import Calendar
from connect_desktop.ui.widgets.when_field import WhenField
from connect_desktop.ui.widgets.when_popup import WhenPopup

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def field(qtbot: QtBot, now: datetime) -> WhenField:
    made = WhenField()
    qtbot.addWidget(made)
    made.set_now(now)
    with qtbot.waitActive(made):
        made.show()
    return made


def line(popup: WhenPopup) -> QLineEdit:
    return next(one for one in popup.findChildren(QLineEdit) if one.accessibleName() == "When, in words")


def press(popup: WhenPopup, text: str, qtbot: QtBot) -> None:
    button = next(one for one in popup.findChildren(QPushButton) if one.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_unless_told_it_is_just_now(field: WhenField) -> None:
    assert field.value() is None
    assert field.text() == "just now ▾"
    assert field.accessibleName() == "When: just now"


def test_typing_and_enter_choose(field: WhenField, qtbot: QtBot, now: datetime) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Space)
    popup = field.findChild(WhenPopup)
    assert popup is not None
    qtbot.keyClicks(line(popup), "yesterday 19:30")
    assert popup.told() == "Saturday, 21 November 2026, 19:30"
    with qtbot.waitSignal(field.changed) as told:
        qtbot.keyClick(line(popup), Qt.Key.Key_Return)
    meant = now.replace(day=21, hour=19, minute=30)
    assert (told.args, field.value(), field.text()) == ([meant], meant, "yesterday 19:30 ▾")
    assert not popup.isVisible()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("today 23:00", "That is still ahead. A moment is logged once it has happened."),
        ("3 nov 1700", "That is too long ago; the year must be 1900 or later."),
        ("soup", "Not understood yet. Try “yesterday 19:30”."),
    ],
)
def test_what_cannot_be_is_said_and_not_taken(
    field: WhenField, qtbot: QtBot, typed: str, sentence: str
) -> None:
    popup = field.open()
    qtbot.keyClicks(line(popup), typed)
    with qtbot.assertNotEmitted(field.changed):
        qtbot.keyClick(line(popup), Qt.Key.Key_Return)
    assert popup.told() == sentence
    assert popup.isVisible()
    assert field.value() is None


def test_calendar_and_clock_choose(field: WhenField, qtbot: QtBot, now: datetime) -> None:
    popup = field.open()
    calendar, clock = popup.findChild(Calendar), popup.findChild(QTimeEdit)
    assert calendar is not None
    assert clock is not None
    calendar.setFocus()
    qtbot.keyClick(calendar.findChild(object, "qt_calendar_calendarview"), Qt.Key.Key_Left)
    clock.setFocus()
    qtbot.keyClicks(clock, "0805")
    press(popup, "Use this time", qtbot)
    assert field.value() == now.replace(day=21, hour=8, minute=5)


def test_the_calendar_follows_what_is_typed_and_clears_it_when_it_leads(
    field: WhenField, qtbot: QtBot, now: datetime
) -> None:
    popup = field.open()
    qtbot.keyClicks(line(popup), "fri 22:40")
    calendar = popup.findChild(Calendar)
    assert calendar is not None
    assert calendar.value() == (now - timedelta(days=2)).date()
    qtbot.keyClick(calendar.findChild(object, "qt_calendar_calendarview"), Qt.Key.Key_Left)
    assert line(popup).text() == ""
    assert popup.told() == "Thursday, 19 November 2026, 22:40"


def test_a_day_ahead_cannot_be_picked(field: WhenField, now: datetime) -> None:
    calendar = field.open().findChild(Calendar)
    assert calendar is not None
    assert calendar.maximumDate().toPython() == now.date()


def test_quick_ways(field: WhenField, qtbot: QtBot, now: datetime) -> None:
    popup = field.open()
    press(popup, "yesterday evening", qtbot)
    assert popup.told() == "Saturday, 21 November 2026, 20:00"
    press(popup, "earlier today", qtbot)
    assert popup.told() == "Sunday, 22 November 2026, 19:00"
    press(popup, "Use this time", qtbot)
    assert field.value() == now.replace(hour=19, minute=0)
    with qtbot.waitSignal(field.changed) as told:
        press(field.open(), "just now", qtbot)
    assert (told.args, field.value()) == ([None], None)


def test_escape_changes_nothing(field: WhenField, qtbot: QtBot, now: datetime) -> None:
    field.set_value(now - timedelta(days=3))
    popup = field.open()
    qtbot.keyClicks(line(popup), "yesterday")
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert field.value() == now - timedelta(days=3)


def test_taking_the_present_is_just_now(field: WhenField, qtbot: QtBot, now: datetime) -> None:
    field.set_value(now - timedelta(days=1))
    popup = field.open()
    qtbot.keyClicks(line(popup), "now")
    qtbot.keyClick(line(popup), Qt.Key.Key_Return)
    assert field.value() is None


def test_opening_what_was_chosen_and_taking_it_keeps_it(
    field: WhenField, qtbot: QtBot, now: datetime
) -> None:
    chosen = now.replace(day=3, hour=7, minute=5, second=41)
    field.set_value(chosen)
    popup = field.open()
    with qtbot.assertNotEmitted(field.changed):
        press(popup, "Use this time", qtbot)
    assert field.value() == chosen


def test_showing_a_value_tells_nobody(field: WhenField, qtbot: QtBot, now: datetime) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.set_value(now.replace(day=3))
    assert field.text() == "3 Nov 21:14 ▾"


def test_it_opens_inside_the_screen(field: WhenField) -> None:
    room = field.screen().availableGeometry()
    field.move(room.right() - 10, room.bottom() - 10)
    assert room.contains(field.open().geometry())
