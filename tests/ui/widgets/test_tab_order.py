"""The way of Tab through what was made later, and what becomes of what it goes by."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from connect_desktop.ui.widgets.tab_order import in_order, keep_together, put_before


class Window(QWidget):
    """Three lines, one of them in a scroll area, and two buttons made at last."""

    def __init__(self) -> None:
        super().__init__()
        down = QVBoxLayout(self)
        self.first = QLineEdit()
        self.area = QScrollArea()
        self.inside = QLineEdit()
        self.last = QLineEdit()
        self.area.setWidget(self.inside)
        self.late = QWidget()
        self.buttons = [QPushButton(name, self.late) for name in "ab"]
        for part in (self.first, self.area, self.last, self.late):
            down.addWidget(part)

    def walked(self) -> list[QWidget]:
        """Return where Tab comes from the first line on."""
        self.first.setFocus()
        found = [self.first]
        while self.focusNextPrevChild(True) and self.focusWidget() is not self.first:
            found.append(self.focusWidget())
        return [one for one in found if one is not self.area]


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_what_was_made_last_comes_where_it_is_put(window: Window) -> None:
    a, b = window.buttons
    assert window.walked() == [window.first, window.inside, window.last, a, b]
    put_before(window.late, window.inside)
    assert window.walked() == [window.first, a, b, window.inside, window.last]
    in_order([window.first, window.last, window.late])
    assert window.walked() == [window.first, window.last, a, b, window.inside]
    keep_together(window.late, [b, a])
    assert window.walked() == [window.first, window.last, b, a, window.inside]


def test_the_inside_of_a_scroll_area_outlives_what_tab_comes_from(window: Window) -> None:
    viewport = window.inside.parentWidget()
    put_before(window.late, window.area)
    in_order([window.late, window.area])
    for button in window.buttons:
        delete(button)
    assert isValid(viewport)
