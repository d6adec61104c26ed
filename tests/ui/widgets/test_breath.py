from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from connect_desktop.charts.palette import DARK, LIGHT, Palette
from connect_desktop.domain.body import body_label
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.breath import BreathMark, BreathScale, in_lines, paint_breath, shape
from connect_desktop.ui.widgets.breath_shape import body_colour, rings
from connect_desktop.ui.widgets.colours import contrast, edge

pytestmark = pytest.mark.usefixtures("themed")

BODY = range(-3, 4)


@pytest.fixture
def scale(qtbot: QtBot) -> BreathScale:
    made = BreathScale()
    qtbot.addWidget(made)
    made.resize(900, made.heightForWidth(900))
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def moving(scale: BreathScale) -> Iterator[BreathScale]:
    theme.choose("light", still=False)
    yield scale
    theme.choose("light", still=True)


def cells(scale: BreathScale) -> list[QRadioButton]:
    return sorted(scale.findChildren(QRadioButton), key=lambda cell: cell.x())


def drawn(value: float | None, palette: Palette, side: int = 60) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.surface))
    painter = QPainter(image)
    paint_breath(painter, QRectF(0, 0, side, side), value, palette)
    painter.end()
    return image


@pytest.mark.parametrize(("key", "value"), [(Qt.Key.Key_1, -3), (Qt.Key.Key_4, 0), (Qt.Key.Key_7, 3)])
def test_a_number_chooses(scale: BreathScale, qtbot: QtBot, key: Qt.Key, value: int) -> None:
    with qtbot.waitSignal(scale.changed) as told:
        qtbot.keyClick(scale, key)
    assert told.args == [value]
    assert scale.value() == value


def test_arrows_begin_in_the_middle_and_stop_at_the_ends(scale: BreathScale, qtbot: QtBot) -> None:
    qtbot.keyClick(scale, Qt.Key.Key_Right)
    assert scale.value() == 1
    for _ in range(5):
        qtbot.keyClick(scale, Qt.Key.Key_Left)
    assert scale.value() == -3
    qtbot.keyClick(scale, Qt.Key.Key_End)
    assert scale.value() == 3
    qtbot.keyClick(scale, Qt.Key.Key_Up)
    assert scale.value() == 3
    qtbot.keyClick(scale, Qt.Key.Key_Home)
    assert scale.value() == -3


def test_where_reading_runs_right_to_left_so_do_scale_and_arrows(scale: BreathScale, qtbot: QtBot) -> None:
    scale.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    scale.resize(901, scale.height())
    assert cells(scale)[0].accessibleName() == "breathed freely"
    qtbot.keyClick(scale, Qt.Key.Key_Left)
    assert scale.value() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_an_answer_can_be_taken_back(scale: BreathScale, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(scale, Qt.Key.Key_2)
    with qtbot.waitSignal(scale.changed) as told:
        qtbot.keyClick(scale, key)
    assert told.args == [None]
    assert scale.value() is None
    assert not any(cell.isChecked() for cell in cells(scale))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_commits(scale: BreathScale, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(scale.committed):
        qtbot.keyClick(scale, key)


def test_keys_reach_the_scale_from_the_shape_that_has_the_focus(scale: BreathScale, qtbot: QtBot) -> None:
    scale.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert scale.value() == 0
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_6)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "breathed easier"
    with qtbot.waitSignal(scale.committed):
        qtbot.keyClick(focused, Qt.Key.Key_Return)


def test_control_enter_is_left_to_the_window(scale: BreathScale, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(scale.committed):
        qtbot.keyClick(scale, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_click_chooses(scale: BreathScale, qtbot: QtBot) -> None:
    qtbot.mouseClick(cells(scale)[1], Qt.MouseButton.LeftButton)
    assert scale.value() == -2
    assert cells(scale)[1].hasFocus()


def test_showing_a_value_tells_nobody(scale: BreathScale, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(scale.changed):
        scale.set_value(2)
    assert [cell.isChecked() for cell in cells(scale)] == [value == 2 for value in BODY]


def test_tab_stops_once(scale: BreathScale) -> None:
    scale.set_value(3)
    stops = [cell for cell in cells(scale) if cell.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [cell.accessibleName() for cell in stops] == ["breathed freely"]


def test_a_screen_reader_hears_a_named_group_of_choices(scale: BreathScale) -> None:
    scale.set_value(-1)
    group = QAccessible.queryAccessibleInterface(scale)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Afterwards, your body"
    one = QAccessible.queryAccessibleInterface(cells(scale)[2])
    assert one.role() == QAccessible.Role.RadioButton
    assert one.text(QAccessible.Text.Name) == "a little tight"
    assert one.state().checked


def test_nothing_moves_where_nothing_should(scale: BreathScale, qtbot: QtBot) -> None:
    qtbot.keyClick(scale, Qt.Key.Key_1)
    assert not scale.moving()


def test_the_shape_moves_once_from_the_old_to_the_new(moving: BreathScale, qtbot: QtBot) -> None:
    scale, tightest, easiest = moving, cells(moving)[0], cells(moving)[-1]
    scale.set_value(-3)
    arrived = tightest.grab().toImage()
    scale.set_value(3)
    qtbot.keyClick(scale, Qt.Key.Key_1)
    assert scale.moving()
    assert tightest.grab().toImage() != arrived
    qtbot.waitUntil(lambda: not scale.moving())
    assert tightest.grab().toImage() == arrived
    assert not easiest.isChecked()


def test_narrow_scales_wrap_their_words_inside_the_width(scale: BreathScale) -> None:
    assert scale.minimumSizeHint().width() <= 560
    assert scale.heightForWidth(560) > scale.heightForWidth(1000)
    scale.resize(560, scale.heightForWidth(560))
    assert cells(scale)[-1].geometry().right() == 559


def test_shapes_grow_and_loosen_with_ease() -> None:
    widths = [max(shape(value).boundingRect().width() / 2, *(r for r, _ in rings(value) or [(0.0, 0.0)]))
              for value in BODY]  # fmt: skip
    assert widths == sorted(widths)
    assert widths[-1] <= 1
    assert [len(rings(value)) for value in BODY] == [0, 0, 0, 0, 1, 2, 3]
    waists = [shape(value).contains(QPointF(0, 0.35)) for value in BODY]
    assert waists == [False, False, True, True, True, True, True]


@pytest.mark.parametrize("low", range(-3, 3))
def test_between_two_steps_the_shape_lies_between_them(low: int) -> None:
    def weight(value: float) -> int:
        image = drawn(value, LIGHT)
        ground = QColor(LIGHT.surface)
        return sum(image.pixelColor(x, y) != ground for x in range(60) for y in range(60))

    assert weight(low) < weight(low + 0.5) < weight(low + 1) + 40


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_every_shape_stands_out_from_its_card(palette: Palette) -> None:
    for value in BODY:
        assert contrast(edge(body_colour(value, palette), palette), palette.surface) >= 3


def test_each_value_looks_like_itself_and_unknown_like_none() -> None:
    pictures = [bytes(drawn(value, LIGHT).constBits()) for value in (None, *BODY)]
    assert len(set(pictures)) == 8
    middle = drawn(None, LIGHT).pixelColor(30, 30)
    assert middle == QColor(LIGHT.surface)


def test_a_mark_says_what_it_shows(qtbot: QtBot) -> None:
    mark = BreathMark(2, size=24)
    qtbot.addWidget(mark)
    assert (mark.accessibleName(), mark.width()) == ("breathed easier", 24)
    mark.set_value(None)
    assert mark.accessibleName() == "not felt yet"


@pytest.mark.parametrize("value", BODY)
def test_a_label_in_two_lines_leaves_no_short_word_alone(value: int) -> None:
    metrics, label = QFontMetrics(theme.font("small", strong=True)), body_label(value)
    lines = in_lines(label, metrics, metrics.horizontalAdvance(label) - 1).split("\n")
    assert in_lines(label, metrics, metrics.horizontalAdvance(label)) == label
    assert len(lines) == min(2, len(label.split()))
    assert not {"a", "lot"} & set(lines)
