"""Buttons side by side, in the next line where one is full."""

from PySide6.QtWidgets import QPushButton

from connect_desktop.ui.widgets.flow_group import FlowGroup


class ButtonRow(FlowGroup):
    """Holds buttons, each as wide as its words; hidden ones take no place."""

    def __init__(self, name: str, *buttons: QPushButton) -> None:
        super().__init__(name)
        self._spacing = 12
        for place, button in enumerate(buttons):
            self.insert_part(place, button)
