"""What can be done to the text, as buttons: each shows whether the cursor stands in such words."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from connect_desktop.domain.markdown import BOLD, ITALIC, Line
from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.flat_button import FlatButton
from connect_desktop.ui.widgets.group import STEPS, Group, check_quietly, keep_one_stop
from connect_desktop.ui.widgets.markdown_edit import ACTS


class MarkdownBar(Group):
    """`asked(name)` says which of ACTS is wished for. One stop for Tab; arrows walk through it."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("How the text looks"), parent)
        says = {
            "bold": tr("Bold"),
            "italic": tr("Italic"),
            "heading": tr("Heading: large, smaller, none"),
            "bullets": tr("List"),
            "numbers": tr("Numbered list"),
            "quote": tr("Quotation"),
        }
        self.buttons = {
            name: FlatButton(name, says[name], keys, stays=True) for name, (keys, _) in ACTS.items()
        }
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2)
        for name, button in self.buttons.items():
            across.addWidget(button)
            button.toggled.connect(lambda _on, name=name: self.asked.emit(name))
        across.addStretch(1)
        self._stop_at(self.buttons["bold"])

    def show_marks(self, line: Line, style: int) -> None:
        """Show what the cursor stands in."""
        on = {
            "bold": bool(style & BOLD),
            "italic": bool(style & ITALIC),
            "heading": bool(line.level),
            "bullets": bool(line.bullet),
            "numbers": bool(line.number),
            "quote": bool(line.quote),
        }
        for name, button in self.buttons.items():
            check_quietly(button, on[name])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())  # type: ignore[call-overload]
        every = list(self.buttons.values())
        here = next((place for place, button in enumerate(every) if button.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        if self.isRightToLeft():
            step = -step
        self._stop_at(every[(here + step) % len(every)])

    def _stop_at(self, button: FlatButton) -> None:
        keep_one_stop(self, list(self.buttons.values()), button)
