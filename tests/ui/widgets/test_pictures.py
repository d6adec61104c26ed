"""Avatars, sparklines and bars: what is painted, and what is said of it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from connect_desktop.charts.palette import DARK, LIGHT, Palette
from connect_desktop.ui.widgets.avatar import Avatar, first_letter, paint_avatar
from connect_desktop.ui.widgets.spark import paint_reach_bar, paint_spark

pytestmark = pytest.mark.usefixtures("themed")


def drawn(paint: Callable[[QPainter, QRectF], None], palette: Palette = LIGHT) -> QImage:
    image = QImage(120, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.surface))
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, 120, 30))
    painter.end()
    return image


def inked(image: QImage, colour: str) -> list[tuple[int, int]]:
    wanted = QColor(colour)
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == wanted
    ]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Maya", "M"), ("maya", "M"), ("  élan", "É"), ("مريم", "م"), ("李", "李"), ("ßara", "ß"), ("", "?"),
        ("  ", "?"),
        ("👩‍👧 Mum", "👩‍👧"), ("🇩🇪", "🇩🇪"), ("e\u0301va", "E\u0301"), ("\u200fרות", "ר"), ("नी", "नी"),
    ],
)  # fmt: skip
def test_the_first_letter_is_what_a_reader_sees_first(name: str, letter: str) -> None:
    assert first_letter(name) == letter


def test_an_avatar_has_the_persons_colour(qtbot: QtBot) -> None:
    avatar = Avatar("Maya", 3, size=40)
    qtbot.addWidget(avatar)
    assert avatar.grab().toImage().pixelColor(20, 3) == QColor(LIGHT.people[3])
    avatar.set_person("Daniel", 0)
    assert avatar.grab().toImage().pixelColor(20, 3) == QColor(LIGHT.people[0])


def test_a_colour_outside_the_twelve_is_still_a_colour() -> None:
    image = drawn(lambda painter, rect: paint_avatar(painter, rect, "Maya", 99, LIGHT))
    assert image.pixelColor(60, 2) == QColor(LIGHT.people[99 % 12])


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_easier_lies_above_tighter(palette: Palette) -> None:
    def height(body: list[int]) -> float:
        image = drawn(lambda painter, rect: paint_spark(painter, rect, body, palette), palette)
        places = inked(image, palette.accent)
        return sum(y for _, y in places) / len(places)

    assert height([3, 3, 3]) < height([0, 0, 0]) < height([-3, -3, -3])


def test_one_answer_is_a_dot_and_none_is_nothing() -> None:
    one = drawn(lambda painter, rect: paint_spark(painter, rect, [2], LIGHT))
    assert 10 < len(inked(one, LIGHT.accent)) < 60
    none = drawn(lambda painter, rect: paint_spark(painter, rect, [], LIGHT))
    assert len(inked(none, LIGHT.surface)) == 120 * 30


@pytest.mark.parametrize(("me", "them"), [(31, 6), (5, 5), (1, 9)])
def test_the_bar_is_shared_as_the_reaching_is(me: int, them: int) -> None:
    image = drawn(lambda painter, rect: paint_reach_bar(painter, rect, me, them, LIGHT))
    mine = {x for x, y in inked(image, LIGHT.you) if y == 15}
    assert len(mine) == pytest.approx(120 * me / (me + them), abs=4)
    assert min(mine) < 3


def test_their_side_is_striped_as_well_as_coloured() -> None:
    image = drawn(lambda painter, rect: paint_reach_bar(painter, rect, 0, 5, LIGHT))
    assert len({image.pixelColor(x, 15).name() for x in range(10, 50)}) == 2
    mine = drawn(lambda painter, rect: paint_reach_bar(painter, rect, 5, 0, LIGHT))
    assert len({mine.pixelColor(x, 15).name() for x in range(10, 50)}) == 1


def test_where_reading_runs_right_to_left_your_side_is_the_right_one() -> None:
    def paint(painter: QPainter, rect: QRectF) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        paint_reach_bar(painter, rect, 1, 3, LIGHT)

    assert min(x for x, _ in inked(drawn(paint), LIGHT.you)) > 80


def test_nobody_reaching_is_an_empty_bar() -> None:
    image = drawn(lambda painter, rect: paint_reach_bar(painter, rect, 0, 0, LIGHT))
    assert inked(image, LIGHT.you) == inked(image, LIGHT.they) == []
