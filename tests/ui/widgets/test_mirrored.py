"""A window that is read from the right is the same the other way round."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.domain import Person
from connect_desktop.ui.widgets.page_scroll import PageScroll
from connect_desktop.ui.widgets.person_head import PersonHead
from connect_desktop.ui.widgets.row_ground import leading, trailing


@pytest.fixture(autouse=True)
def mirrored(themed: QApplication) -> Iterator[None]:
    themed.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    themed.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_what_is_painted_in_a_row_begins_at_the_right_whatever_the_painter_does() -> None:
    option = QStyleOptionViewItem()
    option.direction = Qt.LayoutDirection.RightToLeft
    absolute = Qt.AlignmentFlag.AlignAbsolute
    assert leading(option) == Qt.AlignmentFlag.AlignRight | absolute
    assert trailing(option) == Qt.AlignmentFlag.AlignLeft | absolute


def test_a_page_leaves_the_room_of_its_scroll_bar_at_the_left(qtbot: QtBot) -> None:
    page = PageScroll(QMargins(32, 24, 32, 20))
    qtbot.addWidget(page)
    inside = QWidget()
    inside.setMinimumHeight(1000)
    page.column.addWidget(inside)
    page.resize(400, 300)
    page.show()
    qtbot.waitUntil(lambda: page.column.contentsMargins().left() < 32)
    assert page.column.contentsMargins().right() == 32


def test_the_buttons_of_a_person_stand_beside_a_short_name(qtbot: QtBot) -> None:
    head = PersonHead()
    qtbot.addWidget(head)
    head.resize(640, 60)
    head.show()
    head.show_person(Person(name="Mia"), "friend")
    (export,) = (button for button in head.findChildren(QPushButton) if "PDF" in button.text())
    name = next(part for part in head.children() if getattr(part, "text", str)() == "Mia")
    qtbot.waitUntil(lambda: export.mapTo(head, export.rect().center()).y() < name.geometry().bottom())
    assert export.mapTo(head, export.rect().topRight()).x() < name.geometry().left()
