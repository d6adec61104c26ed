"""Markdown while it is written: how it shows, what keys do, and each of it one step to undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor, QTextFormat
from pytestqt.qtbot import QtBot

from connect_desktop.domain.markdown import BOLD, ITALIC
from connect_desktop.ui import theme
from connect_desktop.ui.widgets.markdown_edit import ACTS, MarkdownEdit

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def edit(qtbot: QtBot) -> MarkdownEdit:
    made = MarkdownEdit(theme.font("heading"))
    qtbot.addWidget(made)
    made.resize(600, 400)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def put(edit: MarkdownEdit, text: str) -> None:
    """Show a text in which ‹ and › stand around what is chosen, or | where the cursor is."""
    bare = text.translate(dict.fromkeys(map(ord, "‹›|"), None))
    edit.set_text(bare)
    cursor = edit.textCursor()
    if "|" in text:
        cursor.setPosition(units(text[: text.index("|")]))
    else:
        cursor.setPosition(units(text[: text.index("‹")]))
        cursor.setPosition(units(text[: text.index("›")]) - 1, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def shown(edit: MarkdownEdit) -> str:
    """Return the text with what is chosen, or the cursor, in it."""
    text, cursor = edit.text(), edit.textCursor()
    text = text.translate({ord(one): one + "\0" for one in text if ord(one) > 0xFFFF})
    if not cursor.hasSelection():
        return f"{text[: cursor.position()]}|{text[cursor.position() :]}".replace("\0", "")
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    return f"{text[:start]}‹{text[start:end]}›{text[end:]}".replace("\0", "")


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def looks(edit: MarkdownEdit, number: int = 0) -> list[tuple[str, int, bool]]:
    """Return the dressed pieces of a line: text, weight, slanted."""
    block = edit.document().findBlockByNumber(number)
    return [
        (block.text()[one.start : one.start + one.length], one.format.fontWeight(), one.format.fontItalic())
        for one in block.layout().formats()
    ]


@pytest.mark.parametrize(
    ("keys", "before", "after"),
    [
        ("Ctrl+B", "a ‹word› b", "a **‹word›** b"),
        ("Ctrl+B", "a **‹word›** b", "a ‹word› b"),
        ("Ctrl+B", "a ‹**word**› b", "a ‹word› b"),
        ("Ctrl+B", "a __‹word›__ b", "a ‹word› b"),
        ("Ctrl+B", "a *‹word›* b", "a ***‹word›*** b"),
        ("Ctrl+I", "a **‹word›** b", "a ***‹word›*** b"),
        ("Ctrl+I", "a ***‹word›*** b", "a **‹word›** b"),
        ("Ctrl+I", "a‹ word ›b", "a *‹word›* b"),
        ("Ctrl+B", "‹one\n\n- two›", "**‹one**\n\n- **two›**"),
        ("Ctrl+B", "**‹one**\n- **two›**", "‹one\n- two›"),
        ("Ctrl+B", "a wo|rd b", "a **wo|rd** b"),
        ("Ctrl+B", "a **wo|rd** b", "a wo|rd b"),
        ("Ctrl+B", "a |", "a **|**"),
        ("Ctrl+B", "a **|**", "a |"),
        ("Ctrl+I", "*so|*", "*so*|"),
        ("Ctrl+B", "‹  ›", "‹  ›"),
        ("Ctrl+B", "👩‍👧 ‹word› 🫁", "👩‍👧 **‹word›** 🫁"),
        ("Ctrl+I", "- 🫁 wo|rd 🫁", "- 🫁 *wo|rd* 🫁"),
        ("Ctrl+Shift+8", "o|ne", "- o|ne"),
        ("Ctrl+Shift+8", "- o|ne", "o|ne"),
        ("Ctrl+Shift+8", "‹one\n\ntwo›", "‹- one\n\n- two›"),
        ("Ctrl+Shift+7", "‹- one\n- two›", "‹1. one\n2. two›"),
        ("Ctrl+Shift+7", "‹1. one\n2. two›", "‹one\ntwo›"),
        ("Ctrl+Shift+9", "o|ne", "> o|ne"),
        ("Ctrl+Shift+9", "> - o|ne", "- o|ne"),
        ("Ctrl+Shift+H", "o|ne", "# o|ne"),
        ("Ctrl+Shift+H", "# o|ne", "## o|ne"),
        ("Ctrl+Shift+H", "### o|ne", "o|ne"),
        ("Ctrl+Alt+2", "> - o|ne", "> ## o|ne"),
        ("Ctrl+Alt+2", "## o|ne", "o|ne"),
        ("Ctrl+Alt+0", "## o|ne", "o|ne"),
        ("Ctrl+Shift+8", "|", "- |"),
    ],
)
def test_each_key_is_one_step_to_undo(
    edit: MarkdownEdit, qtbot: QtBot, keys: str, before: str, after: str
) -> None:
    put(edit, before)
    was = edit.text()
    qtbot.keySequence(edit, QKeySequence(keys))
    normal = shown(edit).replace("‹- ", "- ‹").replace("‹1. ", "1. ‹")
    assert normal == after.replace("‹- ", "- ‹").replace("‹1. ", "1. ‹")
    if edit.text() != was:
        qtbot.keySequence(edit, QKeySequence("Ctrl+Z"))
        assert edit.text() == was
        qtbot.keySequence(edit, QKeySequence("Ctrl+Z"))
        assert edit.text() == was


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one|", "- one\n- |"),
        ("- o|ne", "- o\n- |ne"),
        ("  * one|", "  * one\n  * |"),
        ("9. one|", "9. one\n10. |"),
        ("1. one|\n2. two\n3. three\n\n4. four", "1. one\n2. |\n3. two\n4. three\n\n4. four"),
        ("> said|", "> said\n> |"),
        ("> - said|", "> - said\n> - |"),
        ("- one\n- |", "- one\n|"),
        ("> |", "|"),
        ("|- one", "\n|- one"),
        ("# Title|", "# Title\n|"),
        ("plain|", "plain\n|"),
    ],
)
def test_enter_goes_on_with_a_list_and_ends_it(
    edit: MarkdownEdit, qtbot: QtBot, before: str, after: str
) -> None:
    put(edit, before)
    was = edit.text()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert shown(edit) == after
    qtbot.keySequence(edit, QKeySequence("Ctrl+Z"))
    assert edit.text() == was


@pytest.mark.parametrize(
    ("before", "after"),
    [("- |one", "|one"), ("> - |", "> |"), ("> |a", "|a"), ("## |a", "|a"), ("a|", "|"), ("- a|", "- |")],
)
def test_backspace_takes_the_mark_back_first(
    edit: MarkdownEdit, qtbot: QtBot, before: str, after: str
) -> None:
    put(edit, before)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert shown(edit) == after


def test_it_shows_as_it_is_meant_and_stays_the_text(edit: MarkdownEdit) -> None:
    text = "# Title\n\nso **bold *both* b** and *it*\n- item\n> said\n---\n\\*no\\*"
    edit.set_text(text)
    assert edit.text() == text
    assert {weight for _, weight, _ in looks(edit)} == {600}
    assert [(words, slanted) for words, weight, slanted in looks(edit, 2) if weight == 700] == [
        ("bold ", False), ("both", True), (" b", False),
    ]  # fmt: skip
    assert ("it", 400, True) in looks(edit, 2)
    assert looks(edit, 3) == [("- ", 600, False)]
    assert [words for words, _, _ in looks(edit, 4)] == ["> ", "said"]
    assert [words for words, _, _ in looks(edit, 5)] == ["---"]
    assert [words for words, _, _ in looks(edit, 6)] == ["\\", "\\"]
    sizes = [one.format.fontPointSize() for one in edit.document().firstBlock().layout().formats()]
    assert min(sizes) > edit.font().pointSizeF()


def test_colours_follow_the_theme(edit: MarkdownEdit, qtbot: QtBot) -> None:
    edit.set_text("- item")
    colour = looks_of(edit)
    theme.choose("dark", still=True)
    qtbot.waitUntil(lambda: looks_of(edit) != colour)
    theme.choose("light", still=True)


def looks_of(edit: MarkdownEdit, number: int = 0) -> str:
    found = edit.document().findBlockByNumber(number).layout().formats()[0]
    assert found.format.hasProperty(QTextFormat.Property.ForegroundBrush)
    return found.format.foreground().color().name()


def test_dressing_is_no_change_of_the_text(edit: MarkdownEdit, qtbot: QtBot) -> None:
    told: list[bool] = []
    edit.set_text("- **bold**\n" * 100)
    edit.textChanged.connect(lambda: told.append(True))
    colour = looks_of(edit, 99)
    theme.choose("dark", still=True)
    qtbot.waitUntil(lambda: looks_of(edit, 99) != colour)
    theme.choose("light", still=True)
    assert not told
    assert not edit.document().isUndoAvailable()


def test_what_the_cursor_stands_in(edit: MarkdownEdit) -> None:
    put(edit, "> - a **b|**")
    line, style = edit.marks()
    assert (line.quote, line.bullet, style) == ("> ", "- ", BOLD)
    put(edit, "## *a|b*")
    assert (edit.marks()[0].level, edit.marks()[1]) == (2, ITALIC)


def test_what_is_only_to_be_read_stays_as_it_is(edit: MarkdownEdit, qtbot: QtBot) -> None:
    edit.set_text("- one")
    edit.setReadOnly(True)
    for name, (keys, _) in ACTS.items():
        qtbot.keySequence(edit, QKeySequence(keys))
        edit.act(name)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "- one"
