"""One quiet line: a day on which one wanted to look at a hope again has come."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from connect_desktop.i18n import tr
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.hope_row import Ask
from connect_desktop.ui.widgets.line_label import LineLabel
from connect_desktop.ui.widgets.push_button import push_button


class LookAgainLine(QWidget):
    """Hidden until there is something to look at again."""

    opened = Signal()
    put_off = Signal(object)
    """an Ask: in a week or in a month"""
    waved_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = LineLabel("soft")
        self._look = push_button(tr("Look"), "link")
        self._week = push_button(tr("In a week"), "quiet")
        self._month = push_button(tr("In a month"), "quiet")
        self._away = push_button(tr("Not now"), "quiet")
        line, buttons = FlowGroup(tr("Look again")), FlowGroup(tr("Look again"))
        for place, button in enumerate((self._look, self._week, self._month, self._away)):
            buttons.insert_part(place, button)
        for place, part in enumerate((self._said, buttons)):
            line.insert_part(place, part)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.addWidget(line)
        self._look.clicked.connect(self.opened)
        self._week.clicked.connect(lambda: self.put_off.emit(Ask.IN_A_WEEK))
        self._month.clicked.connect(lambda: self.put_off.emit(Ask.IN_A_MONTH))
        self._away.clicked.connect(self.waved_away)
        self.hide()

    def say(self, sentence: str, about: str = "", *, one: bool = True) -> None:
        """Show a sentence, empty for none; what it is `about` is told on asking, `one` can be put off."""
        self._said.say(sentence)
        for button in (self._look, self._week, self._month, self._away):
            button.setAccessibleDescription(f"{sentence} {about}".strip())
            button.setToolTip(about)
        self._week.setVisible(one)
        self._month.setVisible(one)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        """Return what is said, empty while hidden."""
        return "" if self.isHidden() else self._said.said()
