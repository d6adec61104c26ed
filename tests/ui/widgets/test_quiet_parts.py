"""Cards, empty states, elided lines and key caps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.empty_state import EmptyState
from connect_desktop.ui.widgets.key_hint import KeyHint

pytestmark = pytest.mark.usefixtures("themed")


def test_an_empty_state_offers_the_first_step(qtbot: QtBot) -> None:
    empty = EmptyState("Nobody yet", "People you add appear here.", "Add a person")
    qtbot.addWidget(empty)
    empty.show()
    assert (empty.accessibleName(), empty.accessibleDescription()) == (
        "Nobody yet",
        "People you add appear here.",
    )
    button = empty.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    empty.say("Nobody by that name", "Try fewer letters.")
    assert not button.isVisible()
    assert "Try fewer letters." in [label.text() for label in empty.findChildren(QLabel)]


def test_the_focus_on_an_empty_state_is_on_its_first_step(qtbot: QtBot) -> None:
    empty = EmptyState("Nobody yet", "People you add appear here.", "Add a person")
    qtbot.addWidget(empty)
    with qtbot.waitActive(empty):
        empty.show()
    empty.setFocus()
    qtbot.waitUntil(empty.findChild(QPushButton).hasFocus)


def test_lines_of_an_empty_state_stay_short_in_a_wide_window(qtbot: QtBot) -> None:
    empty = EmptyState("Nobody yet", "People you add appear here, " * 8)
    qtbot.addWidget(empty)
    empty.resize(1600, 400)
    empty.show()
    widest = max(label.width() for label in empty.findChildren(QLabel))
    assert widest <= empty.fontMetrics().averageCharWidth() * 75
    assert all(
        abs(label.mapTo(empty, label.rect().center()).x() - 800) < 3 for label in empty.findChildren(QLabel)
    )


def test_a_long_line_ends_in_dots_and_tells_the_rest(qtbot: QtBot) -> None:
    label = ElidedLabel("Bartholomew " * 16)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.elided()
    assert label.toolTip().count("Bartholomew") == 16
    assert label.minimumSizeHint().width() < 120
    label.setText("Tom")
    assert not label.elided()
    assert label.toolTip() == ""


def test_a_line_is_one_line_and_plain(qtbot: QtBot) -> None:
    label = ElidedLabel("<b>two</b>\nlines")
    qtbot.addWidget(label)
    assert label.text() == "<b>two</b> lines"
    label.resize(30, 20)
    label.show()
    assert "&lt;b&gt;" in label.toolTip()


def test_a_line_can_ask_for_no_more_than_some_letters(qtbot: QtBot) -> None:
    label = ElidedLabel("Bartholomew " * 16, most=14)
    qtbot.addWidget(label)
    assert label.sizeHint().width() == label.fontMetrics().averageCharWidth() * 14


def test_a_card_names_what_it_holds(qtbot: QtBot) -> None:
    card = Card("This week")
    qtbot.addWidget(card)
    inside = QLabel("three moments")
    card.column.addWidget(inside)
    card.show()
    assert card.accessibleName() == "This week"
    assert inside.isVisible()
    card.set_heading("")
    assert [label.text() for label in card.findChildren(QLabel) if label.isVisible()] == ["three moments"]


def test_keys_are_written_as_the_system_writes_them(qtbot: QtBot) -> None:
    hint = KeyHint("Ctrl+Shift+L")
    qtbot.addWidget(hint)
    assert hint.text() in ("Ctrl Shift L", "⇧⌘L")
    assert hint.accessibleName().startswith("Keys: ")
