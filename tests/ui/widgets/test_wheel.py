import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QTimeEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.ui.widgets.wheel import leave_wheel

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """A page longer than its window, with a time at its top."""
    found, inside = QScrollArea(), QWidget()
    down = QVBoxLayout(inside)
    field = QTimeEdit()
    leave_wheel(field)
    down.addWidget(field)
    down.addSpacing(2000)
    found.setWidget(inside)
    found.resize(300, 200)
    qtbot.addWidget(found)
    with qtbot.waitActive(found):
        found.show()
    found.setFocus()
    return found


def turn(area: QScrollArea, over: QWidget) -> None:
    at = QPointF(over.mapTo(area, over.rect().center()))
    QTest.wheelEvent(area.windowHandle(), at, QPoint(0, -120))


def test_the_wheel_scrolls_the_page_and_leaves_an_answer_alone(area: QScrollArea) -> None:
    field = area.findChild(QTimeEdit)
    before = field.time()
    turn(area, field)
    assert field.time() == before
    assert area.verticalScrollBar().value() > 0


def test_it_turns_the_answer_that_was_gone_into(area: QScrollArea) -> None:
    field = area.findChild(QTimeEdit)
    field.setTime(field.time().addSecs(3600 * 6))
    field.setFocus()
    before = field.time()
    turn(area, field)
    assert field.time() != before
    assert area.verticalScrollBar().value() == 0
