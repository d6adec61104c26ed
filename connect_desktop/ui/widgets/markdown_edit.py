"""Prose in Markdown: shown as it is meant while one writes, with the keys that writing programs share."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QWidget

from connect_desktop.domain import markdown
from connect_desktop.domain.markdown import BOLD, ITALIC, Line
from connect_desktop.ui.widgets import markdown_keys
from connect_desktop.ui.widgets.markdown_look import MarkdownLook
from connect_desktop.ui.widgets.prose import Prose

Act = Callable[[QTextCursor], None]

ACTS: dict[str, tuple[str, Act]] = {
    "bold": ("Ctrl+B", partial(markdown_keys.toggle, style=BOLD)),
    "italic": ("Ctrl+I", partial(markdown_keys.toggle, style=ITALIC)),
    "heading": ("Ctrl+Shift+H", markdown_keys.next_heading),
    "bullets": ("Ctrl+Shift+8", markdown_keys.toggle_bullets),
    "numbers": ("Ctrl+Shift+7", markdown_keys.toggle_numbers),
    "quote": ("Ctrl+Shift+9", markdown_keys.toggle_quote),
}
"""what can be done to the text, with its keys"""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class MarkdownEdit(Prose):
    """A `Prose` whose text is Markdown."""

    def __init__(self, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(font, parent)
        self._look = MarkdownLook(self)
        for name, (keys, _) in ACTS.items():
            self._shortcut(keys, partial(self.act, name))
        for level in range(markdown_keys.LEVELS + 1):
            self._shortcut(f"Ctrl+Alt+{level}", partial(self.make_heading, level))
        self.dress()

    def set_text(self, text: str) -> None:
        self._look.waiting = True
        super().set_text(text)

    def _space_lines(self) -> None:
        # A change of every line, at which each is dressed: once is enough.
        self._look.waiting = False
        super()._space_lines()

    def act(self, name: str) -> None:
        """Do one of ACTS where the cursor is."""
        self._change(ACTS[name][1])

    def make_heading(self, level: int) -> None:
        """Make the line a heading, or none."""
        self._change(lambda cursor: markdown_keys.set_heading(cursor, level))

    def marks(self) -> tuple[Line, int]:
        """Return what the line of the cursor begins with, and how what is typed there looks."""
        cursor = self.textCursor()
        text, at = markdown.in_units(cursor.block().text()), cursor.positionInBlock()
        line = markdown.line(text)
        return line, markdown.style_at(markdown.spans(text, line.start), at)

    def dress(self) -> None:
        """Take the colours and sizes in force."""
        # To Qt that is a change of the document; nothing was written.
        was = self.blockSignals(True)
        self._look.dress(self.font())
        self.blockSignals(was)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.isReadOnly() and event.modifiers() in _PLAIN:
            if event.key() in _ENTER and self._take(markdown_keys.continue_line):
                return
            if event.key() == Qt.Key.Key_Backspace and self._take(markdown_keys.take_mark_back):
                return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_look"):
            self.dress()

    def _take(self, act: Callable[[QTextCursor], bool]) -> bool:
        cursor = self.textCursor()
        taken = act(cursor)
        if taken:
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        return taken

    def _change(self, act: Act) -> None:
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        act(cursor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(act)
