"""A chart on the screen: drawn when seen, sharp, walked by keyboard, opened, copied and saved."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QScrollArea, QToolTip, QVBoxLayout, QWidget

from connect_desktop.charts import person as charts
from connect_desktop.charts.chart import Chart, Mark
from connect_desktop.charts.palette import DARK, LIGHT
from connect_desktop.domain import Columns
from connect_desktop.insight import person as insight
from connect_desktop.ui import theme
from connect_desktop.ui.widgets import chart_marks
from connect_desktop.ui.widgets.chart_canvas import ChartCanvas
from connect_desktop.ui.widgets.chart_view import ChartView

TODAY = date(2026, 11, 22)


def columns(bodies):
    """Return moments two days apart up to TODAY."""
    n = len(bodies)
    evening = (TODAY - date(1970, 1, 1)).days * 86_400 + 20 * 3600
    return Columns(
        impression=[f"i{i}" for i in range(n)],
        interaction=[f"m{i}" for i in range(n)],
        person=["p"] * n,
        wall=[evening - 2 * 86_400 * (n - 1 - i) for i in range(n)],
        body=list(bodies), before=[None] * n, reach=["me"] * n, met=[None] * n, openness=[None] * n,
        gave=[()] * n, received=[()] * n, words=[()] * n, truth=[None] * n, response=[None] * n,
        hurt=[False] * n, way_back=[None] * n, way_back_on=[None] * n, imported=[False] * n,
    )  # fmt: skip


class Drawing:
    """Draws the body over time, and remembers what it was asked for."""

    def __init__(self, bodies, name="Daniel"):
        self.found = insight.body_over_time(columns(bodies), 0.5, TODAY, 240)
        self.name = name
        self.asked = []

    def __call__(self, size, palette, scale, *, titled=False):
        self.asked.append((size, palette, scale, titled))
        how = {"size": size, "name": self.name, "today": TODAY, "scale": scale, "titled": titled}
        return charts.body_over_time(self.found, palette, **how)


TIGHTENED = [2, 1] * 6 + [-2, -1] * 6


pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def shown(qtbot):
    """Show a view of a drawing, drawn."""

    def show(drawing, size=(640, 360)):
        view = ChartView()
        qtbot.addWidget(view)
        view.resize(*size)
        with qtbot.waitSignal(view.canvas().drawn):
            view.show_drawn(drawing)
            view.show()
        view.canvas().clearFocus()  # a new window gives it to the first that takes it
        return view

    return show


def press(qtbot, view, *keys):
    for key in keys:
        qtbot.keyClick(view.canvas(), key)


def test_it_shows_the_chart_with_its_title_and_says_it_to_a_screen_reader(shown):
    view = shown(Drawing(TIGHTENED))
    assert view.title() == "Your body has tightened more since October"
    assert view.canvas().accessibleName() == view.title()
    assert view.canvas().accessibleDescription() == view.chart().twin


def test_it_is_drawn_as_large_as_it_is_in_the_colours_of_the_theme(shown):
    drawing = Drawing(TIGHTENED)
    view = shown(drawing)
    canvas = view.canvas()
    size, palette, _, titled = drawing.asked[-1]
    assert round(size[0] * 96) == canvas.width()
    assert palette is LIGHT
    assert not titled, "the heading stands above, as text"
    image = canvas.grab().toImage()
    assert image.pixelColor(image.width() - 3, 3) == QColor(LIGHT.surface)


def test_it_is_drawn_anew_when_the_theme_turns_dark(qtbot, shown):
    drawing = Drawing(TIGHTENED)
    view = shown(drawing)
    with qtbot.waitSignal(view.canvas().drawn):
        theme.choose("dark", still=True)
    assert drawing.asked[-1][1] is DARK
    image = view.canvas().grab().toImage()
    assert image.pixelColor(image.width() - 3, 3) == QColor(DARK.surface)


def test_it_is_drawn_anew_once_when_its_size_settles(qtbot, shown):
    drawing = Drawing(TIGHTENED)
    view = shown(drawing)
    before = len(drawing.asked)
    with qtbot.waitSignal(view.canvas().drawn):
        for width in (650, 660, 670, 700):
            view.resize(width, 360)
    assert len(drawing.asked) == before + 1
    assert round(drawing.asked[-1][0][0] * 96) == view.canvas().width()


def test_larger_text_makes_larger_letters(qtbot, shown):
    drawing = Drawing(TIGHTENED)
    view = shown(drawing)
    before = drawing.asked[-1][2]
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    with qtbot.waitSignal(view.canvas().drawn):
        view.canvas().setFont(font)
    assert drawing.asked[-1][2] == pytest.approx(before * 1.5, rel=0.1)


def test_it_is_not_drawn_while_scrolled_away_or_hidden(qtbot):
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    near, far, hidden = ChartView(), ChartView(), ChartView()
    down = QVBoxLayout(inside)
    for view in (near, far, hidden):
        view.setFixedHeight(600)
        down.addWidget(view)
    hidden.hide()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.resize(500, 500)
    drawings = [Drawing(TIGHTENED) for _ in range(3)]
    with qtbot.waitSignal(near.canvas().drawn):
        area.show()
        for view, drawing in zip((near, far, hidden), drawings, strict=True):
            view.show_drawn(drawing)
    assert [bool(drawing.asked) for drawing in drawings] == [True, False, False]
    with qtbot.waitSignal(far.canvas().drawn):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert [bool(drawing.asked) for drawing in drawings] == [True, True, False]


def test_another_reading_takes_the_place_of_the_one_before(qtbot, shown):
    view = shown(Drawing(TIGHTENED))
    press(qtbot, view, Qt.Key.Key_End)
    with qtbot.waitSignal(view.canvas().drawn):
        view.show_drawn(Drawing([1, 1, 0, 1, 1, 0]))
    assert view.title() == "How your body felt afterwards"
    assert len(view.chart().marks) == 6
    assert view.canvas().current() is None


def test_arrow_keys_walk_the_moments_in_time_and_say_each(qtbot, shown):
    view = shown(Drawing(TIGHTENED))
    marks = view.chart().marks
    press(qtbot, view, Qt.Key.Key_Right)
    assert view.canvas().current() == marks[0]
    assert view.canvas().accessibleName() == marks[0].text == "Wednesday, 7 October 2026: breathed easier"
    assert "7 October 2026" in QToolTip.text()
    press(qtbot, view, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert view.canvas().current() == marks[1]
    press(qtbot, view, Qt.Key.Key_PageDown)
    assert view.canvas().current() == marks[11]
    press(qtbot, view, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert view.canvas().current() == marks[-1], "it stops at the end"
    press(qtbot, view, Qt.Key.Key_Home, Qt.Key.Key_PageUp)
    assert view.canvas().current() == marks[0]
    press(qtbot, view, Qt.Key.Key_Escape)
    assert view.canvas().current() is None
    assert view.canvas().accessibleName() == view.title()
    press(qtbot, view, Qt.Key.Key_Left)
    assert view.canvas().current() == marks[-1]


def test_up_and_down_go_to_what_lies_above_and_below(qtbot, shown):
    view = shown(Drawing(TIGHTENED))
    marks = view.chart().marks
    press(qtbot, view, Qt.Key.Key_Home, Qt.Key.Key_Down)
    assert view.canvas().current() == marks[1], "from +2 to the next +1"
    press(qtbot, view, Qt.Key.Key_Up)
    assert view.canvas().current() in (marks[0], marks[2])
    press(qtbot, view, Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert view.canvas().current() == marks[0], "nothing lies above"


def test_enter_opens_the_moment_walked_to(qtbot, shown):
    view = shown(Drawing(TIGHTENED))
    opened = []
    view.opened.connect(opened.append)
    press(qtbot, view, Qt.Key.Key_Return)
    assert opened == [], "nothing was walked to yet"
    press(qtbot, view, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Space)
    assert opened == [("i22",), ("i22",)]


def test_a_click_opens_the_nearest_moment_and_nothing_far_from_any(qtbot, shown):
    view = shown(Drawing(TIGHTENED))
    opened = []
    view.opened.connect(opened.append)
    canvas = view.canvas()
    beside = canvas.place(view.chart().marks[5]) + QPointF(3, 3)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=beside.toPoint())
    qtbot.mouseClick(canvas, Qt.MouseButton.RightButton, pos=beside.toPoint())
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().bottomRight())
    assert opened == [("i5",)]


def test_pointing_at_a_moment_tells_it_and_leaving_stops(qtbot, shown):
    view = shown(Drawing(TIGHTENED))
    canvas = view.canvas()
    mark = view.chart().marks[4]
    qtbot.mouseMove(canvas, canvas.place(mark).toPoint())
    assert canvas.current() == mark
    assert canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(canvas, canvas.rect().bottomRight())
    assert canvas.current() is None
    assert canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_what_a_mark_says_is_never_taken_for_markup(qtbot):
    canvas = ChartCanvas()
    qtbot.addWidget(canvas)
    mark = Mark(x=0.5, y=0.5, text="Reached out: <img src=x> & Max 3")
    chart = Chart(figure=Figure(figsize=(3, 2)), title="t", twin="t", marks=(mark,))
    with qtbot.waitSignal(canvas.drawn):
        canvas.show_drawn(lambda *_: chart)
        canvas.show()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert QToolTip.text() == "<p>Reached out: &lt;img src=x&gt; &amp; Max 3</p>"


def test_the_mark_walked_to_wears_a_ring_and_the_focus_is_visible(qtbot, shown):
    view = shown(Drawing(TIGHTENED))
    canvas = view.canvas()
    plain = canvas.grab().toImage()
    press(qtbot, view, Qt.Key.Key_Right)
    ringed = canvas.grab().toImage()
    at = canvas.place(view.chart().marks[0]).toPoint()
    near = [(at.x() + dx, at.y()) for dx in range(6, 12)]
    accent = QColor(LIGHT.accent)
    assert any(ringed.pixelColor(x, y) == accent for x, y in near)
    assert not any(plain.pixelColor(x, y) == accent for x, y in near)
    middle = canvas.height() // 2
    assert ringed.pixelColor(1, middle) == accent, "an outline around it all"
    assert plain.pixelColor(1, middle) != accent


def test_under_five_moments_it_says_what_will_appear_and_offers_nothing_to_save(shown):
    view = shown(Drawing([1, 2]))
    assert view.chart().empty
    assert view.canvas().accessibleDescription().startswith("After 3 more moments")
    assert not any(action.isEnabled() for action in view.actions())
    image = view.canvas().grab().toImage()
    ink = [image.pixelColor(x, y) for x in range(8, 120) for y in range(4, 24)]
    assert any(colour.lightness() < 160 for colour in ink), "the sentence is there to be read"


def test_copying_the_picture_takes_the_title_along(qtbot, shown):
    drawing = Drawing(TIGHTENED)
    view = shown(drawing)
    view.canvas().setFocus()
    with qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        qtbot.keyClick(view.canvas(), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    image = QGuiApplication.clipboard().image()
    size, palette, _, titled = drawing.asked[-1]
    assert (titled, palette) == (True, LIGHT)
    assert (image.width(), image.height()) == (round(size[0] * 192), round(size[1] * 192))


def test_copying_as_text_gives_title_and_twin(shown):
    view = shown(Drawing(TIGHTENED))
    view.copy_text()
    text = QGuiApplication.clipboard().text()
    assert text == f"{view.chart().title}\n{view.chart().twin}"
    assert "24 moments with Daniel" in text


def test_every_action_is_in_the_menu_and_reached_by_keyboard(shown):
    view = shown(Drawing(TIGHTENED))
    texts = [action.text() for action in view.actions()]
    assert texts == ["Copy picture", "Copy as text", "Save as PNG or SVG…"]
    assert all(action.isEnabled() for action in view.actions())
    assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml"), ("A.SVG", b"<?xml")])
def test_it_is_saved_as_its_name_says(qtbot, shown, tmp_path, name, start):
    view = shown(Drawing(TIGHTENED))
    with qtbot.waitSignal(view.saved) as saved:
        view.save(tmp_path / name)
    assert saved.args == [str(tmp_path / name)]
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]


def test_the_file_dialog_offers_a_name_without_a_name_in_it(qtbot, shown, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    view = shown(Drawing(TIGHTENED))
    dialog = view.ask_where()
    offered = Path(dialog.selectedFiles()[0]).name
    assert (
        offered.startswith("chart-2")
        and offered.endswith(".png")
        and len(offered) == len("chart-2026-11-22.png")
    )
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "svg"
    with qtbot.waitSignal(view.saved):
        dialog.fileSelected.emit(str(tmp_path / "mine.svg"))
    assert (tmp_path / "mine.svg").exists()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(qtbot, shown, tmp_path):
    view = shown(Drawing(TIGHTENED))
    with qtbot.waitSignal(view.failed) as failed:
        view.save(tmp_path / "no folder" / "chart.png")
    assert failed.args[0] == f"There is no folder {tmp_path / 'no folder'}."


def test_pictures_are_sharp_at_200_percent():
    """A screen's ratio is fixed when the application starts: so in an application of its own."""
    script = """
import sys
sys.path.insert(0, "tests/ui")
from PySide6.QtWidgets import QApplication
from PySide6.QtTest import QSignalSpy
from test_chart_view import ChartView, Drawing, TIGHTENED
app = QApplication([])
view = ChartView()
view.resize(400, 300)
view.show_drawn(Drawing(TIGHTENED))
spy = QSignalSpy(view.canvas().drawn)
view.show()
assert spy.wait(20000)
canvas = view.canvas()
drawn = canvas._image.size()
print(canvas.width(), drawn.width(), canvas.height(), drawn.height())
"""
    told = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, "QT_SCALE_FACTOR": "2"},
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    width, pixels_across, height, pixels_down = map(int, told.stdout.split())
    assert (pixels_across, pixels_down) == (2 * width, 2 * height)


def test_a_view_can_be_made_before_matplotlib_is_read():
    script = """
import sys
from PySide6.QtWidgets import QApplication
from connect_desktop.ui.widgets.chart_canvas import ChartCanvas
from connect_desktop.ui.widgets.chart_view import ChartView
app = QApplication([])
view = ChartView()
view.show()
assert not {"matplotlib", "numpy"} & set(sys.modules)
"""
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=Path(__file__).parents[2], env=dict(os.environ),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr


def test_the_nearest_mark_is_the_one_meant():
    marks = [Mark(x=0.1, y=0.5, text="a"), Mark(x=0.2, y=0.5, text="b"), Mark(x=0.1, y=0.1, text="c")]
    size = QSizeF(100, 100)
    assert chart_marks.place(marks[2], size) == QPointF(10, 90)
    assert chart_marks.nearest(marks, size, QPointF(14, 52)) == 0
    assert chart_marks.nearest(marks, size, QPointF(16, 48)) == 1
    assert chart_marks.nearest(marks, size, QPointF(70, 50)) is None
    assert chart_marks.nearest([], size, QPointF(0, 0)) is None
    assert chart_marks.vertical(marks, size, 1, 1) == 2
    assert chart_marks.vertical(marks, size, 2, -1) == 0
    assert chart_marks.vertical(marks, size, 2, 1) == 2
