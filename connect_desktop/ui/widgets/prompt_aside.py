"""The question a reflection answers, quietly above its text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.elided_label import ElidedLabel
from connect_desktop.ui.widgets.flat_button import FlatButton


class PromptAside(QFrame):
    """Hidden while there is none."""

    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt: str | None = None
        self.setProperty("role", "aside")
        self.family, self.text = QLabel(), QLabel()
        self.family.setProperty("role", "faint")
        self.text.setProperty("role", "soft")
        for label in (self.family, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._line = ElidedLabel()
        self._line.setProperty("role", "soft")
        self._folded = False
        self._off = FlatButton("close", tr("Take the question off"))
        self._off.clicked.connect(self._take_off)
        down = QVBoxLayout()
        down.setSpacing(2)
        down.addWidget(self.family)
        down.addWidget(self.text)
        down.addWidget(self._line)
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 2, 0, 2)
        across.addLayout(down, 1)
        across.addWidget(self._off, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_prompt(self, prompt: str | None, family: str = "", text: str = "") -> None:
        """Show a prompt in words; one whose words are not known is kept, and not shown."""
        self.prompt = prompt
        self.family.setText(family)
        self.text.setText(text)
        self._show_words()
        self.setAccessibleName(tr("The question: {text}", text=text))
        self.setVisible(prompt is not None and bool(text))

    def fold(self, folded: bool) -> None:
        """Take one line, the whole question in a tooltip, where the text below needs the room."""
        self._folded = folded
        self._show_words()

    def _show_words(self) -> None:
        self.family.setVisible(bool(self.family.text()) and not self._folded)
        self.text.setVisible(not self._folded)
        self._line.setVisible(self._folded)
        self._line.setText(self.text.text())

    def _take_off(self) -> None:
        self.show_prompt(None)
        self.removed.emit()
