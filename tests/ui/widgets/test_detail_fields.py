"""The smaller fields of a moment: what is asked only when it makes sense, and how a folded part speaks."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Channel, Feeling, Response, WayBack, Word
from connect_desktop.ui.widgets.contact_fields import ContactFields
from connect_desktop.ui.widgets.day_field import DayField
from connect_desktop.ui.widgets.hurt_field import HurtField
from connect_desktop.ui.widgets.people_match import CircleChoice
from connect_desktop.ui.widgets.section import Section
from connect_desktop.ui.widgets.segmented import SegmentedChoice
from connect_desktop.ui.widgets.truth_field import TruthField
from connect_desktop.ui.widgets.words_field import WordsField

pytestmark = pytest.mark.usefixtures("themed")


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(600, 300)
    with qtbot.waitActive(widget):
        widget.show()


def chip(inside: QWidget, name: str) -> QCheckBox:
    return next(one for one in inside.findChildren(QCheckBox) if name in (one.accessibleName(), one.text()))


def choice(inside: QWidget, name: str) -> SegmentedChoice:
    return next(one for one in inside.findChildren(SegmentedChoice) if one.accessibleName() == name)


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


# --- said directly ---


def test_what_they_did_is_asked_only_when_something_was_said(qtbot: QtBot) -> None:
    field = TruthField()
    show(qtbot, field)
    field.set_name("Maya")
    response = choice(field, "What they did with it")
    assert not response.isVisible()
    click(qtbot, chip(field, "It hurts"))
    assert response.isVisible()
    assert "and Maya…" in [label.text() for label in field.findChildren(QLabel)]
    response.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert field.value() == ("hurts", Response.AWAY)
    assert field.summary() == "It hurts → moved away"
    click(qtbot, chip(field, "It hurts"))
    assert field.value() == (None, None)
    assert not response.isVisible()


def test_only_one_thing_is_said_and_it_may_be_in_ones_own_words(qtbot: QtBot) -> None:
    field = TruthField(["I need you"])
    show(qtbot, field)
    click(qtbot, chip(field, "I need you"))
    click(qtbot, chip(field, "I miss you"))
    assert field.value()[0] == "miss"
    qtbot.keyClicks(field.findChild(QLineEdit), "x" * 250)
    qtbot.keyClick(field.findChild(QLineEdit), Qt.Key.Key_Return)
    assert field.value()[0] == "x" * 200


# --- a hurt ---


def test_the_way_back_is_asked_only_after_a_hurt_and_its_day_only_after_a_way_back(qtbot: QtBot) -> None:
    field = HurtField()
    show(qtbot, field)
    field.set_day(date(2026, 11, 20))
    way, day = choice(field, "The way back"), field.findChild(DayField)
    assert not way.isVisible()
    qtbot.keyClick(chip(field, "There was a hurt"), Qt.Key.Key_Space)
    assert way.isVisible()
    assert field.values() == {"hurt": True, "way_back": None, "way_back_on": None}
    way.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    assert not day.isVisible()
    qtbot.keyClick(chip(field, "The day of the way back is known"), Qt.Key.Key_Space)
    assert day.isVisible()
    assert field.values() == {"hurt": True, "way_back": WayBack.BOTH, "way_back_on": date(2026, 11, 20)}
    assert field.summary() == "a hurt · we both · 20 November 2026"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    qtbot.keyClick(chip(field, "There was a hurt"), Qt.Key.Key_Space)
    assert field.values() == {"hurt": False, "way_back": None, "way_back_on": None}


def test_not_yet_has_no_day(qtbot: QtBot) -> None:
    field = HurtField()
    show(qtbot, field)
    field.set_values({"hurt": True, "way_back": WayBack.ME, "way_back_on": date(2026, 11, 22)})
    way = choice(field, "The way back")
    way.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    assert field.values() == {"hurt": True, "way_back": WayBack.NOT_YET, "way_back_on": None}


# --- words ---


def test_a_word_of_ones_own_asks_once_which_way_it_points(qtbot: QtBot) -> None:
    field = WordsField()
    show(qtbot, field)
    feeling = choice(field, "Which way the new word points")
    assert not feeling.isVisible()
    qtbot.keyClicks(field.findChild(QLineEdit), "homesick")
    qtbot.keyClick(field.findChild(QLineEdit), Qt.Key.Key_Return)
    assert feeling.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    assert field.added() == {"homesick": Feeling.TIGHT}
    assert field.value() == {"homesick"}
    field.set_own([Word(text="homesick", feeling=Feeling.TIGHT)])
    assert field.added() == {}
    assert field.value() == {"homesick"}
    assert not feeling.isVisible()


# --- how it happened ---


def test_how_it_happened_can_be_said_and_taken_back(qtbot: QtBot) -> None:
    field = ContactFields([CircleChoice("c", "Choir")])
    show(qtbot, field)
    minutes, circle = field.findChild(QSpinBox), field.findChild(QComboBox)
    assert field.values() == {"channel": None, "minutes": None, "circle": None}
    minutes.stepBy(2)
    assert field.values()["minutes"] == 10
    minutes.stepBy(-2)
    assert (field.values()["minutes"], field.summary()) == (0, "0 min")
    minutes.stepBy(-1)
    assert field.values()["minutes"] is None
    field.set_values({"channel": Channel.CALL, "minutes": 0, "circle": "c"})
    assert field.values() == {"channel": Channel.CALL, "minutes": 0, "circle": "c"}
    assert field.summary() == "call · 0 min · Choir"
    circle.setCurrentIndex(0)
    assert field.values()["circle"] is None


def test_without_circles_none_is_asked_for(qtbot: QtBot) -> None:
    field = ContactFields()
    show(qtbot, field)
    assert not field.findChild(QComboBox).isVisible()


# --- parts that fold ---


def test_a_part_folds_to_a_line_that_says_what_is_in_it(qtbot: QtBot) -> None:
    inside = QLineEdit()
    section = Section("note", "A note", inside, inside.text)
    show(qtbot, section)
    head = section.findChild(QPushButton)
    assert not inside.isVisible()
    with qtbot.waitSignal(section.toggled) as told:
        qtbot.keyClick(head, Qt.Key.Key_Space)
    assert told.args == ["note", True]
    assert inside.isVisible()
    inside.setText("Soup")
    section.open(False)
    said = QAccessible.queryAccessibleInterface(head)
    assert said.text(QAccessible.Text.Name) == "A note: Soup"
    assert said.text(QAccessible.Text.Description).startswith("folded")
    assert said.role() == QAccessible.Role.Button
