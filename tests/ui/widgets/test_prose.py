import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from connect_desktop.ui import theme
from connect_desktop.ui.widgets.prose import LINE_HEIGHT, Prose

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def prose(qtbot: QtBot) -> Prose:
    made = Prose(theme.font("heading"))
    qtbot.addWidget(made)
    made.set_text("")
    made.show()
    return made


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one line",
        "a\n\n  b\tc\n",
        "« non\u00a0merci »",
        "שלום\nمرحبا",
        "👩‍👧 ok",
        "# not a *heading*",
        "<b>&amp;</b>",
    ],
)
def test_text_comes_back_as_it_was_given(prose: Prose, text: str) -> None:
    prose.set_text(text)
    assert prose.text() == text


def test_pasted_text_keeps_its_words_and_loses_its_looks(prose: Prose) -> None:
    data = QMimeData()
    data.setHtml("<h1>Loud</h1>")
    data.setText("Loud\nand plain")
    prose.insertFromMimeData(data)
    assert prose.text() == "Loud\nand plain"
    assert prose.currentFont() == prose.font()


def test_every_line_has_room_also_those_typed_and_pasted(prose: Prose, qtbot: QtBot) -> None:
    prose.set_text("first")
    prose.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(prose, Qt.Key.Key_Return)
    qtbot.keyClicks(prose, "second")
    prose.insertPlainText("\nthird")
    document = prose.document()
    heights = {document.findBlockByNumber(n).blockFormat().lineHeight() for n in range(document.blockCount())}
    assert document.blockCount() == 3
    assert heights == {float(LINE_HEIGHT)}


def test_enter_in_an_empty_line_is_one_more_line_with_as_much_room(prose: Prose, qtbot: QtBot) -> None:
    for text in ("first", "", "third"):
        qtbot.keyClicks(prose, text)
        qtbot.keyClick(prose, Qt.Key.Key_Return)
    document = prose.document()
    heights = {document.findBlockByNumber(n).blockFormat().lineHeight() for n in range(document.blockCount())}
    assert prose.text() == "first\n\nthird\n"
    assert heights == {float(LINE_HEIGHT)}


def test_enter_takes_the_place_of_what_is_chosen_and_changes_nothing_that_is_only_read(
    prose: Prose, qtbot: QtBot
) -> None:
    prose.set_text("one or two")
    prose.selectAll()
    prose.setReadOnly(True)
    qtbot.keyClick(prose, Qt.Key.Key_Return)
    assert prose.text() == "one or two"
    prose.setReadOnly(False)
    qtbot.keyClick(prose, Qt.Key.Key_Return)
    assert prose.text() == "\n"
    prose.undo()
    assert prose.text() == "one or two"


def test_undo_takes_back_typing_but_not_what_was_loaded(prose: Prose, qtbot: QtBot) -> None:
    prose.set_text("kept")
    prose.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(prose, " typed")
    for _ in range(3):
        qtbot.keyClick(prose, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert prose.text() == "kept"


def test_shift_enter_is_a_new_line(prose: Prose, qtbot: QtBot) -> None:
    qtbot.keyClicks(prose, "a")
    qtbot.keyClick(prose, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(prose, "b")
    assert prose.text() == "a\nb"


def test_tab_goes_on_to_the_next_field(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    down = QVBoxLayout(page)
    prose, after = Prose(theme.font("heading")), QPushButton("after")
    down.addWidget(prose)
    down.addWidget(after)
    with qtbot.waitActive(page):
        page.show()
    prose.setFocus()
    qtbot.keyClick(prose, Qt.Key.Key_Tab)
    assert prose.text() == ""
    assert after.hasFocus()
