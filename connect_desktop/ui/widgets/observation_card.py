"""One gentle observation, to be looked at more closely or waved away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from connect_desktop.i18n import tr
from connect_desktop.insight.told import Told
from connect_desktop.ui.widgets.card import Card
from connect_desktop.ui.widgets.flow_group import FlowGroup
from connect_desktop.ui.widgets.plain_label import PlainLabel
from connect_desktop.ui.widgets.push_button import push_button
from connect_desktop.ui.widgets.state_mark import StateMark


class ObservationCard(Card):
    """Hidden until there is something to show."""

    opened = Signal()
    waved_away = Signal()

    def __init__(self) -> None:
        super().__init__(role="wash")
        self._mark = StateMark()
        self._name = PlainLabel("strong")
        self._said = PlainLabel()
        self._counts = PlainLabel("small")
        self._closer = QPushButton(tr("Look closer"))
        self._away = push_button(tr("Don’t show this again"), "quiet")
        self._lay_out()
        self._closer.clicked.connect(self.opened)
        self._away.clicked.connect(self.waved_away)
        self.hide()

    def show_told(self, name: str, told: Told) -> None:
        """Show what is told of somebody."""
        self._mark.set_state(told.state)
        self._name.setText(name)
        self._said.setText(told.changed.text if told.changed else told.said)
        self._counts.setText(told.lines[0].text if told.lines else "")
        self._counts.setVisible(bool(told.lines))
        self.setAccessibleName(self.text())
        self.show()

    def text(self) -> str:
        """Return what is shown."""
        return " ".join(filter(None, (label.text() for label in (self._name, self._said, self._counts))))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._mark)
        head.addWidget(self._name, 1)
        self.column.addLayout(head)
        self.column.addWidget(self._said)
        self.column.addWidget(self._counts)
        buttons = FlowGroup(tr("What to do with it"))
        buttons.insert_part(0, self._closer)
        buttons.insert_part(1, self._away)
        self.column.addWidget(buttons)
